"""Where the package's own files lie, and the few settings that a user may change."""

from __future__ import annotations

from pathlib import Path

#: Base of the IRIs of our resources; `kg build --base` sets another.
BASE_IRI = "https://w3id.org/barta/id/"

#: Where `kg build` writes and `kg query` reads when nothing else is said.
OUTPUT = Path("output")

#: A file larger than this is refused as input (bytes).
MAX_ARTICLE_BYTES = 10_000_000


def ontology_dir() -> Path:
    """The folder of kg.ttl, shapes.ttl, rules/ and queries/, in a checkout or a wheel."""
    package = Path(__file__).parent
    checkout = package.parent / "ontology"
    return checkout if checkout.is_dir() else package / "ontology"
