"""Acts of speech beside what they are about: ইরানে হামলার হুমকি, অবরোধের নির্দেশ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.language import inflections
from kg.model import Case, Claim
from kg.relate.scene import Scene

#: From here on a reading of what is threatened tells who is threatened.
SURE = 0.5

#: What finds orders.
ORDERS = frozenset({"request.instruct", "request.order"})


def spoken_of(
    scene: Scene, found: Mapping[tuple[int, int], Claim]
) -> Mapping[tuple[int, int], Claim]:
    """What an act of speech right after a happening in the genitive takes from it.

    What is threatened is no happening (ইরানে হামলার হুমকি is a warning to Iran alone); who
    condemns or supports an act, condemns or supports whoever does it; who orders what he
    does himself (অবরোধের নির্দেশ) asks nobody.

    Args:
        scene: The sentence.
        found: Its claims by the first and last token of their triggers.

    Returns:
        The claims that are left.
    """
    out = dict(found)
    for (first, last), claim in found.items():
        after = next((s for s in out if s[0] == last), None)
        genitive = any(f.case is Case.GENITIVE for f in inflections(scene.tokens[last - 1].text))
        if after is None or not genitive:
            continue
        said, sure = out[after], claim.confidence >= SURE
        if said.event_type == "Warning" and claim.event_type != "Warning":
            out[after] = replace(said, recipient=said.recipient or claim.recipient * sure)
            del out[(first, last)]
        elif said.found_by in ORDERS and _his_own(said, claim):
            del out[after]
        elif said.event_type in {"Accusation", "Support"} and not said.recipient and sure:
            doers = tuple(e for e in claim.agent if e not in said.agent)
            out[after] = replace(said, recipient=doers)
    return out


def _his_own(order: Claim, act: Claim) -> bool:
    """Who orders it does it, and nobody is ordered to whom it is not done."""
    return {*order.agent} <= {*act.agent} and {*order.recipient} <= {*act.recipient}
