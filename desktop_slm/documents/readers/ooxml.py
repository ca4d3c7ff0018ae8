"""What Office files have in common: names of elements, relations between parts, properties.

Only parts inside the file are ever followed; a relation to somewhere else is not even returned.
"""

from __future__ import annotations

import contextlib
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_slm.documents.document import Format
from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.sink import About
from desktop_slm.documents.readers.xml import Attributes, Names, XmlRefused

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://purl.oclc.org/ooxml/presentationml/main": "p",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "s",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "s",
    "http://schemas.microsoft.com/office/powerpoint/2018/8/main": "p188",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}
NAMES = Names(_PREFIXES)
_CORE = "/metadata/core-properties"
_MAX_RELATIONS = 100_000


@dataclass(frozen=True, slots=True)
class Relation:
    """Another part that a part names; `kind` is an address that ends in a word such as "slide"."""

    id: str
    kind: str
    target: str


class Package:
    """An Office file: its main part, the parts beside it, and what it says of itself."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        roots = self.relations("")
        self.main = next(
            (target for kind, target in roots.items() if kind.endswith("/officeDocument")), ""
        )
        self._core = next((target for kind, target in roots.items() if kind.endswith(_CORE)), "")
        self._parts = self.relations(self.main)

    def part(self, kind: str) -> str:
        """Returns the name of a part of the main document, such as "styles"; "" without one."""
        return next(
            (target for name, target in self._parts.items() if name.endswith(f"/{kind}")), ""
        )

    def macros(self) -> int:
        """Returns how many parts of the file are programs."""
        return sum(name.lower().endswith("vbaproject.bin") for name in self.archive.names)

    def relations(self, part: str) -> Mapping[str, str]:
        """Returns the targets of a part's relations by their kinds, the first of each kind."""
        return {relation.kind: relation.target for relation in reversed(self.related(part))}

    def related(self, part: str, kind: str = "") -> Sequence[Relation]:
        """Returns a part's relations to other parts, all or those of a kind such as "slide"."""
        folder, name = posixpath.split(part)
        found: list[Relation] = []

        def start(element: str, attributes: Attributes) -> None:
            if NAMES[element] == "rel:Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(
                    posixpath.join("/", folder, attributes.get("Target", ""))
                )
                wanted = attributes.get("Type", "")
                if wanted.endswith(f"/{kind}" if kind else "") and len(found) < _MAX_RELATIONS:
                    found.append(Relation(attributes.get("Id", ""), wanted, target.lstrip("/")))

        self._parse(posixpath.join(folder, "_rels", f"{name}.rels"), start)
        return found

    def properties(self) -> Mapping[str, str]:
        """Returns title, creator, created and language, as far as the file has them."""
        found: dict[str, list[str]] = {}
        current: list[str] = []

        def start(element: str, attributes: Attributes) -> None:
            current[:] = [NAMES[element].partition(":")[2]]

        def text(data: str) -> None:
            if current:
                found.setdefault(current[0], []).append(data)

        self._parse(self._core, start, lambda name: current.clear(), text)
        return {name: "".join(pieces).strip() for name, pieces in found.items()}

    def about(self, format: Format, pages: int = 0, language: str = "") -> About:
        """Returns what the file says of itself."""
        found = self.properties()
        return About(
            format,
            pages,
            title=clean_line(found.get("title", "")),
            author=clean_line(found.get("creator", "")),
            date=found.get("created", "")[:10],
            language=clean_line(found.get("language", "") or language),
        )

    def _parse(
        self, part: str, start: xml.Start, end: xml.Text = xml.ignore, text: xml.Text = xml.ignore
    ) -> None:
        if part in self.archive:
            # A document reads without its properties.
            with contextlib.suppress(PartDamaged, XmlRefused):
                xml.parse(self.archive.chunks(part), start, end, text)


def relation_id(attributes: Attributes) -> str:
    """Returns the id of the relation that an element names, which other ids stand beside."""
    for name, found in attributes.items():
        if name.endswith("relationships id"):
            return found
    return ""
