"""What each format looks like to the programs that open it; hostile words stay words in all."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from desktop_slm.assistants.exports import clipboard, docx, formats, seal
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.assistants.exports.inert import one_line
from desktop_slm.documents.document import BlockKind
from tests.fakes import exported as fakes
from tests.fakes.reading import blocks, read_here

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class _Tags(HTMLParser):
    """Collects the elements of a page, their attributes and the ids they point to."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _tags(text: str) -> _Tags:
    parser = _Tags()
    parser.feed(text)
    return parser


def _html(hostile: bool) -> str:
    summary, _document = fakes.hostile() if hostile else fakes.sample()
    return formats.content(summary, ExportFormat.HTML).decode()


def test_a_page_of_hostile_words_has_only_our_elements() -> None:
    page = _tags(_html(hostile=True))
    ours = set(_tags(_html(hostile=False)).tags)
    assert set(page.tags) <= ours
    assert not {"script", "img", "iframe", "object", "link", "b"} & set(page.tags)
    assert not [name for name, _value in page.attributes if name.startswith("on")]


def test_a_page_loads_and_leads_nowhere() -> None:
    page = _tags(_html(hostile=True))
    targets = [value for name, value in page.attributes if name in ("href", "src", "action")]
    assert targets
    assert all(target.startswith("#") for target in targets)
    assert "url(" not in _html(hostile=False)
    assert "default-src 'none'" in dict(page.attributes)["content"] or any(
        "default-src 'none'" in value for _name, value in page.attributes
    )


def test_each_mark_leads_to_its_footnote_and_back() -> None:
    page = _tags(_html(hostile=False))
    ids = [value for name, value in page.attributes if name == "id"]
    targets = [value[1:] for name, value in page.attributes if name == "href"]
    assert len(ids) == len(set(ids))
    assert sorted(targets) == sorted(each for each in ids if not each.startswith("sentence"))


def test_a_page_says_the_words_as_they_are() -> None:
    summary, _document = fakes.hostile()
    said = " ".join("".join(_tags(_html(hostile=True)).words).split())
    for item in summary.items:
        assert one_line(item.text) in said


@pytest.mark.parametrize("make", [fakes.sample, fakes.hostile])
def test_markdown_has_no_mark_but_ours(make: object) -> None:
    summary, _document = make()  # type: ignore[operator]
    text = formats.content(summary, ExportFormat.MARKDOWN).decode()
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or []]
    kinds = {child.type for child in inline}
    assert kinds <= {"text", "text_special", "em_open", "em_close", "strong_open", "strong_close"}
    assert [token.content[:25] for token in tokens if token.type == "html_block"] == [
        "<!-- desktop-slm-export {"
    ]
    assert len([token for token in tokens if token.type == "list_item_open"]) == len(summary.items)
    assert len([token for token in tokens if token.type == "bullet_list_open"]) == 1


def test_markdown_shows_the_words_as_they_are() -> None:
    summary, _document = fakes.hostile()
    text = formats.content(summary, ExportFormat.MARKDOWN).decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    shown = ["".join(c.content for c in token.children or []) for token in tokens]
    for item in summary.items:
        words = one_line(item.text)
        assert any(f"{words}[^" in each for each in shown), words[:60]


def _parts(hostile: bool) -> dict[str, bytes]:
    summary, _document = fakes.hostile() if hostile else fakes.sample()
    with zipfile.ZipFile(io.BytesIO(formats.content(summary, ExportFormat.DOCX))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("hostile", [False, True])
def test_every_part_of_a_word_document_is_well_formed(hostile: bool) -> None:
    for name, content in _parts(hostile).items():
        assert ElementTree.fromstring(content) is not None, name


def test_every_part_is_typed_and_every_relation_leads_to_a_part() -> None:
    parts = _parts(hostile=False)
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    typed = {each.get("PartName", "").removeprefix("/") for each in types} - {""}
    assert typed <= set(parts)
    for name, content in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = Path(name).parent.parent
        for relation in ElementTree.fromstring(content):
            target = (folder / relation.get("Target", "")).as_posix()
            assert re.sub(r"[^/]+/\.\./", "", target) in parts
            assert relation.get("TargetMode") is None


def test_styles_lists_and_footnotes_that_are_used_are_there() -> None:
    parts = _parts(hostile=False)
    styles = {each.get(f"{_W}styleId") for each in ElementTree.fromstring(parts["word/styles.xml"])}
    body = ElementTree.fromstring(parts[docx.DOCUMENT])
    notes = ElementTree.fromstring(parts[docx.FOOTNOTES])
    for root in (body, notes):
        for tag in ("pStyle", "rStyle"):
            used = {each.get(f"{_W}val") for each in root.iter(f"{_W}{tag}")}
            assert used <= styles
    marks = [each.get(f"{_W}id") for each in body.iter(f"{_W}footnoteReference")]
    made = [each.get(f"{_W}id") for each in notes if not each.get(f"{_W}type")]
    assert marks == made
    assert len(marks) == len(set(marks)) == 6


def test_our_own_reader_finds_headings_bullets_and_footnotes(tmp_path: Path) -> None:
    summary, _document = fakes.sample()
    content = formats.content(summary, ExportFormat.DOCX)
    read = read_here(tmp_path, content, "summary.docx")
    assert [heading.title for heading in read.headings] == ["The lease in short", "Receipt"]
    items = blocks(read, BlockKind.LIST_ITEM)
    assert len(items) == len(summary.items)
    assert "Sentence about the rent of 900 euro, end-to-end." in items[0]
    assert len(blocks(read, BlockKind.FOOTNOTE)) == 6
    assert read.warnings == ()


def test_the_same_summary_gives_the_same_bytes() -> None:
    summary, _document = fakes.sample()
    for chosen in ExportFormat:
        if chosen is not ExportFormat.PDF:
            assert formats.content(summary, chosen) == formats.content(summary, chosen)


def test_a_copy_has_word_s_footnotes_and_no_receipt() -> None:
    summary, _document = fakes.hostile()
    copied = clipboard.copied(summary)
    page = _tags(copied.html)
    assert page.tags.count("li") == len(summary.items)
    assert not {"script", "img"} & set(page.tags)
    ids = [value for name, value in page.attributes if name in ("id", "name")]
    targets = [value[1:] for name, value in page.attributes if name == "href"]
    assert set(targets) <= set(ids)
    assert summary.receipt.model.sha256 not in copied.html + copied.text
    assert "[1] " in copied.text


def test_the_receipt_hash_covers_all_that_is_said() -> None:
    summary, _document = fakes.sample()
    data = seal.sealed(summary)
    for name in data:
        if name not in ("digests", "receipt_hash"):
            assert seal.receipt_hash({**data, name: "other"}) != data["receipt_hash"], name
