"""Text recognition in the confined child, on pages drawn here."""

from __future__ import annotations

import struct
import threading
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents import reading
from desktop_slm.documents.document import Document, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.pictures import PagePictures
from desktop_slm.documents.reading import Contents, Progress, ReadingCancelled, ReadLimits, read
from desktop_slm.documents.recognition import find_recognition
from tests.fakes.documents import Pdf, show

_FOUND = find_recognition()
needs_languages = pytest.mark.skipif(
    _FOUND is None or not {"eng", "deu", "fra"} <= set(_FOUND.languages),
    reason="text recognition is not installed; python3 dev.py test installs it",
)
needs_library = pytest.mark.skipif(
    _FOUND is None, reason="text recognition is not installed; python3 dev.py test installs it"
)
pytestmark = pytest.mark.usefixtures("qapp")
if _FOUND is not None:
    from PIL import Image

    from tests.fakes import scans


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def text_of(document: Document) -> str:
    return "\n".join(page.text for page in document.pages)


def lease(language: str) -> Sequence[str]:
    return scans.TEXTS[language]


@needs_languages
@pytest.mark.parametrize(("language", "short"), [("eng", "en"), ("deu", "de"), ("fra", "fr")])
def test_a_clean_scan_is_read_in_its_language(tmp_path: Path, language: str, short: str) -> None:
    data = scans.pdf(scans.draw(lease(language)))
    document = read(put(tmp_path, "a.pdf", data), ocr=True)
    assert scans.accuracy(text_of(document), lease(language)) >= 0.97
    assert document.language == short
    assert [heading.title for heading in document.headings] == [lease(language)[0]]
    assert len(document.blocks) == 3
    found = document.recognition(1)
    assert found is not None and found.language == language and found.confidence >= 90
    assert NoticeKind.RECOGNIZED in [notice.kind for notice in document.warnings]


@needs_languages
def test_a_document_may_change_its_language(tmp_path: Path) -> None:
    pages = [scans.draw(lease(language)) for language in ("eng", "deu")]
    document = read(put(tmp_path, "a.pdf", scans.pdf(*pages)), ocr=True)
    assert [found.language for found in document.recognized] == ["eng", "deu"]
    assert scans.accuracy(document.page(2).text, lease("deu")) >= 0.97


@needs_languages
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_or_stands_on_its_head_is_read(tmp_path: Path, degrees: int) -> None:
    page = scans.draw(lease("deu")).rotate(degrees, expand=True)
    document = read(put(tmp_path, "a.pdf", scans.pdf(page)), ocr=True)
    assert scans.accuracy(text_of(document), lease("deu")) >= 0.97
    assert text_of(document).startswith(lease("deu")[0])


@needs_languages
@pytest.mark.parametrize("grain", [35, 70])
def test_a_bad_copy_is_read_mostly(tmp_path: Path, grain: int) -> None:
    page = scans.grainy(scans.draw(lease("eng")), grain)
    document = read(put(tmp_path, "a.pdf", scans.pdf(page)), ocr=True)
    assert scans.accuracy(text_of(document), lease("eng")) >= 0.9


@needs_languages
def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    title, *rest = lease("eng")
    text = [title, *rest, *(each.upper() for each in rest)]
    data = scans.encoded(scans.draw(text, columns=2), "PNG")
    found = text_of(read(put(tmp_path, "a.png", data)))
    assert found.index("THE TENANT") > found.index("28 February 2027")


@needs_languages
def test_pages_come_in_order_with_text_pages_between_and_say_how_far(tmp_path: Path) -> None:
    pages = [scans.draw([f"Number {number}", *lease("eng")[1:2]]) for number in (1, 2, 3)]
    seen: list[Progress] = []
    document = read(put(tmp_path, "a.pdf", scans.pdf(*pages)), seen.append, ocr=True)
    assert [page.text.split("\n")[0] for page in document.pages] == [
        "Number 1", "Number 2", "Number 3"
    ]  # fmt: skip
    assert seen[-1] == Progress(3, 3)
    assert [found.page for found in document.recognized] == [1, 2, 3]


