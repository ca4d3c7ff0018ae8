"""What is pasted or dropped without a path: text, mails, files that a mail program holds."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm.documents.reading import Contents
from desktop_slm.ui import dropped_files
from desktop_slm.ui.summaries.work import Stage
from tests.ui.summary_bench import Bench, bench, document, templating
from tests.ui.test_summary_page import drop, show, wait_for

__all__ = ["bench", "templating"]
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'


def _descriptors(*names: str) -> bytes:
    """Returns what Windows programs hand over before the files of these names."""
    out = struct.pack("<I", len(names))
    for name in names:
        out += b"\0" * 72 + name.encode("utf-16-le").ljust(520, b"\0")
    return out


def _mail() -> QMimeData:
    data = QMimeData()
    data.setData("message/rfc822", b"From: a@b.org\nSubject: s\n\nwords\n")
    return data


def _promised(*names: str) -> QMimeData:
    data = QMimeData()
    data.setData(_WINDOWS.format("FileGroupDescriptorW"), _descriptors(*names))
    for number, name in enumerate(names):
        kind = _WINDOWS.format("FileContents") + f";index={number}"
        data.setData(kind, f"contents of {name}".encode())
    return data


def test_pasted_text_is_opened_as_a_document(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot)
    bench.shelf.found = {"Pasted text": document(2, "Pasted text")}
    QGuiApplication.clipboard().setText("Revenue rose by 12 percent.")
    bench.page.setFocus()
    QTest.keySequence(bench.page, "Ctrl+V")
    wait_for(bench, qtbot, Stage.DONE)
    (work,) = bench.page.queue.works
    assert work.name == "Pasted text"
    assert bench.shelf.given == [Contents("Pasted text", b"Revenue rose by 12 percent.")]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_pasting_nothing_opens_nothing(bench: Bench, qtbot: QtBot, text: str) -> None:
    show(bench, qtbot)
    QGuiApplication.clipboard().setText(text)
    bench.page.setFocus()
    QTest.keySequence(bench.page, "Ctrl+V")
    assert bench.page.queue.works == []


def test_a_dropped_mail_is_read_from_memory(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot)
    bench.shelf.found = {"Message.eml": document(2, "Message.eml")}
    drop(bench.page, _mail())
    wait_for(bench, qtbot, Stage.DONE)
    (given,) = bench.shelf.given
    assert isinstance(given, Contents)
    assert given.data.startswith(b"From: ")


def test_files_that_a_program_promises_come_under_their_names(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot)
    names = ("report.pdf", "notes.txt")
    bench.shelf.found = {name: document(2, name) for name in names}
    drop(bench.page, _promised(*names))
    wait_for(bench, qtbot, Stage.DONE, 1)
    assert bench.shelf.given == [Contents(name, f"contents of {name}".encode()) for name in names]


def test_names_of_promised_files_are_no_paths() -> None:
    found = dropped_files.contents_in(_promised("..\\..\\evil\\a.pdf", "/etc/passwd"))
    assert [each.name for each in found] == ["a.pdf", "passwd"]


@pytest.mark.parametrize("described", [b"", b"\1", b"\xff\xff\xff\xff", b"\2\0\0\0short"])
def test_broken_promises_bring_nothing(described: bytes) -> None:
    data = QMimeData()
    data.setData(_WINDOWS.format("FileGroupDescriptorW"), described)
    assert dropped_files.contents_in(data) == ()


def test_files_with_paths_go_before_everything_else(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot)
    data = _mail()
    data.setUrls([QUrl.fromLocalFile("/tmp/a.pdf")])
    data.setText("/tmp/a.pdf")
    bench.shelf.found = {"a.pdf": document(2, "a.pdf")}
    drop(bench.page, data)
    wait_for(bench, qtbot, Stage.DONE)
    assert bench.shelf.asked == ["a.pdf"]


def test_a_link_is_no_text() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x")])
    data.setText("https://example.org/x")
    assert dropped_files.text_in(data) == ""
    assert not dropped_files.has_contents(data)


def test_contents_are_not_shown_where_a_value_is_printed() -> None:
    assert "secret" not in repr(Contents.of_text("Pasted text", "secret"))
