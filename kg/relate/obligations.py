"""What a clause says must, should or will be done: মেনে নিতে হবে, নেওয়া উচিত, নইলে … হবে."""

from __future__ import annotations

from itertools import zip_longest

from kg.language import inflections
from kg.model import Case
from kg.relate.clauses import Domain
from kg.relate.frames import openings
from kg.relate.scene import Scene
from kg.relate.spans import plain
from kg.relate.tables import holds, paradigms, speech_words, status_words
from kg.relate.verbgroups import VerbGroup
from kg.relate.verbs import verb_forms


def obligation(scene: Scene, domain: Domain) -> str:
    """The words by which a clause obliges, or the empty string.

    Args:
        scene: The sentence.
        domain: One of its clauses.
    """
    texts = [t.text for t in scene.tokens[domain.first : domain.last]]
    table = speech_words().obligation
    # প্রয়োজন হলে only says 'if need be'.
    ought = next(
        (
            word
            for word, after in zip_longest(texts, texts[1:], fillvalue="")
            if word in table.words and not any(f.form == "conditional" for f in verb_forms(after))
            # জরুরি বৈঠক is urgent; only at the end it obliges.
            if word not in table.adjectives or not plain(after) or verb_forms(after)
            # উচিত জবাব is a fitting answer.
            if (word, after) not in openings()
            # উচিত ছিল blames, দরকার নেই declines.
            if after not in table.past
        ),
        "",
    )
    verb = domain.verb
    if ought or verb is None or not must(verb):
        return ought
    return scene.text(verb.first, verb.last)


def told(scene: Scene, domain: Domain) -> str:
    """The words by which somebody is told to do something, or the empty string.

    Args:
        scene: The sentence.
        domain: One of its clauses: ইরানকে কর্মসূচি বন্ধ করতে বলেছে, নাগরিকদের সরে যেতে বলেছে.
    """
    verb, tell = domain.verb, paradigms().auxiliary.tell
    if verb is None or verb.form.negated or len(verb.forms) < 2 or verb.stems[-1] != tell:
        return ""
    asked = any(
        c.marker == "objective"
        for c in scene.within(domain.first, domain.last)
        if c.first < verb.first
    )
    unnamed = (i for i in range(domain.first, verb.first) if i not in scene.named)
    asked = asked or any(_person(scene.tokens[i].text) for i in unnamed)
    if verb.forms[-2].form != "infinitive" or not asked:
        return ""
    return scene.text(verb.first, verb.last)


def _person(word: str) -> bool:
    """An object in the plural of people: নাগরিকদের, পক্ষগুলোকে."""
    first = inflections(word)[0]
    return first.plural and first.case in {Case.OBJECTIVE, Case.GENITIVE} and plain(word)


def wished(scene: Scene, number: int) -> tuple[tuple[str, ...], str]:
    """Who wishes that somebody do what a clause says, if it is told, and the words of the wish.

    In জেলেনস্কি চান, যুক্তরাষ্ট্র অস্ত্র দিক the clause before wishes; in ইরান বলেছে, ভারত
    নজর দিক the form of the verb does, and it is the wish of whoever speaks.

    Args:
        scene: The sentence.
        number: Index of a clause.

    Returns:
        Who wishes (nobody: whoever speaks) and the words; an empty string where none is wished.
    """
    domain = scene.domains[number]
    verb, before = domain.verb, scene.domains[number - 1] if number else None
    if verb is None or verb.stems[0] in speech_words().obligation.calls:
        return (), ""
    if not _optative(scene, domain, verb):
        return (), ""
    sign = scene.text(verb.first, verb.last)
    wants = before is not None and before.verb is not None and _wants(before.verb)
    auxiliary = paradigms().auxiliary
    if not wants and verb.stems in {(auxiliary.be,), (auxiliary.go,)}:
        # যেভাবেই হোক and দেখা যাক are no wishes.
        return (), ""
    subject = scene.subjects[number - 1] if wants else None
    return (subject.entities if subject is not None else ()), sign


def _optative(scene: Scene, domain: Domain, verb: VerbGroup) -> bool:
    """অস্ত্র দিক, রাশিয়া যেন হামলা না করে.

    Not যেখানেই থাকুক না কেন, nor what only seems so (যেন … চায়) or is an aim (যেন … পারে).
    """
    if verb.form.tense == "imperative":
        return not verb.negated
    lest = status_words().stop.lest & {t.text for t in scene.tokens[domain.first : verb.first]}
    aim = {paradigms().auxiliary.want, paradigms().auxiliary.can} & {*verb.stems}
    named = any(c.marker == "bare" for c in scene.within(domain.first, verb.first))
    return bool(lest) and named and verb.form.tense == "present" and not aim


def _wants(verb: VerbGroup) -> bool:
    return verb.stems == (paradigms().auxiliary.want,) and not verb.negated


def ultimatum(scene: Scene, domain: Domain) -> str:
    """The words by which a clause says what follows unless something is done.

    Args:
        scene: The sentence.
        domain: One of its clauses: চুক্তি না করলে … হবে, নইলে … হবে.

    Returns:
        The words of what follows, or the empty string.
    """
    verb = domain.verb
    if verb is None or verb.form.tense != "future":
        return ""
    earlier = (s.verb for s in domain.segments if s.verb is not None and s.verb is not verb)
    unless = any(v.form.form == "conditional" and v.negated and not v.concessive for v in earlier)
    otherwise = speech_words().obligation.otherwise
    start = max(0, domain.first - 1)
    unless = unless or any(t.text in otherwise for t in scene.tokens[start : domain.first + 1])
    return scene.text(verb.first, verb.last) if unless else ""


def need_be(scene: Scene, domain: Domain) -> str:
    """The words of what somebody will do if need be: প্রয়োজনে শক্তি ব্যবহার করা হবে.

    Args:
        scene: The sentence.
        domain: One of its clauses.

    Returns:
        The words, or the empty string.
    """
    verb = domain.verb
    if verb is None or verb.form.tense != "future" or must(verb):
        return ""
    texts = [t.text for t in scene.tokens[domain.first : verb.first]]
    said = holds(texts, speech_words().obligation.need)
    return scene.text(verb.first, verb.last) if said else ""


def resolved(scene: Scene, domain: Domain) -> str:
    """The words of what a clause says will be, whatever happens: দেশ এক হবেই.

    Args:
        scene: The sentence.
        domain: One of its clauses.

    Returns:
        The stressed verb of the future, or the empty string.
    """
    verb = domain.verb
    if verb is None or verb.form.tense != "future" or verb.negated or must(verb):
        return ""
    word = scene.tokens[verb.last - 1].text
    return word if word.endswith(speech_words().obligation.stress) else ""


def hopes(scene: Scene, domain: Domain) -> bool:
    """Whether a clause says that somebody hopes: আমরা আশা করি, … আশা প্রকাশ করেছে.

    Args:
        scene: The sentence.
        domain: One of its clauses.
    """
    verb, nouns = domain.verb, speech_words().obligation.hope
    if verb is None or verb.negated:
        return False
    near = scene.tokens[max(domain.first, verb.first - 2) : verb.first]
    return any(f.base in nouns for t in near for f in inflections(t.text))


def must(verb: VerbGroup) -> bool:
    """An infinitive with the future of 'to be': ছেড়ে দিতে হবে.

    Args:
        verb: A verb group.
    """
    return (
        len(verb.forms) > 1
        and verb.forms[-2].form == "infinitive"
        and verb.stems[-1] == paradigms().auxiliary.be
        and verb.form.tense == "future"
    )
