"""Whose act a happening is: the subject of its clause or verbal noun, a speaker, a genitive."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language import inflections
from kg.model import Case, EntityType
from kg.relate.blamed import blamed, judged_at
from kg.relate.causers import forced, made
from kg.relate.denials import denial
from kg.relate.frames import VERBAL
from kg.relate.heads import UNNAMED
from kg.relate.owners import genitive, headlined
from kg.relate.search import Filler, Search, taken
from kg.relate.spans import Chunk, plain
from kg.relate.status import asked_not, promised_not
from kg.relate.tables import clause_words, noun_words, speech_words
from kg.relate.tellers import statement
from kg.relate.verbgroups import VerbGroup

#: What armies and police do and report without saying who did it.
FORCE = frozenset({"Attack", "Coercion", "MilitaryActivity", "Retreat"})

#: How an agent is found that the text does not name.
UNSTATED = "who did so before or the article's country, nobody being named"


def subject(search: Search) -> Filler | None:
    """The subject of the trigger's own verb; of what is denied, who denies it.

    Args:
        search: The sentence and the trigger.
    """
    t = search.trigger
    if t.frame.event not in VERBAL and judged_at(search.scene, t) is not None:
        return None if genitive(search) else blamed(search)
    return _doer(search)


def _doer(search: Search) -> Filler | None:
    """The subject where nobody is blamed or praised for it."""
    t = search.trigger
    if denial(search.scene, t):
        return None if genitive(search) else _of_clause(search)
    if t.shared:
        return None if _has_parties(search) else headlined(search) or _of_clause(search)
    if (other := made(search)) is not None or forced(search):
        return other
    urged = asked_not(search.scene, t) and not promised_not(search.scene, t)
    if urged and (asked := _asked(search)) is not None:
        return asked
    if not t.active:
        return _own_account(search) or statement(search)
    own = _before(search)
    if t.verb is not None and (described := _described(search, t.verb)) is not None:
        return described
    if t.verb is not None and not _controlled(search, t.verb):
        return _nominal_subject(search, own, t.verb)
    if t.verb is not None and (found := _of_condition(search, t.verb)) is not None:
        return found
    if t.verb is not None and not t.verb.form.finite and own:
        first = own[-1]
        if search.subject is None or search.subject.chunk is not first:
            object_ = _takes_bare(search) and first.last == t.first
            if first.last < t.first or (t.verb.form.form == "conditional" and not object_):
                return taken(first, "subject of the participle", 0.9)
            return _of_clause(search) if object_ else None
    return _of_clause(search)


def _asked(search: Search) -> Filler | None:
    """Who is asked not to do it: হামলা বন্ধ করতে রাশিয়ার প্রতি আহ্বান, রাশিয়াকে হামলা না চালাতে বলেছে."""
    t = search.trigger
    domain = search.scene.domains[t.domain]
    free = [c for c in search.scene.within(domain.first, domain.last) if c not in search.used]
    force = t.frame.event in FORCE
    named = [c for c in free if c.marker in {"objective", "to"} and (force or c.first >= t.last)]
    return taken(named[-1] if named else None, "who is asked", 0.8)


def _own_account(search: Search) -> Filler | None:
    """Forces tell of their own acts in the passive: সেনাবাহিনী জানিয়েছে, হামলা চালানো হয়েছে."""
    t, scene = search.trigger, search.scene
    if t.verb is None or not t.verb.passive or t.frame.event not in FORCE:
        return None
    telling = [
        c
        for says, domain in zip(scene.saying, scene.domains, strict=True)
        if says
        for c in scene.within(domain.first, domain.last)
        if c.marker == "bare" and c.acting and not c.thing
    ]
    return taken(telling[0] if telling else None, "who tells of it", 0.7)


def bearer(search: Search) -> Filler | None:
    """Of whom it is said: ইউক্রেন তা মানতে রাজি নয়, রাজি নয় ইউক্রেন.

    Args:
        search: The sentence and the trigger.
    """
    t = search.trigger
    own = [c for c in _before(search) if not search.broken(c.last, t.first)]
    domain = search.scene.domains[t.domain]
    near = [c for c in search.scene.within(domain.first, domain.last) if c.marker == "bare"]
    if not own:
        own = [c for c in near if c.first == t.last or c.first < t.first][-1:]
    fits = [c for c in own if _may_act(c) and not c.thing and not search.adjective(c)]
    return taken(fits[-1] if fits else None, "of whom it is said", 0.9)


def weapon(search: Search) -> Filler | None:
    """Whose weapon does it: ইউক্রেনের ড্রোন শোধনাগারে আঘাত হেনেছে.

    Args:
        search: The sentence and the trigger.
    """
    t, scene, words = search.trigger, search.scene, noun_words().representatives.weapons
    armed = [
        c
        for c in search.near
        if c.thing and c.marker == "bare" and c.first < t.first
        if any(f.base in words for f in inflections(scene.tokens[c.head_end - 1].text))
    ]
    return taken(armed[-1] if armed and t.active else None, "whose weapon it is", 0.9)


def force(search: Search) -> Filler | None:
    """The subject, if it is a force: ইউক্রেনীয় সেনারা রাশিয়ায় ঢুকে পড়েছে.

    Args:
        search: The sentence and the trigger.
    """
    found = subject(search)
    armed = found is not None and found.chunk is not None and _armed(search, found.chunk)
    return found if armed else None


def troops(search: Search) -> Filler | None:
    """Whose forces are the object: মার্কিন সেনাদের প্রত্যাহার করার পর.

    Args:
        search: The sentence and the trigger.
    """
    objects = {"objective", "genitive"}
    moved = [c for c in search.near if c.marker in objects and c.plural and _armed(search, c)]
    return taken(moved[0] if moved else None, "whose forces they are", 0.9)


def _armed(search: Search, c: Chunk) -> bool:
    words = search.scene.tokens[c.first : c.last]
    forces = noun_words().representatives.forces
    return any(f.base in forces for t in words for f in inflections(t.text))


def state(search: Search) -> Filler | None:
    """The article's own country, where nobody is said to arrest or to judge: আটক করা হয়েছে.

    Args:
        search: The sentence and the trigger.
    """
    t, home = search.trigger, search.scene.home
    # What is told of who undergoes it (কারাগারে আছেন) has no subject that does it.
    done_by_subject = any(source.where == "subject" for source in t.frame.agent)
    if home is None or (t.active and done_by_subject):
        return None
    return Filler((home,), UNSTATED, UNNAMED)


def _has_parties(search: Search) -> bool:
    """Others than the clause's subject are named as those who met: ট্রাম্প ও শির বৈঠকের পর."""
    near = [c for c in search.near if c.first < search.trigger.first]
    return genitive(search) is not None or any(c.marker in {"among", "joined"} for c in near)


