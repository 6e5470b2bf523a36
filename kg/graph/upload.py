"""A built graph into a graph store, by the SPARQL 1.1 Graph Store HTTP Protocol.

https://www.w3.org/TR/sparql11-http-rdf-update/: each named graph is put whole under its
IRI (`?graph=…`), so that loading again replaces and never doubles.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import requests
from pyoxigraph import NamedNode, RdfFormat, Store
from requests.auth import HTTPBasicAuth, HTTPDigestAuth

from kg.errors import ServerError
from kg.graph.export import load_store

#: Seconds to wait for a connection, and for the answer to one graph.
_PATIENCE = (10, 600)

_NO_PUT = "It takes no PUT: give the address of its Graph Store, of a server that may be written to"
_REASONS = {
    401: "Give --user, and the password in the environment variable BARTA_PASSWORD",
    403: "The server lets this user not write; ask for the right to",
    404: "Give the address of its Graph Store: Oxigraph …/store, Fuseki …/DATASET/data, "
    "GraphDB and RDF4J …/repositories/NAME/rdf-graphs/service, Virtuoso …/sparql-graph-crud-auth",
    405: _NO_PUT,
    413: "The graph is too large for it; raise the server's limit",
    501: _NO_PUT,
}


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What a server was given.

    Attributes:
        graphs: How many named graphs were put.
        deleted: How many were deleted, as the graph has them no longer.
        triples: How many triples were put.
    """

    graphs: int
    deleted: int
    triples: int


def upload(
    graph: Path | str,
    endpoint: str,
    *,
    since: Path | str | None = None,
    credentials: tuple[str, str] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Uploaded:
    """Load a built graph into a graph store, one named graph at a time.

    Args:
        graph: A folder that holds `graph.nq`, or an RDF file.
        endpoint: The address of the server's Graph Store.
        since: An older build that the server has: only what differs is put, and what is
            gone is deleted.
        credentials: User and password; the server says whether it wants them plain or
            digested.
        progress: Called with the number of graphs so far.

    Raises:
        GraphError: There is no graph, or its file is malformed.
        ServerError: The server cannot be reached, or refuses a graph.
    """
    store = load_store(graph)
    before = Store() if since is None else load_store(since)
    names, old = _graphs(store), _graphs(before)
    put = [g for g in names if g not in old or _data(store, g) != _data(before, g)]
    gone = [g for g in old if g not in names]
    triples = 0
    with requests.Session() as session:
        server = _Server(session, endpoint, credentials)
        for number, name in enumerate((*put, *gone), start=1):
            data = _data(store, name) if number <= len(put) else None
            try:
                server.send(name.value, data)
            except ServerError as error:
                done = f"{number - 1} of {len(put) + len(gone)} graphs were loaded before"
                raise ServerError(error.what, error.where, f"{error.hint}; {done}") from None
            triples += data.count(b"\n") if data else 0
            if progress:
                progress(number)
    return Uploaded(len(put), len(gone), triples)


def _graphs(store: Store) -> dict[NamedNode, None]:
    found = (name for name in store.named_graphs() if isinstance(name, NamedNode))
    return dict.fromkeys(sorted(found, key=lambda name: name.value))


def _data(store: Store, graph: NamedNode) -> bytes:
    """The graph's triples, sorted: N-Triples, which is Turtle, which every server reads."""
    data = io.BytesIO()
    store.dump(data, RdfFormat.N_TRIPLES, from_graph=graph)
    return b"".join(sorted(data.getvalue().splitlines(keepends=True)))


@dataclass(slots=True)
class _Server:
    """A graph store, and how it wants to be asked."""

    session: requests.Session
    endpoint: str
    credentials: tuple[str, str] | None

    def send(self, graph: str, data: bytes | None) -> None:
        """Put a graph, or delete it where there is no data."""
        response = self._request(graph, data)
        if response.status_code == 401 and self.credentials and not self.session.auth:
            digested = "digest" in response.headers.get("WWW-Authenticate", "").lower()
            way = HTTPDigestAuth if digested else HTTPBasicAuth
            self.session.auth = way(*self.credentials)
            response = self._request(graph, data)
        absent = data is None and response.status_code == 404
        if not (response.ok or absent) or response.is_redirect:
            raise self._refused(response, graph)

    def _request(self, graph: str, data: bytes | None) -> requests.Response:
        try:
            return self.session.request(
                "DELETE" if data is None else "PUT",
                self.endpoint,
                params={"graph": graph},
                data=data,
                headers={} if data is None else {"Content-Type": "text/turtle; charset=utf-8"},
                timeout=_PATIENCE,
                # A PUT that is sent elsewhere would arrive there as a GET.
                allow_redirects=False,
            )
        except requests.ConnectionError:
            what, hint = "no server can be reached, or it hung up", "Start it, or check the address"
            raise ServerError(what, self.endpoint, hint) from None
        except requests.Timeout:
            what = f"the server did not answer within {_PATIENCE[1]} seconds"
            raise ServerError(what, self.endpoint, "Try again when it has less to do") from None
        except (requests.RequestException, ValueError) as error:
            hint = "Write it like http://localhost:7878/store"
            raise ServerError(f"is no address ({error})", self.endpoint, hint) from None

    def _refused(self, response: requests.Response, graph: str) -> ServerError:
        told = " ".join(response.text.split())[:200]
        what = f"the server refused {graph}: {response.status_code} {response.reason} {told}"
        hint = _REASONS.get(response.status_code, "See the server's own log")
        if response.is_redirect:
            hint = f"Use the address {response.headers['Location']}"
        return ServerError(what.strip(), self.endpoint, hint)
