"""What something is called: এই সিদ্ধান্তকে লজ্জাজনক বলে আখ্যা দিয়েছে পাকিস্তান."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language import inflections
from kg.model import Case
from kg.relate.clauses import Segment
from kg.relate.conditions import objective
from kg.relate.scene import Scene
from kg.relate.tables import clause_words, paradigms
from kg.relate.verbgroups import VerbGroup

#: How many words may stand between the first that something is called and বলে.
FAR = 6


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
    called = next((i for i, word in enumerate(words) if word in table.between), None)
    said = tuple(words if called is None else words[called + 1 :])
    calls = (*said, verb.stems[0]) in table.verbs and _of_something(scene, segment, at)
    if called is not None:
        return verb if calls and _said_alike(words[:called]) else None
    # খুনি বলেছেন calls somebody that; ভুল জানিয়েছেন tells what is wrong.
    plainly = said[0] in table.naming if said else verb.stems[0] == paradigms().auxiliary.tell
    return verb if calls and plainly else None


def _said_alike(words: Sequence[str]) -> bool:
    """What else it is called, or the noun to it: মিথ্যা, মানহানিকর ও আপত্তিকর মন্তব্য বলে."""
    no = clause_words().negation.words
    bare = all(inflections(w)[0].case is Case.NONE and w not in no for w in words)
    return bare and len(words) <= FAR


def _of_something(scene: Scene, segment: Segment, at: int) -> bool:
    """Something of somebody's is called so: an object or an owner stands before.

    In পরিস্থিতি বিপজ্জনক বলে উল্লেখ করেছে nobody's deed is.
    """
    acting = {s.chunk for s in scene.subjects if s is not None}
    near = scene.within(segment.first, at)
    owned = any(c.marker == "genitive" or (c.marker == "bare" and c not in acting) for c in near)
    pronouns = clause_words().answer.pronouns | clause_words().answer.pointing
    before = [t.text for t in scene.tokens[segment.first : at]]
    return owned or any(objective(word) or word in pronouns for word in before)
