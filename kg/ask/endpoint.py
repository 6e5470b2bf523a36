"""The SPARQL endpoint: HTTP on one side, workers that ask the graph on the other."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.ask.answers import handler
from kg.ask.description import description
from kg.ask.graph import Graph
from kg.ask.limits import Limits
from kg.ask.named import named_queries
from kg.ask.pool import Pool
from kg.ask.protocol import MAX_QUERY, TRIPLES, RefusedError, asked, best, media_type
from kg.ask.workers import keep_workers
from kg.errors import InputError

_ASSETS = Path(__file__).parent / "assets"

_HEADERS = {"X-Content-Type-Options": "nosniff", "Vary": "Accept"}

#: Who may be named as the host of an endpoint that only this machine can reach: a page of
#: another site, whose name it lets point here, may not ask it.
_LOCAL = ("localhost", "127.0.0.1")


def serve(
    graph: Graph, host: str, port: int, count: int, limits: Limits, ready: Callable[[str], None]
) -> None:
    """Answer SPARQL over HTTP until the process is told to stop.

    Args:
        graph: What is asked.
        host: The address that is listened at.
        port: The port; 0 for any that is free.
        count: How many queries are answered at a time.
        limits: What each of them may take.
        ready: Told the endpoint's address when it can be asked.

    Raises:
        InputError: The address cannot be listened at.
    """
    with contextlib.closing(_bound(host, port)) as bound, TemporaryDirectory("", "kg-") as folder:
        address = Path(folder) / "workers"
        graph.find("?")  # the names are listed now, once for all workers
        keeper = keep_workers(handler(graph, limits), address, count, limits)
        try:
            hosts = _LOCAL if host in _LOCAL else ("*",)
            app = endpoint(Pool(address, count, limits), hosts)
            config = uvicorn.Config(app, log_level="warning", access_log=False)
            ready(f"http://{host}:{bound.getsockname()[1]}")
            signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does
            with contextlib.suppress(KeyboardInterrupt):
                uvicorn.Server(config).run([bound])
        finally:
            keeper.stop()


def _bound(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=1024)
    except OSError as error:
        what = f"cannot be listened at ({error.strerror})"
        raise InputError(what, f"{host}:{port}", "Choose another --port or --host") from None


def endpoint(pool: Pool, hosts: tuple[str, ...] = ("*",)) -> Starlette:
    """The application: `/sparql` answers, `/queries` lists, `/` is a page to ask from.

    Args:
        pool: The way to the workers.
        hosts: The names by which it may be called.
    """

    async def sparql(request: Request) -> Response:
        kind = request.headers.get("content-type", "")
        body = await _body(request)
        wanted = asked(request.method, request.url.query, kind, body)
        accept = ", ".join(request.headers.getlist("accept"))
        if not wanted.query:
            return _described(request, accept)
        chosen = media_type(accept, wanted.query)
        said, data = await pool.ask({**asdict(wanted), "type": chosen})
        return _response(said["status"], data, chosen, cut=said["cut"])

    async def named(request: Request) -> Response:
        bindings = dict(request.query_params)
        message = {"name": request.path_params["name"], "bindings": bindings}
        said, data = await pool.ask(message)
        return _response(said["status"], data, "application/sparql-query")

    routes = [
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/queries", _listed),
        Route("/queries/{name}", named),
        Mount("/", StaticFiles(directory=_ASSETS, html=True)),
    ]
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    return Starlette(routes=routes, middleware=[guard], exception_handlers={RefusedError: _refused})


async def _body(request: Request) -> bytes:
    parts, length = [], 0
    async for part in request.stream():
        parts.append(part)
        length += len(part)
        if length > MAX_QUERY:  # the rest is not even read
            raise RefusedError(413, f"a query may have up to {MAX_QUERY} bytes")
    return b"".join(parts)


def _described(request: Request, accept: str) -> Response:
    """The description of the service; people who look at its address are led to the page."""
    chosen = best(accept, ("text/html", *TRIPLES))
    if chosen == "text/html":
        return RedirectResponse("/", 303)
    address = str(request.url.replace(query="", fragment=""))
    return _response(200, description(address, chosen), chosen)


async def _listed(_: Request) -> Response:
    return JSONResponse([asdict(query) for query in named_queries().values()], headers=_HEADERS)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    return _response(error.status, f"{error.reason}\n".encode(), "")


def _response(status: int, data: bytes, kind: str, cut: bool = False) -> Response:
    headers = dict(_HEADERS)
    if status != 200:
        kind = "text/plain"
    if status == 503:
        headers["Retry-After"] = "5"
    if cut:
        headers["X-Answer-Cut"] = "true"
    text = kind.startswith("text/") or kind == "application/sparql-query"
    headers["Content-Type"] = f"{kind}; charset=utf-8" if text else kind
    return Response(data, status, headers)
