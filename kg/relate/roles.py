"""Who fills a frame's roles: one small function for each place where a role may stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.addressees import accuser, addressed, judged_party, matter
from kg.relate.attendants import attending
from kg.relate.carriers import carried
from kg.relate.chunks import postpositions
from kg.relate.doers import bearer, force, state, subject, troops, weapon
from kg.relate.frames import VERBAL, RoleSource, event_nouns
from kg.relate.jurisdictions import enforced, jurisdiction, origin
from kg.relate.owners import genitive, headline, owner
from kg.relate.search import Filler, Search, taken
from kg.relate.spans import Chunk
from kg.relate.tables import clause_words, noun_words
from kg.relate.tellers import content_subject, own_account, speaker
from kg.relate.undergoers import (
    blockaded,
    border,
    following,
    guest,
    national,
    protested,
    slain,
    stricken,
    sufferer,
    upon,
    victim,
)

#: The types of each entity: one, or two for a capital that acts for its state.
Types = Mapping[str, frozenset[EntityType]]


#: How many words may stand between two joined names and what they do.
JOINED = 2

#: How many words after an object that may stand which is to be done with it.
HANDLED = 3

#: How the agent of an act of speech is found that is named as the source of what follows.
TELLER = "whose word it is"


def fill(source: RoleSource, search: Search, types: Types) -> Filler | None:
    """What stands at one place of a role and is of the right type, or nothing.

    Args:
        source: Where to look, and the types wanted.
        search: The sentence and the trigger.
        types: The types of each entity.

    Returns:
        The filler with the entities that are of a wanted type; who acts for an entity
        (রুশ কর্মকর্তারা) counts as of any type.
    """
    finder = FINDERS.get(source.where)
    filler = finder(search) if finder else _marked(source.where, search)
    acting = filler is not None and filler.chunk is not None and filler.chunk.acting
    if filler is None or not source.types or acting:
        return filler
    kept = tuple(e for e in filler.entities if types.get(e, frozenset()) & source.types)
    if not kept:
        return None
    return Filler(kept, filler.how, filler.confidence, filler.chunk)


def _possessor(search: Search) -> Filler | None:
    first, scene = search.trigger.first, search.scene
    before = [c for c in search.near if c.first < first and c.marker == "genitive"]
    # ইউক্রেনের ছোড়া নয়টি ক্ষেপণাস্ত্র: whose doing what was hit is.
    doings = {g.first for g in scene.groups if g.form.form == "noun" and not g.form.case}
    inside = scene.within(scene.domains[search.trigger.domain].first, first)
    before = before or [c for c in inside if c.marker == "genitive" and c.last in doings]
    free = [c for c in before if c not in search.used]
    return taken(free[-1] if free else None, "owner of what was hit", 0.8)


def _adjective_role(search: Search) -> Filler | None:
    before = [c for c in search.near if c.first < search.trigger.first and search.adjective(c)]
    return taken(before[0] if before else None, "adjective", 0.8)


def _bare_object(search: Search) -> Filler | None:
    acting = search.subject.chunk if search.subject else None
    before = [
        c
        for c in search.near
        if c.marker == "bare" and c.first < search.trigger.first and c is not acting
    ]
    return taken(before[0] if before else None, "bare object", 0.7)


def _destination(search: Search) -> Filler | None:
    t = search.trigger
    acting = search.subject.chunk if search.subject else None
    for c in search.near:
        # What stands right before the noun is where to, even where nothing else could act.
        # সফরে ইরানে গেছেন: between the noun and its verb, too.
        first = t.verb.first if t.active and t.verb is not None else t.first
        if t.shared and t.verb is None:
            # তিন দিনের সফরে ঢাকায় …: in a headline it may follow.
            first = search.scene.domains[t.domain].last
        if c.first >= first or search.adjective(c) or (c is acting and c.last != t.first):
            continue
        if c.types & {EntityType.PLACE, EntityType.COUNTRY} and c.marker in {
            "bare",
            "locative",
            "near",
        }:
            return taken(c, "destination")
    return None


def _marked(marker: str, search: Search) -> Filler | None:
    """A phrase with a case or postposition: in the trigger's segment, else in its clause."""
    near = next(
        (
            c
            for c in search.near
            if _bears(search, c, marker) and not (_entered(search, c) or _dealt_with(search, c))
        ),
        None,
    )
    if near is not None:
        return taken(near, marker)
    if marker == "by" and (said := [c for c in search.content if c.marker == "by"]):
        return taken(said[0], "by, before what is promised", 0.8)
    charged = next((c for c in search.charged if _bears(search, c, marker)), None)
    if charged is not None:
        return taken(charged, f"{marker}, before what is told of it", 0.8)
    verb = search.trigger.verb
    if verb is None or not verb.form.finite or marker in {"locative", "near"}:
        return None
    wider = next(
        (c for c in search.wider if _bears(search, c, marker) and not _of_another(search, c)), None
    )
    return taken(wider if search.trigger.active else None, f"{marker}, in the same clause", 0.8)


def _of_another(search: Search, c: Chunk) -> bool:
    """What follows the verb before another event noun is of that: … যান ন্যাটোর সঙ্গে আলোচনার জন্য."""
    after = search.scene.tokens[c.last : c.last + 1]
    named = any(f.base in event_nouns() for t in after for f in inflections(t.text))
    return c.first >= search.trigger.last and named


