"""The command line from end to end: what it prints, what it refuses, how it exits."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT, Kg, Ran
from pyoxigraph import RdfFormat, Store

from kg import __version__, cli
from kg.progress import counting

CASES = ROOT / "tests" / "cases"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
COMMANDS = [
    *([name] for name in ("build", "add", "replace", "remove", "query", "ask", "serve")),
    *([name] for name in ("queries", "explain", "export", "load", "diff", "score", "tag", "train")),
    ["train", "ner"],
]
_TEXT = "উত্তর কোরিয়ার নেতা কিম জং উন রাশিয়া সফরে গেছেন।"
_HOSTILE = "\"><script>alert('x')</script>"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(kg: Kg, command: list[str]) -> None:
    """`--help` tells what a command does and ends well."""
    ran = kg(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f" {' '.join(command)} [OPTIONS]" in ran.out


def test_version(kg: Kg) -> None:
    """`--version` says the version."""
    assert kg("--version") == Ran(0, f"barta {__version__}\n", "")


# ---------------------------------------------------------------- bad input
@dataclass(frozen=True)
class Mixed:
    """A build of the seeds together with everything that goes wrong."""

    ran: Ran
    output: Path


BAD = {
    "binary.txt": bytes(range(256)) * 20,
    "broken.html": b"<html><body><div class='x><p",
    "empty.txt": b"",
    "english.txt": b"Kim Jong Un met Vladimir Putin at the Vostochny Cosmodrome on Wednesday.",
    "huge.txt": _TEXT.encode() * (50_000_000 // len(_TEXT.encode())),
    "letter.docx": b"PK\x03\x04",
    "unmarked.txt": _TEXT.encode("utf-16-le"),
}
RECORDS = [
    json.dumps({"id": "good-1", "text": _TEXT, "title": f"কিম {_HOSTILE}"}, ensure_ascii=False),
    '{"id": "broken", "text": "কিম',
    json.dumps({"id": _HOSTILE, "text": f"{_TEXT} “{_HOSTILE}”"}, ensure_ascii=False),
]


@pytest.fixture(scope="module")
def mixed(kg: Kg, seeds_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Mixed:
    """One build of the five seeds and of the worst that people give."""
    folder = tmp_path_factory.mktemp("given")
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "lines.jsonl").write_text("\n".join(RECORDS), encoding="utf-8")
    (folder / "marked.txt").write_bytes(_TEXT.encode("utf-16"))
    (folder / "unclosed.html").write_text(f"<body><h1>কিম<div><p>{_TEXT}<p>{_TEXT}<b>", "utf-8")
    output = tmp_path_factory.mktemp("mixed")
    # What is remembered of the seeds spares tagging them again.
    (output / ".tags.sqlite").write_bytes((seeds_built / ".tags.sqlite").read_bytes())
    return Mixed(kg("build", ROOT / "seeds", folder, "-o", output), output)


@pytest.mark.model
@pytest.mark.parametrize("name", [*BAD, "lines.jsonl:2"])
def test_bad_input_is_named_with_its_reason(mixed: Mixed, name: str) -> None:
    """Each input that cannot be read gets one line on stderr: where, what, what to do."""
    lines = [line for line in mixed.ran.err.splitlines() if f"/{name}: " in line]
    assert len(lines) == 1
    said = lines[0].split(f"/{name}: ")[1]
    assert len(said) > 15
    assert "; " in said, "what to do is missing"


@pytest.mark.model
def test_bad_input_is_told_by_the_exit_code(mixed: Mixed) -> None:
    """A build that left something out says so with its exit code, and counts it."""
    assert mixed.ran.code == 4
    assert f"; {len(BAD) + 1} inputs skipped" in mixed.ran.out


@pytest.mark.model
def test_what_can_be_read_is_read(mixed: Mixed) -> None:
    """UTF-16 with its mark, HTML that is not closed, hostile names: all are articles."""
    found = _articles(mixed.output / "graph.nq") - {path.name for path in SEEDS}
    assert found == {"good-1", _HOSTILE, "marked.txt", "unclosed.html"}


@pytest.mark.model
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_bad_input_changes_no_other_article(mixed: Mixed, seeds_built: Path, seed: Path) -> None:
    """An article's own graph is the same, line for line, whatever was given beside it."""
    alone, beside = (
        _own_lines(folder / "graph.nq", seed.name) for folder in (seeds_built, mixed.output)
    )
    assert alone
    assert alone == beside


