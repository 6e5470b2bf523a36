"""Names, numbers, days and events as a report says them in one language."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from kg.language import bengali_digits
from kg.model import SYMMETRIC
from kg.show.page import PageData, ShownClaim, ShownEvent
from kg.show.words import words

_TABLE = Path(__file__).parent / "data" / "report.tsv"
_LOCALES = {"bn": "bn", "en": "en_GB"}


class Phrases:
    """Says what a graph holds in one language.

    Args:
        data: The graph, for the names.
        language: `bn` or `en`.
    """

    def __init__(self, data: PageData, language: str) -> None:
        self.language = language
        self._names = {
            node.id: node.label_bn if language == "bn" else node.label_en for node in data.nodes
        }

    def word(self, key: str, **filled: str) -> str:
        """A phrase of `data/report.tsv`, or a term of the page, with its gaps filled."""
        table = words(_TABLE)
        said = table[key] if key in table else words()[key]
        return said[self.language].format(**filled)

    def number(self, n: int) -> str:
        """A number in the digits of the language, grouped as it does: by the lakh in Bengali."""
        said = format_decimal(n, locale=_LOCALES[self.language])
        return bengali_digits(said) if self.language == "bn" else said

    def counted(self, key: str, n: int) -> str:
        """So many of something: the phrase `key`, or `key.one` for a single one."""
        return self.word(f"{key}.one" if n == 1 else key, n=self.number(n))

    def names(self, ids: Iterable[str]) -> str:
        """Names in a row."""
        return ", ".join(self._names.get(id, id) for id in ids)

    def event(self, event: ShownEvent) -> str:
        """What happened, and between whom: `Visit: Kim Jong Un → Russia`, `Attack: → Kyiv`."""
        whom = self.names(event.recipients)
        sign = " ↔ " if event.type in SYMMETRIC else " → "
        actors = f"{self.names(event.agents)}{sign if whom else ''}{whom}".strip()
        kind = self.word(f"event.{event.type}")
        return f"{kind}: {actors}" if actors else kind

    def status(self, event: ShownEvent | ShownClaim) -> str:
        """Whether it happened."""
        return self.word(f"status.{event.status}")

    def days(self, begin: date | None, end: date | None) -> str:
        """The days between two: a year, a month, a day, or from the one to the other."""
        first, last = begin or end, end or begin
        if first is None or last is None:
            return ""
        locale = _LOCALES[self.language]
        if (first.month, first.day, last) == (1, 1, date(first.year, 12, 31)):
            said = str(first.year)
        elif first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
            said = format_skeleton("yMMMM", first, locale=locale)
        else:
            said = " – ".join(
                format_date(day, "long", locale=locale) for day in dict.fromkeys((first, last))
            )
        return bengali_digits(said) if self.language == "bn" else said

    def aspect(self, claim: ShownClaim, aspect: str) -> str:
        """What a claim says of what is differed on."""
        if aspect == "time":
            said = self.days(claim.begin, claim.end)
        elif aspect == "status":
            said = self.status(claim)
        elif aspect == "number":
            said = ", ".join(
                self.word(f"number.{what}", n=self.number(n)) for what, n in claim.numbers
            )
        else:
            ids = {"agent": claim.agents, "recipient": claim.recipients, "place": claim.places}
            said = self.names(ids[aspect])
        return said or self.word("unsaid")

    def speakers(self, claim: ShownClaim) -> str:
        """On whose word a claim stands."""
        return self.names(claim.speakers) or self.word("itself")
