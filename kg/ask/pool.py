"""The way from the endpoint to the workers: as many connections as there are workers."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

from kg.ask.limits import Limits
from kg.ask.protocol import RefusedError
from kg.ask.workers import LENGTH

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Pool:
    """Connections to the workers; a query waits for one that is free.

    Args:
        address: The socket of the workers.
        count: How many there are.
        limits: What they are given for each query.
    """

    def __init__(self, address: Path, count: int, limits: Limits) -> None:
        self._address, self._limits = address, limits
        self._free: asyncio.Queue[Connection | None] = asyncio.Queue()
        for _ in range(count):
            self._free.put_nowait(None)

    async def ask(self, message: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Have a message answered by a worker.

        Args:
            message: See `kg.ask.answers.handler`.

        Returns:
            What the worker says of its answer, and the answer.

        Raises:
            RefusedError: All workers are busy, or the query took too much.
        """
        data = json.dumps(message).encode()
        reply = await self._reply(data)
        if reply is None:
            # What it used before may have been too much, not this query: once more, elsewhere.
            reply = await self._reply(data)
        if reply is None:
            most = self._limits.memory / 1e9
            raise RefusedError(507, f"the query needs more memory than {most:.1f} GB; narrow it")
        head, _, body = reply.partition(b"\n")
        return json.loads(head), body

    async def _reply(self, data: bytes) -> bytes | None:
        """A worker's answer, or None when it was ended for another reason than its time."""
        try:
            connection = await asyncio.wait_for(self._free.get(), self._limits.seconds)
        except TimeoutError:
            raise RefusedError(503, "all workers are busy; ask again later") from None
        kept = None
        begin = time.monotonic()
        try:
            connection = connection or await asyncio.open_unix_connection(self._address)
            begin = time.monotonic()
            reply = await _exchange(connection, data)
            kept = connection
            return reply
        except (asyncio.IncompleteReadError, OSError):
            if time.monotonic() - begin < self._limits.seconds:
                return None
            seconds = f"{self._limits.seconds:g} seconds"
            raise RefusedError(504, f"the query takes longer than {seconds}; narrow it") from None
        finally:
            if connection and not kept:
                connection[1].close()
            self._free.put_nowait(kept)


async def _exchange(connection: Connection, data: bytes) -> bytes:
    reader, writer = connection
    writer.write(LENGTH.pack(len(data)) + data)
    await writer.drain()
    (length,) = LENGTH.unpack(await reader.readexactly(LENGTH.size))
    return await reader.readexactly(length)
