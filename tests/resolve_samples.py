"""Documents and a small world for the tests of `resolve`, written as readable text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kg.language import inflect, split_sentences
from kg.model import Article, Block, BlockKind, Document, Entity, EntityType, Mention, RoleType
from kg.world import Entry, Form, FormKind, Position, World, load_world
from kg.world.finding import Limits

CASES = Path(__file__).parent / "cases"
_MARK = re.compile(r"<(PER|LOC|GPE|ORG) ([^>]+)>")
_LABELS = {"person": "PER", "country": "GPE", "place": "LOC", "organization": "ORG"}


def rows(name: str) -> list[list[str]]:
    """The rows of a case file without its comments and first line."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line and not line.startswith("#")]


def make_world(entries: list[Entry]) -> World:
    """A world of some entries, with the words for posts that the package knows."""
    return World(entries, (load_world().roles, {}), Limits())


@cache
def small_world() -> World:
    """A dozen entries, and the words for posts that the package knows."""
    posts: dict[str, list[Position]] = {}
    for person, role, kind, of in rows("resolve_posts.tsv"):
        post = Position(person, role, "", RoleType(kind), of, None, None, "test")
        posts.setdefault(person, []).append(post)
    entries = []
    for id_, bn, en, inside, forms in rows("resolve_world.tsv"):
        kind = EntityType(id_.partition("/")[0].capitalize())
        entity = Entity(id_, kind, bn, en, located_in=inside if inside != "-" else None)
        given = [each.split("=") for each in forms.split(";") if each != "-"]
        named = Form(bn, FormKind.NAME)
        others = [Form(text, FormKind(kind_), kind_ == "given") for kind_, text in given]
        entries.append(Entry(entity, (named, *others), tuple(posts.get(id_, ()))))
    return make_world(entries)


def document(text: str, world: World) -> Document:
    """A document of a text: lines are paragraphs, `<PER …>` are what a tagger found.

    Names of the world are found besides; a mention's base has its ending taken off.
    """
    plain, marks = _unmarked(text)
    blocks, sentences, begin = [], [], 0
    for line in plain.split("\n"):
        blocks.append(Block(BlockKind.BODY, begin, begin + len(line)))
        sentences += split_sentences(line, len(blocks) - 1, begin, len(sentences))
        begin += len(line) + 1
    mentions = []
    for sentence in sentences:
        for first, last, label in marks:
            if sentence.begin <= first < sentence.end:
                mentions.append(_mention(plain, first, last, label, sentence.index, world))
        for match in world.find(sentence.tokens):
            if not any(a < match.end and match.begin < b for a, b, _ in marks):
                form = match.form.text
                label = _LABELS[match.ids[0].partition("/")[0]]
                mentions.append(
                    Mention(
                        *(match.begin, match.end, plain[match.begin : match.end], label),
                        *(sentence.index, form, match.inflection.case, match.inflection.plural),
                        *("gazetteer", match.ids, 0.8),
                    )
                )
    mentions.sort(key=lambda each: each.begin)
    return Document(Article("test", plain, tuple(blocks)), tuple(sentences), tuple(mentions))


def _unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    plain, marks, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        marks.append((len(plain), len(plain) + len(match.group(2)), match.group(1)))
        plain += match.group(2)
        at = match.end()
    return plain + text[at:], marks


def _mention(plain: str, first: int, last: int, label: str, sentence: int, world: World) -> Mention:
    found = inflect(plain[first:last], lambda form: bool(world.named(form)))
    return Mention(
        *(first, last, plain[first:last], label, sentence, found.base, found.case, found.plural),
        *("stanza-ner", world.named(found.base), 0.7),
    )
