"""The graph told in words: a page to read from top to bottom, and a few lines to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.show.digest import Digest, surest, told_by
from kg.show.page import ArticleText, ShownClaim, ShownEvent
from kg.show.phrases import Phrases
from kg.show.render import fonts

_HERE = Path(__file__).parent
_LANGUAGES = ("bn", "en")

#: So many of each are told; how many there are besides is said.
_MOST = {"events": 60, "differing": 30, "connected": 12, "skipped": 200, "top": 5}

#: Nothing is run and no host asked: the page is text, style and a font.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def write_report(digest: Digest, path: Path) -> Path:
    """Write the report as one HTML file that needs neither a script nor a network.

    Args:
        digest: What it tells.
        path: The file to write.

    Returns:
        The path.
    """
    path.write_text(render_report(digest), encoding="utf-8", newline="\n")
    return path


def render_report(digest: Digest) -> str:
    """Tell a graph in an HTML document, in Bengali and English.

    Args:
        digest: What it tells; `digest` makes it of what the page shows.
    """
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("report.html")
    return template.render(
        policy=_POLICY,
        font=Markup(fonts()),
        digest=digest,
        days=_by_day(digest.events[: _MOST["events"]]),
        say={language: Phrases(digest.data, language) for language in _LANGUAGES},
        most=_MOST,
        articles={article.id: article for article in digest.data.articles},
        lead=lead,
        named=named,
        sentence=sentence,
        surest=surest,
        told_by=told_by,
    )


def tell(digest: Digest) -> str:
    """Tell a graph in a few lines, first in Bengali, then in English.

    Args:
        digest: What they tell.
    """
    return "\n\n".join(
        "\n".join(_told(digest, Phrases(digest.data, language))) for language in _LANGUAGES
    )


def _told(digest: Digest, say: Phrases) -> Iterator[str]:
    yield " ".join(lead(digest, say))
    if digest.events:
        yield f"{say.word('top')}:"
    for event in digest.events[: _MOST["top"]]:
        reported = say.counted("articles", len(told_by(event)))
        details = (say.status(event), say.days(event.begin, event.end), reported)
        yield f"  {say.event(event)} ({', '.join(filter(None, details))})"
    yield differ(digest, say)
    for event in digest.differing[: _MOST["top"]]:
        aspects = ", ".join(say.word(f"aspect.{aspect}") for aspect in event.disagreement)
        yield f"  {say.event(event)} ({aspects})"
    yield left_out(digest, say)
    if digest.silent:
        yield say.word("silent", articles=say.counted("articles", len(digest.silent)))


def lead(digest: Digest, say: Phrases) -> Iterator[str]:
    """The first sentences: how much there is, and how much is told more than once."""
    several = sum(len(told_by(event)) > 1 for event in digest.events)
    yield say.word(
        "lead",
        articles=say.counted("articles", len(digest.data.articles)),
        names=say.counted("names", len(digest.data.nodes)),
        events=say.counted("events", len(digest.events)),
    )
    if several:
        yield say.word("several", events=say.counted("events", several))


def differ(digest: Digest, say: Phrases) -> str:
    """On how many events the articles differ."""
    if not digest.differing:
        return say.word("differ.none")
    return say.word("differ.some", events=say.counted("events", len(digest.differing)))


def left_out(digest: Digest, say: Phrases) -> str:
    """How much could not be read."""
    if not digest.skipped:
        return say.word("skipped.none")
    return say.word("skipped.some", inputs=say.counted("inputs", len(digest.skipped)))


def named(article: ArticleText) -> str:
    """The name by which an article is cited: its outlet, or its file."""
    return article.publisher or article.source.rsplit("/", 1)[-1] or article.id


def sentence(claim: ShownClaim, article: ArticleText) -> str:
    """The first sentence that a claim rests on, without the breaks of its lines."""
    if not claim.evidence:
        return ""
    begin, end = claim.evidence[0]
    return " ".join(article.text[begin:end].split())


def _by_day(events: Sequence[ShownEvent]) -> list[tuple[ShownEvent, list[ShownEvent]]]:
    """Events of the same days together, in the order of time, those without any last."""

    def when(event: ShownEvent) -> tuple[str, str]:
        first, last = event.begin or event.end, event.end or event.begin
        return (str(first or "9"), str(last or "9"))

    together = groupby(sorted(events, key=when), key=when)
    groups = [list(group) for _, group in together]
    return [(group[0], group) for group in groups]