def _takes_bare(search: Search) -> bool:
    """Whether a name right before may be what the verb is done to: চীন সফর করে."""
    frame = search.trigger.frame
    return any(s.where in {"destination", "bare-object"} for s in (*frame.recipient, *frame.place))


def _before(search: Search) -> list[Chunk]:
    """Phrases before the trigger, in its segment, that may be its own subject."""
    return [
        c
        for c in search.near
        if c.marker == "bare"
        and c.first < search.trigger.first
        and _may_act(c)
        and not c.thing
        and not search.adjective(c)
    ]


def _of_condition(search: Search, verb: VerbGroup) -> Filler | None:
    """Who acts up to a condition, which may have a subject of its own.

    In অনুরোধ জানিয়ে বাংলাদেশ চিঠি দিলেও সাড়া দেয়নি ভারত it is Bangladesh that asks.
    """
    t, scene = search.trigger, search.scene
    ends = [
        s.verb
        for s in scene.domains[t.domain].segments
        if s.verb is not None and s.verb.form.form == "conditional"
    ]
    here = next((v for v in ends if v.first >= verb.first), None)
    if here is None or verb.form.form not in {"participle", "conditional"}:
        return None
    first = max((v.last for v in ends if v.last <= t.first), default=scene.domains[t.domain].first)
    acting = [
        c
        for c in scene.within(first, here.first)
        if c.marker == "bare" and _may_act(c) and not c.thing and c not in search.used
        if not search.adjective(c) and not (_takes_bare(search) and c.last == t.first)
    ]
    return taken(acting[0] if acting else None, "subject of the condition", 0.85)


