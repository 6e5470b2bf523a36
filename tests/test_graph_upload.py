"""Graphs loaded into real servers, started here: Oxigraph's, and Virtuoso where it is."""

from __future__ import annotations

import csv
import io
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import graph_samples as samples
import pytest
import requests
from conftest import Kg
from pyoxigraph import RdfFormat, parse

from kg.errors import ServerError
from kg.graph import upload, write_graph

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
VIRTUOSO = shutil.which("virtuoso-t")

#: What Virtuoso must be told to run in a folder, with a graph store for its one user.
VIRTUOSO_INI = """
[Database]
DatabaseFile = db.db
TransactionFile = db.trx
ErrorLogFile = db.log
LockFile = db.lck
xa_persistent_file = db.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 4000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
"""


@dataclass(frozen=True)
class Server:
    """A server that runs: where to load, where to ask, and as whom."""

    store: str
    query: str
    credentials: tuple[str, str] | None = None

    def ask(self, query: str) -> list[tuple[str, ...]]:
        """The rows of a SELECT, sorted."""
        answer = requests.get(
            self.query, {"query": query}, headers={"Accept": "text/csv"}, timeout=30
        )
        answer.raise_for_status()
        rows = csv.reader(io.StringIO(answer.content.decode("utf-8"), newline=""))
        return sorted(tuple(row) for row in list(rows)[1:])


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until something answers."""
    until = time.monotonic() + 60
    while True:
        try:
            requests.get(address, timeout=5)
        except requests.ConnectionError:
            assert process.poll() is None, "the server ended"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.05)
        else:
            return


def oxigraph(folder: Path) -> tuple[list[str], Server]:
    """Oxigraph's own server, with its store on disk."""
    address = f"127.0.0.1:{free_port()}"
    command = [str(OXIGRAPH), "serve", "--location", str(folder / "store"), "--bind", address]
    return command, Server(f"http://{address}/store", f"http://{address}/query")


def virtuoso(folder: Path) -> tuple[list[str], Server]:
    """Virtuoso, which asks for a user and a digested password."""
    http, sql = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO_INI.format(http=http, sql=sql))
    address = f"http://127.0.0.1:{http}/sparql"
    command = [str(VIRTUOSO), "+foreground", "+configfile", "virtuoso.ini"]
    return command, Server(f"{address}-graph-crud-auth", address, ("dba", "dba"))


SERVERS: dict[str, Callable[[Path], tuple[list[str], Server]]] = {
    "oxigraph": oxigraph,
    "virtuoso": virtuoso,
}
ABSENT = {
    "oxigraph": "" if OXIGRAPH.is_file() else "the package oxigraph is not installed",
    "virtuoso": "" if VIRTUOSO else "the Debian package virtuoso-opensource-7-bin is not installed",
}


@pytest.fixture(scope="module", params=SERVERS)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Each server in turn."""
    if ABSENT[request.param]:
        pytest.skip(ABSENT[request.param])
    folder = tmp_path_factory.mktemp(request.param)
    command, found = SERVERS[request.param](folder)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=folder, **quiet) as process:  # type: ignore[call-overload]
        try:
            wait_for(found.query, process)
            yield found
        finally:
            process.kill()


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of two articles."""
    folder = tmp_path_factory.mktemp("both")
    write_graph([samples.first(), samples.second()], folder, check=False)
    return folder


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the first of them alone."""
    folder = tmp_path_factory.mktemp("one")
    write_graph([samples.first()], folder, check=False)
    return folder


def quads(folder: Path) -> list[tuple[str, ...]]:
    """Graph, subject, predicate and the value of the object, as a server tells them."""
    found = parse(path=str(folder / "graph.nq"), format=RdfFormat.N_QUADS)
    # Every term that we write has a value: there are no quoted triples.
    return sorted(
        (q.graph_name.value, q.subject.value, q.predicate.value, q.object.value)  # type: ignore[union-attr]
        for q in found
    )


def held(server: Server) -> list[tuple[str, ...]]:
    """The same of all our graphs on the server."""
    ours = 'FILTER (STRSTARTS(STR(?g), "https://w3id.org/barta/id/"))'
    return server.ask(f"SELECT ?g ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} {ours} }}")


def test_the_server_has_what_the_graph_has(server: Server, both: Path) -> None:
    """Every quad arrives in its named graph, Bengali and line breaks unharmed, and no other."""
    steps: list[int] = []
    done = upload(both, server.store, credentials=server.credentials, progress=steps.append)
    assert held(server) == quads(both)
    assert (done.triples, done.graphs, done.deleted) == (len(quads(both)), max(steps), 0)


def test_loading_again_doubles_nothing(server: Server, both: Path) -> None:
    """A second load leaves the server as it was."""
    for _ in range(2):
        upload(both, server.store, credentials=server.credentials)
    assert held(server) == quads(both)


def test_only_changes_are_sent(server: Server, both: Path, one: Path) -> None:
    """From one build to the next: graphs that changed are put, one that is gone is deleted."""
    upload(both, server.store, credentials=server.credentials)
    done = upload(one, server.store, since=both, credentials=server.credentials)
    assert held(server) == quads(one)
    names = {quad[0] for quad in quads(one)}
    assert (done.deleted, done.graphs < len(names)) == (1, True)
    again = upload(one, server.store, since=one, credentials=server.credentials)
    assert (again.graphs, again.deleted) == (0, 0)


def test_the_command_says_what_it_loaded(
    server: Server, both: Path, kg: Kg, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`kg load` takes the user as an option and the password from the environment."""
    user, password = server.credentials or ("", "")
    monkeypatch.setenv("BARTA_PASSWORD", password)
    ran = kg("load", both, server.store, *(["--user", user] if user else []))
    assert (ran.code, ran.err) == (0, "")
    assert f"{len(quads(both))} triples loaded into {server.store}" in ran.out


def test_a_wrong_address_on_the_server_is_refused(server: Server, both: Path) -> None:
    """A path of the server that is no Graph Store: the error says which addresses are."""
    wrong = server.store.rpartition("/")[0] + "/no/such/store"
    with pytest.raises(ServerError, match=r"refused https:.*: (404|501) .*0 of \d+ graphs"):
        upload(both, wrong, credentials=server.credentials)


class Refusing(BaseHTTPRequestHandler):
    """Takes two graphs, then answers with the status that its path names."""

    taken = 0

    def do_PUT(self) -> None:
        """Read the body, as a server must, and answer."""
        self.rfile.read(int(self.headers["Content-Length"]))
        Refusing.taken += 1
        status = 204 if Refusing.taken <= 2 else int(self.path[1:4])
        self.send_response(status)
        self.send_header("Location", "http://elsewhere/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (301, "Use the address http://elsewhere/"),
        (401, "BARTA_PASSWORD"),
        (403, "the right to"),
        (405, "may be written to"),
        (413, "too large"),
        (503, "the server's own log"),
    ],
)
def test_a_refusal_says_why_and_how_far_it_came(both: Path, status: int, said: str) -> None:
    """Each kind of refusal has its advice; the graph and the number loaded before are named."""
    Refusing.taken = 0
    with HTTPServer(("127.0.0.1", 0), Refusing) as refusing:
        Thread(target=refusing.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{refusing.server_port}/{status}"
        with pytest.raises(ServerError) as error:
            upload(both, address)
        refusing.shutdown()
    assert said in str(error.value)
    assert f": {status} " in str(error.value)
    assert "2 of 5 graphs were loaded before" in str(error.value)
