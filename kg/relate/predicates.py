"""What a clause says that somebody or something is: এই অভিযোগ ভিত্তিহীন, তারা সন্ত্রাসী ছিল."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language import inflections
from kg.model import Case
from kg.relate.clauses import Domain
from kg.relate.scene import Scene
from kg.relate.spans import plain
from kg.relate.tables import clause_words, noun_words, speech_words
from kg.relate.verbgroups import VerbGroup

#: How many words may follow where two things are said at once: ভিত্তিহীন ও রাজনৈতিক উদ্দেশ্যপ্রণোদিত.
JOINED = 5


def predicate(scene: Scene, domain: Domain, last: int) -> bool:
    """Whether a clause ends with a word that it says of something: এই অভিযোগ ভিত্তিহীন.

    A verb of being may follow (ভুল ছিল), the noun that the word describes (সন্ত্রাসী রাষ্ট্র),
    more of the kind (অবৈধ ও অন্যায়), or another clause (অবৈধ এবং এর জবাব দেওয়া হবে).

    Args:
        scene: The sentence.
        domain: The clause.
        last: Index after the word.
    """
    verb, texts = domain.verb, [t.text for t in scene.tokens]
    no, table = clause_words().negation.words, clause_words().judging
    if table.asking & {*texts[domain.first : domain.last]}:
        return False
    if texts[last : last + 1] and texts[last] in clause_words().boundary.words:
        return not no & {*texts[last : domain.last]}
    if verb is not None and not _is(verb):
        return False
    before = verb is not None and verb.first >= last
    end = verb.first if verb is not None and before else _label(scene, last, domain.last)
    rest = _words(scene, last, end)
    words = tuple(texts[i] for i in rest)
    if words and rest[0] == last and words[0] in noun_words().conjunctions.words:
        return len(rest) <= JOINED and _describing(scene, rest[1:])
    described = _describing(scene, rest[:1])
    if not rest or words[described:] in {(), *table.nothing_but}:
        return True
    # এর জন্য দায়ী ইসরায়েল: of whom it is said may end the clause.
    return any(c.marker == "bare" and [*range(c.first, c.last)] == rest for c in scene.chunks)


def _words(scene: Scene, first: int, last: int) -> list[int]:
    """The tokens of a stretch that are no marks."""
    edge = clause_words().boundary
    marks = edge.marks | edge.quotes_close | edge.quotes_plain | edge.complementizer
    return [i for i in range(first, last) if scene.tokens[i].text not in marks]


def _label(scene: Scene, first: int, last: int) -> int:
    """Where the name of who says it begins that ends a headline: … স্বৈরশাসক: ট্রাম্প."""
    marks = speech_words().label.marks
    return next((i for i in range(first, last) if scene.tokens[i].text in marks), last)


def _is(verb: VerbGroup) -> bool:
    """A verb of being alone, not negated: ছিল, হবে, হয়েছে."""
    being = clause_words().judging.being
    return len(verb.stems) == 1 and verb.stems[0] in being and not verb.negated


def _describing(scene: Scene, at: Sequence[int]) -> bool:
    """There are words, none a name, each a noun or adjective without ending, no negation."""
    texts = [scene.tokens[i].text for i in at if i not in scene.named]
    no = clause_words().negation.words
    bare = (plain(w) and w not in no and inflections(w)[0].case is Case.NONE for w in texts)
    return bool(texts) and len(texts) == len(at) and all(bare)
