"""The names model beside others, and in bulk: `python benchmarks/tagging.py FOLDER`.

FOLDER holds `data/ner/` (the training sets) and `data/news/articles.jsonl`; without it
BARTA_DATA is taken. Needs `pip install "barta[bench]"`. A linear-chain CRF and spaCy's
transition parser learn from the sentences that our model learns from, and all tag the same
held-out sentences, one after the other in each round. What was trained is kept in `--work`.
Figures of one run compare, those of two hardly; all is on one core, and speed is by the
seconds of the processor, the best of the rounds.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_name] = "1"

from tagging_others import Crf, Spacy, train_crf, train_spacy  # noqa: E402

from kg.language import split_sentences  # noqa: E402
from kg.model import Article  # noqa: E402
from kg.read import read_articles  # noqa: E402
from kg.tag.stanza_ner import StanzaNer, load_ner  # noqa: E402
from kg.tag.stanza_network import load_stanza  # noqa: E402
from kg.tag.store import SHIPPED, model_files  # noqa: E402
from kg.tag.train.score import entity_scores  # noqa: E402
from kg.tag.train.split import Split, load_split  # noqa: E402

Predict = Callable[[Sequence[Sequence[str]]], list[list[str]]]

#: Prints how long a fresh process takes to its first tag; the process itself is timed.
_FIRST = {
    "ours": "from kg.tag import load_ner; load_ner().predict([['a']])",
    "ours in Stanza": "import stanza; from kg.tag.store import SHIPPED; stanza.Pipeline('bn',"
    " dir=str(SHIPPED), processors='tokenize,ner', tokenize_pretokenized=True,"
    " download_method=None, use_gpu=False, logging_level='ERROR')('a')",
    "CRF": "import sys; from pathlib import Path; from tagging_others import Crf;"
    " Crf(Path(sys.argv[1])).predict([['a']])",
    "spaCy": "import sys; from pathlib import Path; from tagging_others import Spacy;"
    " Spacy(Path(sys.argv[1])).predict([['a']])",
}


def main() -> None:
    """Train what is not trained yet, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=os.environ.get("BARTA_DATA"))
    options.add_argument("--work", type=Path, help="folder that keeps what was trained")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--articles", type=int, default=1000, help="for bulk; 0 for none")
    chosen = options.parse_args()
    if not chosen.folder:
        sys.exit("name the folder that holds data/, or set BARTA_DATA")
    data = Path(chosen.folder) / "data"
    with tempfile.TemporaryDirectory() as scratch:
        beside_others(load_split(data), chosen.work or Path(scratch), chosen.rounds)
    if chosen.articles:
        bulk_beside_loop(data / "news" / "articles.jsonl", chosen.articles)


def beside_others(split: Split, work: Path, rounds: int) -> None:
    """Print F1, speed, size and loading of each tagger."""
    crf, spacy = work / "crf.pickle", work / "spacy"
    work.mkdir(parents=True, exist_ok=True)
    if not crf.exists():
        train_crf(split.train, crf)
    if not spacy.exists():
        train_spacy(split.train, split.dev, spacy)
    taggers: dict[str, tuple[Predict, Path]] = {
        "ours": (load_ner().predict, SHIPPED),
        "ours in Stanza": (StanzaNer(load_stanza(*model_files(None))).predict, SHIPPED),
        "CRF": (Crf(crf).predict, crf),
        "spaCy": (Spacy(spacy).predict, spacy),
    }
    speeds = _speeds({name: predict for name, (predict, _) in taggers.items()}, split, rounds)
    loads = _loads({name: path for name, (_, path) in taggers.items()}, rounds)
    print(f"{'':16}{'  '.join(split.tests)}  words/s  size MB  first tag s")
    for name, (predict, path) in taggers.items():
        scores = "  ".join(f"{100 * _f1(predict, split, test):8.1f}" for test in split.tests)
        print(f"{name:16}{scores}{speeds[name]:9,.0f}{_size(path):9.1f}{loads[name]:9.2f}")


def _f1(predict: Predict, split: Split, test: str) -> float:
    examples = split.tests[test]
    tags = predict([example.words for example in examples])
    return entity_scores([example.tags for example in examples], tags)["all"].f1


def _speeds(taggers: dict[str, Predict], split: Split, rounds: int) -> dict[str, float]:
    """Words that each tags in a second, from words to tags, all held-out sentences at once."""
    sentences = [example.words for test in split.tests.values() for example in test]
    words = sum(map(len, sentences))
    best = dict.fromkeys(taggers, 0.0)
    for _ in range(rounds):
        for name, predict in taggers.items():
            begin = time.process_time()
            predict(sentences)
            best[name] = max(best[name], words / (time.process_time() - begin))
    return best


def _loads(paths: dict[str, Path], rounds: int) -> dict[str, float]:
    """Seconds of the processor from the start of a process to its first tag."""
    here = Path(__file__).parent
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(here), str(here.parent)])}
    best = dict.fromkeys(paths, float("inf"))
    for _ in range(rounds):
        for name, path in paths.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            command = [sys.executable, "-c", _FIRST[name], str(path)]
            subprocess.run(command, env=environment, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            best[name] = min(best[name], spent)
    return best


def _size(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def bulk_beside_loop(articles: Path, count: int) -> None:
    """Print how many times faster the articles are tagged together than one by one in Stanza.

    Both cut text into sentences and tokens and tag them. A hundred articles at a time are
    done in each way, so that what else the machine does slows both.
    """
    import stanza

    from kg.tag import stanza_tokenise  # noqa: F401  registers our tokenizer

    pipeline = stanza.Pipeline(
        "bn",
        dir=str(SHIPPED),
        processors={"tokenize": "barta", "ner": "barta"},
        package=None,
        download_method=None,
        use_gpu=False,
        logging_level="ERROR",
    )
    ner = load_ner()
    found = (item.text for item in read_articles([articles]) if isinstance(item, Article))
    texts = list(islice(found, count))
    loop = bulk = 0.0
    differ = entities = 0
    for start in range(0, len(texts), 100):
        some = texts[start : start + 100]
        begin = time.process_time()
        documents = [pipeline(text) for text in some]
        middle = time.process_time()
        tags = _in_bulk(ner, some)
        end = time.process_time()
        loop, bulk = loop + middle - begin, bulk + end - middle
        alone = [t.ner for d in documents for s in d.sentences for t in s.tokens]
        differ += sum((one == "O") != (two == "O") for one, two in zip(alone, tags, strict=True))
        entities += sum(tag != "O" for tag in alone)
    print(f"{len(texts)} articles: pipeline(text) one by one {len(texts) / loop:.1f} a second,")
    print(f"in bulk {len(texts) / bulk:.1f} a second, {loop / bulk:.1f} times as many;")
    print(f"{differ} of {entities} tagged words differ")


def _in_bulk(ner: StanzaNer, texts: Sequence[str]) -> list[str]:
    sentences = [
        [token.text for token in sentence.tokens]
        for text in texts
        for sentence in split_sentences(text)
    ]
    return [tag for tags in ner.predict(sentences) for tag in tags]


if __name__ == "__main__":
    main()
