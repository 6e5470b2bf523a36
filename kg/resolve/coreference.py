"""Pronouns and described names of an article, linked from its beginning to its end."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Case, Document, Entity, Link, Mention, MentionType
from kg.resolve.antecedents import NEAR, RULES, mention_type
from kg.resolve.appositions import Apposition
from kg.resolve.holders import Posts, described, holder
from kg.resolve.known import form_of
from kg.resolve.names import Named
from kg.resolve.scene import Found, Scene, two_leaders, two_states
from kg.resolve.spans import Spans
from kg.resolve.speaking import (
    Speaker,
    ends_in_respect,
    is_asked,
    is_spoken,
    is_superseded,
    speaker_of,
    teller_of,
)
from kg.resolve.tables import Anaphor, anaphor_words, anaphors, words_of
from kg.resolve.text import Line, by_sentence, lines, phrase_at, quotes
from kg.world import FormKind, World

#: So many links on either side are looked at; three sentences of prose have a few dozen.
_MOST = 200

_JOINTS = frozenset("-–—\u2010\u2011")


@dataclass(frozen=True, slots=True)
class _Found:
    mention: Mention
    anaphor: Anaphor


def corefer(
    document: Document, named: Named, posts: Sequence[Apposition], world: World
) -> tuple[tuple[Link, ...], Mapping[str, Entity]]:
    """Links what the article says without a name.

    Args:
        document: The article.
        named: Its names.
        posts: The posts beside them.
        world: The gazetteer.

    Returns:
        The new links in reading order, and the entities of the world that only they
        refer to.
    """
    rows = lines(document, named.links)
    names_in = by_sentence(named.links)
    known = Posts(posts)
    scene = _scene(document, rows, named, posts, world)
    read: list[Link] = []
    new: list[Link] = []
    speaker: Speaker | None = None
    for line in rows:
        names = names_in.get(line.sentence.index, [])
        made = list(_line_links(document, line, scene, known, read, names, speaker))
        new += made
        read += made
        here = sorted((*names, *made), key=_begin)
        kept = None if is_superseded(line, here, scene.quotes) else speaker
        speaker = speaker_of(line, here, scene.quotes, world) or kept
        near = [link for link in read if line.sentence.index - link.mention.sentence < NEAR]
        read = sorted((*near, *names), key=lambda link: (link.mention.sentence, link.mention.begin))
    return tuple(new), {
        id_: entry.entity
        for link in new
        for id_ in link.entities
        if id_ not in named.entities and (entry := world.entry(id_))
    }


def _scene(
    document: Document,
    rows: Sequence[Line],
    named: Named,
    posts: Sequence[Apposition],
    world: World,
) -> Scene:
    """What holds at every place of the article."""
    return Scene(
        before=(),
        after=(),
        leaders=two_leaders(named.links, posts, world),
        states=two_states(named.links),
        quotes=quotes(document),
        cases=_cases(rows, world),
        world=world,
        unnamed=frozenset(line.sentence.index for line in rows if ends_in_respect(line)),
    )


def _line_links(
    document: Document,
    line: Line,
    scene: Scene,
    posts: Posts,
    read: Sequence[Link],
    names: Sequence[Link],
    speaker: Speaker | None,
) -> Iterator[Link]:
    """The links of a sentence; each sees the names before it and the links just made."""
    made: list[Link] = []
    pronouns = _anaphors(document, line)
    taken = Spans((each.mention.begin, each.mention.end) for each in pronouns)
    for one in described(document, line, posts.beside, scene.world):
        who = holder(one, posts, document.article.published, scene.world)
        if who and not taken.around(one.mention.begin):
            made.append(Link(one.mention, (who[0],), MentionType.NOMINAL, who[1], who[2]))
    yield from made
    here = sorted((*names, *made), key=_begin)
    for each in pronouns:
        around = _seen_from(each.mention, scene, read, here)
        around = replace(around, talker=_talker(line, each, here, around, speaker))
        named = _in_brackets(line, each.mention)
        found = named or RULES[each.anaphor.rule](each.mention, around)
        if found is not None:
            ids, sure = found
            link = Link(each.mention, ids, mention_type(each.anaphor.rule), each.anaphor.rule, sure)
            insort(here, link, key=_begin)
            yield link


def _in_brackets(line: Line, pronoun: Mention) -> Found | None:
    """Whom the article says right after a pronoun that it means: তিনি (পুতিন), তার (শেখ হাসিনা)."""
    at = bisect_left(line.sentence.tokens, pronoun.end, key=lambda token: token.begin)
    name = line.links[at + 1] if line.words[at : at + 1] == ("(",) else None
    if name is None or line.words[line.last(name) : line.last(name) + 1] != (")",):
        return None
    return name.entities, 0.9


def _talker(
    line: Line, each: _Found, here: Sequence[Link], scene: Scene, speaker: Speaker | None
) -> tuple[str, ...] | None:
    """Who says it, if তিনি is the subject of a verb of speech, or tells what তারা stands in."""
    tokens = line.sentence.tokens
    first = bisect_left(tokens, each.mention.begin, key=lambda token: token.begin)
    last = bisect_left(tokens, each.mention.end, key=lambda token: token.begin)
    if each.anaphor.rule == "actors":
        return teller_of(line, here, scene.quotes, first)
    if each.anaphor.rule != "person" or each.mention.case is not Case.NONE:
        return None
    asked = scene.in_case(scene.within(each.mention.sentence), Case.OBJECTIVE)
    if not is_spoken(line, first, last) or any(is_asked(line, link) for link in asked):
        return None
    own = speaker_of(line, here, scene.quotes, scene.world, until=first) or speaker
    return own.entities if own is not None and own.lasts(each.mention.sentence) else None


def _seen_from(mention: Mention, scene: Scene, read: Sequence[Link], here: Sequence[Link]) -> Scene:
    """The scene with what stands around an anaphor in its sentence and just before it."""
    left = bisect_left(here, mention.begin, key=_begin)
    right = bisect_left(here, mention.end, key=_begin)
    beside = (link for link in here[max(0, left - _MOST) : left] if _end(link) <= mention.begin)
    return replace(scene, before=[*read[-_MOST:], *beside], after=here[right : right + _MOST])


def _begin(link: Link) -> int:
    return link.mention.begin


def _end(link: Link) -> int:
    return link.mention.end


def _anaphors(document: Document, line: Line) -> list[_Found]:
    """The pronouns and described names of a sentence, the longest from the left."""
    found: list[_Found] = []
    start = 0
    while start < len(line.words):
        phrase = (
            phrase_at(line.words, start, anaphor_words()) if line.links[start] is None else None
        )
        if phrase is None:
            start += 1
            continue
        end, inflection = phrase
        anaphor = anaphors()[inflection.base]
        mention = line.mention(document, start, end, inflection)
        found.append(_Found(replace(mention, case=anaphor.case or inflection.case), anaphor))
        start = end
    return found


def _cases(rows: Sequence[Line], world: World) -> dict[Mention, Case]:
    """The case of names in a row (কিম ও পুতিনের, কিম-পুতিনকে), which its last one bears.

    A name that belongs to the noun after it is none of the sentence's: রুশ stands as a
    genitive does.
    """
    cases = {
        link.mention: Case.GENITIVE
        for line in rows
        for link in line.links
        if link is not None
        and form_of(link.entities[0], link.mention.base, world).kind is FormKind.ADJECTIVE
    }
    for line in rows:
        links = list(dict.fromkeys(link for link in line.links if link is not None))
        for link, following in zip(reversed(links[:-1]), reversed(links[1:]), strict=True):
            between = line.words[line.last(link) : line.first(following)]
            joined = " ".join(between) in words_of("joiner") | {","} | _JOINTS
            touching = line.first(following) < line.last(link)
            if cases.get(link.mention, link.mention.case) is Case.NONE and (joined or touching):
                cases[link.mention] = cases.get(following.mention, following.mention.case)
    return cases
