"""Our tokenizer in a plain Stanza pipeline."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

#: What newspapers do to a tokenizer: abbreviations, quotes over sentences, danda inside
#: quotes, times, joined names, Latin letters with Bengali endings, no space after a danda.
_CUT = [
    "উ. কোরিয়া যাবেন ড. মো. রহিম । | পরে এলেন ।",
    "তিনি বলেন , “ আমরা যাব । | কেউ থামাবে না । ” | পরে তিনি যান ।",
    "“ আমরা জিতব । ” বলেছেন পুতিন । | পরে তিনি যান ।",
    "সকাল ০২:৪৮ মিনিটে ও বেলা ১১.৩০টায় বৈঠক ।",
    "কিম-পুতিন বৈঠকে DPRK-এর ও BBC'র কথা ওঠে ।",
    "বৈঠক শেষ ।| তিনি গেছেন ।| এরপর ?| কেউ জানে না !",
]

_PAGE = Path(__file__).parents[1] / "docs" / "tagging.md"
_EXAMPLES = re.findall(r"^```python\n(.*?)^```$", _PAGE.read_text("utf-8"), re.M | re.S)


def test_plain_stanza_loads_no_other_room() -> None:
    """Registering the tokenizer loads neither the other rooms nor what is known of the world."""
    code = (
        "import sys, kg.tag.stanza_tokenise;"
        "print(sorted({'.'.join(m.split('.')[:2]) for m in sys.modules if m.startswith('kg.')}));"
        "print({'rdflib', 'pandas', 'pyoxigraph', 'pydantic'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms, others = run.stdout.splitlines()
    assert rooms == str(["kg.errors", "kg.language", "kg.model", "kg.tag"])
    assert others == "set()"


def _as_written(cut: str) -> str:
    """The text of a row: the marks that stand alone move to their words."""
    for mark in "।,?!":
        cut = cut.replace(f" {mark}", mark)
    cut = cut.replace("“ ", "“").replace(" ”", "”")
    return cut.replace(" | ", " ").replace("| ", "")


@pytest.mark.parametrize("cut", _CUT)
def test_sentences_and_tokens(cut: str) -> None:
    """A Stanza document has our sentences and tokens, with offsets into the text as given."""
    from kg.tag.stanza_tokenise import BartaTokenizer

    text = _as_written(cut)
    document = BartaTokenizer({}).process(text)
    sentences = [sentence.split() for sentence in cut.split("|")]
    assert [[token.text for token in s.tokens] for s in document.sentences] == [
        [word.removesuffix(".") for word in words] for words in sentences
    ]
    for token in document.iter_tokens():
        assert text[token.start_char : token.end_char].startswith(token.text)


@pytest.mark.model
@pytest.mark.parametrize("example", _EXAMPLES, ids=["ours", "Stanza"])
def test_the_documented_examples_run(example: str) -> None:
    """The Python of the page on tagging runs in a fresh process and finds a person."""
    code = f"{example}\nprint(globals().get('names') or tags)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "PER" in run.stdout
