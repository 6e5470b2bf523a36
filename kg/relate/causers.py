"""Who is made, told or let to do something: রাশিয়াকে হামলা চালাতে বাধ্য করেছে."""

from __future__ import annotations

from kg.language import inflections
from kg.relate.search import Filler, Search, taken
from kg.relate.spans import Chunk
from kg.relate.tables import clause_words
from kg.relate.verbgroups import VerbGroup

#: How many words after an infinitive the noun of ordering or forcing may stand.
REACH = 4


def made(search: Search) -> Filler | None:
    """Who is to do what an infinitive names: its object acts, not who orders or forces.

    With one object alone that the act itself may take (ইমরান খানকে গ্রেপ্তার করতে বলেছে), nobody
    is named who should do it.

    Args:
        search: The sentence and the trigger.
    """
    t = search.trigger
    verb = t.verb
    if verb is None or not (_lets(verb) or _orders(search, verb)):
        return None
    domain = search.scene.domains[t.domain]
    free = search.scene.within(domain.first, domain.last)
    objects = [c for c in free if c.marker == "objective" and c not in search.used]
    takes = any(source.where == "objective" for source in t.frame.recipient)
    if takes and len(objects) == 1 and not _has_other(search, objects[0]):
        return None
    return taken(objects[-1] if objects else None, "who is made to do it", 0.85)


def forced(search: Search) -> bool:
    """Whether somebody is forced to do it: his object does it, not who forces him.

    Args:
        search: The sentence and the trigger.
    """
    verb, scene = search.trigger.verb, search.scene
    ruling = scene.domains[search.trigger.domain].verb
    if verb is None or ruling is None or verb.form.form != "infinitive":
        return False
    force = scene.tokens[ruling.first - 1].text in clause_words().control.force
    return force and _orders(search, verb) and not ruling.passive


def _lets(verb: VerbGroup) -> bool:
    """ঢুকতে দেয়নি, চালাতে বলেছে: the infinitive and what rules it are one group."""
    rules = len(verb.forms) > 1 and verb.forms[-2].form == "infinitive"
    return rules and verb.stems[-1] in clause_words().control.letting


def _orders(search: Search, verb: VerbGroup) -> bool:
    """চালাতে বাধ্য করেছে, চালাতে … নির্দেশ দিয়েছেন; but not চালাতে বাধ্য হয়েছে."""
    scene = search.scene
    if verb.form.form != "infinitive":
        return False
    ruling = scene.domains[search.trigger.domain].verb
    if ruling is None or ruling.stems[0] not in clause_words().control.making:
        return False
    after = scene.tokens[ruling.first - 1 : ruling.first]
    near = ruling.first - verb.last <= REACH
    return near and any(
        f.base in clause_words().control.orders for t in after for f in inflections(t.text)
    )


def _has_other(search: Search, c: Chunk) -> bool:
    """Another phrase stands where the act's own object may: ইউক্রেনে, হামাসের ওপর."""
    places = {s.where for s in search.trigger.frame.recipient} - {"objective"}
    return any(o.marker in places for o in search.near if o is not c)
