"""The encodings that Thai texts come in, besides UTF-8: UTF-16, TIS-620 and Windows-874.

None of them says what it is, save for the byte order mark of UTF-16; so what comes out must look
like a text, and in the eight-bit encodings like Thai. Windows-874 holds all of TIS-620.
"""

from __future__ import annotations

import re

from reader.errors import TextError
from reader.text.article import DOS_END

_UTF_16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SAMPLE = 8192  # bytes that tell which half of a UTF-16 unit comes first
_READABLE = re.compile("[\t\n\r -~\u00a0-\u00ff\u0e00-\u0e5b\u2010-\u2044\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_THAI = re.compile("[ก-๛]")
_LETTER = re.compile("[A-Za-zก-๛]")
_CONSONANT = re.compile("[ก-ฮ]")
_MARK = re.compile("[ัิ-ฺ็-๎]")
_ASTRAY = re.compile("(?<![ก-๎])[ัิ-ฺ็-๎]")
# UTF-8 read as Windows-874: every Thai letter begins with the bytes of one of these
_UTF_8_LEADS = re.compile("เธ|เน")
_THAI_SAMPLE = 200_000  # code points from the first Thai letter on


def decode(data: bytes, name: str) -> str | None:
    """The text that ``data`` holds, which is not UTF-8; None if it looks like none.

    A byte order mark stays in the text. Raises TextError ``file-encoding`` (with the byte, from 0)
    for UTF-16 with a mark that breaks its own rules.
    """
    marked = _UTF_16_MARKS.get(data[:2])
    if marked:
        try:
            text = data.decode(marked)
        except UnicodeDecodeError as error:
            raise TextError("file-encoding", file=name, byte=error.start) from None
        return None if _is_binary(text) else text
    for encoding in ("utf-16-le", "utf-16-be"):
        text_16 = _utf_16(data, encoding)
        if text_16 is not None:
            return text_16
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        return None
    return text if _looks_thai(text) else None


def _is_binary(text: str) -> bool:
    return bool(_CONTROL.search(text[:65536].rstrip(DOS_END)))


def _utf_16(data: bytes, encoding: str) -> str | None:
    if len(data) % 2:
        return None
    sample = data[:_SAMPLE].decode(encoding, "replace")
    if len(_READABLE.findall(sample)) < 0.95 * len(sample) or len(sample) < 2:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text) else text


def _looks_thai(text: str) -> bool:
    if _is_binary(text):
        return False
    first = _THAI.search(text)
    if first is None:
        return False
    sample = text[first.start() : first.start() + _THAI_SAMPLE]
    thai = len(_THAI.findall(sample))
    return (
        thai >= 3
        and (thai >= 200 or thai >= 0.3 * len(_LETTER.findall(sample)))
        and len(_CONSONANT.findall(sample)) >= 0.4 * thai
        and len(_ASTRAY.findall(sample)) <= 0.05 * len(_MARK.findall(sample))
        and 2 * len(_UTF_8_LEADS.findall(sample)) <= 0.3 * thai
    )
