"""What is read of events that readers marked: `python benchmarks/annotated.py ARTICLES [--half B]`.

ARTICLES is the corpus (`news/articles.jsonl`). The table `data/annotated_events.tsv` says of
1,326 of its articles which word of which sentence names an event, of which class, and who takes
part: offsets into the article, none of its words. Readers marked every sentence that tells of an
event, small ones too, in one pass; two who annotated 124 of the articles apart agree at an F1 of
about .67, so that nothing can score much above that. Half A (odd checksums of ids) is for those
who make rules, half B is only measured on.

What is told in several sentences counts once. A claim answers an event as in `kg score`: of one
PLOVER type, at least half of all their parties the same. With --misses, events that nothing
answers are printed, in half A only, each with its sentence.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from kg.model import SYMMETRIC, Article, Document, Reading, Resolution
from kg.pipeline import read_out
from kg.read import read_articles
from kg.score.annotation import Event
from kg.score.matching import Names, assign, event_weight
from kg.score.tables import plover_types
from kg.tag import load_tagger
from kg.world import load_world

TABLE = Path(__file__).parent / "data" / "annotated_events.tsv"

#: Stands for a party that the article does not name.
UNNAMED = "?"


@dataclass(frozen=True, slots=True)
class Marked:
    """An event that a reader marked; parties and places as offsets of one of their mentions."""

    sentence: int
    trigger: int
    subtype: str
    agent: tuple[int, ...]
    recipient: tuple[int, ...]
    place: tuple[int, ...]
    status: str
    unnamed: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """What a reader marked in one article.

    Attributes:
        checksum: CRC-32 of its text, by which another text of that id is refused.
        sentences: How many of its sentences were read.
    """

    article: str
    checksum: int
    sentences: int
    events: tuple[Marked, ...]


def read_marks(table: Path = TABLE) -> Iterator[Marks]:
    """The articles of the table, in order.

    Args:
        table: Rows `article, id, checksum, sentences`, each followed by one row an event: offsets
            of sentence and trigger, class, agents, recipients, places, status.
    """
    head: list[str] = []
    events: list[Marked] = []
    with table.open(encoding="utf-8", newline="") as file:
        for row in (*csv.reader(file, delimiter="\t"), ["article"]):
            if row[0] != "article":
                events.append(_marked(row))
                continue
            if head:
                yield Marks(head[1], int(head[2], 16), int(head[3]), tuple(events))
            head, events = row, []


def _marked(row: Sequence[str]) -> Marked:
    sentence, trigger, subtype, agent, recipient, place, status = row
    agents, recipients, places = (_offsets(cell) for cell in (agent, recipient, place))
    unnamed = UNNAMED in agent.split(",")
    return Marked(int(sentence), int(trigger), subtype, agents, recipients, places, status, unnamed)


def _offsets(cell: str) -> tuple[int, ...]:
    return tuple(int(item) for item in cell.split(",") if item and item != UNNAMED)


def events_of(marks: Marks, resolution: Resolution) -> tuple[tuple[Event, Marked], ...]:
    """What is marked, each happening once, with the entities that we resolve it to.

    Args:
        marks: The marks of an article.
        resolution: Its entities and links; who is not found by us has an id of his own.

    Returns:
        Events, each with the first of its marks.
    """
    at = {
        offset: link.entities
        for link in resolution.links
        for offset in range(link.mention.begin, link.mention.end)
    }
    seats = {e.id: e.seat_of or e.id for e in resolution.entities}
    merged: list[tuple[Event, Marked]] = []
    for marked in marks.events:
        event = _event(marked, at)
        same = next((i for i, (e, _) in enumerate(merged) if _one(e, event, seats)), None)
        if same is None:
            merged.append((event, marked))
        else:
            merged[same] = _with_recipients(merged[same][0], event), merged[same][1]
    return tuple((e, m) for e, m in merged if not m.unnamed or e.recipient)


def _event(marked: Marked, at: Mapping[int, tuple[str, ...]]) -> Event:
    agent, recipient, place = (
        tuple(dict.fromkeys(e for o in offsets for e in at.get(o, (f"unknown/{o}",))))
        for offsets in (marked.agent, marked.recipient, marked.place)
    )
    kind = plover_types()[marked.subtype]
    return Event(
        str(marked.trigger), kind, marked.subtype, agent, recipient, place, status=marked.status
    )


def _with_recipients(event: Event, other: Event) -> Event:
    both = tuple(dict.fromkeys((*(event.recipient or ()), *(other.recipient or ()))))
    return Event(
        event.id, event.type, event.subtype, event.agent, both, event.place, status=event.status
    )


def _one(a: Event, b: Event, seats: Mapping[str, str]) -> bool:
    """Whether two marks tell of one happening."""
    (a_agent, a_other), (b_agent, b_other) = (
        tuple({seats.get(i, i) for i in role or ()} for role in (e.agent, e.recipient))
        for e in (a, b)
    )
    happened = {"occurred", "ongoing"}
    life = a.status == b.status or {a.status, b.status} <= happened
    if a.subtype != b.subtype or not (life or a.subtype in {"Meeting", "Visit"}):
        return False
    if a.subtype in SYMMETRIC:
        return a_agent | a_other == b_agent | b_other
    return a_agent == b_agent and (a_other <= b_other or b_other <= a_other)


def count(marks: Marks, reading: Reading) -> tuple[Counter[str], list[Marked]]:
    """What was asked for, found and right in one article, and what was missed.

    Args:
        marks: What a reader marked.
        reading: What we read; claims of sentences after those do not count.
    """
    gold = events_of(marks, reading.resolution)
    pred = [
        Event(
            str(n),
            plover_types()[c.event_type],
            c.event_type,
            c.agent,
            c.recipient,
            c.place,
            status=c.status.lower(),
        )
        for n, c in enumerate(reading.claims)
        if c.evidence[0].sentence < marks.sentences
    ]
    ids = {
        i
        for e in (*(e for e, _ in gold), *pred)
        for i in (*(e.agent or ()), *(e.recipient or ()), *(e.place or ()))
    }
    seats = {e.id: e.seat_of for e in reading.resolution.entities if e.seat_of}
    names = Names({i: i for i in ids}, seats)
    pairs = assign(
        len(gold), len(pred), lambda i, j: event_weight(gold[i][0], pred[j], names, names)
    )
    counts: Counter[str] = Counter()
    for kind, events in (("asked", [e for e, _ in gold]), ("claimed", pred)):
        counts.update(f"{e.subtype} {kind}" for e in events)
    counts.update(f"{gold[i][0].subtype} found" for i, _ in pairs)
    counts.update(f"{pred[j].subtype} right" for _, j in pairs)
    answered = {i for i, _ in pairs}
    return counts, [m for i, (_, m) in enumerate(gold) if i not in answered]


def half_of(article: str) -> str:
    """The half that an article belongs to, `A` or `B`."""
    return "A" if crc32(article.encode()) % 2 else "B"


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("articles", type=Path)
    options.add_argument("--half", choices=["A", "B"], help="only this half; without it both")
    options.add_argument("--misses", action="store_true", help="print what is missed in half A")
    given = options.parse_args()
    halves = {given.half} if given.half else {"A", "B"}
    marks = {m.article: m for m in read_marks() if half_of(m.article) in halves}
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in _readings(given.articles, marks):
        article = reading.document.article.id
        counts, missed = count(marks[article], reading)
        totals[half_of(article)] += counts
        if given.misses and half_of(article) == "A":
            _print_missed(reading.document, missed)
    for half, counts in sorted(totals.items()):
        _print_figures(half, counts)


def _readings(path: Path, marks: Mapping[str, Marks]) -> Iterator[Reading]:
    world = load_world()
    found = [a for a in read_articles([path]) if isinstance(a, Article) and a.id in marks]
    same = [a for a in found if crc32(a.text.encode()) == marks[a.id].checksum]
    print(f"{len(same)} articles; {len(marks) - len(same)} are missing or have another text")
    return read_out(load_tagger(world=world).tag(same), world)


def _print_missed(document: Document, missed: Iterable[Marked]) -> None:
    for marked in missed:
        sentence = next(s for s in document.sentences if s.begin == marked.sentence)
        text = document.article.text[sentence.begin : sentence.end].replace("\n", " ")
        word = next((t.text for t in sentence.tokens if t.begin == marked.trigger), "")
        print(f"missed {marked.subtype} [{word}] {document.article.id}: {text}")


def _print_figures(half: str, counts: Counter[str]) -> None:
    classes = sorted({key.split()[0] for key in counts}, key=lambda c: -counts[f"{c} asked"])
    sums = Counter[str]()
    for key, number in counts.items():
        sums[key.split()[1]] += number
    precision = sums["right"] / max(1, sums["claimed"])
    recall = sums["found"] / max(1, sums["asked"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"half {half}: event F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})")
    for name in classes:
        asked, found, claimed, right = (
            counts[f"{name} {kind}"] for kind in ("asked", "found", "claimed", "right")
        )
        print(f"  {name:17} marked {asked:5} found {found:5}  claims {claimed:5} right {right:5}")


if __name__ == "__main__":
    main()
