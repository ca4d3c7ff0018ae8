"""Small real ODT, PPTX, XLSX and EPUB files: a test writes the XML that matters to it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from tests.fakes.documents import zipped

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{prefix}="{_OPEN}:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("draw", "drawing"), ("meta", "meta"), ("svg", "svg-compatible")),
        ("fo", "xsl-fo-compatible"),
    )
)
_SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'


def relations(*items: tuple[str, str, str]) -> str:
    """Returns a part of relations: id, kind, target; a target outside is one with "://"."""
    rows = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if '://' in target else ''}/>"
        for id, kind, target in items
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _package(main: str, kind: str, core: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Override PartName="/{main}" ContentType="{_TYPES}.{kind}.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
            f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="core.xml"/></Relationships>'
        ),
        "core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
        ),
    }


def with_member(data: bytes, name: str, content: str = "x") -> bytes:
    """Returns a ZIP with one member more."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content)
    return out.getvalue()


# PowerPoint


def paragraph(text: str, properties: str = "", level: int = 0) -> str:
    """Returns a paragraph of a shape."""
    return f'<a:p><a:pPr lvl="{level}">{properties}</a:pPr><a:r><a:t>{text}</a:t></a:r></a:p>'


def shape(body: str, placeholder: str = "", more: str = "") -> str:
    """Returns a shape; `placeholder` is what it says of itself, such as ' type="title"'."""
    role = f"<p:ph{placeholder}/>" if placeholder else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"{more}/><p:nvPr>{role}</p:nvPr></p:nvSpPr>'
        f"<p:txBody>{body}</p:txBody></p:sp>"
    )


def title(text: str) -> str:
    """Returns a slide's title."""
    return shape(paragraph(text), ' type="title"')


def slide(*shapes: str, show: str = "1") -> str:
    """Returns a slide."""
    return (
        f'<p:sld xmlns:p="{_SLIDES}" xmlns:a="{_DRAWING}" show="{show}">'
        f"<p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"
    )


def notes(text: str) -> str:
    """Returns the page of notes to a slide."""
    body = shape(paragraph(text), ' type="body"') + shape(paragraph("7"), ' type="sldNum"')
    return slide(body).replace("p:sld ", "p:notes ").replace("/p:sld>", "/p:notes>")


