"""What things a name may mean: by whole name, by sound in either script, by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import regex
from pyoxigraph import Literal, NamedNode, Store
from rapidfuzz import fuzz, process
from rdflib import SKOS

from kg.errors import QueryError
from kg.graph import KG
from kg.graph.vocab import node, value
from kg.language import canonical, name_similarity, romanise

#: Spellings that sound this much alike are one name: পুটিন and পুতিন, কিম and Kim.
_SAME_SOUND = 0.95
#: What is less alike than this is no help to someone who mistyped (0..100).
_NEAR = 70
#: Names that sound the same and whose spellings are this near are equally meant (0..100).
_TIE = 5
#: So many candidates are named in an error.
_MOST = 8


class Names:
    """The names of all things in a graph.

    Args:
        store: The graph.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, name: str) -> tuple[str, ...]:
        """The IRIs of the things that a name or an id stands for, sorted.

        What fits best outweighs the rest: an id or a whole name, else a whole name that
        sounds the same in either script, else a name that has all the words.

        Args:
            name: An id (`person/kim-jong-un`), an IRI, a name or words of one.
        """
        wanted = _plain(name)
        if not wanted:
            return ()
        exact = self._by_form.get(wanted, set()) | self._by_id(name.strip())
        return tuple(sorted(exact or self._alike(wanted) or self._having(wanted)))

    def only(self, name: str, where: str) -> NamedNode:
        """The one thing of a name.

        Args:
            name: As for `find`.
            where: What the name was given for, for the error.

        Raises:
            QueryError: The name means nothing in the graph, or several things; it lists the
                nearest names, or the candidates with their ids.
        """
        found = self.find(name)
        if len(found) == 1:
            return NamedNode(found[0])
        if found:
            most = sorted(found, key=lambda iri: (-self._mentions(iri), iri))
            hint = f"Give an id: {self._listed(most)}"
            raise QueryError(f"{name!r} may be any of {len(found)} things", where, hint)
        near = self._nearest(_plain(name))
        hint = f"Near to it: {self._listed(near)}" if near else "`kg ask entities` lists what is"
        raise QueryError(f"nothing in the graph is named {name!r}", where, hint)

    def _by_id(self, name: str) -> set[str]:
        if name.startswith(("http://", "https://")):
            return {name} & self._things
        return {iri for iri in self._things if "/" in name and iri.endswith(f"/{name}")}

    def _alike(self, wanted: str) -> set[str]:
        """What sounds the same; of several, those whose spelling is nearest, too."""
        spelt = romanise(wanted).casefold()
        scores = {
            form: score
            for form in self._as_long(wanted)
            if name_similarity(form, wanted) >= _SAME_SOUND
            if (score := fuzz.ratio(romanise(form).casefold(), spelt)) >= _NEAR
        }
        best = max(scores.values(), default=0)
        close = [form for form, score in scores.items() if score >= best - _TIE]
        return {iri for form in close for iri in self._by_form[form]}

    def _as_long(self, wanted: str) -> Iterator[str]:
        """The names of as many words and about as many letters: sounding one out is slow."""
        words, length = wanted.count(" "), len(wanted)
        for form in self._by_form:
            if form.count(" ") == words and length <= 2 * len(form) + 1 <= 4 * length + 1:
                yield form

    def _having(self, wanted: str) -> set[str]:
        words = set(_words(wanted))
        return {
            iri
            for form, things in self._by_form.items()
            if words and all(word in form for word in words) and words <= set(_words(form))
            for iri in things
        }

    def _nearest(self, wanted: str) -> list[str]:
        """The things whose names are spelt most alike, in either script, best first."""
        scores: dict[str, float] = {}
        for text in {wanted, romanise(wanted).casefold()}:
            forms = list(self._by_form)
            found = process.extract(text, forms, scorer=fuzz.ratio, limit=5, score_cutoff=50)
            for form, score, _ in found:
                for iri in self._by_form[form]:
                    scores[iri] = max(score, scores.get(iri, 0))
        return sorted(scores, key=lambda iri: (-scores[iri], iri))

    def _listed(self, iris: Iterable[str]) -> str:
        told = [self._told(iri) for iri in iris]
        more = f" and {len(told) - _MOST} more" if len(told) > _MOST else ""
        return "; ".join(told[:_MOST]) + more

    def _told(self, iri: str) -> str:
        labels = sorted(
            quad.object.value
            for quad in self._store.quads_for_pattern(
                NamedNode(iri), node(SKOS.prefLabel), None, None
            )
            if isinstance(quad.object, Literal)
        )
        id = "/".join(iri.rsplit("/", 2)[1:])
        return f"{id} ({', '.join(labels)}; {self._mentions(iri)} mentions)"

    def _mentions(self, iri: str) -> int:
        pattern = self._store.quads_for_pattern(None, node(KG.refersTo), NamedNode(iri), None)
        return sum(1 for _ in pattern)

    @cached_property
    def _by_form(self) -> dict[str, set[str]]:
        """Every name of every thing, in lower case, with the things that bear it."""
        found: dict[str, set[str]] = defaultdict(set)
        for label in (SKOS.prefLabel, SKOS.altLabel):
            for quad in self._store.quads_for_pattern(None, node(label), None, None):
                found[_plain(value(quad.object))].add(value(quad.subject))
        return {form: found[form] for form in sorted(found)}

    @cached_property
    def _things(self) -> set[str]:
        return {iri for things in self._by_form.values() for iri in things}


def _plain(name: str) -> str:
    return canonical(name).strip().casefold()


def _words(form: str) -> list[str]:
    # \p{M} and the joiners belong to Bengali words.
    found: list[str] = regex.findall(r"[\p{L}\p{M}\p{N}\u200c\u200d]+", form)
    return found
