"""Measure the language room on gold lists: `python benchmarks/language_gold.py FOLDER`.

FOLDER holds the lists (unicode.tsv, tokens.tsv, …); without it `BARTA_DATA`/gold/language is
taken. One line a list: the score and the best that another library reached on the same list.
"""

from __future__ import annotations

import csv
import os
import sys
from datetime import date
from pathlib import Path

from kg.language import (
    canonical,
    inflect,
    name_similarity,
    parse_time,
    split_sentences,
    tokenise,
)

Rows = list[dict[str, str]]


def read(path: Path) -> Rows:
    """Rows of a TSV file, quotes as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def letters(codepoints: str) -> str:
    """Text of a list of code points."""
    return "".join(chr(int(code, 16)) for code in codepoints.split())


def unicode_cases(rows: Rows) -> str:
    """Inputs whose canonical form is the expected one, those to keep and those to repair."""
    keep, repair = [], []
    for row in rows:
        source, wanted = letters(row["input_codepoints"]), letters(row["expected_codepoints"])
        (keep if source == wanted else repair).append(canonical(source) == wanted)
    return f"keep {sum(keep)}/{len(keep)}, change {sum(repair)}/{len(repair)} (best: NFC keeps all)"


def token_cases(rows: Rows) -> str:
    """Texts whose tokens are all right."""
    right = sum(
        [token.text for token in tokenise(row["text"])]
        == [canonical(part) for part in row["gold_tokens(|)"].split("|")]
        for row in rows
    )
    return f"{right}/{len(rows)} (best: bkit 35)"


def sentence_cases(rows: Rows) -> str:
    """Hard texts whose sentences are all right."""
    right = 0
    for row in rows:
        text = row["text"]
        cut = [text[sentence.begin : sentence.end] for sentence in split_sentences(text)]
        right += "||".join(cut) == row["gold_sentences(||)"]
    return f"{right}/{len(rows)} (best: 27)"


def seed_sentences(rows: Rows, seeds: Path) -> str:
    """F1 of exact sentence spans over the articles in `seeds`."""
    found = missed = extra = 0
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        mine = {(sentence.begin, sentence.end) for sentence in split_sentences(text)}
        of_article = [row for row in rows if row["doc"] == path.name[:3]]
        gold = {(int(row["start"]), int(row["end"])) for row in of_article if not row["flag"]}
        free = {(int(row["start"]), int(row["end"])) for row in of_article if row["flag"]}
        found += len(mine & gold)
        missed += len(gold - mine)
        extra += len(mine - gold - free)
    return f"F1 {2 * found / (2 * found + missed + extra):.3f} (best: ICU .977)"


def lemma_cases(rows: Rows) -> str:
    """Bases found, by class; names and traps with their bases known, nouns without."""
    lemmas = {row["form"]: [canonical(x) for x in row["lemma"].split("/")] for row in rows}
    named = [row for row in rows if row["class"] in ("name", "trap")]
    known = {lemma for row in named for lemma in lemmas[row["form"]]}
    parts = []
    for kind in ("name", "trap", "noun"):
        forms = [row["form"] for row in rows if row["class"] == kind]
        with_list = sum(inflect(form, known.__contains__).base in lemmas[form] for form in forms)
        without = sum(inflect(form).base in lemmas[form] for form in forms)
        parts.append(f"{kind} {with_list}/{len(forms)} ({without} without a list)")
    return ", ".join(parts) + " (best: 54/54, 15/15 with a list, nouns 17/17)"


def date_cases(rows: Rows) -> str:
    """Expressions resolved to the very days meant, those left out, and wrong ones."""
    right = none = 0
    for row in rows:
        days = parse_time(row["expr"], date.fromisoformat(row["base"]))
        gold = date.fromisoformat(row["gold_start"]), date.fromisoformat(row["gold_end"])
        right += days == gold
        none += days is None
    wrong = len(rows) - right - none
    return f"{right}/{len(rows)} right, {none} none, {wrong} wrong (best: dateparser 39)"


def pair_cases(rows: Rows, best: str) -> str:
    """Area under the curve: how often a same pair scores above a different one."""
    scores = [(name_similarity(row["a"], row["b"]), row["same"] == "1") for row in rows]
    same = [score for score, is_same in scores if is_same]
    other = [score for score, is_same in scores if not is_same]
    wins = sum((one > two) + 0.5 * (one == two) for one in same for two in other)
    return f"AUC {wins / len(same) / len(other):.3f} (best: {best})"


def main() -> None:
    """Print one line a list."""
    data = os.environ.get("BARTA_DATA")
    if len(sys.argv) < 2 and not data:
        sys.exit("give the folder of the lists, or set BARTA_DATA")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(str(data)) / "gold" / "language"
    seeds = Path(__file__).parent.parent / "seeds"
    print("unicode         ", unicode_cases(read(folder / "unicode.tsv")))
    print("tokens          ", token_cases(read(folder / "tokens.tsv")))
    print("sentences, hard ", sentence_cases(read(folder / "sentences_hard.tsv")))
    print("sentences, seeds", seed_sentences(read(folder / "sentences_seeds.tsv"), seeds))
    print("lemmas          ", lemma_cases(read(folder / "lemmas.tsv")))
    print("dates           ", date_cases(read(folder / "dates.tsv")))
    print("pairs bn-bn     ", pair_cases(read(folder / "pairs_bn_bn.tsv"), ".961"))
    print("pairs bn-Latin  ", pair_cases(read(folder / "pairs_bn_latin.tsv"), ".956"))


if __name__ == "__main__":
    main()
