"""Who speaks: the running speaker, whom তিনি বলেন means however many others were spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Case, EntityType, Link
from kg.resolve.keys import type_of
from kg.resolve.spans import Spans
from kg.resolve.tables import words_of
from kg.resolve.text import Line
from kg.world import World

#: So many words of post and title may stand between the verb and who speaks: বলেন রুশ
#: পররাষ্ট্রমন্ত্রী সের্গেই লাভরভ.
_TITLES = 4

_BODIES = frozenset({EntityType.COUNTRY, EntityType.ORGANIZATION})

#: So many sentences after his last verb of speech it is still he who speaks.
_LASTS = 4


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke last.

    Attributes:
        entities: His id; empty where someone without a name spoke.
        sentence: In which sentence.
    """

    entities: tuple[str, ...]
    sentence: int

    def lasts(self, sentence: int) -> bool:
        """Whether a sentence still belongs to what he says."""
        return sentence - self.sentence <= _LASTS


def is_spoken(line: Line, first: int, last: int) -> bool:
    """Whether a pronoun is the subject of a verb of speech: তিনি আরও বলেন, বলেন তিনি.

    Args:
        line: Its sentence.
        first: Index of its first token.
        last: Index after its last one.
    """
    verbs = list(_verbs(line))
    if first in (end for _, end in verbs):
        return True
    following = next((begin for begin, _ in verbs if begin >= last), None)
    return following is not None and all(
        link is None or link.mention.case is not Case.NONE or not _is_person(link)
        for link in line.links[last:following]
    )


def speaker_of(
    line: Line, links: Iterable[Link], quotes: Spans, world: World, until: int | None = None
) -> Speaker | None:
    """Who speaks in a sentence.

    Args:
        line: The sentence.
        links: Its names, nominals and pronouns in reading order.
        quotes: What is quoted; who is spoken of there does not speak.
        world: Gives the nouns for posts.
        until: Only verbs before this token count.

    Returns:
        The person before the verb of speech, or right after it at the end; a speaker
        without entities where someone unnamed speaks; None where nobody does.
    """
    tokens = line.sentence.tokens
    subjects = [
        (line.first(link), link)
        for link in links
        if _is_person(link)
        and link.mention.case is Case.NONE
        and len(link.entities) == 1
        and not quotes.around(link.mention.begin)
    ]
    found: Speaker | None = None
    for begin, end in _verbs(line):
        if quotes.around(tokens[begin].begin) or (until is not None and end > until):
            continue
        after = [link for at, link in subjects if end <= at <= end + _TITLES]
        before = [link for at, link in subjects if at < begin]
        if after or before:
            # In X, Y আসবেন বলে জানান it is X who says that Y will come.
            said = line.words[begin - 1] in words_of("that")
            link = (after or (before if said else before[-1:]))[0]
            found = Speaker(link.entities, line.sentence.index)
        elif words_of("indefinite") & set(line.words[:begin]) or _post_before(line, begin, world):
            found = Speaker((), line.sentence.index)
    return found


def is_superseded(line: Line, links: Iterable[Link], quotes: Spans) -> bool:
    """Whether another person acts in a sentence, whom the next তিনি then means.

    Who acts without the verb's form of respect (হাসিনা … চালায়) is spoken of by the
    speaker, and he goes on.
    """
    bare = [word for word, link in zip(line.words, line.links, strict=True) if link is None]
    if not any(map(_respects, bare)):
        return False
    return any(
        _is_person(link)
        and link.mention.case is Case.NONE
        and not quotes.around(link.mention.begin)
        for link in links
    )


def ends_in_respect(line: Line) -> bool:
    """Whether the last word of a sentence honours who acts: … আক্রমণ করেন.

    Args:
        line: The sentence.
    """
    words = [word for word in line.words if word[:1] > "\u0980"]
    return bool(words) and _respects(words[-1])


def _respects(word: str) -> bool:
    forms = words_of("respect")
    return word in forms or any(word.endswith(form[1:]) for form in forms if form[0] == "-")


def _post_before(line: Line, verb: int, world: World) -> bool:
    """Whether a post that nobody known holds stands right before a verb of speech."""
    word = line.words[verb - 1] if verb else ""
    return line.links[verb - 1] is None and word in world.roles


def teller_of(line: Line, links: Iterable[Link], quotes: Spans, until: int) -> tuple[str, ...]:
    """The state or body that tells in a sentence what follows: রাশিয়া বলেছে, তারা ….

    Args:
        line: The sentence.
        links: Its names before the place.
        quotes: What is quoted.
        until: Index of the token that stands in what is told.

    Returns:
        Its id, or nothing.
    """
    verbs = [
        end
        for begin, end in _verbs(line, "tells", "does-plainly")
        if end <= until and not quotes.around(line.sentence.tokens[begin].begin)
    ]
    if not verbs:
        return ()
    tellers = [
        link
        for link in links
        if type_of(link.entities[0]) in _BODIES
        and link.mention.case is Case.NONE
        and len(link.entities) == 1
        and line.first(link) < verbs[-1]
    ]
    # Where several tell (মিসর ও কাতার বলেছে, …) it is for the row of them to say who they are.
    return tellers[0].entities if len({link.entities for link in tellers}) == 1 else ()


def is_asked(line: Line, link: Link) -> bool:
    """Whether a person is asked in a sentence, who is then the one to answer."""
    return any(word in words_of("asks") for word in line.words[line.last(link) :])


def _is_person(link: Link) -> bool:
    return type_of(link.entities[0]) is EntityType.PERSON


def _verbs(line: Line, says: str = "says", does: str = "does") -> Iterator[tuple[int, int]]:
    """First token of each verb of speech and the one after it: বলেন, দাবি করেছেন."""
    for index, word in enumerate(line.words):
        if word in words_of(says):
            yield index, index + 1
        elif word in words_of(does) and index and line.words[index - 1] in words_of("speech"):
            yield index - 1, index + 1
