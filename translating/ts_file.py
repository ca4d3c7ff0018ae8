"""A Qt Linguist file: what stands in it is kept by context and source text, the rest is dropped.

The form is that of lupdate and Linguist, so a translator can open it; only files are named and no
lines, for a file that changes with every line of code cannot be reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as Xml

from translating.sources import Source


@dataclass(frozen=True, slots=True)
class Translated:
    """What a source is in the language; not finished until somebody has said so."""

    text: str = ""
    is_finished: bool = False


def load(path: Path) -> dict[Source, Translated]:
    """Returns what the file holds; nothing where there is none."""
    if not path.exists():
        return {}
    found = {}
    for context in Xml.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            element = message.find("translation")
            text = (element.text or "") if element is not None else ""
            is_finished = element is not None and "type" not in element.attrib and bool(text)
            source = Source(name, message.findtext("source", ""))
            found[source] = Translated(text, is_finished)
    return found


def merge(
    sources: Iterable[Source], known: Mapping[Source, Translated]
) -> dict[Source, Translated]:
    """Returns a translation for each source.

    What is new takes over what the same words are in another context, to be looked at again.
    """
    by_text = {source.text: each.text for source, each in known.items() if each.is_finished}
    return {
        source: known.get(source) or Translated(by_text.get(source.text, "")) for source in sources
    }


def write(
    path: Path,
    language: str,
    translations: Mapping[Source, Translated],
    places: Mapping[Source, list[str]],
) -> None:
    """Writes the file, sorted."""
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name, sources in groupby(sorted(translations), key=lambda source: source.context):
        context = Xml.SubElement(root, "context")
        Xml.SubElement(context, "name").text = name
        for source in sources:
            message = Xml.SubElement(context, "message")
            for place in places[source]:
                Xml.SubElement(message, "location", filename=place)
            Xml.SubElement(message, "source").text = source.text
            translated = translations[source]
            kind = {} if translated.is_finished else {"type": "unfinished"}
            Xml.SubElement(message, "translation", kind).text = translated.text or None
    Xml.indent(root, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + Xml.tostring(root, encoding="unicode") + "\n", encoding="utf-8")