def pptx(slides: Sequence[str], core: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """Returns a PPTX whose slides lie in the file the other way round than they are shown."""
    count = len(slides)
    names = [f"slide{count - number}" for number in range(count)]
    ids = "".join(f'<p:sldId id="{256 + i}" r:id="r{name}"/>' for i, name in enumerate(names))
    main = (
        f'<p:presentation xmlns:p="{_SLIDES}" xmlns:r="{_OFFICE}">'
        f"<p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    )
    related = relations(
        *((f"r{name}", "slide", f"slides/{name}.xml") for name in reversed(names)),
        ("ra", "commentAuthors", "commentAuthors.xml"),
    )
    files = _package("ppt/presentation.xml", "presentationml.presentation", core)
    files |= {"ppt/presentation.xml": main, "ppt/_rels/presentation.xml.rels": related}
    files |= {f"ppt/slides/{n}.xml": text for n, text in zip(names, slides, strict=True)}
    return zipped(files | dict(parts or {}))


# Excel


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """Returns a sheet of rows; `before` is for columns, `after` for merged cells."""
    return (
        f'<s:worksheet xmlns:s="{_SHEETS}">{before}<s:sheetData>{rows}</s:sheetData>{after}'
        "</s:worksheet>"
    )


def row(number: int, *cells: str, more: str = "") -> str:
    """Returns a row."""
    return f'<s:row r="{number}"{more}>{"".join(cells)}</s:row>'


def cell(place: str, content: str, kind: str = "", style: int = 0) -> str:
    """Returns a cell with what is in it."""
    said = f' t="{kind}"' if kind else ""
    return f'<s:c r="{place}" s="{style}"{said}>{content}</s:c>'


def number(place: str, value: float, style: int = 0) -> str:
    """Returns a cell with a number."""
    return cell(place, f"<s:v>{value}</s:v>", style=style)


def words(place: str, text: str) -> str:
    """Returns a cell with text of its own."""
    return cell(place, f"<s:is><s:t>{text}</s:t></s:is>", "inlineStr")


def xlsx(
    sheets: Mapping[str, str],
    *,
    strings: str = "",
    formats: Sequence[str] = (),
    states: Mapping[str, str] | None = None,
    book: str = "",
    core: str = "",
    kind: str = "spreadsheetml.sheet",
    parts: Mapping[str, str] | None = None,
) -> bytes:
    """Returns an XLSX: sheets by name; `formats` are those of the styles 1, 2, ..."""
    states = states or {}
    listed = "".join(
        f'<s:sheet name="{name}" r:id="r{i}" state="{states.get(name, "visible")}"/>'
        for i, name in enumerate(sheets, 1)
    )
    known = "".join(
        f'<s:numFmt numFmtId="{163 + i}" formatCode="{code}"/>' for i, code in enumerate(formats, 1)
    )
    styles = '<s:xf numFmtId="0"/>' + "".join(
        f'<s:xf numFmtId="{163 + i}"/>' for i in range(1, len(formats) + 1)
    )
    files = _package("xl/workbook.xml", kind, core)
    files |= {
        "xl/workbook.xml": (
            f'<s:workbook xmlns:s="{_SHEETS}" xmlns:r="{_OFFICE}">{book}'
            f"<s:sheets>{listed}</s:sheets></s:workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relations(
            *((f"r{i}", "worksheet", f"sheet{i}.xml") for i in range(1, len(sheets) + 1)),
            ("rs", "sharedStrings", "strings.xml"),
            ("rf", "styles", "styles.xml"),
        ),
        "xl/strings.xml": f'<s:sst xmlns:s="{_SHEETS}">{strings}</s:sst>',
        "xl/styles.xml": (
            f'<s:styleSheet xmlns:s="{_SHEETS}"><s:numFmts>{known}</s:numFmts>'
            f"<s:cellXfs>{styles}</s:cellXfs></s:styleSheet>"
        ),
    }
    files |= {f"xl/sheet{i}.xml": text for i, text in enumerate(sheets.values(), 1)}
    return zipped(files | dict(parts or {}))


# OpenDocument


def odt(
    body: str, styles: str = "", meta: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """Returns an ODT; `styles` are the automatic ones of its text."""
    return odt_of(
        f"<office:document-content {_SPACES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        {
            "meta.xml": (
                f"<office:document-meta {_SPACES}><office:meta>{meta}</office:meta>"
                "</office:document-meta>"
            ),
            **(parts or {}),
        },
    )


def odt_of(content: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Returns an ODT with this content, as it is."""
    files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return zipped(files | dict(parts or {}))


def odt_styles(body: str) -> str:
    """Returns a part of styles."""
    return f"<office:document-styles {_SPACES}>{body}</office:document-styles>"


def p(text: str, style: str = "") -> str:
    """Returns a paragraph of an OpenDocument text."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1) -> str:
    """Returns a heading of an OpenDocument text."""
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


# EPUB

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def chapter(body: str) -> str:
    """Returns a chapter."""
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'


def navigation(*entries: tuple[str, str]) -> str:
    """Returns a table of contents of EPUB 3: targets and titles."""
    items = "".join(f'<li><a href="{target}">{text}</a></li>' for target, text in entries)
    space = 'xmlns:epub="http://www.idpf.org/2007/ops"'
    return chapter(f'<nav {space} epub:type="toc"><h1>Contents</h1><ol>{items}</ol></nav>')


def ncx(*entries: tuple[str, str]) -> str:
    """Returns a table of contents of EPUB 2: targets and titles, each one level deeper."""
    open_points = "".join(
        f"<navPoint><navLabel><text>{text}</text></navLabel>" + f'<content src="{target}"/>'
        for target, text in entries
    )
    doctype = '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://example.invalid/n.dtd">'
    space = "http://www.daisy.org/z3986/2005/ncx/"
    end = "</navPoint>" * len(entries)
    return f'{doctype}<ncx xmlns="{space}"><navMap>{open_points}{end}</navMap></ncx>'


def epub(
    chapters: Mapping[str, str],
    meta: str = "",
    order: Sequence[str] = (),
    parts: Mapping[str, str] | None = None,
) -> bytes:
    """Returns an EPUB; `order` is that of the spine, which is the chapters' where it is empty."""
    parts = dict(parts or {})
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters
    )
    if "OEBPS/nav.xhtml" in parts:
        items += '<item id="nav" href="nav.xhtml" properties="nav" media-type="text/html"/>'
    if "OEBPS/toc.ncx" in parts:
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    spine = "".join(f'<itemref idref="{name}"/>' for name in order or chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{meta}</metadata>'
        f'<manifest>{items}</manifest><spine toc="ncx">{spine}</spine></package>'
    )
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER}
    files |= {"OEBPS/book.opf": package}
    files |= {f"OEBPS/{name}": text for name, text in chapters.items()}
    return zipped(files | parts)
