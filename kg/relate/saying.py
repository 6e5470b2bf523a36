"""Which clauses report somebody's words, and which clauses hold these words."""

from __future__ import annotations

from collections.abc import Sequence

from kg.relate.clauses import Domain, spoken
from kg.relate.frames import speech_acts
from kg.relate.scene import Scene
from kg.relate.tables import clause_words, holds, paradigms, speech_words
from kg.relate.verbgroups import VerbGroup

#: How many words besides names a clause of saying may have that follows what was said.
SHORT = 2


def says(scene: Scene, domain: Domain) -> bool:
    """Whether a clause reports somebody's words or thoughts.

    Args:
        scene: The sentence.
        domain: One of its domains.
    """
    verbs = speech_words().verbs
    return any(_speaks(scene, s.verb, verbs.say | verbs.think) for s in domain.segments if s.verb)


def thinks(scene: Scene, domain: Domain) -> bool:
    """Whether a clause reports only what somebody thinks or hopes.

    Args:
        scene: The sentence.
        domain: One of its domains.
    """
    return not any(
        _speaks(scene, s.verb, speech_words().verbs.say) for s in domain.segments if s.verb
    )


def accuses(scene: Scene, i: int) -> bool:
    """Whether a clause is an act of speech that holds what is said: … বলে অভিযোগ করেছে.

    What stands after it, it holds where that is quoted or tells of somebody else: ইরান অভিযোগ
    করেছে, ইসরায়েল হামলা চালিয়েছে.

    Args:
        scene: The sentence, with `saying`.
        i: Index of a clause.
    """
    domain = scene.domains[i]
    if scene.saying[i]:
        return False
    if domain.verb is not None and _followed(scene, i):
        return spoken(scene.tokens, domain.verb)
    if domain.opened_by != "say":
        return False
    return any(spoken(scene.tokens, s.verb) for s in domain.segments[:1] if s.verb)


def _followed(scene: Scene, i: int) -> bool:
    """Whether after a clause somebody else acts, or somebody is quoted."""
    if scene.domains[i].quoted or i + 1 == len(scene.domains):
        return False
    here, other = scene.subjects[i], scene.subjects[i + 1]
    named = other is not None and other.chunk is not None and not other.chunk.pronoun
    apart = here is not None and other is not None and here.entities != other.entities
    return scene.domains[i + 1].quoted or (i == 0 and named and apart and _content(scene, i + 1))


def _content(scene: Scene, i: int) -> bool:
    """Whether a clause begins after যে or a mark, and not with 'and' or 'but'."""
    boundary, first = clause_words().boundary, scene.domains[i].first
    before, word = (t.text for t in scene.tokens[first - 1 : first + 1])
    return before in boundary.that or (before in boundary.marks and word not in boundary.words)


def _speaks(scene: Scene, verb: VerbGroup, wanted: frozenset[tuple[str, ...]]) -> bool:
    before = tuple(t.text for t in scene.tokens[max(0, verb.first - 2) : verb.first])
    keys = {(*before[len(before) - n :], s) for s in verb.stems for n in range(3)}
    # বলা চলে, জানানোর পর: nobody says it here.
    if verb.form.form not in {"finite", "participle"}:
        return False
    # Who urges does not report, but who says so urging does: আহ্বান জানিয়ে বলেন.
    adds = len(verb.forms) > 1 and verb.forms[-2].form == "participle"
    # এ কথা বলেন says it; কথা বলেন alone is a talk.
    told = before in speech_words().back.phrases
    if (
        keys & speech_acts()
        and not told
        and not (adds and verb.stems[-1] == paradigms().auxiliary.tell)
    ):
        return False
    return bool(keys & wanted)


def said(scene: Scene, i: int) -> Sequence[int]:
    """The clauses whose words a clause reports: those before it, or those after it.

    Args:
        scene: The sentence, with `saying`.
        i: Index of a clause that reports.
    """
    before = range(max((j + 1 for j in range(i) if scene.saying[j]), default=0), i)
    after = range(i + 1, len(scene.domains))
    here = scene.domains[i]
    if after and scene.domains[i + 1].quoted and not here.quoted:
        return after
    if here.opened_by == "say" and after and _twice(scene, here):
        return (*before, *after)
    return before if here.opened_by == "say" or (i and _spoken_before(scene, i)) else after


def _twice(scene: Scene, domain: Domain) -> bool:
    """What stands before and after are the same one's words: … দাবি করে নেতানিয়াহু বলেন, …."""
    own = [s.verb for s in domain.segments if s.verb is not None]
    return len(own) > 1 and spoken(scene.tokens, own[0]) and spoken(scene.tokens, own[-1])


def _spoken_before(scene: Scene, i: int) -> bool:
    """The words stand before 'he said' where that ends the sentence or follows a quotation."""
    before, here = scene.domains[i - 1], scene.domains[i]
    if i < len(scene.domains) - 1:
        return False
    return (before.quoted and not here.quoted) or (here.opened_by == "," and _bare(scene, here))


def _bare(scene: Scene, domain: Domain) -> bool:
    """The clause has little besides its verb and a name: …, জানিয়েছেন জেলেনস্কি."""
    verb = domain.verb
    if verb is None or domain.quoted:
        return False
    used = scene.named | {*range(verb.first, verb.last)}
    marks = clause_words().boundary.marks
    left = [i for i in range(domain.first, domain.last) if i not in used]
    return len([i for i in left if scene.tokens[i].text not in marks]) <= SHORT


def points_back(scene: Scene, domain: Domain) -> bool:
    """Whether a clause says whose word the sentence before was: এ তথ্য জানিয়েছেন ….

    Args:
        scene: The sentence.
        domain: A clause that reports.
    """
    # এমনটা উল্লেখ করার পাশাপাশি … বলেন: what he says is what follows.
    aside = (s for s in domain.segments if s.verb is not None and s.verb.form.form == "noun")
    first = max((s.last for s in aside), default=domain.first)
    texts = [t.text for t in scene.tokens[first : domain.last]]
    return holds(texts, speech_words().back.phrases)
