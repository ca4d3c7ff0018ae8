"""Which encoding the bytes of an RTF file's text are in: by its code page and its fonts."""

from __future__ import annotations

import codecs
import locale

SYMBOL = "symbol"  # no encoding: pictures of a font, kept in the private use area
_BY_CHARSET = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp437",
}


def of_charset(number: int) -> str:
    """Returns the encoding of a font's character set; "" for the document's own."""
    return SYMBOL if number == 2 else _BY_CHARSET.get(number, "")


def of_code_page(number: int) -> str:
    """Returns the encoding of a Windows code page; "" for one that is not known."""
    name = {65001: "utf-8", 10000: "mac_roman"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def decode(data: bytes, encoding: str) -> str:
    """Returns the text of some bytes."""
    if encoding == SYMBOL:
        return "".join(chr(0xF000 + byte) if byte >= 0x20 else chr(byte) for byte in data)
    return data.decode(encoding, "replace")


def join_surrogates(text: str) -> str:
    """Returns the text with the halves of characters that were written one by one joined."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def language_of(number: int) -> str:
    """Returns the language that Windows gives a number, as in "de-DE"; "" for none."""
    return locale.windows_locale.get(number, "").replace("_", "-")
