"""What a clause says must or should be done: মেনে নিতে হবে, নেওয়া উচিত."""

from __future__ import annotations

from itertools import zip_longest

from kg.relate.clauses import Domain
from kg.relate.scene import Scene
from kg.relate.spans import plain
from kg.relate.tables import paradigms, speech_words
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
        ),
        "",
    )
    verb = domain.verb
    if ought or verb is None or not must(verb):
        return ought
    return " ".join(t.text for t in scene.tokens[verb.first : verb.last])


def told(scene: Scene, domain: Domain) -> str:
    """The words by which somebody is told to do something, or the empty string.

    Args:
        scene: The sentence.
        domain: One of its clauses: ইরানকে কর্মসূচি বন্ধ করতে বলেছে.
    """
    verb, tell = domain.verb, paradigms().auxiliary.tell
    if verb is None or verb.form.negated or len(verb.forms) < 2 or verb.stems[-1] != tell:
        return ""
    asked = any(
        c.marker == "objective"
        for c in scene.within(domain.first, domain.last)
        if c.first < verb.first
    )
    if verb.forms[-2].form != "infinitive" or not asked:
        return ""
    return " ".join(t.text for t in scene.tokens[verb.first : verb.last])


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