@pytest.mark.model
def test_hostile_names_are_only_text(mixed: Mixed) -> None:
    """A name with tags and quotes runs nowhere, and every file stays readable."""
    page = (mixed.output / "graph.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    counts = set()
    for name in ("graph.nq", "graph.trig", "graph.jsonld"):
        store = Store()
        path = mixed.output / name
        store.bulk_load(path=str(path), format=RdfFormat.from_extension(path.suffix[1:]))
        counts.add(len(store))
    assert len(counts) == 1


def _articles(nquads: Path) -> set[str]:
    predicate = "<http://purl.org/dc/terms/identifier>"
    triples = re.findall(rf"^\S+ {predicate} (\".*\") \S+ \.$", nquads.read_text("utf-8"), re.M)
    return {json.loads(literal) for literal in triples}


def _own_lines(nquads: Path, article: str) -> list[str]:
    end = f"/article/{article}> ."
    lines = nquads.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.endswith(end)]


# ---------------------------------------------------------------- build
@pytest.mark.model
@pytest.mark.parametrize(
    "files", [{}, {"a.txt": b""}, {"a.txt": b"Nothing but English here, dear reader."}]
)
def test_no_article_at_all(kg: Kg, tmp_path: Path, files: dict[str, bytes]) -> None:
    """Without a single article there is one line and nothing is written."""
    given, output = tmp_path / "given", tmp_path / "out"
    given.mkdir()
    for name, data in files.items():
        (given / name).write_bytes(data)
    ran = kg("build", given, "-o", output)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.count("\n") == 1
    assert "no article could be read" in ran.err
    assert not list(output.glob("graph.*"))


@pytest.mark.model
def test_a_failed_build_keeps_the_last_graph(kg: Kg, seeds_built: Path, tmp_path: Path) -> None:
    """Nothing of an older build is touched by one that fails."""
    (tmp_path / "graph.nq").write_bytes((seeds_built / "graph.nq").read_bytes())
    (tmp_path / "graph.html").write_text("the page", encoding="utf-8")
    assert kg("build", tmp_path / "nowhere", "-o", tmp_path).code == 3
    assert (tmp_path / "graph.nq").read_bytes() == (seeds_built / "graph.nq").read_bytes()
    assert (tmp_path / "graph.html").read_text(encoding="utf-8") == "the page"


@pytest.mark.model
def test_standard_input_and_the_day_of_publication(kg: Kg, tmp_path: Path) -> None:
    """`-` reads records from stdin; `--published` dates those that tell no day."""
    records = [{"id": "a", "text": _TEXT}, {"id": "b", "text": _TEXT, "published": "2023-09-12"}]
    given = "\n".join(json.dumps(record) for record in records).encode()
    ran = kg("build", "-", "-o", tmp_path, "--published", "2023-09-14", stdin=given)
    assert (ran.code, ran.err) == (0, "")
    asked = "SELECT ?id ?day { ?a dcterms:identifier ?id; schema:datePublished ?day }"
    answer = kg("query", f"{asked} ORDER BY ?id", "-g", tmp_path, "-f", "csv")
    assert answer.out.splitlines() == ["id,day", "a,2023-09-14", "b,2023-09-12"]


# ---------------------------------------------------------------- questions
@pytest.mark.model
def test_query_takes_text_a_file_or_a_name(kg: Kg, seeds_built: Path, tmp_path: Path) -> None:
    """The same question is asked as a string, from a file, and by its name."""
    named = ROOT / "ontology" / "queries" / "entities.rq"
    sparql = named.read_text(encoding="utf-8")
    (tmp_path / "mine.rq").write_text(sparql, encoding="utf-8")
    given = ["entities", sparql, tmp_path / "mine.rq"]
    by_name, by_text, by_file = (kg("query", text, "-g", seeds_built) for text in given)
    assert by_name.code == 0
    assert by_name.out == by_text.out == by_file.out


