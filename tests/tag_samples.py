"""The smallest folder of raw data that a model can learn from."""

from __future__ import annotations

import json
from pathlib import Path


def write_data(folder: Path, text: str) -> None:
    """Writes one news article and the tagged sets.

    Args:
        folder: Where to.
        text: Of the article.
    """
    (folder / "news").mkdir()
    record = {"id": "1", "title": "শিরোনাম", "text": text}
    (folder / "news" / "articles.jsonl").write_text(json.dumps(record), encoding="utf-8")
    names = "\n".join(f"রহিম{n}\tB-PER\nবলেন\tO\n" for n in range(100))
    (folder / "daffodil_train_data.txt").write_text(names, encoding="utf-8")
    (folder / "neon_p_headlines.txt").write_text(names.replace("\t", " "), encoding="utf-8")
    (folder / "daffodil_test_data.txt").write_text("করিম\tB-PER\n", encoding="utf-8")
