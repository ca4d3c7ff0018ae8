"""Real documents against the text editions that the same packages ship."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import BlockKind, Document
from desktop_slm.documents.passages import cut
from desktop_slm.documents.reading import read
from tests.fakes.reading import blocks, read_here

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of real documents is not beside the repository"
)
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")

# File, reference, recall and precision to reach, least headings.
PAIRS = [
    ("pdf/deb-developers-reference.pdf", "developers-reference", 99, 95, 275),
    ("pdf/deb-project-history.de.pdf", "project-history.de", 99, 95, 43),
    ("pdf/deb-project-history.ja.pdf", "project-history.ja", 99, 95, 43),
    ("pdf/deb-fhs-3.0.pdf", "fhs-3.0", 94.9, 95, 218),
    ("docx/gen-policy.docx", "policy", 99, 95, 330),
    ("docx/gen-live-manual.de.docx", "live-manual.de", 99, 95, 200),
    ("odt/deb-live-manual.en.odt", "live-manual.en", 99, 99, 200),
    ("odt/deb-live-manual.ja.odt", "live-manual.ja", 99, 99, 200),
    ("epub/deb-policy.epub", "policy", 99, 99, 330),
    ("epub/deb-live-manual.ja.epub", "live-manual.ja", 99, 96, 200),
    ("html/deb-developers-reference.html", "developers-reference", 99, 95, 275),
    ("rtf/gen-fhs.rtf", "fhs-3.0", 94.9, 95, 200),
    ("html/deb-fhs-3.0.html", "fhs-3.0", 99, 95, 200),
]

# A formula, hidden words, a line and a variable are all that is in these.
EMPTY = ("formula", "hiddenTextByStyle", "horizontalRule", "variable")


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))


def _count(texts: list[str]) -> list[int]:
    return [len(text) // 4 + 1 for text in texts]


@pytest.mark.parametrize(("file", "reference", "recall", "precision", "headings"), PAIRS)
def test_the_words_are_those_of_the_reference(
    file: str, reference: str, recall: float, precision: float, headings: int
) -> None:
    document = read(CORPUS / file)
    found = _words("\n".join(page.text for page in document.pages))
    wanted = _words((CORPUS / "ref" / f"{reference}.txt").read_text(encoding="utf-8"))
    common = (found & wanted).total()
    assert 100 * common / wanted.total() >= recall
    assert 100 * common / found.total() >= precision
    assert len(document.headings) >= headings
    _check_passages(document)


def _check_passages(document: Document) -> None:
    """Every word that is not repeated is in exactly one passage."""
    passages = cut(document, _count, 600)
    kinds = [kind for kind in BlockKind if kind is not BlockKind.REPEATED]
    in_blocks = Counter("".join("".join(blocks(document, *kinds)).split()))
    in_passages = Counter("".join("".join(passage.text for passage in passages).split()))
    assert in_passages == in_blocks
    assert sum(passage.tokens for passage in passages) > 0.85 * 600 * len(passages)


@pytest.mark.parametrize(
    ("file", "kind"),
    [("xlsx/mid-test.xls", "OldFormat")],
)
def test_other_formats_are_named(file: str, kind: str) -> None:
    from desktop_slm import errors

    with pytest.raises(getattr(errors, kind)):
        read(CORPUS / file)


def test_a_japanese_table_in_an_old_encoding_is_read() -> None:
    document = read(CORPUS / "text" / "mid-test_mskanji.csv")
    assert document.pages[0].text.startswith("名前: 佐藤太郎 | 年齢: 30 | 住所: 東京")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("pptx/mid-test.pptx", "| 7 | 8 | 9 | 1b92870d-e3b5-4e65-8153-919f4ff45592 | 11 | 12 |"),
        ("pptx/pandoc-tables.pptx", "Demonstration of simple table syntax"),
        ("xlsx/pandoc-basic.xlsx", "A3: James Bond | 35 | Moscow\nA6: Just a random cell"),
        ("odt/pandoc-orderedListRoman.odt", "II. A second\nIII. A third\n  I. New level!"),
        ("odt/pandoc-simpleTableWithCaption.odt", "| Content | More content |"),
        ("epub/pandoc-wasteland.epub", "April is the cruellest month"),
    ],
)
def test_the_words_of_other_programs_are_read(file: str, words: str) -> None:
    assert any(words in page.text for page in read(CORPUS / file).pages)


def test_changes_made_in_word_are_read_either_way() -> None:
    path = CORPUS / "docx" / "pandoc-track_changes_deletion.docx"
    texts = {changes: read(path, changes=changes).pages[0].text for changes in Changes}
    assert len(texts[Changes.ACCEPTED]) < len(texts[Changes.ORIGINAL]) < len(texts[Changes.SHOWN])
    assert "[deleted by" in texts[Changes.SHOWN]


def test_every_zipped_document_is_read_or_said_to_be_empty(tmp_path: Path) -> None:
    from desktop_slm import errors

    unread = []
    for kind in ("docx", "odt", "pptx", "epub", "xlsx"):
        for path in sorted((CORPUS / kind).glob(f"*.{kind}")):
            try:
                assert read_here(tmp_path, path.read_bytes(), path.name).characters > 0
            except errors.EmptyFile:
                unread.append(path.stem)
    assert unread == [f"pandoc-{name}" for name in EMPTY]
