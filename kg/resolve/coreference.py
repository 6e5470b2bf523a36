"""Pronouns and described names of an article, linked from its beginning to its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Case, Document, Entity, Link, Mention, MentionType
from kg.resolve.antecedents import RULES, mention_type
from kg.resolve.appositions import Apposition
from kg.resolve.holders import described, holder
from kg.resolve.known import form_of
from kg.resolve.names import Named
from kg.resolve.scene import Scene
from kg.resolve.tables import Anaphor, anaphor_words, anaphors, words_of
from kg.resolve.text import Line, inside, lines, phrase_at, quotes
from kg.world import FormKind, World

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
    scene = Scene(
        (), (), named.links, named.entities, posts, quotes(document), _cases(rows, world), world
    )  # fmt: skip
    read: list[Link] = []
    new: list[Link] = []
    for line in rows:
        names = [link for link in named.links if link.mention.sentence == line.sentence.index]
        for link in _line_links(document, line, scene, read, names):
            new.append(link)
            read.append(link)
        read = sorted((*read, *names), key=lambda link: (link.mention.sentence, link.mention.begin))
    return tuple(new), {
        id_: entry.entity
        for link in new
        for id_ in link.entities
        if id_ not in named.entities and (entry := world.entry(id_))
    }


def _line_links(
    document: Document, line: Line, scene: Scene, read: Sequence[Link], names: Sequence[Link]
) -> Iterator[Link]:
    """The links of a sentence; each sees the names before it and the links just made."""
    made: list[Link] = []
    pronouns = _anaphors(document, line)
    taken = [(each.mention.begin, each.mention.end) for each in pronouns]
    for one in described(document, line, scene.posts, scene.world):
        who = holder(one, scene.posts, document.article.published, scene.world)
        if who and not inside(one.mention.begin, taken):
            made.append(Link(one.mention, (who[0],), MentionType.NOMINAL, who[1], who[2]))
    yield from made
    for each in pronouns:
        here = sorted((*names, *made), key=lambda link: link.mention.begin)
        now = replace(
            scene,
            before=[*read, *(link for link in here if link.mention.end <= each.mention.begin)],
            after=[link for link in here if link.mention.begin >= each.mention.end],
        )
        found = RULES[each.anaphor.rule](each.mention, now)
        if found is not None:
            ids, sure = found
            link = Link(each.mention, ids, mention_type(each.anaphor.rule), each.anaphor.rule, sure)
            made.append(link)
            yield link


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