@needs_library
def test_without_being_asked_no_page_is_recognised(tmp_path: Path) -> None:
    data = scans.pdf(scans.draw(lease("eng")))
    with pytest.raises(errors.NoText):
        read(put(tmp_path, "a.pdf", data))


@needs_library
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF"])
def test_a_picture_is_read_at_once(tmp_path: Path, form: str) -> None:
    data = scans.encoded(scans.draw(lease("eng"), dpi=200), form)
    document = read(put(tmp_path, f"a.{form.lower()}", data))
    assert document.format is Format.IMAGE
    assert scans.accuracy(text_of(document), lease("eng")) >= 0.95


@needs_library
def test_dropped_contents_and_a_wrong_name_are_read_too(tmp_path: Path) -> None:
    data = scans.encoded(scans.draw(lease("eng"), dpi=200), "PNG")
    assert "tenant" in text_of(read(Contents("a.png", data)))
    document = read(put(tmp_path, "a.pdf", data))
    assert "tenant" in text_of(document)
    assert NoticeKind.OTHER_FORMAT in [notice.kind for notice in document.warnings]


@needs_library
def test_a_tiff_has_a_page_for_each_picture(tmp_path: Path) -> None:
    pages = [scans.draw([f"Number {number}"], dpi=200) for number in (1, 2, 3)]
    data = scans.encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    path = put(tmp_path, "a.tif", data)
    assert [page.text for page in read(path).pages] == ["Number 1", "Number 2", "Number 3"]
    cut = read(path, limits=ReadLimits(pages=2))
    assert [(item.page, item.why) for item in cut.skipped] == [(3, SkipReason.TOO_MANY_PAGES)]
    with PagePictures(path) as pictures:
        assert len(pictures.open().sizes) == 3
        assert pictures.draw(2, 300).width == 300


@needs_library
def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    page = scans.draw(lease("eng"), dpi=200).rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    document = read(put(tmp_path, "a.jpg", scans.encoded(page, "JPEG", exif=exif)))
    assert text_of(document).startswith(lease("eng")[0])


@needs_library
def test_a_picture_without_words_says_so(tmp_path: Path) -> None:
    data = scans.encoded(Image.new("L", (900, 900), 255), "PNG")
    with pytest.raises(errors.NoWords):
        read(put(tmp_path, "a.png", data))


@needs_library
def test_stopping_ends_the_recognition(tmp_path: Path) -> None:
    page = scans.draw(lease("eng"))
    cancel = threading.Event()
    with pytest.raises(ReadingCancelled):
        read(
            put(tmp_path, "a.pdf", scans.pdf(*[page] * 6)),
            lambda progress: cancel.set(),
            cancel,
            ocr=True,
        )


@needs_library
def test_a_page_over_its_time_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    data = scans.encoded(scans.draw(lease("eng")), "PNG")
    with pytest.raises(errors.ReaderTooSlow):
        read(put(tmp_path, "a.png", data), limits=ReadLimits(page_s=0.01))


@needs_library
def test_a_stamp_on_a_scan_does_not_hide_it_and_a_text_layer_is_kept(tmp_path: Path) -> None:
    page = scans.draw(lease("eng"))
    image = scans.encoded(page, "JPEG")
    entries = (
        f"/Type /XObject /Subtype /Image /Width {page.width} /Height {page.height} "
        "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
    )
    made = Pdf()
    number = made.stream(image, entries)
    drawing = "q 595 0 0 842 0 0 cm /Im Do Q"
    resources = f"/XObject << /Im {number} 0 R >>"
    made.page(drawing + " " + show("FAX 12.03.2024 09:14 P. 1/2", y=780), resources=resources)
    made.page(drawing + " " + show("The layer " * 40).replace("BT", "BT 3 Tr"), resources=resources)
    document = read(put(tmp_path, "a.pdf", made.bytes()), ocr=True)
    assert scans.accuracy(document.page(1).text, lease("eng")) >= 0.9
    assert document.page(2).text.startswith("The layer The layer")
    assert [found.page for found in document.recognized] == [1]


