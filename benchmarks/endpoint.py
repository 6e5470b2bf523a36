"""What the endpoint stands under load: `python benchmarks/endpoint.py GRAPH` (needs `wrk`).

Starts `kg serve GRAPH` and asks it three small questions from 32 connections, each for
some seconds, first alone and then while hostile queries are cut off beside them.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import threading
from contextlib import suppress
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import psutil

QUESTIONS = {
    "truth": "ASK { ?x kg:met ?y }",
    "names": "SELECT ?s ?name { ?s a kg:Person ; skos:prefLabel ?name } LIMIT 20",
    "meetings": "SELECT ?e ?name { ?e a kg:Meeting ; kg:claimCount ?n ; "
    "kg:agent/skos:prefLabel ?name } LIMIT 20",
}
HOSTILE = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def main() -> None:
    """Start the endpoint, load it, and stop it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("graph")
    options.add_argument("--seconds", type=int, default=10, help="for each question")
    options.add_argument("--connections", type=int, default=32)
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = options.parse_args()
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", chosen.graph]
    command += ["--port", "0", "--timeout", "2", "--workers", str(chosen.workers)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout
        address = server.stdout.readline().split()[2].removesuffix(",")
        try:
            for name, query in QUESTIONS.items():
                print(f"{name:10} {measured(address, query, chosen)}")
            print(f"{'memory':10} {shared(server.pid)} MB, all processes together")
            stop = threading.Event()
            beside = threading.Thread(target=harass, args=(address, stop))
            beside.start()
            print(f"{'beside a hostile query':10} {measured(address, QUESTIONS['names'], chosen)}")
            stop.set()
            beside.join()
        finally:
            server.terminate()


def measured(address: str, query: str, chosen: argparse.Namespace) -> str:
    """What wrk says: queries a second, the latency of 99 in 100, what failed."""
    url = f"{address}?{urlencode({'query': query})}"
    load = ["wrk", "-t1", f"-c{chosen.connections}", f"-d{chosen.seconds}s", "--latency", url]
    said = subprocess.run(load, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+(\S+)", said)
    late = re.search(r"^\s+99%\s+(\S+)", said, re.MULTILINE)
    bad = re.findall(r"(?:Non-2xx|Socket errors).*", said)
    assert rate and late
    return f"{rate[1]} queries a second, 99 % within {late[1]}, failed: {bad or 'none'}"


def harass(address: str, stop: threading.Event) -> None:
    """Ask what has no end, again and again."""
    while not stop.is_set():
        with suppress(HTTPError):
            urlopen(f"{address}?{urlencode({'query': HOSTILE})}").read()


def shared(pid: int) -> int:
    """Megabytes of a process and those below it, where what they share counts once."""
    server = psutil.Process(pid)
    every = [server, *server.children(recursive=True)]
    return sum(process.memory_full_info().pss for process in every) >> 20


if __name__ == "__main__":
    main()