@pytest.mark.model
def test_query_formats_hold_the_same_rows(kg: Kg, seeds_built: Path) -> None:
    """CSV, JSON and the table for people tell the same rows."""
    ran = {
        form: kg("query", "who-met-whom", "-g", seeds_built, "-f", form)
        for form in ("csv", "json", "table")
    }
    rows = list(csv.DictReader(io.StringIO(ran["csv"].out)))
    assert rows
    plain = [
        {k: "" if v is None else str(v) for k, v in row.items()}
        for row in json.loads(ran["json"].out)
    ]
    assert plain == rows
    assert f"({len(rows)} rows)" in ran["table"].out


@pytest.mark.model
def test_query_with_a_parameter(kg: Kg, seeds_built: Path) -> None:
    """A parameter takes a name as people write it, in either script."""
    english, bengali = (
        kg("query", "who-met-whom", "-g", seeds_built, "--with", f"person={name}").out
        for name in ("Vladimir Putin", "ভ্লাদিমির পুতিন")
    )
    assert english == bengali
    assert "Vladimir Putin" in english


@pytest.mark.model
def test_ask_takes_names_as_options(kg: Kg, seeds_built: Path) -> None:
    """--who is the first thing of a question; a parameter may go by its own name, too."""
    answers = {
        kg("ask", "who-met-whom", *options, "-g", seeds_built).out
        for options in (["--who", "কিম"], ["--who", "kim"], ["--who=Kim"], ["--person", "kim"])
    }
    assert len(answers) == 1
    assert "Kim Jong Un" in answers.pop()


@pytest.mark.model
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--who", "zorro"], "nothing in the graph is named 'zorro'"),
        (["--who", "pution"], "person/vladimir-putin (Vladimir Putin, ভ্লাদিমির পুতিন; "),
        (["--who"], "--who needs a value"),
        (["kim"], "write --who NAME"),
        (["--whose", "kim"], "no parameter 'whose'"),
    ],
)
def test_ask_says_what_it_does_not_know(
    kg: Kg, seeds_built: Path, options: list[str], said: str
) -> None:
    """In a line, with what to do about it."""
    ran = kg("ask", "who-met-whom", *options, "-g", seeds_built)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.model
def test_query_limit(kg: Kg, seeds_built: Path) -> None:
    """`--limit` cuts the rows, and the table says that there are more."""
    ran = kg("query", "entities", "-g", seeds_built, "--limit", "2")
    assert "(2 rows, and more that are not shown)" in ran.out


def test_queries_are_listed(kg: Kg) -> None:
    """Every named query is listed with its titles."""
    listed = kg("queries").out
    for path in (ROOT / "ontology" / "queries").glob("*.rq"):
        assert f"{path.stem} " in listed


@pytest.mark.model
def test_explain_shows_sentence_and_rule(kg: Kg, seeds_built: Path) -> None:
    """Each statement comes with a sentence of the article and with what found it."""
    ran = kg("explain", "004", "-g", seeds_built)
    assert ran.code == 0
    text = next(path for path in SEEDS if path.name.startswith("004")).read_text(encoding="utf-8")
    quoted = [line.strip(" “”") for line in ran.out.splitlines() if line.startswith("    “")]
    assert quoted
    assert all(sentence in text for sentence in quoted)
    assert ran.out.count("found by ") > 5


@pytest.mark.model
def test_text_is_printed_as_it_is(kg: Kg, tmp_path: Path) -> None:
    """What looks like markup or the code of a picture is printed letter by letter."""
    sentence = "কিম জং উন :smile: [b]রাশিয়া[/b] সফরে গেছেন।"
    kg("build", "-", "-o", tmp_path, stdin=json.dumps({"id": "a", "text": sentence}).encode())
    assert sentence in kg("explain", "a", "-g", tmp_path).out


# ---------------------------------------------------------------- names
TOKENS = ["রুশ প্রেসিডেন্ট পুতিন , ( মস্কো )", "", "\ufeffকিম-পুতিন ‘ জং’কে A1 ১৩.৫ \u200cএলেন ।"]


