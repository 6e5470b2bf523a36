"""People meant by a word for kin: তাঁর ছোট বোন, once the article has named that sister."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.language import parse_number
from kg.model import Case, Document, Inflection, Link, MentionType
from kg.resolve.spans import Spans
from kg.resolve.tables import Kin, kin, kin_words, words_of
from kg.resolve.text import Line, lines, phrase_at
from kg.world import World

_FOUND_BY = "family word"
_BRACKETS = frozenset(",()–—-")
_HYPHENS = frozenset("-\u2010\u2011")
_OWNED, _BARE = 0.7, 0.55

#: So many words may stand between a word for kin and a name that is still its own
#: (তাঁর ছেলে দলের ভারপ্রাপ্ত চেয়ারম্যান তারেক রহমান).
_REACH = 4


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words for kin in a sentence, and the person whose kin it is, if that can be told."""

    line: Line
    first: int
    last: int
    inflection: Inflection
    kin: Kin
    owner: Link | None

    @property
    def owned(self) -> bool:
        """Whether the owner stands right before, in the genitive."""
        return self.owner is not None and self.owner.mention.case is Case.GENITIVE


@dataclass(frozen=True, slots=True)
class _Known:
    """What the article tells by a name beside words for kin."""

    kin: Kin
    owner: str
    person: str
    sure: float


def link_kin(document: Document, links: Sequence[Link], world: World) -> tuple[Link, ...]:
    """Links the words for kin that mean a person whom the article names as that kin.

    Whose kin is meant stands right before, in the genitive or as the only subject.
    Nobody is chosen where two fit, or where the article speaks of several such kin.

    Args:
        document: The article.
        links: Its names, pronouns and described names, with whom they refer to.
        world: The gazetteer, for titles between a word for kin and a name.

    Returns:
        The new links in reading order.
    """
    names = Spans((each.begin, each.end) for each in document.mentions)
    phrases = [
        phrase
        for line in lines(document, links)
        for phrase in _phrases(line)
        if not names.around(line.sentence.tokens[phrase.first].begin)
    ]
    first = _first_mentions(links)
    known = {fact for each in phrases for fact in _told(each, first, world)}
    several = {each.kin.kin for each in phrases if _is_several(each)}
    made = (_link(document, each, known, several) for each in phrases if _stands_alone(each, names))
    return tuple(link for link in made if link is not None)


def _phrases(line: Line) -> Iterator[_Phrase]:
    """The words for kin in a sentence that are part of no name, the longest from the left."""
    start = 0
    while start < len(line.words):
        found = phrase_at(line.words, start, kin_words()) if line.links[start] is None else None
        if found is None or any(line.links[start : found[0]]):
            start += 1
            continue
        last, inflection = found
        word = kin()[inflection.base]
        yield _Phrase(line, start, last, inflection, word, _owner(line, start, word))
        start = last


def _owner(line: Line, first: int, word: Kin) -> Link | None:
    """Whose kin: the person right before in the genitive, else the sentence's only subject.

    Any other word before (সাবেক, দুই, নিহতের) makes it somebody else's, or another one, and
    হাদি ভাই is হাদি himself.
    """
    before = line.links[first - 1] if first else None
    if before is None or not _is_person(before):
        return None
    if before.mention.case is Case.GENITIVE:
        return before
    people = {link.entities for link in line.links[:first] if link and _may_be_person(link)}
    alone = len(people) == 1 and before.mention.case is Case.NONE
    return before if alone and not word.address else None


def _may_be_person(link: Link) -> bool:
    return any(id_.startswith("person/") for id_ in link.entities)


def _is_person(link: Link | None) -> bool:
    return link is not None and len(link.entities) == 1 and _may_be_person(link)


def _first_mentions(links: Sequence[Link]) -> Mapping[str, int]:
    """Where each person is first named."""
    found: dict[str, int] = {}
    for link in links:
        for id_ in link.entities:
            found[id_] = min(link.mention.begin, found.get(id_, link.mention.begin))
    return found


def _told(phrase: _Phrase, first: Mapping[str, int], world: World) -> Iterator[_Known]:
    """Who the kin is, where the name stands right after the words or right before them."""
    if phrase.owner is None or phrase.inflection.plural:
        return
    name = _name_after(phrase, first, world) or _name_before(phrase)
    if name is not None and name.entities != phrase.owner.entities:
        sure = min(name.confidence, phrase.owner.confidence)
        yield _Known(phrase.kin, phrase.owner.entities[0], name.entities[0], sure)


