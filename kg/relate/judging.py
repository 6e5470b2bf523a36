"""What something is called: এই সিদ্ধান্তকে লজ্জাজনক বলে আখ্যা দিয়েছে পাকিস্তান."""

from __future__ import annotations

from kg.relate.clauses import Segment
from kg.relate.conditions import objective
from kg.relate.scene import Scene
from kg.relate.tables import clause_words
from kg.relate.verbgroups import VerbGroup


def judged(scene: Scene, segment: Segment, at: int) -> VerbGroup | None:
    """The verb that calls something what stands at a word: লজ্জাজনক বলে আখ্যা দেন.

    Args:
        scene: The sentence.
        segment: The stretch of the word.
        at: Index of the word.

    Returns:
        The verb group, or None where the word is said of nothing.
    """
    verb, table, edge = segment.verb, clause_words().judging, clause_words().boundary
    if verb is None or verb.first <= at:
        return None
    quotes = edge.quotes_close | edge.quotes_plain
    words = [t.text for t in scene.tokens[at + 1 : verb.first] if t.text not in quotes]
    said = tuple(w for w in words if w not in table.between)
    called = (*said, verb.stems[0]) in table.verbs and _of_something(scene, segment, at)
    plain = len(said) < len(words) or not words or said[0] in table.naming
    return verb if called and plain else None


def _of_something(scene: Scene, segment: Segment, at: int) -> bool:
    """Something of somebody's is called so: an object or an owner stands before.

    In পরিস্থিতি বিপজ্জনক বলে উল্লেখ করেছে nobody's deed is.
    """
    owned = any(c.marker == "genitive" for c in scene.within(segment.first, at))
    pronouns = clause_words().answer.pronouns
    before = [t.text for t in scene.tokens[segment.first : at]]
    return owned or any(objective(word) or word in pronouns for word in before)
