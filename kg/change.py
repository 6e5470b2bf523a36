"""Which articles a graph has after some were added, replaced or removed.

The graph itself is then made of them as by a build: entities and events are joined
across articles, so that what rests on one article is known only from all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.ask import pick_article
from kg.errors import QueryError
from kg.model import Article, Skipped


@dataclass(slots=True)
class Change:
    """What becomes of the articles that a change names.

    Attributes:
        done: Ids of the articles that it added, replaced or removed.
        unchanged: Ids of those that were there already, word for word.
    """

    done: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    def add(
        self, kept: Iterable[Article], new: Iterable[Article | Skipped]
    ) -> Iterator[Article | Skipped]:
        """The kept articles and the new ones.

        Args:
            kept: The articles of the graph.
            new: Those to add.

        Yields:
            Articles, and what is left out: another article that has an id of the graph.
        """
        before: dict[str, int] = {}
        for article in kept:
            before[article.id] = hash(article)
            yield article
        for item in new:
            if isinstance(item, Skipped):
                yield item
            elif item.id not in before:
                self.done.append(item.id)
                yield item
            elif before[item.id] == hash(item):
                self.unchanged.append(item.id)
            else:
                reason = "is in the graph with another text or date; use `kg replace`"
                yield Skipped(item.id, reason)

    def replace(
        self, kept: Iterable[Article], new: Iterable[Article | Skipped]
    ) -> Iterator[Article | Skipped]:
        """The kept articles, new ones in the place of those that have the same id.

        Args:
            kept: The articles of the graph.
            new: Those to put in.

        Yields:
            Articles, and what is left out: an article that the graph does not have.
        """
        given: dict[str, Article] = {}
        for item in new:
            if isinstance(item, Skipped):
                yield item
            else:
                given[item.id] = item
        for article in kept:
            other = given.pop(article.id, article)
            if other is not article:
                (self.unchanged if other == article else self.done).append(article.id)
            yield other
        for id in given:
            yield Skipped(id, "is not in the graph; use `kg add`")

    def remove(self, kept: Iterable[Article], wanted: Sequence[str]) -> Iterator[Article]:
        """The kept articles but for some.

        Args:
            kept: The articles of the graph; they are gone through twice.
            wanted: Their ids, or the ends of ids, file names or addresses.

        Raises:
            QueryError: There is no such article, or no other.
        """
        names: dict[str, str] = {}
        for article in kept:
            names[article.id] = article.id
            names.setdefault(article.source, article.id)
        self.done += sorted({pick_article(each, names) for each in wanted})
        if len(self.done) == len(set(names.values())):
            hint = "Delete its folder instead"
            raise QueryError("this would leave a graph without articles", hint=hint)
        yield from (article for article in kept if article.id not in self.done)
