"""Names that an article introduces in full and later uses in part.

The model sees one sentence at a time; an article that has স্টিভ উইটকফ once means him
by উইটকফ from then on, and (এনএসসি) after an organisation's name is that organisation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from kg.language import inflections
from kg.model import Inflection, Mention, Sentence, Token
from kg.tag.merge import NER

ARTICLE_NAME = "article-name"

#: Below the model's own certainty on a single word: the word might mean another.
_SCORE = 0.55

_SHORTEST = 3
_WORD = regex.compile(r"[\p{L}\p{M}\u200c\u200d-]+")


def add_repeated(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    common: Callable[[str], bool],
) -> tuple[Mention, ...]:
    """Adds mentions of surnames and acronyms that the article itself explains.

    Args:
        text: The article's text.
        sentences: Its sentences.
        mentions: Its mentions so far, by offset.
        common: Says of a word whether it is too frequent to be a name on its own
            (সরকার is a surname and the government).

    Returns:
        All mentions by offset; single words that the model alone had found and that
        the article explains otherwise carry the explained label.
    """
    labels = {
        name: label
        for name, label in (*_acronyms(sentences, mentions), *_surnames(mentions))
        if len(name) >= _SHORTEST and _WORD.fullmatch(name) and not common(name)
    }
    kept = [_relabelled(mention, labels) for mention in mentions]
    added = _repeats(text, sentences, mentions, labels) if labels else ()
    return tuple(sorted((*kept, *added), key=lambda mention: mention.begin))


def _surnames(mentions: Iterable[Mention]) -> Iterator[tuple[str, str]]:
    for mention in mentions:
        words = mention.base.split()
        if mention.label == "PER" and len(words) > 1:
            yield words[-1], "PER"


def _acronyms(
    sentences: Sequence[Sentence], mentions: Iterable[Mention]
) -> Iterator[tuple[str, str]]:
    ends = {mention.end for mention in mentions if mention.label == "ORG"}
    for sentence in sentences:
        tokens = sentence.tokens
        for index, name in enumerate(tokens[:-3]):
            left, acronym, right = tokens[index + 1 : index + 4]
            if name.end in ends and left.text == "(" and right.text == ")":
                yield acronym.text, "ORG"


def _relabelled(mention: Mention, labels: dict[str, str]) -> Mention:
    label = labels.get(mention.base)
    if label is None or mention.found_by != NER or mention.label == label:
        return mention
    return replace(mention, label=label, found_by=ARTICLE_NAME, score=_SCORE)


def _repeats(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    labels: dict[str, str],
) -> Iterator[Mention]:
    taken = {position for mention in mentions for position in range(mention.begin, mention.end)}
    for sentence in sentences:
        for token in sentence.tokens:
            analysis = _analysis(token, labels)
            if analysis is not None and taken.isdisjoint(range(token.begin, token.end)):
                yield Mention(
                    begin=token.begin,
                    end=token.end,
                    text=text[token.begin : token.end],
                    label=labels[analysis.base],
                    sentence=sentence.index,
                    base=analysis.base,
                    case=analysis.case,
                    plural=analysis.plural,
                    found_by=ARTICLE_NAME,
                    score=_SCORE,
                )


def _analysis(token: Token, labels: dict[str, str]) -> Inflection | None:
    return next((each for each in inflections(token.text) if each.base in labels), None)
