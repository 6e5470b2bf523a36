"""Is a text Bengali? Told from the letters it is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter

# Below this share of Bengali letters a text is not a Bengali article: seed articles that
# quote English names have more than nine in ten, an English one that quotes Bengali few.
_LEAST = 0.3

# Assamese shares the script; only it writes these two letters (Unicode chapter 12.2).
_ASSAMESE = "\u09f0\u09f1"

_LANGUAGES = {
    "LATIN": "English",
    "DEVANAGARI": "Hindi",
    "ARABIC": "Arabic or Urdu",
    "CYRILLIC": "Russian",
    "CJK": "Chinese",
}


def not_bengali(text: str) -> str:
    """Say why a text is not a Bengali article.

    Args:
        text: The text as given.

    Returns:
        The reason, or the empty string when the text is Bengali.

    >>> not_bengali("কিম পুতিনের সঙ্গে বৈঠক করেছেন।")
    ''
    >>> not_bengali("Kim met Putin.")
    'looks like English (0 % of its letters are Bengali); give a Bengali article'
    """
    letters = Counter(text)
    scripts: Counter[str] = Counter()
    for char, count in sorted(letters.items()):
        if unicodedata.category(char)[0] in "LM":
            scripts[unicodedata.name(char, "UNKNOWN").split()[0]] += count
    total = sum(scripts.values())
    if not total:
        return "holds no words; give a Bengali article"
    share = scripts["BENGALI"] / total
    if share >= _LEAST:
        return _assamese(letters, total)
    script = max(sorted(scripts), key=lambda name: scripts[name])
    looks = _LANGUAGES.get(script, f"{script.title()} script")
    return (
        f"looks like {looks} ({share:.0%} of its letters are Bengali)".replace("%", " %")
        + "; give a Bengali article"
    )


def _assamese(letters: Counter[str], total: int) -> str:
    if sum(letters[char] for char in _ASSAMESE) / total < 0.01:
        return ""
    return "looks like Assamese (it uses letters that Bengali lacks); give a Bengali article"
