"""The command line: each command parses, calls one public function and prints."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kg import __version__, cli_ask, cli_build, cli_exchange
from kg.cli_ask import read_text
from kg.cli_build import EXIT_SKIPPED, err, out
from kg.config import OUTPUT
from kg.errors import InputError, KgError

app = typer.Typer(
    help="A knowledge graph from Bengali news: who did what to whom, where, when, on whose word.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
train_app = typer.Typer(help="Train the models that the package ships.", no_args_is_help=True)
app.add_typer(train_app, name="train")
app.add_typer(cli_build.app)
app.add_typer(cli_ask.app)
app.add_typer(cli_exchange.app)

EXIT_INTERRUPTED = 130


def main() -> None:
    """Run the command line; errors of the package end in one line and an exit code."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        app(prog_name="kg")
    except KgError as error:
        err.print(f"kg: {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        err.print("kg: interrupted; run the same command again to go on where it stopped")
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()


def _version(wanted: bool) -> None:
    if wanted:
        out.print(f"barta {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Options of all commands."""


@app.command()
def export(
    graph: Annotated[Path, typer.Argument(help="Folder or RDF file of the graph.")] = OUTPUT,
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help="nquads, trig, turtle, jsonld, graphml, gexf, csv or parquet; may be repeated.",
        ),
    ] = None,
    to: Annotated[
        Path | None, typer.Option(help="Folder to write to; that of the graph when left out.")
    ] = None,
) -> None:
    """Write a built graph for other tools: Gephi (gexf), Neo4j (csv), pandas (parquet), RDF."""
    from kg.graph import export as export_graph

    for format in form or ["csv", "gexf"]:
        for path in export_graph(graph, format, to):
            out.print(f"wrote {path} ({path.stat().st_size / 1e6:.1f} MB)")


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(help="Folder of annotation files.")],
    graph: Annotated[Path, typer.Argument(help="RDF file or folder of a built graph.")],
    misses: Annotated[
        bool, typer.Option(help="List what was missed and what was too much.")
    ] = False,
) -> None:
    """Score a built graph against annotations of its articles."""
    from kg.score import format_scores
    from kg.score import score as score_graph

    built = graph / "graph.nq"
    found = score_graph(gold, built if built.is_file() else graph)
    out.print(format_scores(found, misses))


@app.command()
def tag(
    file: Annotated[str, typer.Argument(help="Text, HTML, JSONL or folder; - for stdin.")],
    form: Annotated[str, typer.Option("--format", "-f", help="conllu, json or bio.")] = "conllu",
    pretokenized: Annotated[
        bool, typer.Option(help="One sentence a line, tokens split by spaces; the model alone.")
    ] = False,
    model: Annotated[Path | None, typer.Option(help="A Stanza NER model of your own.")] = None,
) -> None:
    """Print the names that the tagger finds."""
    if form not in {"conllu", "json", "bio"}:
        raise typer.BadParameter("use conllu, json or bio", param_hint="--format")
    if pretokenized:
        _tag_tokens(file, form, model)
    else:
        _tag_articles(file, form, model)


def _tag_tokens(file: str, form: str, model: Path | None) -> None:
    from kg.tag import load_ner, read_tokens, to_bio, to_conllu, to_json_lines

    sentences = read_tokens(read_text(file))
    write = {"bio": to_bio, "conllu": to_conllu, "json": to_json_lines}[form]
    sys.stdout.write(write(sentences, load_ner(model).predict(sentences)))


def _tag_articles(file: str, form: str, model: Path | None) -> None:
    from kg.model import Article, Skipped
    from kg.read import read_articles
    from kg.tag import document_tags, load_tagger, to_bio, to_conllu, to_json

    tagger = load_tagger(model)
    seen: set[type] = set()

    def articles() -> Iterator[Article]:
        for item in read_articles([file], stdin=sys.stdin.buffer):
            seen.add(type(item))
            if isinstance(item, Article):
                yield item
            else:
                err.print(f"skipped {item.source}: {item.reason}")

    for document in tagger.tag(articles()):
        if form == "json":
            sys.stdout.write(to_json(document) + "\n")
            continue
        words = [[token.text for token in s.tokens] for s in document.sentences]
        write = to_bio if form == "bio" else to_conllu
        sys.stdout.write(write(words, document_tags(document)))
    if Skipped in seen:
        raise typer.Exit(EXIT_SKIPPED if Article in seen else InputError.exit_code)


@train_app.command("ner")
def train_ner_command(
    data: Annotated[Path, typer.Argument(help="Folder of training sets and raw text.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the new model.")],
    seed: Annotated[int, typer.Option(help="Seed of the training.")] = 1234,
    keep_vectors: Annotated[
        bool, typer.Option("--keep-vectors", help="Take the shipped word vectors as they are.")
    ] = False,
    teacher: Annotated[
        list[Path] | None, typer.Option(help="A model to learn from, too; may be repeated.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Models that learn side by side.")] = 1,
) -> None:
    """Train the NER model anew, word vectors included; the same data gives the same weights.

    It takes two hours on two cores. Interrupted, the same call goes on where it stopped.
    """
    from kg.tag.train import Course, train_ner

    def say(part: str) -> None:
        err.print(f"{datetime.now():%H:%M:%S} {part}")

    course = Course(
        seed=seed, keep_vectors=keep_vectors, teachers=tuple(teacher or ()), workers=workers
    )
    measured = train_ner(data, output, course, say)
    for name, scores in measured.items():
        for label, value in scores.items():
            out.print(f"{name} {label} {value}")


@train_app.command("charlm")
def train_charlm_command(
    data: Annotated[Path, typer.Argument(help="Folder of raw text.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder of a model.")],
    seed: Annotated[int, typer.Option(help="Seed of the training.")] = 1234,
) -> None:
    """Train character language models: `kg train ner` into the same folder then uses them.

    Best on a graphics card; on one processor core it takes days.
    """
    from kg.tag.train import paragraphs, train_charlms

    for file in train_charlms(paragraphs(data), output, seed=seed):
        out.print(str(file), highlight=False)
