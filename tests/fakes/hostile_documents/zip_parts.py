"""Defects of the parts inside a ZIP: each missing, empty or broken, and hostile XML in the main."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.fakes.hostile_documents.seeds import ZIPPED, seed
from tests.fakes.hostile_documents.zip_structure import members, packed

_MAIN = {
    "docx": "word/document.xml",
    "odt": "content.xml",
    "xlsx": "xl/sheet1.xml",
    "pptx": "ppt/slides/slide1.xml",
    "epub": "OEBPS/a.xhtml",
}
_SECRET = "file:///etc/hostname"
Defect = Callable[[bytes], bytes]

ON_EVERY_PART: dict[str, Defect] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[: 2 * len(data) // 3],
    "another root": lambda data: b"<x>" + data + b"</x>",
    "noise": lambda data: bytes(range(256)) * 40,
    "in UTF-16": lambda data: data.decode().encode("utf-16"),
}


def _words(change: str) -> Defect:
    """Returns what puts this in the place of the words of the document."""

    def put(data: bytes) -> bytes:
        text = data.decode()
        for words in (">words<", ">H<"):
            text = text.replace(words, f">{change}<", 1)
        return text.encode()

    return put


def _before(head: str, words: str = "&e;") -> Defect:
    return lambda data: head.encode() + _words(words)(data)


def _more_attributes(count: int) -> Defect:
    more = " ".join(f'a{number}="x"' for number in range(count))
    return lambda data: data.replace(b">", f" {more}>".encode(), 1)


def _values(what: str) -> Defect:
    """Returns what gives every attribute that is a number, and the first of all, another value."""

    def put(data: bytes) -> bytes:
        out, rest = "", data.decode()
        while '="' in rest:
            before, _, rest = rest.partition('="')
            value, _, rest = rest.partition('"')
            is_name = before.endswith("xmlns") or ":" in value or before.split()[-1][:5] == "xmlns"
            out += f'{before}="{value if is_name else what}"'
        return (out + rest).encode()

    return put


_LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
MAIN: dict[str, Defect] = {
    "an entity from a file": _before(f'<!DOCTYPE x [<!ENTITY e SYSTEM "{_SECRET}">]>'),
    "an entity from the network": _before('<!DOCTYPE x [<!ENTITY e SYSTEM "http://x.invalid/">]>'),
    "a parameter entity": _before('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://x.invalid/p"> %p;]>'),
    "a type from the network": _before('<!DOCTYPE x SYSTEM "http://x.invalid/x.dtd">'),
    "a thousand million laughs": _before(
        f"<!DOCTYPE x [<!ENTITY a0 'ha'>{_LAUGHS}<!ENTITY e '&a11;'>]>"
    ),
    "a quadratic blow-up": _before(f"<!DOCTYPE x [<!ENTITY e '{'x' * 60_000}'>]>", "&e;" * 20_000),
    "an entity of itself": _before("<!DOCTYPE x [<!ENTITY e '&e;'>]>"),
    "an entity that nobody declared": _words("&nobody;"),
    "an encoding that nobody knows": _before('<?xml version="1.0" encoding="x-nobody"?>', "x"),
    "an encoding that lies": _before('<?xml version="1.0" encoding="UTF-16"?>', "x"),
    "a style sheet elsewhere": _before(f'<?xml-stylesheet href="{_SECRET}"?>', "x"),
    "XML of another version": _before('<?xml version="9.9"?>', "x"),
    "characters that XML has not": _words("a\x00b\x01\x0b\x1f"),
    "references to characters that XML has not": _words("&#0;&#x1F;&#xFFFE;&#x110000;"),
    "half of a letter": lambda data: data.replace(b">words<", b">\xed\xa0\x80\xc3<"),
    "a section that never ends": _words("<![CDATA[ words"),
    "a comment that never ends": _words("<!-- words"),
    "an instruction that never ends": _words("<?php echo 'x';"),
    "2 MB in one word": _words("x" * 2_000_000),
    "a million empty lines": _words("\n" * 1_000_000),
    "200,000 comments": _words("<!---->" * 200_000),
    "200,000 elements of no kind": _words("<q/>" * 200_000),
    "100,000 elements of new names": _words("".join(f"<q{n}/>" for n in range(100_000))),
    "20,000 attributes": _more_attributes(20_000),
    "one attribute twice": lambda data: data.replace(b">", b' zz="1" zz="2">', 1),
    "a prefix that nobody declared": _words("<nobody:x>words</nobody:x>"),
    "a name of 1 MB": _words(f"<{'n' * 1_000_000}/>"),
    "an attribute of 3 MB": _words(f'<q a="{"v" * 3_000_000}"/>'),
    "a tower of 250": _words("<q>" * 250 + "deep" + "</q>" * 250),
    "a tower of 100,000": _words("<q>" * 100_000),
    "ends without beginnings": _words("</q>" * 1_000),
    "namespaces taken away": lambda data: data.replace(b"xmlns", b"xmlnt"),
    "values that are no numbers": _values("x"),
    "values below zero": _values("-1"),
    "values beyond all bounds": _values("9" * 400),
    "values of nothing": _values(""),
    "values that are not finite": _values("NaN"),
    "values that lead away": _values("../../../../etc/hostname"),
    "values with zeros in them": _values("1e99999"),
}


def _with(name: str, part: str, defect: Defect | None) -> bytes:
    """Returns a document with one part changed, or without it."""
    files = members(seed(name))
    if defect is None:
        del files[part]
    else:
        files[part] = defect(files[part])
    return packed(files)


def makers() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yields format, what is wrong, and what makes the file."""
    for name in ZIPPED:
        for part in members(seed(name)):
            for what, defect in {"missing": None, **ON_EVERY_PART}.items():
                yield name, f"{part} {what}", _maker(name, part, defect)
        for what, defect in MAIN.items():
            yield name, what, _maker(name, _MAIN[name], defect)


def _maker(name: str, part: str, defect: Defect | None) -> Callable[[], bytes]:
    return lambda: _with(name, part, defect)
