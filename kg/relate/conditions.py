"""What a frame asks of the words around what it names, besides who takes part."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language import inflections
from kg.model import Case, Token
from kg.relate.clauses import Domain, Segment
from kg.relate.frames import Frame
from kg.relate.obligations import must
from kg.relate.scene import Scene
from kg.relate.tables import clause_words
from kg.relate.verbgroups import VerbGroup

#: How many words may stand between a verbal noun and what it describes: চালানো এ ধরনের হামলা.
DESCRIBED = 3

#: How many words after a noun they may stand that tell when or why it is spoken of.
REACH = 3


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


def objected(scene: Scene, frame: Frame, segment: Segment, first: int) -> bool:
    """Whether what a frame's verb is done to stands before it: মরদেহ আট দিন পর ফেরত দিয়েছে.

    Args:
        scene: The sentence.
        frame: The frame whose verb stands there.
        segment: The stretch that it stands in.
        first: Index of its first token.
    """
    if not frame.objects:
        return True
    before = scene.tokens[segment.first : first]
    plain = {Case.NONE, Case.OBJECTIVE}
    last = {f.base for t in before for f in inflections(t.text) if f.case in plain or f.plural}
    words = " ".join(t.text for t in before)
    return any(o in last if " " not in o else o in words for o in frame.objects)


def lacks(scene: Scene, frame: Frame, domain: Domain) -> bool:
    """Whether a clause lacks every word beside which its frame's verb means it: উপস্থিত ছিলেন.

    After a word of `unless` it is another thing: সংবাদ সম্মেলনে উপস্থিত ছিলেন. Where the clause
    points back (এতে উপস্থিত ছিলেন), the word may stand in the sentence before.

    Args:
        scene: The sentence.
        frame: The frame.
        domain: The clause.
    """
    if not frame.beside:
        return False
    tokens = scene.tokens[domain.first : domain.last]
    at_it = clause_words().chain.at_it
    points_back = scene.last is not None and any(t.text in at_it for t in tokens[:2])
    told = scene.last.tokens if points_back and scene.last is not None else ()
    return not any(_beside(frame, words) for words in (tokens, told))


def _beside(frame: Frame, tokens: Sequence[Token]) -> bool:
    """Whether one of the frame's words is among these, and not after one of `unless`."""
    words = {
        base
        for before, t in zip((None, *tokens), tokens, strict=False)
        if before is None or before.text not in frame.unless
        for base, _ in bases(t.text)
    }
    return bool(words & {*frame.beside})


def without(scene: Scene, at: int) -> bool:
    """What follows says that there was none: নিশ্চয়তা ছাড়াই.

    Args:
        scene: The sentence.
        at: Index of a noun.
    """
    after = scene.tokens[at + 1 :]
    if not after or after[0].text not in clause_words().light.without:
        return False
    phrases = clause_words().judging.nothing_but
    return not any(tuple(t.text for t in after[: len(p)]) == p for p in phrases)


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
        "own": future and (verb.form.first or verb.passive) and not must(verb),
        "done": verb.form.finite and not future,
        "first": verb.form.first,
    }
    return all(told[mark] for mark in frame.form)


def alike(tokens: Sequence[Token], first: int, parts: tuple[str, ...]) -> bool:
    """Whether words stand somewhere, maybe stressed: প্রত্যাশাও ব্যক্ত for প্রত্যাশা ব্যক্ত.

    Args:
        tokens: The tokens of a sentence.
        first: Where the first of the words must stand.
        parts: The words, without ending.
    """
    return all(
        t.text == part or (t.text.startswith(part) and (part, Case.NONE) in bases(t.text)[1:])
        for t, part in zip(tokens[first : first + len(parts)], parts, strict=True)
    )


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
    ending = clause_words().light.lasting
    if word.endswith(ending) and word != ending:
        # সাক্ষাৎকালে: during it.
        found.append((word.removesuffix(ending), Case.LOCATIVE))
    return tuple(dict.fromkeys(found))


def happened_at(scene: Scene, number: int, case: Case, at: int) -> bool:
    """The clause tells what happened at or during what its noun names.

    Args:
        scene: The sentence.
        number: Index of the noun's clause.
        case: The noun's case.
        at: Index of the noun.
    """
    return _during(scene, at) or _taking_part(scene, number, case)


def _during(scene: Scene, at: int) -> bool:
    """When it was, or what it was for: সফর শেষে, সফরের দ্বিতীয় দিনে, সফরে গিয়ে, সফরকালে."""
    if scene.tokens[at].text.endswith(clause_words().light.lasting):
        return True
    words = clause_words().light.during
    after = scene.tokens[at + 1 : at + 1 + REACH]
    return any(f.base in words for t in after for f in inflections(t.text))


def _taking_part(scene: Scene, number: int, case: Case) -> bool:
    """At it somebody says something, or a headline has him: বৈঠকে … বলেন, চীন সফরে পুতিন."""
    quiet = scene.domains[number].verb is None
    return case is Case.LOCATIVE and (quiet or scene.saying[number])


def meant_for(scene: Scene, at: int) -> bool:
    """What the subject came for: বৈঠকের জন্য পৌঁছেছেন.

    Args:
        scene: The sentence.
        at: Index of a noun.
    """
    return at + 1 < len(scene.tokens) and scene.tokens[at + 1].text in clause_words().light.purpose


def willing_to(scene: Scene, case: Case, at: int) -> bool:
    """What the subject is ready for: আলোচনায় প্রস্তুত.

    Args:
        scene: The sentence.
        case: The case of the noun.
        at: Its index.
    """
    after = scene.tokens[at + 1].text if at + 1 < len(scene.tokens) else ""
    return case is Case.LOCATIVE and after in clause_words().light.willing


def describes(segment: Segment, at: int) -> bool:
    """Whether a stretch ends with a verbal noun shortly before a noun.

    Args:
        segment: The stretch.
        at: Index of the noun.
    """
    verb = segment.verb
    if verb is None or verb.form.form != "noun" or verb.form.case or verb.passive:
        return False
    return at - verb.last <= DESCRIBED and verb.stems[-1] in clause_words().light.describing