def _entered(search: Search, c: Chunk) -> bool:
    """Where somebody goes or enters, not whom it hits: যুক্তরাষ্ট্রে প্রবেশে নিষেধাজ্ঞা."""
    after = search.scene.tokens[c.last : c.last + 1]
    words = clause_words().light.entering
    goes = any(f.base in words for t in after for f in inflections(t.text))
    # Of going and entering itself it is where to.
    itself = "place" in search.trigger.frame.needs
    return c.marker == "locative" and goes and not itself


def _bears(search: Search, c: Chunk, marker: str) -> bool:
    if c.marker == marker:
        return True
    # ডিপিআরকে is the name itself; where somebody else acts it is as good as its object.
    subject = search.subject.chunk if search.subject else None
    ends = tuple(noun_words().detached.objective)
    head = search.scene.tokens[c.head_end - 1].text
    if marker == "objective" and c.marker == "bare" and c is not subject and head.endswith(ends):
        return True
    # The plural -দের is genitive and objective alike; A ও Bের is genitive alone.
    alike = marker == "objective" and c.plural and c.marker == "genitive"
    return alike and any(f.plural and f.case is Case.GENITIVE for f in inflections(head))


def _asked(search: Search) -> Filler | None:
    """Who is asked: the first of those to whom it may be said, before what they are to do."""
    t = search.trigger
    domain = search.scene.domains[t.domain]
    asked = [
        c
        for c in search.scene.within(domain.first, domain.last)
        if c not in search.used and (_bears(search, c, "objective") or c.marker == "to")
        if not _handled(search, c)
    ]
    # শেখ হাসিনাকে হস্তান্তরের জন্য ভারতকে অনুরোধ: who stands after what is to be done.
    purpose = clause_words().light.purpose
    aims = [i for i in range(domain.first, t.first) if search.scene.tokens[i].text in purpose]
    late = [c for c in asked if aims and c.first > aims[-1]]
    return taken((late or asked)[0] if asked else None, "who is asked")


def _handled(search: Search, c: Chunk) -> bool:
    """With whom something is to be done: শেখ হাসিনাকে প্রত্যর্পণের অনুরোধ asks somebody else."""
    after = search.scene.tokens[c.last : c.last + HANDLED]
    return any(f.base in clause_words().light.handling for t in after for f in inflections(t.text))


def _dealt_with(search: Search, c: Chunk) -> bool:
    """The object of another noun: হাদিকে হত্যাচেষ্টার ঘটনায় তিনজনকে আটক করা হয়েছে."""
    said = search.trigger.frame.event in VERBAL
    if said or c.last >= search.trigger.first or c.marker != "objective":
        return False
    forms = inflections(search.scene.tokens[c.last].text)
    handling = clause_words().light.handling
    return any(f.case is Case.GENITIVE and f.base in handling for f in forms)


def _source(search: Search) -> Filler | None:
    """Who says it, where the trigger itself says that it is said: জেলেনস্কির অভিযোগ, …."""
    t = search.trigger
    told = [
        c for c in search.scene.chunks if c.marker == "according" and c.first < t.first < c.last
    ]
    return taken(told[0] if told else None, TELLER)


def _held(search: Search) -> Filler | None:
    """Whose it is that is the object: ট্রাম্পের পরিকল্পনাকে স্বাগত জানিয়েছে."""
    t = search.trigger
    for c in search.near:
        between = search.scene.tokens[c.last : t.first]
        objects = [w for w in between if _affected(w.text)]
        if c.marker == "genitive" and not c.thing and objects:
            return taken(c, "owner of the object", 0.8)
    return None


def _affected(word: str) -> bool:
    """An object, or what something is said to or of: পরিকল্পনাকে, নীতির প্রতি."""
    toward = postpositions("to") | postpositions("against")
    return inflections(word)[0].case is Case.OBJECTIVE or word in toward


def _joined(search: Search) -> Filler | None:
    t = search.trigger
    after = [c for c in search.scene.within(t.last, t.last + 1) if c not in search.used]
    for c in (*search.near, *after):
        # সমঝোতায় রাশিয়া-ইউক্রেন: right after it, too.
        beside = 0 <= t.first - c.last <= JOINED or c.first == t.last
        if c.marker == "joined" and beside:
            return taken(c, "joined names")
    return None


#: What looks for each construction; every other place is a case or a postposition.
FINDERS: Mapping[str, Callable[[Search], Filler | None]] = MappingProxyType(
    {
        "subject": subject,
        "speaker": speaker,
        "content-subject": content_subject,
        "genitive": genitive,
        "headline": headline,
        "owner": owner,
        "possessor": _possessor,
        "adjective": _adjective_role,
        "bare-object": _bare_object,
        "destination": _destination,
        "joined": _joined,
        "state": state,
        "jurisdiction": jurisdiction,
        "enforced": enforced,
        "origin": origin,
        "border": border,
        "upon": upon,
        "asked": _asked,
        "victim": victim,
        "guest": guest,
        "sufferer": sufferer,
        "protested": protested,
        "national": national,
        "slain": slain,
        "stricken": stricken,
        "following": following,
        "force": force,
        "troops": troops,
        "weapon": weapon,
        "bearer": bearer,
        "source": _source,
        "held": _held,
        "accuser": accuser,
        "judged-party": judged_party,
        "matter": matter,
        "addressed": addressed,
        "own-account": own_account,
        "aboard": carried,
        "attending": attending,
        "blockaded": blockaded,
    }
)
