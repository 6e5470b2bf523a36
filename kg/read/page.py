"""A web page's article: newspaper4k finds the body, the page's metadata says the rest."""

from __future__ import annotations

import sys
import warnings
from dataclasses import dataclass
from datetime import date, datetime
from types import ModuleType
from typing import Any

import regex

from kg.read.decode import decode
from kg.read.draft import parse_day

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_CHARSET = regex.compile(rb"<meta[^>]{0,200}charset=[\"'\s]*([\w-]+)", regex.IGNORECASE)
_BENGALI = "newspaper.languages.bn"

# Where a page's text stands when newspaper4k is not sure, which it never is of a body of
# one short paragraph.
_OUTSIDE = ["nav", "header", "footer", "aside", "form", "script", "style", "noscript"]
_INSIDE = " and ".join(f"not(ancestor-or-self::{tag})" for tag in _OUTSIDE)
_PARAGRAPHS = f"//p[{_INSIDE}]"
_STRINGS = f"//body//text()[{_INSIDE}]"


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a page; `text` may be empty."""

    title: str
    text: str
    published: date | None
    publisher: str | None
    url: str


def read_page(data: bytes) -> Page:
    """Extract the article of a page.

    Args:
        data: The page as it was saved.

    Returns:
        Title, body, day, outlet and canonical address, as far as the page has them.

    Raises:
        ValueError: The page cannot be decoded or parsed; the message says what to do.

    Body extraction: newspaper4k (https://newspaper4k.readthedocs.io).
    """
    article = _parse(_decode_page(data))
    return Page(
        title=" ".join(article.title.split()),
        text=article.text.strip() or _paragraphs(article.doc),
        published=_day(article.publish_date),
        publisher=article.meta_site_name or None,
        url=article.canonical_link or "",
    )


def _decode_page(data: bytes) -> str:
    try:
        return decode(data)
    except ValueError:
        declared = _CHARSET.search(data[:4096])
        if not declared:
            raise
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            raise ValueError(
                "is not in the encoding that the page declares; save it as UTF-8"
            ) from None


def _parse(html: str) -> Any:
    with warnings.catch_warnings():
        # It warns that its summaries need nltk; we ask for none.
        warnings.simplefilter("ignore", UserWarning)
        import newspaper
        from lxml import etree
    _teach_bengali()
    article = newspaper.Article(
        url="", language="bn", fetch_images=False, memorize_articles=False, max_text=10**9
    )
    try:
        article.download(input_html=html)
        article.parse()
    except (newspaper.ArticleException, etree.LxmlError, ValueError) as error:
        raise ValueError(f"is no readable page ({error}); save the page again") from error
    return article


def _teach_bengali() -> None:
    """Give newspaper4k a Bengali tokenizer.

    Its own needs indic-nlp-library, which brings Sphinx and a dozen packages for what is
    here one regular expression; counting stop words needs no more.
    """
    module = ModuleType(_BENGALI)
    module.tokenizer = _WORD.findall  # type: ignore[attr-defined]
    sys.modules.setdefault(_BENGALI, module)


def _paragraphs(doc: Any) -> str:
    """The text of the paragraphs, or of a page that has none."""
    if doc is None:
        return ""
    found = [p.text_content() for p in doc.xpath(_PARAGRAPHS)] or doc.xpath(_STRINGS)
    texts = (" ".join(text.split()) for text in found)
    return "\n\n".join(text for text in texts if text)


def _day(found: object) -> date | None:
    if isinstance(found, datetime):
        return found.date()
    return parse_day(found) if isinstance(found, str) else None
