"""XML through expat, within limits: no entities of one's own, nothing from outside, no towers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

_MAX_DEPTH = 256
_SEPARATOR = " "

Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]
Text = Callable[[str], None]  # takes text, or the end of an element


class XmlRefused(Exception):
    """The XML breaks a limit or is not well formed; what was parsed before it stands."""


class Names(dict[str, str]):
    """Short names for the elements of known namespaces; others keep none."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(_SEPARATOR)
        prefix = self._prefixes.get(space)
        short = self[name] = f"{prefix}:{local}" if prefix else ""
        return short


def ignore(_: str) -> None:
    """Takes text or the end of an element and does nothing."""


def parse(
    chunks: Iterable[bytes],
    start: Start,
    end: Text = ignore,
    text: Text = ignore,
) -> None:
    """Calls back for elements and text; names are "namespace local". Raises XmlRefused."""
    depth = 0

    def open_element(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise XmlRefused("too deep")
        start(name, attributes)

    def close_element(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):  # the latter: an unknown encoding
        raise XmlRefused("not well formed") from None


def _refuse(*_: object) -> int:
    raise XmlRefused("entities")


def value(attributes: Attributes, local: str) -> str:
    """Returns an attribute by its local name, whatever its namespace."""
    for name, found in attributes.items():
        if name == local or name.endswith(_SEPARATOR + local):
            return found
    return ""
