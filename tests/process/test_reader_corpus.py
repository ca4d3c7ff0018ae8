"""Real documents against the text editions that the same packages ship."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from desktop_slm.documents.document import BlockKind, Document
from desktop_slm.documents.passages import cut
from desktop_slm.documents.reading import read
from tests.fakes.reading import blocks

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
    ("pdf/deb-fhs-3.0.pdf", "fhs-3.0", 94.9, 95, 230),
    ("docx/gen-policy.docx", "policy", 99, 95, 330),
    ("docx/gen-live-manual.de.docx", "live-manual.de", 99, 95, 200),
    ("html/deb-developers-reference.html", "developers-reference", 99, 95, 275),
    ("html/deb-fhs-3.0.html", "fhs-3.0", 99, 95, 200),
]


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
    [("xlsx/mid-test.xls", "OldFormat"), ("odt/pandoc-table.odt", "WrongFormat")],
)
def test_other_formats_are_named(file: str, kind: str) -> None:
    from desktop_slm import errors

    with pytest.raises(getattr(errors, kind)):
        read(CORPUS / file)


def test_a_japanese_table_in_an_old_encoding_is_read() -> None:
    document = read(CORPUS / "text" / "mid-test_mskanji.csv")
    assert document.pages[0].text.startswith("名前,年齢,住所")
