"""The gazetteer: looks entries up, finds their forms in text, knows the words for posts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from kg.language import inflections
from kg.model import Token
from kg.world.entries import Entry, Form, FormKind, Match, Role
from kg.world.finding import Finder, Limits, Named, form_pieces
from kg.world.verdicts import Verdicts

_NONE = Verdicts()
_RANK = {kind: rank for rank, kind in enumerate(FormKind)}


class World:
    """What the package knows of the world; made by `load_world`, never changed.

    Attributes:
        entries: Every entry, in the order of the tables.
        roles: The words for posts and titles by noun.
        verdicts: What the user has said of who is who.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        roles: tuple[Mapping[str, Role], Mapping[str, Role]],
        limits: Limits,
        verdicts: Verdicts = _NONE,
    ) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self.verdicts = verdicts
        self.roles: Mapping[str, Role] = MappingProxyType(dict(roles[0]))
        self._suffixes = sorted(roles[1].items(), key=lambda item: (-len(item[0]), item[0]))
        self._by_id = {entry.entity.id: entry for entry in self.entries}
        self._by_form = _by_form(self.entries)
        self._ids = {text: ids for text, (_, ids) in self._by_form.items()}
        self._finder = Finder(_by_pieces(self._by_form), limits)

    def entry(self, id_: str) -> Entry | None:
        """The entry of an id, or None.

        Args:
            id_: For instance `country/russia`.
        """
        return self._by_id.get(id_)

    def named(self, form: str) -> tuple[str, ...]:
        """The ids that a canonical form without ending names, the most likely first.

        Args:
            form: For instance পুতিন.
        """
        return self._ids.get(form, ())

    def find(self, tokens: Sequence[Token]) -> tuple[Match, ...]:
        """Every form of an entry in the tokens, the longest from the left.

        The last word may carry an ending that Bengali licenses; names joined by a
        hyphen or dash are found one by one.

        Args:
            tokens: The tokens of a sentence.

        Returns:
            The matches by offset, without overlaps.
        """
        return self._finder.find(tokens)

    def role(self, word: str) -> Role | None:
        """The role that a word (or words) names, its ending taken off, or None.

        Args:
            word: Canonical, for instance মুখপাত্রের or জাতীয় নিরাপত্তা উপদেষ্টা.
        """
        start, space, last = word.rpartition(" ")
        for base in (last, *(each.base for each in inflections(last))):
            role = self.roles.get(f"{start}{space}{base}") or self._by_suffix(base, space)
            if role is not None:
                return role
        return None

    def role_without_ending(self, word: str) -> Role | None:
        """The role that a word (or words) names as it stands, or None.

        Args:
            word: Canonical, for instance মুখপাত্র.
        """
        return self.roles.get(word) or self._by_suffix(word, " " if " " in word else "")

    def _by_suffix(self, word: str, space: str) -> Role | None:
        """The role of a compound such as বস্ত্রমন্ত্রী, with the compound as its noun."""
        if space:
            return None
        for suffix, role in self._suffixes:
            if word.endswith(suffix) and word != suffix:
                return Role(word, role.role_type, role.role_en)
        return None


def _by_form(entries: Iterable[Entry]) -> dict[str, Named]:
    """Each form with the ids that it names: names before short forms before the rest."""
    naming: dict[str, list[tuple[Form, str]]] = {}
    for entry in entries:
        for form in entry.forms:
            naming.setdefault(form.text, []).append((form, entry.entity.id))
    return {text: _merged(each) for text, each in naming.items()}


def _merged(naming: list[tuple[Form, str]]) -> Named:
    naming = sorted(naming, key=lambda each: _RANK[each[0].kind])
    first = naming[0][0]
    cautious = any(form.cautious for form, _ in naming)
    return Form(first.text, first.kind, cautious), tuple(id_ for _, id_ in naming)


def _by_pieces(forms: Mapping[str, Named]) -> dict[tuple[str, ...], Named]:
    """The forms by their pieces; spellings that differ only in a hyphen become one."""
    joined: dict[tuple[str, ...], Named] = {}
    for form, ids in forms.values():
        pieces = form_pieces(form.text)
        if pieces in joined:
            first, before = joined[pieces]
            ids = tuple(dict.fromkeys((*before, *ids)))
            form = Form(first.text, first.kind, first.cautious or form.cautious)
        joined[pieces] = form, ids
    return joined
