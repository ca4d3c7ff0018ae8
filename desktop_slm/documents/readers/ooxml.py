"""What Office files have in common: names of elements, relations between parts, properties."""

from __future__ import annotations

import contextlib
import posixpath
from collections.abc import Callable, Mapping

from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.xml import Attributes, Names, XmlRefused

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}
NAMES = Names(_PREFIXES)
_CORE = "/metadata/core-properties"


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

    def relations(self, part: str) -> Mapping[str, str]:
        """Returns the targets of a part's relations by their kinds, the first of each kind."""
        folder, name = posixpath.split(part)
        found: dict[str, str] = {}

        def start(element: str, attributes: Attributes) -> None:
            if NAMES[element] == "rel:Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(
                    posixpath.join("/", folder, attributes.get("Target", ""))
                )
                found.setdefault(attributes.get("Type", ""), target.lstrip("/"))

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

    def _parse(
        self,
        part: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] = xml.ignore,
        text: Callable[[str], None] = xml.ignore,
    ) -> None:
        if part in self.archive:
            # A document reads without its properties.
            with contextlib.suppress(PartDamaged, XmlRefused):
                xml.parse(self.archive.chunks(part), start, end, text)
