"""Processes that answer one query at a time, and are replaced when one had to be ended.

They are copies of this process, made by fork, so that all share the memory of one loaded
graph. A keeper, which does nothing else, starts them and starts another in the place of
each that ends. They wait for work at one socket of this machine; a message is its length
in four bytes, and its bytes.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from kg.ask.limits import Limits, confine

Handle = Callable[[bytes], bytes]

LENGTH = struct.Struct("!I")

#: The pause before a worker is replaced, so that none that cannot start is started in a rush.
_PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Keeper:
    """The process that keeps the workers.

    Attributes:
        pid: Its id.
        lifeline: A pipe; the keeper and the workers end when this end of it is closed,
            whatever way this process goes.
    """

    pid: int
    lifeline: int

    def stop(self) -> None:
        """End the keeper and the workers."""
        os.close(self.lifeline)
        os.waitpid(self.pid, 0)


def keep_workers(handle: Handle, address: Path, count: int, limits: Limits) -> Keeper:
    """Start workers.

    Args:
        handle: What a worker does with a message.
        address: Where the socket is made.
        count: How many there are.
        limits: What each message may take; a worker that takes more is ended.
    """
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(address))
    listener.listen(1024)
    held, lifeline = os.pipe()
    gc.freeze()  # what is there now stays shared: no collection touches it
    pid = os.fork()
    if pid:
        listener.close()
        os.close(held)
        return Keeper(pid, lifeline)
    try:
        os.close(lifeline)
        _keep(lambda: _serve(handle, listener, held, limits), count, held)
    finally:
        os._exit(1)


def _keep(work: Callable[[], NoReturn], count: int, held: int) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the lifeline tells when to end
    woken, wake = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    workers: set[int] = set()
    while True:
        while len(workers) < count:
            workers.add(_start(work))
        ready, _, _ = select.select([held, woken], [], [])
        if held in ready:
            for worker in workers:
                os.kill(worker, signal.SIGKILL)
            os._exit(0)
        os.read(woken, 1 << 16)
        time.sleep(_PAUSE)
        workers -= set(_gone())


def _start(work: Callable[[], NoReturn]) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        work()
    finally:
        os._exit(1)


def _gone() -> list[int]:
    found = []
    with suppress(ChildProcessError):
        while (pid := os.waitpid(-1, os.WNOHANG)[0]) != 0:
            found.append(pid)
    return found


def _serve(handle: Handle, listener: socket.socket, held: int, limits: Limits) -> NoReturn:
    """Answer messages, one after the other, until the lifeline is cut."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the allocator says when it fails
    confine(limits)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection: socket.socket | None = None
    while True:
        waiting = (connection or listener).fileno()
        ready, _, _ = select.select([waiting, held], [], [])
        if held in ready:
            os._exit(0)
        if connection is None:
            connection = listener.accept()[0]
        elif not _serve_one(handle, connection, limits):
            connection.close()
            connection = None


def _serve_one(handle: Handle, connection: socket.socket, limits: Limits) -> bool:
    """Answer one message; False when the other side is gone."""
    try:
        asked = _received(connection, LENGTH.unpack(_received(connection, LENGTH.size))[0])
        signal.setitimer(signal.ITIMER_REAL, limits.seconds)
        answer = handle(asked)
        signal.setitimer(signal.ITIMER_REAL, 0)
        connection.sendall(LENGTH.pack(len(answer)) + answer)
    except (OSError, EOFError):
        return False
    return True


def _received(connection: socket.socket, length: int) -> bytes:
    parts = []
    while length:
        part = connection.recv(min(length, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
