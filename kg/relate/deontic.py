"""What speakers say should be done: an appeal without a word for appealing."""

from __future__ import annotations

from itertools import zip_longest

from kg.model import Claim, Evidence, Status
from kg.relate.clauses import Domain
from kg.relate.engine import Context
from kg.relate.scene import Scene
from kg.relate.tables import paradigms, speech_words
from kg.relate.timing import clause_time
from kg.relate.verbgroups import VerbGroup
from kg.relate.verbs import verb_forms


def read_appeals(scene: Scene, context: Context) -> tuple[Claim, ...]:
    """Appeals by what somebody says must be done: ইউক্রেনকে … মেনে নিতে হবে.

    The speaker is the agent, who must do it the recipient; the time is that of the speech.

    Args:
        scene: The sentence.
        context: What is known of the article.

    Returns:
        A claim for each clause that obliges.
    """
    return tuple(
        claim
        for number, domain in enumerate(scene.domains)
        if (claim := _appeal(scene, number, domain, context)) is not None
    )


def _appeal(scene: Scene, number: int, domain: Domain, context: Context) -> Claim | None:
    speakers = scene.speakers[number]
    sign = _obliges(scene, domain)
    if not speakers or not sign:
        return None
    owed = [
        c
        for c in scene.chunks
        if domain.first <= c.first < domain.last
        and (
            c.marker == "objective"
            or (c.marker == "genitive" and sign in speech_words().obligation.words)
        )
    ]
    recipient = tuple(e for e in owed[0].entities if e not in speakers) if owed else ()
    first, last, note = clause_time(scene, 0, context.times)
    return Claim(
        event_type="Appeal",
        agent=speakers,
        recipient=recipient,
        place=(),
        status=Status.OCCURRED,
        evidence=(Evidence(scene.sentence.index, scene.sentence.begin, scene.sentence.end),),
        found_by="request.must",
        confidence=0.6 if recipient else 0.45,
        begin=first,
        end=last,
        trigger=sign,
        notes=("agent: speaker", f"recipient: {'objective' if owed else 'none'}", f"time: {note}"),
    )


def _obliges(scene: Scene, domain: Domain) -> str:
    texts = [t.text for t in scene.tokens[domain.first : domain.last]]
    words = speech_words().obligation.words
    # প্রয়োজন হলে only says 'if need be'.
    ought = next(
        (
            word
            for word, after in zip_longest(texts, texts[1:], fillvalue="")
            if word in words and not any(f.form == "conditional" for f in verb_forms(after))
        ),
        "",
    )
    verb = domain.verb
    if ought or verb is None or not _must(verb):
        return ought
    return " ".join(t.text for t in scene.tokens[verb.first : verb.last])


def _must(verb: VerbGroup) -> bool:
    """An infinitive with the future of 'to be': ছেড়ে দিতে হবে."""
    return (
        len(verb.forms) > 1
        and verb.forms[-2].form == "infinitive"
        and verb.stems[-1] == paradigms().auxiliary.be
        and verb.form.tense == "future"
    )
