"""Short names for the elements of OpenDocument files."""

from __future__ import annotations

from desktop_slm.documents.readers.xml import Names

_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = Names(
    {
        f"{_OPEN}:office:1.0": "office",
        f"{_OPEN}:text:1.0": "text",
        f"{_OPEN}:table:1.0": "table",
        f"{_OPEN}:drawing:1.0": "draw",
        f"{_OPEN}:style:1.0": "style",
        f"{_OPEN}:meta:1.0": "meta",
        f"{_OPEN}:svg-compatible:1.0": "svg",
        f"{_OPEN}:manifest:1.0": "manifest",
        "http://purl.org/dc/elements/1.1/": "dc",
    }
)