@pytest.mark.model
@pytest.mark.parametrize("where", ["file", "stdin"])
def test_tag_keeps_given_tokens(kg: Kg, tmp_path: Path, where: str) -> None:
    """With `--pretokenized` the tokens come back as given, each with its tag."""
    data = "\n".join(TOKENS).encode()
    (tmp_path / "tokens.txt").write_bytes(data)
    given = {"file": tmp_path / "tokens.txt", "stdin": "-"}[where]
    ran = kg("tag", given, "--pretokenized", "--format", "bio", stdin=data)
    assert (ran.code, ran.err) == (0, "")
    sentences = [block.split("\n") for block in ran.out.removesuffix("\n\n").split("\n\n")]
    assert [[line.split("\t")[0] for line in s] for s in sentences] == [
        line.split(" ") for line in TOKENS if line
    ]
    tags = {line.split("\t")[1] for sentence in sentences for line in sentence}
    assert "B-PER" in tags
    assert all(tag == "O" or tag[:2] in {"B-", "I-"} for tag in tags)


@pytest.mark.model
def test_tag_keeps_odd_tokens(kg: Kg) -> None:
    """Line ends of Windows, a mark at the start, long lines and words: JSON has each token."""
    odd = ["উ.\u00a0কোরিয়া", "\u2028", "\x85x", "\u200d", "😀", "Reuters", "খ" * 100_000]
    lines = ["\ufeffপুতিন\tএলেন ", "", " ", " ".join(odd), "কিম", " ".join(["ক"] * 2000)]
    ran = kg("tag", "-", "--pretokenized", "-f", "json", stdin="\r\n".join(lines).encode())
    rows = [json.loads(line) for line in ran.out.split("\n") if line]
    assert (ran.code, ran.err) == (0, "")
    assert [row["tokens"] for row in rows] == [["পুতিন", "এলেন"], odd, ["কিম"], ["ক"] * 2000]
    assert all(len(row["tags"]) == len(row["tokens"]) for row in rows)


@pytest.mark.model
def test_tag_of_nothing(kg: Kg) -> None:
    """No tokens, no output and no error."""
    ran = kg("tag", "-", "--pretokenized", stdin=b"\n\n")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.model
def test_tag_writes_three_forms(kg: Kg) -> None:
    """The names of an article are told as CoNLL-U, JSON and BIO."""
    conllu, bio, told = (kg("tag", SEEDS[3], "-f", form).out for form in ("conllu", "bio", "json"))
    assert conllu.startswith("# sent_id = 1\n")
    assert "\tNER=B-PER\n" in conllu
    assert "\tB-PER\n" in bio
    text = SEEDS[3].read_text(encoding="utf-8")
    for mention in json.loads(told)["mentions"]:
        assert text[mention["begin"] : mention["end"]] == mention["text"]


def test_score_prints_the_figures(kg: Kg) -> None:
    """`kg score` prints exactly the lines of the scorer, a line break after the last."""
    ran = kg("score", CASES / "score_gold", CASES / "score_graph.trig", "--misses")
    expected = (CASES / "score_figures.txt").read_text(encoding="utf-8")
    assert (ran.code, ran.out.rstrip("\n")) == (0, expected.rstrip("\n"))


