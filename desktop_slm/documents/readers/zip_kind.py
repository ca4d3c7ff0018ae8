"""Which of the formats that are ZIP files a ZIP file is."""

from __future__ import annotations

from desktop_slm import errors
from desktop_slm.documents.document import Format
from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.ooxml import Package
from desktop_slm.documents.readers.source import Source
from desktop_slm.documents.readers.xml import Attributes, XmlRefused

FORMATS = (Format.DOCX, Format.ODT, Format.PPTX, Format.XLSX, Format.EPUB)
_OFFICE = {
    "wordprocessingml": Format.DOCX,
    "ms-word": Format.DOCX,
    "presentationml": Format.PPTX,
    "ms-powerpoint": Format.PPTX,
    "spreadsheetml": Format.XLSX,
    "ms-excel.sheet.macroenabled": Format.XLSX,  # but not the binary kind
    "ms-excel.template": Format.XLSX,
}
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_EPUB = b"application/epub+zip"
_CONTENT_TYPES = "[Content_Types].xml"


def find(source: Source, named: Format | None) -> Format:
    """Returns the format. Raises WrongFormat, or DamagedFile where the name promises one."""
    archive = Archive(source.data, source.name)
    try:
        found = _by_mimetype(archive) or _by_main_part(archive)
    except (PartDamaged, XmlRefused):
        raise errors.DamagedFile(name=source.name) from None
    if found is not None:
        return found
    raise (errors.DamagedFile if named in FORMATS else errors.WrongFormat)(name=source.name)


def _by_mimetype(archive: Archive) -> Format | None:
    kind = archive.read("mimetype").strip()
    if kind.startswith(_OPEN_TEXT):
        return Format.ODT
    is_book = kind == _EPUB or "META-INF/container.xml" in archive
    return Format.EPUB if is_book else None


def _by_main_part(archive: Archive) -> Format | None:
    """Returns what the table of contents says of the main part: others may be embedded."""
    main = Package(archive).main
    if not main or main not in archive:
        return None
    kinds: dict[str, str] = {}

    def start(_: str, attributes: Attributes) -> None:
        name = attributes.get("PartName") or attributes.get("Extension", "")
        kinds[name.lstrip("/").lower()] = attributes.get("ContentType", "").lower()

    xml.parse(archive.chunks(_CONTENT_TYPES), start)
    kind = kinds.get(main.lower()) or kinds.get(main.rpartition(".")[2].lower(), "")
    return next((format for word, format in _OFFICE.items() if word in kind), None)
