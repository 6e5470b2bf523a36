"""Bytes to text: UTF-8, or UTF-16 that says so with a byte-order mark."""

from __future__ import annotations

import codecs

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> str:
    """Decode a file's bytes; a byte-order mark is not part of the text.

    Args:
        data: The bytes of a whole file.

    Returns:
        The text, its line ends as they came.

    Raises:
        ValueError: It is not text, or in another encoding; the message says what to do.

    >>> decode("কিম".encode("utf-16"))
    'কিম'
    """
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    if encoding == "utf-8-sig" and b"\0" in data:
        raise ValueError("is a binary file (or UTF-16 without its mark); give text in UTF-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(
            f"is not {error.encoding.upper()} text (byte {error.start} is wrong); save it as UTF-8"
        ) from error
