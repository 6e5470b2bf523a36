"""Work that may not take longer, or more memory, than it was given.

The store answers a query in one call that cannot be stopped from within its process
(pyoxigraph 0.5). So the work is done in a copy of the process, made by fork: the graph is
there already, its memory is shared, and the kernel ends the copy at the limit.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

from kg.errors import QueryError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take.

    Attributes:
        seconds: Time by the clock.
        rows: The largest number of rows or triples of an answer.
        size: The largest answer, in bytes.
        memory: What it may use beyond the graph itself, in bytes.
    """

    seconds: float = 60
    rows: int = 100_000
    size: int = 128 << 20
    memory: int = 2 << 30


def guarded(work: Callable[[], T], limits: Limits) -> T:
    """The result of work that is ended when it takes more than it may.

    Args:
        work: What to do; its result is sent between processes, so it must be picklable.
        limits: Its time and memory.

    Raises:
        QueryError: It was ended.
        Exception: As raised by the work.
    """
    source, sink = os.pipe()
    child = os.fork()
    if not child:
        os.close(source)
        _work(work, limits, sink)
    os.close(sink)
    with os.fdopen(source, "rb") as answer:
        data = answer.read()
    _, status = os.waitpid(child, 0)
    if status:
        raise ended(status, limits)
    result: T | Exception = pickle.loads(data)
    if isinstance(result, Exception):
        raise result
    return result


def confine(limits: Limits) -> None:
    """Let the kernel end this process, not Python: a query never comes back to Python.

    Args:
        limits: Its memory; its time is set with `signal.setitimer` when work begins.
    """
    faulthandler.disable()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    statm = Path("/proc/self/statm")
    if statm.exists():  # elsewhere the limit below is not kept anyhow
        used = int(statm.read_text("ascii").split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = used + limits.memory
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def ended(status: int, limits: Limits) -> QueryError:
    """Why a process did not finish its query.

    Args:
        status: As `os.waitpid` gives it.
        limits: What it was given.
    """
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        what = f"the query takes longer than {limits.seconds:g} seconds"
        return QueryError(what, hint="Narrow it, or allow more with --timeout")
    what = f"the query needs more memory than {limits.memory / 1e9:.1f} GB"
    return QueryError(what, hint="Ask for less of the graph at once, or add LIMIT")


def _work(work: Callable[[], T], limits: Limits, sink: int) -> NoReturn:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the allocator says when it fails
        confine(limits)
        signal.setitimer(signal.ITIMER_REAL, limits.seconds)
        result: T | Exception
        try:
            result = work()
        except MemoryError:
            os.abort()
        except Exception as error:  # noqa: BLE001 (raised again by the original)
            result = error
        with os.fdopen(sink, "wb") as answer:
            pickle.dump(result, answer)
        os._exit(0)
    finally:  # whatever happened, the copy never goes on as if it were the original
        os._exit(1)