# Hostile pictures


def png(width: int, height: int, pixels: bytes, colour: int = 2) -> bytes:
    """A PNG whose header may promise what its data does not hold."""
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def tiff_of_frames(count: int) -> bytes:
    """A TIFF with a chain of directories that have no picture."""
    directories = b"".join(
        struct.pack("<HI", 0, 8 + 6 * (number + 1) if number + 1 < count else 0)
        for number in range(count)
    )
    return b"II*\x00" + struct.pack("<I", 8) + directories


HOSTILE = {
    "cut.png": png(900, 900, zlib.compress(b"\0" * 900)[:20]),
    "head.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "bomb.png": png(20_000, 20_000, zlib.compress(b"\0" * 1000)),
    "huge.png": png(2**31 - 1, 2**31 - 1, b""),
    "cut.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9",
    "million.tif": tiff_of_frames(1_000_000),
    "loop.tif": b"II*\x00" + struct.pack("<IHI", 8, 0, 8),
    "short.tif": b"II*\x00\xff\xff\xff\x7f",
    "cut.gif": b"GIF89a\xff\xff\xff\xff",
    "cut.webp": b"RIFF\xff\xff\xff\x7fWEBPVP8 \xff\xff\xff\x7f",
}


@needs_library
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_is_a_document_error(tmp_path: Path, name: str) -> None:
    with pytest.raises((errors.DamagedFile, errors.FileTooLarge)):
        read(put(tmp_path, name, HOSTILE[name]))


@needs_library
def test_a_huge_picture_of_little_is_made_small(tmp_path: Path) -> None:
    page = scans.draw(lease("eng")[:1], dpi=100)
    large = Image.new("L", (20_000, 20_000), 255)
    large.paste(page.resize((page.width * 16, page.height * 16), Image.Resampling.NEAREST), (0, 0))
    document = read(put(tmp_path, "a.png", scans.encoded(large, "PNG", compress_level=1)))
    assert text_of(document) == lease("eng")[0]


# Not installed


def test_without_recognition_a_picture_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "find_recognition", lambda: None)
    with pytest.raises(errors.RecognitionMissing, match="not installed"):
        read(put(tmp_path, "a.png", png(9, 9, zlib.compress(b"\0" * 252))))


def test_without_recognition_a_document_is_read_as_far_as_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.fakes.documents import scan

    monkeypatch.setattr(reading, "find_recognition", lambda: None)
    made = scan(Pdf().page(show("Words")))
    document = read(put(tmp_path, "a.pdf", made.bytes()), ocr=True)
    assert [page.text for page in document.pages] == ["Words"]
    assert document.unread_pictures == (2,)
    missing = [each for each in document.warnings if each.kind is NoticeKind.RECOGNITION_MISSING]
    assert "not installed" in str(missing[0])


@needs_library
@pytest.mark.parametrize(
    ("degrees", "side", "is_near"),
    [(0, 1, True), (90, 0, True), (180, 1, False), (270, 0, False)],
)
def test_recognised_words_are_known_by_their_place_on_the_picture(
    tmp_path: Path, degrees: int, side: int, is_near: bool
) -> None:
    """The heading stands at the top of the page, wherever that is on the scan."""
    drawn = scans.draw(lease("eng")).rotate(degrees, expand=True)
    path = put(tmp_path, "a.pdf", scans.pdf(drawn))
    found = read(path, ocr=True).recognition(1)
    assert found is not None
    (box,) = found.rectangles(0, len(lease("eng")[0]))
    assert (box[side] < 0.2) is is_near
    assert (box[side + 2] > 0.8) is not is_near
    with PagePictures(path) as pictures:
        picture = pictures.draw(1, 400)
    left, top, right, bottom = box
    inside = [
        picture.pixels[3 * (y * picture.width + x)]
        for x in range(round(left * picture.width), round(right * picture.width))
        for y in range(round(top * picture.height), round(bottom * picture.height))
    ]
    assert min(inside) < 128
