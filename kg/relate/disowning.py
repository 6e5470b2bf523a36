"""What a speaker says is not so with himself: a denial that no word for denying names."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language import inflections
from kg.model import Claim
from kg.relate.engine import Context
from kg.relate.scene import ACTORS, Scene
from kg.relate.tables import clause_words, speech_words
from kg.relate.wording import Act, claim_of_act

#: Where one of these is named already, its words say what is rejected.
REJECTIONS = frozenset({"Denial", "Refusal"})

#: How many words before the verb what there is none of may stand: কোনো হাত তাদের নেই.
NEAR = 4

#: How sure a denial is that only its content tells.
SURE = 0.4

#: How sure it is where nobody accused the speaker before.
UNASKED = 0.3


def read_denials(scene: Scene, context: Context, own: Sequence[Claim]) -> tuple[Claim, ...]:
    """Denials by what somebody says is not so: এ হামলায় তাদের কোনো হাত নেই, আমি কখনোই … করিনি.

    Args:
        scene: The sentence.
        context: What is known of the article.
        own: The claims of the sentence that words name.

    Returns:
        A claim for each clause in which a speaker says of himself that nothing of it is so.
    """
    told = {c.agent for c in own if c.event_type in REJECTIONS}
    found: list[Claim] = []
    for number, speakers in enumerate(scene.speakers):
        charge = _charge(speakers, context)
        if speakers and speakers not in told and _nothing(scene, number, charge):
            found.append(_denial(scene, number, context, charge))
    return tuple(found)


def _charge(speakers: tuple[str, ...], context: Context) -> Claim | None:
    """What somebody accused the speakers of before in the article, the last of it."""
    against = (c for c in reversed(context.before) if {*speakers} & {*c.recipient})
    return next((c for c in against if c.event_type == "Accusation"), None)


def _nothing(scene: Scene, number: int, charge: Claim | None) -> bool:
    """There is no hand or plan of his (কোনো হাত নেই), or he, who is accused, never did it."""
    table, domain = speech_words().disowning, scene.domains[number]
    texts = [t.text for t in scene.tokens[domain.first : domain.last]]
    verb = domain.verb
    if not table.none & {*texts}:
        return False
    end = (verb.first if verb else domain.last) - domain.first
    near = texts[max(0, end - NEAR) : end]
    if any(f.base in table.ties for text in near for f in inflections(text)):
        being = verb is None or verb.stems[-1] in clause_words().judging.being
        negated = verb.negated if verb else bool(clause_words().negation.words & {*texts[-3:]})
        to_come = verb is not None and verb.form.tense == "future"
        return being and negated and not to_come and not _of_others(scene, number)
    never = verb is not None and verb.negated and verb.form.first and verb.form.tense != "future"
    return charge is not None and never


def _of_others(scene: Scene, number: int) -> bool:
    """Somebody else is named as the one whose it is, or who it is."""
    mine, domain = {*scene.speakers[number]}, scene.domains[number]
    texts = {t.text for t in scene.tokens[domain.first : domain.last]}
    named = [c for c in scene.within(domain.first, domain.last) if c.types & ACTORS]
    others = (c for c in named if c.marker in {"bare", "genitive"} and not mine & {*c.entities})
    return any(others) and not speech_words().disowning.own & texts


def _denial(scene: Scene, number: int, context: Context, charge: Claim | None) -> Claim:
    speakers, domain = scene.speakers[number], scene.domains[number]
    accusers = () if charge is None else tuple(e for e in charge.agent if e not in speakers)
    act = Act(
        "Denial",
        speakers,
        accusers,
        sign=scene.text(domain.first, domain.last),
        rule="reject.disown",
        confidence=SURE if accusers else UNASKED,
        how=("speaker", "who accused before"),
    )
    return claim_of_act(scene, act, context.times)
