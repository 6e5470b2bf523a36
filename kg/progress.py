"""Progress of long work, for people who wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)


@contextmanager
def counting(what: str, console: Console) -> Iterator[Callable[[int], None]]:
    """Show how far long work is: a bar on a terminal, a line now and then elsewhere.

    Args:
        what: What is counted, in the plural.
        console: Where to show it.

    Yields:
        A function to call with the number so far.
    """
    if not console.is_terminal:

        def say(number: int) -> None:
            if number % 500 == 0:
                console.print(f"{number} {what}")

        yield say
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda number: bar.update(task, completed=number)
