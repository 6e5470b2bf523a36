"""Stable IRIs: each is a function of content alone, so no build renames another's.

The resource's path is its kind and either the name it came with (percent-encoded,
which is injective) or a hash of all that identifies it. There are no blank nodes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.config import BASE_IRI
from kg.model import Claim, MentionType, Relation

_SUFFIX = {MentionType.NAME: "", MentionType.NOMINAL: "-n", MentionType.PRONOUN: "-p"}


def slug(name: str) -> str:
    """A path segment for any name; two names never share one.

    Args:
        name: Any text, hostile or empty.

    Returns:
        ASCII letters, digits, `-_.` and percent signs; `~` for the empty name.

    >>> slug("001_0e41.txt"), slug("a/../b c"), slug("খবর"), slug(""), slug("..")
    ('001_0e41.txt', 'a%2F..%2Fb%20c', '%E0%A6%96%E0%A6%AC%E0%A6%B0', '~', '%2E%2E')
    """
    if not name.strip("."):
        # "." and ".." would be resolved away as steps of a path.
        return name.replace(".", "%2E") or "~"
    return quote(name, safe="", errors="surrogatepass").replace("~", "%7E")


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for the parts, in their order.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    coded = "\x1f".join(quote(part, safe="", errors="surrogatepass") for part in parts)
    return hashlib.sha256(coded.encode("ascii")).hexdigest()[:16]


def claim_id(article: str, claim: Claim) -> str:
    """The id of a claim: a hash of all that the article says in it.

    Confidence and the rule that found it are left out: they may be improved
    without making it another claim.

    Args:
        article: The article's id.
        claim: What the article says.
    """
    spans = [f"{e.begin}-{e.end}" for e in claim.evidence]
    days = [str(claim.begin or ""), str(claim.end or "")]
    sets = [sorted(x) for x in (claim.agent, claim.recipient, claim.place, claim.attributed_to)]
    words = [claim.event_type, claim.status.value, claim.topic, claim.trigger]
    return digest(article, *words, *days, *(" ".join(ids) for ids in sets), " ".join(spans))


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of a build's resources, under one base.

    Attributes:
        base: Ends in `/`.
    """

    base: str = BASE_IRI

    def _node(self, path: str) -> NamedNode:
        return NamedNode(self.base + path)

    @property
    def entities(self) -> NamedNode:
        """The graph of entities."""
        return self._node("entities")

    @property
    def events(self) -> NamedNode:
        """The graph of events."""
        return self._node("events")

    @property
    def shortcuts(self) -> NamedNode:
        """The graph of derived triples."""
        return self._node("shortcuts")

    def entity(self, id: str) -> NamedNode:
        """An entity, by its id.

        >>> Names().entity("person/kim-jong-un").value
        'https://w3id.org/barta/id/person/kim-jong-un'
        """
        return self._node("/".join(slug(part) for part in id.split("/")))

    def article(self, id: str) -> NamedNode:
        """An article, which is also the name of its graph."""
        return self._node(f"article/{slug(id)}")

    def mention(self, article: str, begin: int, end: int, type: MentionType) -> NamedNode:
        """A mention; nominals and pronouns are marked, as a name may cover the same span."""
        return self._node(f"mention/{slug(article)}/{begin}-{end}{_SUFFIX[type]}")

    def sentence(self, article: str, begin: int, end: int) -> NamedNode:
        """A sentence, which may cover the same span as a mention in a headline."""
        return self._node(f"mention/{slug(article)}/{begin}-{end}-s")

    def claim(self, id: str) -> NamedNode:
        """A claim, by the id that `claim_id` gives."""
        return self._node(f"claim/{id}")

    def event(self, id: str) -> NamedNode:
        """An event, by its id."""
        return self._node(f"event/{id}")

    def position(self, relation: Relation) -> NamedNode:
        """The position that a person holds: one for each person, role and body."""
        parts = relation.subject, relation.role, relation.object, str(relation.role_type or "")
        return self._node(f"position/{slug(relation.subject.split('/')[-1])}-{digest(*parts)[:8]}")

    def relation(self, article: str, relation: Relation) -> NamedNode:
        """The statement of a standing relation by an article."""
        stated = relation.subject, relation.predicate, relation.object, relation.role
        return self._node(f"relation/{digest(article, *stated, str(relation.role_type or ''))}")
