"""Lay a sentence out for the frames: phrases, clauses, who acts, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model import Entity, Link, Sentence
from kg.relate.chunks import chunk
from kg.relate.clauses import split_domains
from kg.relate.compounds import compounded
from kg.relate.quotations import follow
from kg.relate.saying import says
from kg.relate.scene import Memory, Scene
from kg.relate.speakers import Spoken, find_speakers
from kg.relate.subjects import find_subjects
from kg.relate.verbgroups import verb_groups

#: A quotation that lasts longer has lost its closing mark (sentences).
LONGEST_QUOTATION = 6


def lay_out(
    sentence: Sentence,
    links: Iterable[Link],
    entities: Mapping[str, Entity],
    posts: Iterable[tuple[int, int]] = (),
    memory: Memory | None = None,
    titles: frozenset[str] = frozenset(),
    home: str | None = None,
) -> tuple[Scene, Memory]:
    """Take a sentence apart.

    Args:
        sentence: The sentence.
        links: The links of its mentions.
        entities: Entities by id.
        posts: Words for posts before names, see `chunk`.
        memory: What the sentences before say.
        titles: Nouns for posts, see `find_subjects`.
        home: Id of the country that the article is about, see `chunk`.

    Returns:
        The scene and the memory for the next sentence.
    """
    links, memory = tuple(links), memory or Memory()
    chunks = chunk(sentence, links, entities, posts, home)
    taken = frozenset(i for c in chunks for i in range(c.first, c.last))
    groups = verb_groups(sentence.tokens, taken)
    whole = frozenset(i for c in chunks for i in range(c.first, c.head_end))
    domains = split_domains(sentence.tokens, groups, memory.quoting, whole)
    scene = Scene(sentence, links, chunks, groups, domains, home=home)
    scene = replace(scene, chunks=compounded(scene))
    scene = replace(scene, saying=tuple(says(scene, d) for d in domains))
    scene = replace(scene, subjects=find_subjects(scene, memory, titles))
    spoken = find_speakers(scene, memory)
    scene = replace(scene, speakers=spoken.speakers, back=spoken.back, reports=spoken.reports)
    return scene, _remember(scene, memory, spoken)


def _remember(scene: Scene, memory: Memory, spoken: Spoken) -> Memory:
    quoting, ended = follow(scene.tokens, memory.quoting)
    main = [s for s, d in zip(scene.subjects, scene.domains, strict=True) if s and not d.quoted]
    first = next((s for s in main if s.chunk is not None), None)
    subject = memory.subject if first is None or (quoting and memory.quoting) else first
    length = memory.length + 1 if quoting else 0
    return Memory(
        subject,
        spoken.last,
        quoting and length <= LONGEST_QUOTATION,
        ended,
        length,
        spoken.report,
        spoken.person,
        () if quoting or ended else spoken.told,
        scene.sentence.block,
    )
