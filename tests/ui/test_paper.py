"""An export on paper: what is on the pages, and that a changed PDF is found out."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.exports import embedded, pdf_seal, plain_text, seal
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.written import Written
from desktop_slm.assistants.verification import pdf_words
from desktop_slm.assistants.verification.check import check
from desktop_slm.documents.document import Document
from desktop_slm.ui.paper import chat_paper
from desktop_slm.ui.summaries.exporting import paper
from tests.fakes import cited_chats as chats
from tests.fakes import exported as fakes
from tests.fakes.reading import read_here


def _pages(folder: Path, content: bytes) -> list[str]:
    return [page.text for page in read_here(folder, content, "export.pdf").pages]


def test_a_pdf_says_title_sentences_sources_and_receipt(qtbot: QtBot, tmp_path: Path) -> None:
    summary, _document = fakes.sample(30)
    content = paper.pdf(summary)
    pages = _pages(tmp_path, content)
    text = " ".join(" ".join(pages).split())
    assert len(pages) > 2
    assert "Practice model: do not rely on this" in text
    for words in ("Sentence about the month of 951 euro", "lease.pdf, page 4: “", "41,000 read"):
        assert words in text
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))
    made = pypdfium2.PdfDocument(content)
    assert made.get_metadata_dict()["Title"] == "The lease in short"
    assert made.count_attachments() == 1


@pytest.mark.parametrize("count", [1, 30])
def test_nothing_is_named_in_a_pdf_whose_words_are_all_there(
    qtbot: QtBot, tmp_path: Path, count: int
) -> None:
    summary, _document = fakes.sample(count)
    pages = _pages(tmp_path, paper.pdf(summary))
    assert pdf_words.changed(_words(summary), pages) == []


def _words(summary: ExportedSummary) -> list[Written]:
    return list(plain_text.words(summary, seal.sealed(summary)))


def test_a_pdf_fits_its_document(qtbot: QtBot) -> None:
    for summary, document in (fakes.sample(), fakes.hostile(), fakes.running_text()):
        content = paper.pdf(summary)
        assert check(content, [document]).findings == ()
        assert seal.opened(embedded.find(content).data) == summary


def test_a_changed_word_in_a_pdf_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    summary, document = fakes.sample()
    content = paper.pdf(summary)
    pages = [page.replace("951 euro", "952 euro") for page in _pages(tmp_path, content)]
    changed = content[:-70] + b"0" + content[-69:]
    assert not pdf_seal.is_unchanged(changed)
    assert _found(changed, document, pages) == ["file changed", "sentence changed"]


def test_no_changed_byte_of_a_pdf_goes_unseen(qtbot: QtBot) -> None:
    summary, document = fakes.sample(1)
    content = paper.pdf(summary)
    for at in range(0, len(content), 97):
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        with contextlib.suppress(embedded.NoData):  # said as an error
            assert "file changed" in _found(changed, document, []), at


def _found(content: bytes, document: Document, pages: list[str]) -> list[str]:
    return [finding.kind.value for finding in check(content, [document], pages).findings]


def test_a_chat_on_paper_names_its_sources(qtbot: QtBot, tmp_path: Path) -> None:
    text = " ".join(" ".join(_pages(tmp_path, chat_paper.pdf(chats.lease_chat()))).split())
    for words in (
        "lease <1>.pdf, page 3: “The rent amounts to 900 euros.”",
        "Pets are welcome! (no passage found that supports this)",
        "1 of 3 sentences found in lease <1>.pdf.",
    ):
        assert words in text
    assert "From the model’s memory" in " ".join(
        _pages(tmp_path, chat_paper.pdf(chats.plain_chat()))
    )