def _of_clause(search: Search) -> Filler | None:
    found = search.subject
    if found is None or (search.trigger.frame.own_subject and found.chunk is None):
        return None
    if found.chunk is not None and (found.chunk in search.used or search.adjective(found.chunk)):
        return None
    return Filler(found.entities, f"subject {found.how}", found.confidence, found.chunk)


def _nominal_subject(search: Search, own: Sequence[Chunk], verb: VerbGroup) -> Filler | None:
    """Who does it in রাশিয়া হামলা চালানোর আগে: a state or body right before, in one breath."""
    if verb.form.form != "noun" or not own or EntityType.PERSON in own[0].types:
        return None
    if search.broken(own[0].last, search.trigger.first):
        return None
    return taken(own[0], "subject of the verbal noun", 0.7)


def _controlled(search: Search, verb: VerbGroup) -> bool:
    """The clause's subject also does what a verbal noun names: সফর করার পরিকল্পনা, করার পর."""
    if verb.form.form not in {"noun", "infinitive"}:
        return True
    control = clause_words().control
    domain = search.scene.domains[search.trigger.domain]
    # In জার্মানির উচিত … সহায়তা করা Germany is to do it, not who says so.
    ought = speech_words().obligation.words
    if any(t.text in ought for t in search.scene.tokens[domain.first : domain.last]):
        return False
    after = search.scene.tokens[verb.last : domain.last]
    bases = [{f.base for f in inflections(t.text)} for t in after]
    if any(b & control.request for b in bases):
        return False
    if not verb.form.case:
        return not _describes(search, verb)
    if any(b & control.words for b in bases[:2]):
        # What is said of somebody's decision is not one's own: দেওয়ার সিদ্ধান্তের সমালোচনা.
        owned = inflections(after[0].text)[0].case is Case.GENITIVE
        return not owned or len(bases) < 2 or bool(bases[1] & control.words)
    return False


def _described(search: Search, verb: VerbGroup) -> Filler | None:
    """Whom a verbal noun right before a name tells of: প্রতিশ্রুতি দেওয়া ট্রাম্প."""
    if verb.form.form != "noun" or verb.form.case or verb.passive:
        return None
    after = next((c for c in search.scene.chunks if c.first == verb.last), None)
    if search.trigger.frame.event == "Coercion":
        # জব্দ করা রাশিয়ার সম্পদ: what was seized did not seize.
        return None
    acts = after is not None and _may_act(after) and not search.adjective(after)
    return taken(after, "whom the verbal noun describes", 0.8) if acts else None


def _describes(search: Search, verb: VerbGroup) -> bool:
    """A bare verbal noun before a noun tells of that: পরীক্ষায় অংশ নেওয়া ইউনিট, not the subject."""
    t, tokens = search.trigger, search.scene.tokens
    domain = search.scene.domains[t.domain]
    if verb.form.form != "noun" or verb.last >= domain.last:
        return False
    if any(c.first == verb.last for c in search.scene.chunks):
        return True
    word, light = tokens[verb.last].text, clause_words().light
    goes_on = {f.base for f in inflections(word)} & {*light.between, *light.going_on}
    following = domain.verb is not None and domain.verb.first == verb.last + 1
    return plain(word) and not goes_on and not following


def _may_act(c: Chunk) -> bool:
    return EntityType.PLACE not in c.types or EntityType.COUNTRY in c.types