# ---------------------------------------------------------------- refusals
@pytest.mark.parametrize(
    ("code", "said", "args"),
    [
        (5, "Build one with", ["query", "entities", "-g", "{tmp}/nowhere"]),
        (5, "malformed", ["query", "entities", "-g", "{tmp}/broken.nq"]),
        (5, "no RDF format", ["query", "entities", "-g", "{tmp}/text.xyz"]),
        (2, "line 1, column", ["query", "SELECT {", "-g", "{graph}"]),
        (2, "DELETE", ["query", "DELETE WHERE { ?s ?p ?o }", "-g", "{graph}"]),
        (2, "no parameter", ["query", "entities", "-g", "{graph}", "--with", "colour=red"]),
        (2, "name=value", ["query", "entities", "-g", "{graph}", "--with", "red"]),
        (2, "is no format", ["query", "entities", "-g", "{graph}", "-f", "xml"]),
        (2, "there is no article", ["explain", "nothing", "-g", "{graph}"]),
        (7, "no server", ["load", "{graph}", "http://127.0.0.1:9/store"]),
        (7, "is no address", ["load", "{graph}", "not an address"]),
        (5, "Build one with", ["load", "{tmp}/nowhere", "http://127.0.0.1:9/store"]),
        (5, "Build one with", ["diff", "{graph}", "{tmp}/nowhere"]),
        (2, "use text or json", ["diff", "{graph}", "{graph}", "-f", "xml"]),
        (2, "use bn, en or both", ["diff", "{graph}", "{graph}", "--language", "fr"]),
        (3, "no annotations", ["score", "{tmp}/nowhere", "{graph}"]),
        (2, "conllu, json or bio", ["tag", "{tmp}/text.xyz", "-f", "xml"]),
        (2, "paths", ["build"]),
        (2, "No such command", ["bild"]),
        (2, "yesterday", ["build", "{tmp}", "--published", "yesterday"]),
        (3, "training set", ["train", "ner", "{tmp}/nowhere", "-o", "{tmp}/model"]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else str(value),
)
def test_refusals(kg: Kg, tmp_path: Path, code: int, said: str, args: list[str]) -> None:
    """A refusal says what is wrong on stderr, prints nothing, and has its exit code."""
    ran = kg(*_filled(args, tmp_path))
    assert ran.code == code
    assert said in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


@pytest.mark.model
@pytest.mark.parametrize(
    ("code", "said", "args"),
    [
        (3, "No such file", ["tag", "{tmp}/nowhere.txt", "--pretokenized"]),
        (3, "not UTF-8", ["tag", "{tmp}/latin.txt", "--pretokenized"]),
        (6, "no Stanza NER model", ["tag", "{tmp}", "--model", "{tmp}/nowhere.pt"]),
    ],
)
def test_refusals_of_the_tagger(
    kg: Kg, tmp_path: Path, code: int, said: str, args: list[str]
) -> None:
    """The same of a missing or foreign model, and of files that are no tokens."""
    test_refusals(kg, tmp_path, code, said, args)


@pytest.mark.parametrize(
    ("code", "said", "args"),
    [
        (3, "latin.txt", ["query", "{tmp}/latin.txt", "-g", "{graph}"]),
        (2, "no query is named", ["query", "no-such-query", "-g", "{graph}"]),
        (2, "fr", ["explain", "summit", "-g", "{graph}", "--language", "fr"]),
        (3, "nowhere.txt", ["tag", "{tmp}/nowhere.txt"]),
        (6, "cannot load", ["tag", "{tmp}", "--model", "{tmp}/text.xyz"]),
        (3, "text.xyz", ["build", "{seeds}", "-o", "{tmp}/text.xyz"]),
        (2, "no iri", ["build", "{seeds}", "--base", "no iri", "-o", "{tmp}/out"]),
        (2, "http://x.org", ["build", "{seeds}", "--base", "http://x.org", "-o", "{tmp}/out"]),
    ],
)
@pytest.mark.model
def test_refusals_before_reading(
    kg: Kg, tmp_path: Path, code: int, said: str, args: list[str]
) -> None:
    """Names, files and addresses that are wrong are seen before any work begins."""
    test_refusals(kg, tmp_path, code, said, args)


def _filled(args: list[str], tmp_path: Path) -> list[str]:
    (tmp_path / "broken.nq").write_text("this is no graph", encoding="utf-8")
    (tmp_path / "text.xyz").write_text("text", encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    places = {"tmp": tmp_path, "graph": CASES / "score_graph.trig", "seeds": ROOT / "seeds"}
    return [arg if " " in arg else arg.format(**places) for arg in args]


def test_an_interrupt_says_how_to_go_on(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends in one line and the exit code that shells expect."""

    def interrupt(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "app", interrupt)
    ran = kg("build", "seeds")
    assert (ran.code, ran.out) == (130, "")
    assert "run the same command again" in ran.err


def test_the_progress_goes_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """Away from a terminal, progress is a line now and then, and never on stdout."""
    with counting("articles", cli.err) as step:
        for number in range(1, 1001):
            step(number)
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "500 articles\n1000 articles\n")