def _name_after(phrase: _Phrase, first: Mapping[str, int], world: World) -> Link | None:
    """The name in ছোট বোন কিম ইয়ো জং.

    With an ending it may be the object of what the kin does (বোন পুতিনকে বলেন), but for a
    full name that the article has not had before.
    """
    line, at = phrase.line, phrase.last
    while at < len(line.words) and line.links[at] is None and _is_title(line.words[at], world):
        at += 1
    link = line.links[at] if at < len(line.words) else None
    if link is None or not _is_named(link) or phrase.inflection.case is not Case.NONE:
        return None
    new = " " in link.mention.base and first[link.entities[0]] == link.mention.begin
    return link if new or link.mention.case is Case.NONE else None


def _is_title(word: str, world: World) -> bool:
    role = world.roles.get(word)
    return role is not None and role.honorific


def _name_before(phrase: _Phrase) -> Link | None:
    """The name in কিম ইয়ো জং, কিমের ছোট বোন, …; in a list of people it is somebody else's."""
    line = phrase.line
    if phrase.owner is None or not phrase.owned or phrase.last >= len(line.words):
        return None
    comma = line.first(phrase.owner) - 1
    if comma < 1 or line.words[comma] not in _BRACKETS or line.words[phrase.last] not in _BRACKETS:
        return None
    following = line.links[phrase.last + 1 : phrase.last + 2]
    joined = {*line.words[phrase.last + 1 : phrase.last + 2]} & words_of("joiner")
    link = line.links[comma - 1]
    if joined or any(following) or phrase.inflection.case is not Case.NONE:
        return None
    return link if link is not None and _is_named(link) and _is_subject(link) else None


def _is_named(link: Link) -> bool:
    return _is_person(link) and link.type is MentionType.NAME


def _is_subject(link: Link) -> bool:
    return link.mention.case is Case.NONE


def _is_several(phrase: _Phrase) -> bool:
    """Whether the words tell of more than one such kin: ভাইয়েরা, দুই ছেলে, আরেক বোন."""
    before = phrase.line.words[phrase.first - 1] if phrase.first else ""
    counted = before != "" and (parse_number(before) is not None or before in words_of("another"))
    return phrase.inflection.plural or counted


def _stands_alone(phrase: _Phrase, names: Spans) -> bool:
    """Whether the words mean somebody by themselves.

    They do not as part of a compound, before a name that they describe, and at the end of
    a sentence, where they say what its subject is (সুলতান হাশেম আলীর ছেলে।).
    """
    line = phrase.line
    around = (
        line.words[max(0, phrase.first - 1) : phrase.first]
        + line.words[phrase.last : phrase.last + 1]
    )
    if phrase.inflection.plural or _HYPHENS & {*around}:
        return False
    if phrase.inflection.case is not Case.NONE:
        return True
    for at in range(phrase.last, min(len(line.words), phrase.last + _REACH + 1)):
        if line.words[at] in _BRACKETS:
            return at > phrase.last or _name_before(phrase) is None
        if (link := line.links[at]) is not None and _may_be_person(link):
            return False
    tokens = line.sentence.tokens[phrase.last : phrase.last + 2]
    return len(tokens) == 2 and not names.around(tokens[0].begin)


def _link(
    document: Document, phrase: _Phrase, known: set[_Known], several: set[str]
) -> Link | None:
    if phrase.owner is None or phrase.kin.kin in several:
        return None
    alike = [each for each in known if each.kin.kin == phrase.kin.kin]
    if not phrase.owned and len({each.person for each in alike}) > 1:
        return None
    own = [each for each in alike if each.owner == phrase.owner.entities[0]]
    fits = {each.person for each in own if phrase.kin.which in ("", each.kin.which)}
    if len(fits) != 1:
        return None
    sure = min(phrase.owner.confidence, max(each.sure for each in own))
    mention = phrase.line.mention(document, phrase.first, phrase.last, phrase.inflection)
    modest = (_OWNED if phrase.owned else _BARE) * sure
    return Link(mention, (fits.pop(),), MentionType.NOMINAL, _FOUND_BY, modest)
