"""What happened besides what was told: এছাড়া, এর আগে …, জাহাজেও হামলা, হামলার মাত্রা বাড়িয়েছে."""

from __future__ import annotations

from kg.language import inflections
from kg.model import Case, Claim
from kg.relate.chunks import postpositions
from kg.relate.frames import VERBAL
from kg.relate.scene import Scene
from kg.relate.tables import clause_words

#: Cases of what something is done to, where or by which occasion.
TOUCHED = frozenset({Case.LOCATIVE, Case.OBJECTIVE})


def told_besides(scene: Scene, claim: Claim) -> bool:
    """Whether a sentence says that what it tells is not what was told before.

    Of acts of speech nothing is said: who also condemns or asks goes on with one speech.

    Args:
        scene: The sentence.
        claim: A claim of it.
    """
    at = trigger_at(scene, claim)
    if claim.event_type in VERBAL or at is None:
        return False
    first, last = at
    former = scene.tokens[first - 1].text if first else ""
    before = former in clause_words().besides.former
    return before or _opens(scene) or _more(scene, last) or _also(scene, first, last)


def trigger_at(scene: Scene, claim: Claim) -> tuple[int, int] | None:
    """Where the words stand that name a claim, as first token and the one after the last.

    Args:
        scene: The sentence.
        claim: A claim of it.
    """
    words = claim.trigger.split()
    texts = [t.text for t in scene.tokens]
    ends = range(len(texts) - len(words) + 1)
    first = next((i for i in ends if words and texts[i : i + len(words)] == words), None)
    return None if first is None else (first, first + len(words))


def _opens(scene: Scene) -> bool:
    start = tuple(t.text for t in scene.tokens[:3])
    openers = clause_words().besides.openers
    return any(start[:n] in openers for n in range(1, len(start) + 1))


def _more(scene: Scene, last: int) -> bool:
    """There is more of it: হামলার মাত্রা, হামলার তীব্রতা."""
    after = scene.tokens[last : last + 1]
    return any(f.base in clause_words().besides.more for t in after for f in inflections(t.text))


def _also(scene: Scene, first: int, last: int) -> bool:
    """It was done to something else, too: জাহাজেও, ফিলিস্তিনিদের ওপরও, হামলার ঘটনায়ও."""
    domain = next((d for d in scene.domains if d.first <= first < d.last), None)
    begin = domain.first if domain is not None else first
    words, table = scene.tokens, clause_words().besides
    upon = postpositions("on") | postpositions("against")
    for i in (*range(begin, first), *range(last, min(last + 1, len(words)))):
        form = inflections(words[i].text)[0]
        touched = form.case in TOUCHED or form.base in upon
        counts = any(t.text in table.counting for t in words[i + 1 : i + 2])
        if form.particle == table.also and touched and not counts:
            return True
    return False
