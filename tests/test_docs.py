"""What the documentation says is run: commands, Python, links."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer
from conftest import ROOT, Kg

from kg import cli
from kg.ask import named_queries

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "output" / "README.md"],
    key=lambda path: path.relative_to(ROOT).as_posix(),
)
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")
_TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def blocks(text: str, *languages: str) -> list[str]:
    """The code blocks of a page that are in one of the languages."""
    return [match[2] for match in _BLOCK.finditer(text) if match[1] in languages]


def commands(path: Path) -> list[str]:
    """The lines of a page's shell blocks that call `kg` or `make`."""
    found = blocks(path.read_text(encoding="utf-8"), "sh", "console")
    lines = [line.removeprefix("$ ") for block in found for line in block.splitlines()]
    return [line for line in lines if line.startswith(("kg ", "make "))]


def options() -> dict[str, set[str]]:
    """Every command of the command line with its options; the program itself as ''."""
    found = {}
    todo = [("", typer.main.get_command(cli.app))]
    for name, command in todo:
        found[name] = {opt for param in command.params for opt in param.opts} | {"--help"}
        for child, below in getattr(command, "commands", {}).items():
            todo.append((f"{name} {child}".strip(), below))
    return found


ALL = [(path.name, line) for path in PAGES for line in commands(path)]


@pytest.mark.parametrize(("page", "line"), ALL, ids=lambda value: value[:40])
def test_commands_in_the_documentation_exist(page: str, line: str) -> None:
    """Each `kg` and `make` line names a command, options and questions that exist."""
    program, *words = shlex.split(line, comments=True)
    if program == "make":
        assert set(words) <= _TARGETS
        return
    known = options()
    name = max((c for c in known if words[: len(c.split())] == c.split()), key=len)
    assert name or all(word.startswith("-") for word in words), f"{page}: {line}"
    used = {word for word in words if re.fullmatch(r"--?[a-z][a-z-]*", word)}
    if name in {"query", "ask"} and re.fullmatch(r"[a-z-]+", words[1]):
        asked = named_queries()[words[1]]
        params = {"who", "whom", "language", *(param.name for param in asked.params)}
        known["ask"] |= {f"--{param}" for param in params}
    assert used <= known[name], f"{page}: {line}"


def test_the_readme_has_commands() -> None:
    """The two commands of a newcomer, and a good deal more, were found by the test above."""
    lines = [line for _, line in ALL]
    assert any(line.startswith("make graph") for line in lines)
    assert any(line.startswith("make test") for line in lines)
    assert len(lines) > 8


@pytest.mark.parametrize("command", [c for c in options() if c not in {"", "train"}])
def test_every_command_is_in_the_readme(command: str) -> None:
    """The README tells of each command."""
    assert f"kg {command}" in README


@pytest.mark.model
@pytest.mark.parametrize("line", [b.splitlines()[0] for b in blocks(README, "console")])
def test_the_readme_shows_what_is_answered(kg: Kg, seeds_built: Path, line: str) -> None:
    """The questions in the README are answered from the seeds, with at least one row."""
    program, *words = shlex.split(line.removeprefix("$ "))
    assert program == "kg"
    ran = kg(*words, "--graph", seeds_built)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") > 1


@pytest.mark.model
@pytest.mark.parametrize("number", range(len(blocks(README, "python"))))
def test_python_in_the_readme_runs(
    number: int, seeds_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader who copies the Python into a file beside `seeds/` gets meetings."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    (tmp_path / "output").mkdir()
    remembered = (seeds_built / ".tags.sqlite").read_bytes()
    (tmp_path / "output" / ".tags.sqlite").write_bytes(remembered)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(blocks(README, "python")[number], names)
    assert names["meetings"]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Each link to a file of the repository finds it."""
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_files_named_in_the_contributing_guide_exist() -> None:
    """Paths in backticks in CONTRIBUTING.md are there."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:kg|tests|ontology|docs|scripts)/[\w./-]+)`", text)
    assert len(named) > 15
    for path in named:
        assert (ROOT / path).exists(), path


def test_the_section_that_an_error_refers_to_exists() -> None:
    """The error of a malformed frame leads to a section of CONTRIBUTING.md."""
    assert "\n## Add a frame\n" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_decisions_are_numbered_and_whole() -> None:
    """Each record of a decision has its number, status, context, decision, consequences."""
    for number, path in enumerate(sorted((ROOT / "docs" / "decisions").glob("*.md")), 1):
        text = path.read_text(encoding="utf-8")
        assert path.name.startswith(f"{number:04}-")
        assert text.startswith(f"# {number}. ")
        for part in ("Status:", "Context.", "Decision.", "Consequences."):
            assert f"**{part}**" in text, f"{path.name}: {part}"
