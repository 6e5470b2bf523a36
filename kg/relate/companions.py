"""Names that stand for others beside them: তাঁর বোন শেখ রেহানা, কাতারসহ কয়েকটি দেশের সঙ্গে."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.language import inflections
from kg.model import Case, EntityType, Token
from kg.relate.heads import acting_noun
from kg.relate.spans import CASE_MARKER, Chunk, plain
from kg.relate.tables import noun_words

#: How many words after a name with "and others" these others may stand.
REACH = 5

#: How many words may stand between whose relative somebody is and the name.
GAP = 3

#: Of so many words the last may be those who act with somebody: তাঁর ঘনিষ্ঠ সহযোগীরা.
FOLLOWERS = 3


def relatives(found: Sequence[Chunk], tokens: Sequence[Token]) -> list[Chunk]:
    """Let a name swallow whose relative or ally it is, as it does its post.

    Args:
        found: The phrases of a sentence.
        tokens: Its tokens.

    Returns:
        The phrases; after an "and" the name holds what only says whose (X ও তাঁর বোন Y), elsewhere
        that is a mere modifier.
    """
    out: list[Chunk] = []
    for c in found:
        first = _relative(c, tokens)
        owner = next((o for o in out if first is not None and o.head_end == first), None)
        pronoun = first is not None and tokens[first - 1].text in noun_words().relatives.whose
        if first is None or c.pronoun or not (pronoun or (owner and owner.marker == "genitive")):
            out.append(c)
            continue
        start = owner.first if owner is not None else first - 1
        if owner is not None and not _joined(tokens, start):
            # Whoever is described before it stays one: পদত্যাগ করা শেখ হাসিনার ছেলে X.
            out[-1] = replace(owner, marker="modifier")
            out.append(c)
            continue
        out = [o for o in out if o.head_end <= start]
        out.append(replace(c, first=min(start, c.first)))
    return out


def _joined(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].text in noun_words().conjunctions.words | {","}


def _relative(c: Chunk, tokens: Sequence[Token]) -> int | None:
    """Where the words begin that say what a name is to somebody: ঘনিষ্ঠ মিত্র | বেলারুশ."""
    table = noun_words().relatives
    if not c.first or tokens[c.first - 1].text not in table.nouns:
        return None
    at = c.first - 1
    while at > 0 and c.first - at < GAP and tokens[at - 1].text in table.close:
        at -= 1
    return at or None


def with_others(c: Chunk, tokens: Sequence[Token]) -> Chunk:
    """Give a name with "and others" the case that these others have.

    Args:
        c: The phrase.
        tokens: The sentence's tokens up to the next phrase.

    Returns:
        In কাতারসহ কয়েকটি দেশের সঙ্গে the name is a genitive, too; otherwise the phrase as it is.
    """
    if c.marker != "bare" or not accompanied(c, tokens):
        return c
    owned: Chunk | None = None
    for at in range(c.head_end, min(c.head_end + REACH, len(tokens))):
        word = tokens[at].text
        if not plain(word):
            break
        form = inflections(word)[0]
        if form.case is Case.NONE and not form.plural:
            continue
        wide = replace(c, head_end=at + 1, last=at + 1, marker=CASE_MARKER[form.case], plural=True)
        # ঢাকাসহ প্রধান সড়কগুলো দখলে নেয়: a place among others is no one who acts.
        wide = replace(wide, thing=form.case is Case.NONE and EntityType.PLACE in c.types)
        if form.case is not Case.GENITIVE or form.plural:
            # After a genitive only those count whom it describes: দলের শীর্ষ নেতাদের.
            return wide if owned is None or form.plural else owned
        owned = owned or wide
    return owned or replace(c, plural=True)


def with_followers(found: Sequence[Chunk], tokens: Sequence[Token]) -> list[Chunk]:
    """Let a name swallow those of his who act with him: পুতিন ও তাঁর সহযোগীরা, ইউক্রেন ও এর মিত্ররা.

    Args:
        found: The phrases of a sentence.
        tokens: Its tokens.

    Returns:
        The phrases; such a name has the case of those, and no pronoun stands between an "and" and
        another name (ইউক্রেন ও তাদের ইউরোপীয় মিত্ররা).
    """
    out: list[Chunk] = []
    upto = 0
    for c in found:
        if c.first < upto:
            continue
        wide = c if c.pronoun or c.marker != "bare" or c.last != c.head_end else _led(c, tokens)
        others = [o for o in found if c.last <= o.first < wide.last]
        if any(not o.pronoun for o in others):
            # Whose they are is said already: the two are joined as others are.
            wide, upto = c, others[-1].first
        else:
            upto = wide.last
        out.append(wide)
    return out


def _led(c: Chunk, tokens: Sequence[Token]) -> Chunk:
    table = noun_words()
    after = [t.text for t in tokens[c.last : c.last + 2]]
    if len(after) < 2 or after[0] not in table.conjunctions.words:
        return c
    if after[1] not in table.relatives.whose:
        return c
    for at in range(c.last + 2, min(c.last + 2 + FOLLOWERS, len(tokens))):
        word = tokens[at].text
        found = acting_noun((word,)) or _ally(word)
        if found is not None and not found[2]:
            end, marker = at + 1, CASE_MARKER[found[0]]
            return replace(c, head_end=end, last=end, marker=marker, plural=True, acting=True)
        if not plain(word):
            break
    return c


def _ally(word: str) -> tuple[Case, bool, bool] | None:
    """A plural of those who are somebody's: মিত্ররা, সহযোগীদের, মিত্রদেশগুলোর."""
    nouns = noun_words().relatives.nouns
    forms = (f for f in inflections(word) if f.plural and f.base in nouns)
    return next(((f.case, True, False) for f in forms), None)


def beside(c: Chunk, tokens: Sequence[Token]) -> bool:
    """Whether those whom a name is among are named right after it: পুতিনসহ রাশিয়ার কর্মকর্তাদের.

    Args:
        c: The phrase.
        tokens: The sentence's tokens.
    """
    return tokens[c.head_end - 1].text.endswith(tuple(noun_words().company.words))


def accompanied(c: Chunk, tokens: Sequence[Token]) -> bool:
    """Whether a name ends in "and others": কাতারসহ.

    Args:
        c: The phrase.
        tokens: The sentence's tokens.
    """
    words = noun_words().company.words
    inside, after = tokens[c.name_first : c.head_end], tokens[c.head_end : c.head_end + 1]
    ended = any(t.text.endswith(tuple(words)) for t in inside)
    return ended or any(t.text in words for t in after)


def clock(c: Chunk, tokens: Sequence[Token]) -> bool:
    """Whether a country or town only says whose clock is meant: বাংলাদেশ সময় সন্ধ্যা ৭টা.

    Args:
        c: The phrase.
        tokens: The sentence's tokens.
    """
    after = tokens[c.head_end : c.head_end + 1]
    return c.marker == "bare" and any(t.text in noun_words().clock.words for t in after)
