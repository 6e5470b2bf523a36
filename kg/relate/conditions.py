"""What a frame asks of the words around what it names, besides who takes part."""

from __future__ import annotations

from kg.language import inflections
from kg.model import Case
from kg.relate.clauses import Domain, Segment
from kg.relate.frames import Frame
from kg.relate.scene import Scene
from kg.relate.spans import plain
from kg.relate.tables import clause_words, noun_words, speech_words
from kg.relate.verbgroups import VerbGroup

#: How many words may follow where two things are said at once: ভিত্তিহীন ও রাজনৈতিক উদ্দেশ্যপ্রণোদিত.
JOINED = 5


def another(scene: Scene, frame: Frame, segment: Segment, first: int) -> bool:
    """Another thing: the word before says so (নিরাপত্তা হুমকি), or nobody does it.

    In জাপানে ভূমিকম্প আঘাত হেনেছে nature is what strikes.

    Args:
        scene: The sentence.
        frame: The frame whose noun or verb stands there.
        segment: The stretch that it stands in.
        first: Index of its first token.
    """
    if first > 0 and scene.tokens[first - 1].text in frame.unless:
        return True
    before = scene.tokens[segment.first : first] if frame.not_by else ()
    return any(
        case is Case.NONE and base in frame.not_by for t in before for base, case in bases(t.text)
    )


def without(scene: Scene, at: int) -> bool:
    """What follows says that there was none: নিশ্চয়তা ছাড়াই.

    Args:
        scene: The sentence.
        at: Index of a noun.
    """
    after = tuple(t.text for t in scene.tokens[at + 1 :])
    only = any(after[: len(p)] == p for p in clause_words().judging.nothing_but)
    return bool(after) and after[0] in clause_words().light.without and not only


def formed(frame: Frame, verb: VerbGroup) -> bool:
    """Whether a verb has the form that its frame asks for: ঢুকতে দেয়নি, জবাব দেবে.

    Args:
        frame: The frame of the verb.
        verb: The verb group.
    """
    future = verb.form.tense == "future"
    told = {
        "negated": verb.negated,
        "affirmed": not verb.negated,
        "future": future,
        "done": verb.form.finite and not future,
        "first": verb.form.first,
    }
    return all(told[mark] for mark in frame.form)


def predicate(scene: Scene, domain: Domain, last: int) -> bool:
    """Whether a clause ends with a word that it says of something: এই অভিযোগ ভিত্তিহীন.

    A verb of being may follow (ভুল ছিল), and the noun that the word describes (সন্ত্রাসী রাষ্ট্র).

    Args:
        scene: The sentence.
        domain: The clause.
        last: Index after the word.
    """
    verb, edge = domain.verb, clause_words().boundary
    if verb is not None and not _is(verb):
        return False
    if clause_words().judging.asking & {t.text for t in scene.tokens[domain.first : domain.last]}:
        return False
    before = verb is not None and verb.first >= last
    end = verb.first if verb is not None and before else _label(scene, last, domain.last)
    ends = edge.marks | edge.quotes_close | edge.quotes_plain | edge.words | edge.complementizer
    rest = [i for i in range(last, end) if scene.tokens[i].text not in ends]
    words = tuple(scene.tokens[i].text for i in rest)
    if verb is None and rest[:1] == [last] and words[0] in noun_words().conjunctions.words:
        return len(rest) <= JOINED and not scene.named.intersection(rest)
    described = bool(rest) and rest[0] not in scene.named and _thing(words[0])
    if not rest or words[described:] in {(), *clause_words().judging.nothing_but}:
        return True
    # এর জন্য দায়ী ইসরায়েল: of whom it is said may end the clause.
    return any(c.marker == "bare" and [*range(c.first, c.last)] == rest for c in scene.chunks)


def _label(scene: Scene, first: int, last: int) -> int:
    """Where the name of who says it begins that ends a headline: … স্বৈরশাসক: ট্রাম্প."""
    marks = speech_words().label.marks
    return next((i for i in range(first, last) if scene.tokens[i].text in marks), last)


def _is(verb: VerbGroup) -> bool:
    """A verb of being alone, not negated: ছিল, হবে, হয়েছে."""
    being = clause_words().judging.being
    return len(verb.stems) == 1 and verb.stems[0] in being and not verb.negated


def _thing(word: str) -> bool:
    """A noun without an ending, no negation: রাষ্ট্র."""
    bare = inflections(word)[0].case is Case.NONE
    return plain(word) and bare and word not in clause_words().negation.words


def objective(word: str) -> bool:
    """Whether a word may be an object: রায়কে, or নেতাদের, which is genitive as well.

    Args:
        word: A canonical word.
    """
    first = inflections(word)[0]
    return first.case is Case.OBJECTIVE or (first.plural and first.case is Case.GENITIVE)


def bases(word: str) -> tuple[tuple[str, Case], ...]:
    """A word and what it is without its ending, each with the case of that reading.

    Args:
        word: A canonical word.
    """
    found = [(word, Case.NONE)]
    found += [(f.base, f.case) for f in inflections(word) if f.base != word]
    return tuple(dict.fromkeys(found))
