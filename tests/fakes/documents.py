"""Small real documents, written byte by byte so that a test says exactly what is in them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass
class Pdf:
    """A PDF under construction: objects by number, pages of content streams."""

    objects: dict[int, bytes] = field(default_factory=lambda: {1: b"", 2: b""})
    pages: list[int] = field(default_factory=list)
    catalog: str = ""
    info: Mapping[str, str] = field(default_factory=dict)
    trailer: str = ""
    cipher: Callable[[bytes], bytes] = bytes  # of the streams added from now on

    def __post_init__(self) -> None:
        fonts = ("Helvetica", "Helvetica-Bold", "Courier")
        numbers = [self.add(_FONT % name.encode()) for name in fonts]
        self.fonts = " ".join(f"/F{i} {number} 0 R" for i, number in enumerate(numbers, 1))

    def add(self, body: bytes) -> int:
        """Adds an object and returns its number."""
        number = next(reversed(self.objects)) + 1  # they are added in order
        self.objects[number] = body
        return number

    def stream(self, data: bytes, entries: str = "") -> int:
        """Adds a stream as it is; `entries` names its filters."""
        data = self.cipher(data)
        head = f"<< /Length {len(data)} {entries} >>\nstream\n".encode()
        return self.add(head + data + b"\nendstream")

    def page(self, content: str | bytes, resources: str = "", more: str = "") -> Pdf:
        """Adds a page that runs the content stream."""
        data = content.encode("cp1252") if isinstance(content, str) else content
        stream = self.stream(zlib.compress(data), "/Filter /FlateDecode")
        return self.page_of(stream, resources, more)

    def page_of(self, stream: int, resources: str = "", more: str = "") -> Pdf:
        """Adds a page that runs a stream added before."""
        self.pages.append(
            self.add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {stream} 0 R "
                f"/Resources << /Font << {self.fonts} >> {resources} >> {more} >>".encode()
            )
        )
        return self

    def outline(self, entries: Sequence[tuple[int, str, int]]) -> Pdf:
        """Adds bookmarks: level (1 or 2), title, page from 0; a level 2 belongs to the 1 before."""
        root = self.add(b"")
        items = [(level, title, page, self.add(b"")) for level, title, page in entries]
        parents: list[int] = []
        parent = root
        for level, _, _, number in items:
            parents.append(root if level == 1 else parent)
            parent = number if level == 1 else parent
        below: dict[int, list[int]] = {}
        for item, up in zip(items, parents, strict=True):
            below.setdefault(up, []).append(item[3])
        places = {each: place for group in below.values() for place, each in enumerate(group)}
        for index, (_, title, page, number) in enumerate(items):
            siblings, children = below[parents[index]], below.get(number, [])
            place = places[number]
            body = f"<< /Title {text_string(title)} /Parent {parents[index]} 0 R"
            body += f" /Dest [{self.pages[page]} 0 R /Fit]"
            if place:
                body += f" /Prev {siblings[place - 1]} 0 R"
            if place + 1 < len(siblings):
                body += f" /Next {siblings[place + 1]} 0 R"
            if children:
                body += f" /First {children[0]} 0 R /Last {children[-1]} 0 R"
                body += f" /Count {len(children)}"
            self.objects[number] = f"{body} >>".encode()
        top = below[root]
        self.objects[root] = (
            f"<< /Type /Outlines /First {top[0]} 0 R /Last {top[-1]} 0 R >>".encode()
        )
        self.catalog += f" /Outlines {root} 0 R"
        return self

    def bytes(self) -> bytes:
        """Returns the file."""
        kids = " ".join(f"{number} 0 R" for number in self.pages)
        self.objects[1] = f"<< /Type /Catalog /Pages 2 0 R {self.catalog} >>".encode()
        self.objects[2] = (
            self.objects[2]
            or f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode()
        )
        entries = " ".join(f"/{key} {text_string(value)}" for key, value in self.info.items())
        info = self.add(f"<< {entries} >>".encode())
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = {}
        for number, body in self.objects.items():
            places[number] = len(out)
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        for number in range(1, len(places) + 1):
            out += f"{places[number]:010d} 00000 n \n".encode()
        out += f"trailer << /Size {len(places) + 1} /Root 1 0 R /Info {info} 0 R ".encode()
        out += f"{self.trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
        return bytes(out)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"


def text_string(text: str) -> str:
    """Returns a PDF text string in UTF-16."""
    return f"<{'FEFF' + text.encode('utf-16-be').hex()}>"


def show(text: str, x: float = 72, y: float = 720, size: float = 11, font: int = 1) -> str:
    """Returns the operators that draw one line of text."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def paragraph(lines: Sequence[str], x: float = 72, y: float = 720, size: float = 11) -> str:
    """Returns the operators that draw lines under each other, 1.2 times the size apart."""
    return "".join(show(line, x, y - i * size * 1.2, size) for i, line in enumerate(lines))


def image(red: int = 200, width: int = 4) -> tuple[bytes, str]:
    """Returns a grey picture's samples, and the entries of its stream."""
    entries = f"/Type /XObject /Subtype /Image /Width {width} /Height {width} "
    return bytes([red]) * (width * width), entries + "/ColorSpace /DeviceGray /BitsPerComponent 8"


def scan(pdf: Pdf, content: str = "") -> Pdf:
    """Adds a page that is a picture; `content` is drawn before it."""
    samples, entries = image()
    number = pdf.stream(samples, entries)
    drawing = f"{content} q 612 0 0 792 0 0 cm /Im Do Q"
    return pdf.page(drawing, resources=f"/XObject << /Im {number} 0 R >>")


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    "</w:style>"
    for level in range(1, 4)
)


def word(element: str, body: str) -> str:
    """Returns a part's root element around its body."""
    return f'<w:{element} xmlns:w="{_WORD}">{body}</w:{element}>'


def para(text: str, properties: str = "") -> str:
    """Returns a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def heading(text: str, level: int = 1) -> str:
    """Returns a heading."""
    return para(text, f'<w:pStyle w:val="Heading{level}"/>')


def docx(body: str, core: str = "", **parts: str) -> bytes:
    """Returns a DOCX; `parts` are further parts by kind: footnotes, comments, numbering."""
    document = word("document", f"<w:body>{body}</w:body>")
    return docx_of(document, core, **parts)


def docx_of(document: str, core: str = "", **parts: str) -> bytes:
    """Returns a DOCX with the main part as it is."""
    parts = {"styles": word("styles", _STYLES), **parts}
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in parts
    )
    root = (
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>'
    )
    files = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>',
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        ),
        "word/document.xml": document,
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
        ),
        **{f"word/{kind}.xml": text for kind, text in parts.items()},
    }
    return zipped(files)


def zipped(files: Mapping[str, str]) -> bytes:
    """Returns a ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()
