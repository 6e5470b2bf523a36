"""The rules of the house, read off the source files themselves."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

KG = Path(__file__).parents[1] / "kg"
FILES = sorted(path for path in KG.rglob("*.py") if "__pycache__" not in path.parts)

#: The way that an article goes. A room sees the rooms to its left and the ground.
ROOMS = ("read", "tag", "resolve", "relate", "graph", "ask", "show")
GROUND = frozenset({"model", "errors", "config"})
KNOWLEDGE = frozenset({"language", "world"})
ALLOWED = {
    "model": frozenset(),
    "errors": frozenset(),
    "config": frozenset(),
    "language": GROUND,
    "world": GROUND | {"language"},
    # The scorer stands beside the row: it reads files and knows no room.
    "score": GROUND | KNOWLEDGE,
    **{room: GROUND | KNOWLEDGE | set(ROOMS[:number]) for number, room in enumerate(ROOMS)},
}
#: What drives the rooms: it may see everything below it, in this order.
TOP = (
    "memory",
    "kept",
    "change",
    "pipeline",
    "progress",
    "cli_build",
    "cli_ask",
    "cli_exchange",
    "cli",
)
for _number, _name in enumerate(TOP):
    ALLOWED[_name] = GROUND | KNOWLEDGE | {*ROOMS, "score", *TOP[:_number]}

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 45

#: What may be longer than that, and how long: in `model.py` the values that cross a door
#: stand together, and most of it is what they mean. `file.py function` names a function.
LONG = {"model.py": 400}

_BENGALI = regex.compile(r"\p{Bengali}")
_SHAPELESS = {"util", "utils", "helper", "helpers", "common", "misc", "tools", "stuff", "shared"}


def name_of(path: Path) -> str:
    """The path below `kg/`, with slashes."""
    return path.relative_to(KG).as_posix()


def part_of(path: Path) -> str:
    """The room, or the module beside the rooms, that a file belongs to."""
    return path.relative_to(KG).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write the import in full"
            assert node.module
            # `from kg import config` imports a module of the package, too.
            yield from (
                [f"kg.{alias.name}" for alias in node.names]
                if node.module == "kg"
                else [node.module]
            )


def parsed(path: Path) -> ast.Module:
    """A source file as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def every_file(files: list[Path] = FILES) -> pytest.MarkDecorator:
    """Run a test once for each source file."""
    return pytest.mark.parametrize("path", files, ids=name_of)


@every_file()
def test_no_arrow_points_back(path: Path) -> None:
    """A room imports itself, the rooms to its left, what is known, and the ground."""
    part = part_of(path)
    if part == "__init__":
        return
    for module in imported(parsed(path)):
        first, *rest = module.split(".")
        if first == "kg" and rest and rest[0] not in {part, "__version__"}:
            assert rest[0] in ALLOWED[part], f"{name_of(path)} imports {module}"


def test_every_part_of_the_package_has_its_place() -> None:
    """A new room or module beside the rooms is given a place in the row, or refused."""
    assert {part_of(path) for path in FILES} - {"__init__"} == set(ALLOWED)


@every_file()
def test_only_the_tagger_knows_stanza(path: Path) -> None:
    """Stanza and torch are imported in `kg/tag` and nowhere else."""
    known = {module.split(".")[0] for module in imported(parsed(path))}
    assert part_of(path) == "tag" or not known & {"stanza", "torch"}


@every_file()
def test_code_holds_no_bengali_words(path: Path) -> None:
    """Knowledge is data: no string outside docstrings is written in Bengali."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            written = ast.get_source_segment(source, node) or ""
            assert not _BENGALI.search(written), f"{name_of(path)}:{node.lineno}: {written}"


@every_file()
def test_files_and_functions_are_short(path: Path) -> None:
    """A file is read in one go, and a function without scrolling."""
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONG.get(name_of(path), MOST_LINES)
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            most = LONG.get(f"{name_of(path)} {node.name}", MOST_LINES_OF_A_FUNCTION)
            assert length <= most, f"{node.name}, line {node.lineno}"


def test_what_may_be_long_exists() -> None:
    """An exception goes when its file or function goes."""
    for entry in LONG:
        file, _, function = entry.partition(" ")
        assert (KG / file).is_file(), entry
        defined = {getattr(node, "name", "") for node in ast.walk(parsed(KG / file))}
        assert not function or function in defined, entry


@every_file()
def test_files_are_named_for_what_they_do(path: Path) -> None:
    """No file is a drawer for odds and ends."""
    assert path.stem not in _SHAPELESS


@pytest.mark.parametrize("room", [*ROOMS, "language", "world", "score"])
def test_public_names_are_exact(room: str) -> None:
    """A room's `__all__` is what its door imports: sorted, documented, nothing else."""
    module = importlib.import_module(f"kg.{room}")
    door = parsed(KG / room / "__init__.py")
    names = [
        alias.asname or alias.name
        for node in ast.walk(door)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kg.")
        for alias in node.names
    ]
    assert module.__doc__
    # Constants first, then classes, then functions: the order that ruff keeps.
    assert sorted(module.__all__) == sorted(names)
    for name in module.__all__:
        thing = getattr(module, name)
        assert not callable(thing) or thing.__doc__, f"kg.{room}.{name} has no docstring"


def test_the_package_names_its_functions() -> None:
    """`kg.build`, `kg.open_graph` and `kg.view` are those of their rooms; nothing else is there."""
    import kg
    from kg.ask import open_graph
    from kg.pipeline import build
    from kg.show import view

    assert (kg.build, kg.open_graph, kg.view) == (build, open_graph, view)
    assert sorted(kg.__all__) == ["__version__", "build", "open_graph", "view"]
    with pytest.raises(AttributeError, match="bild"):
        kg.bild  # noqa: B018
