"""The Summarize page from end to end: three files, a stop, a restart, edits, export, comparison.

The real reader, engine, analysis, database and practice model; mouse and keys alone move it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.exports import embedded, seal
from desktop_slm.assistants.verification.check import check
from desktop_slm.ui.summaries.comparison.comparison_view import ComparisonView
from desktop_slm.ui.summaries.page import SummaryPage
from desktop_slm.ui.summaries.sentences.sentence_row import SentenceRow
from desktop_slm.ui.summaries.work import Stage
from desktop_slm.ui.widgets.menu import Menu
from tests.fakes.documents import Pdf, paragraph
from tests.fakes.keyring import FileKeyring
from tests.ui.summary_bench import Dialogs
from tests.whole.run import Run

pytestmark = [
    pytest.mark.model,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.filterwarnings("ignore:.*QDrag(Enter|Move)Event.*:DeprecationWarning"),
]
_PATIENCE_MS = 180_000
_LINES = 12  # a page of the long one
Start = Callable[[], Run]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path, starter: Path) -> Iterator[Start]:
    runs: list[Run] = []
    font = qapp.font()

    def start() -> Run:
        while runs:
            runs.pop().end()
        keyring = FileKeyring(tmp_path / "keyring.json")
        run = Run(
            qapp,
            tmp_path / "data",
            keyring,
            lambda condition: qtbot.waitUntil(condition, timeout=_PATIENCE_MS),
        )
        runs.append(run)
        return run

    yield start
    while runs:
        runs.pop().end()
    qapp.setFont(font)


def _line(number: int) -> str:
    """Returns a sentence that the practice model repeats as it is."""
    return f"Item {number} was counted in store {number + 3} on day {2 * number}."


def _write(folder: Path, name: str, pages: int, later: str = "") -> Path:
    """Writes a document; `later` stands on its sixth page in the place of the day there."""
    pdf = Pdf()
    for number in range(1, pages + 1):
        line = _line(number)
        if later and number == 6:
            line = line.replace("day 12", later)
        pdf.page(paragraph([line] * (2 if pages < 5 else _LINES)))
    path = folder / name
    path.write_bytes(pdf.bytes())
    return path


def _rows(page: SummaryPage) -> list[SentenceRow]:
    return page.summary.sentences.rows()


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _click_in_menu(page: SummaryPage, words: str) -> None:
    menu = next(each for each in page.header.findChildren(Menu) if each.isVisible())
    action = next(each for each in menu.actions() if each.text() == words)
    place = menu.actionGeometry(action).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)


def test_three_files_a_stop_a_restart_a_person_s_work_and_an_export(
    start: Start, tmp_path: Path
) -> None:
    run = start()
    names = {"short.pdf": 3, "other.pdf": 1, "long.pdf": 9}
    run.click("Summarize")
    run.click("More…")
    run.click("Same result every time (slower)")  # one passage at a time: there is time to stop
    files = [_write(tmp_path, *each) for each in names.items()]
    run.drop(*files, at=QPoint(640, 400))
    page = run.window.pages.summary

    # The queue says how things stand, one document after the other.
    run.wait(lambda: len(page.queue_panel.rows()) == 3)
    assert page.queue_panel.rows()[2].state.text() == "waiting"
    works = page.queue.works
    run.wait(lambda: [work.stage for work in works[:2]] == [Stage.DONE, Stage.DONE])
    run.wait(lambda: bool(works[2].items))
    _click(page.queue_panel.rows()[2].button)
    run.click("Stop")
    run.wait(lambda: works[2].stage is Stage.STOPPED)
    assert "Draft from the first" in run.words(page)

    # A chip leads to the words that its sentence rests on.
    _click(page.queue_panel.rows()[0].button)
    run.wait(lambda: any(row.text.chips() for row in _rows(page)))
    row = next(row for row in _rows(page) if row.text.chips())
    _click(row.text.chips()[0])
    evidence = row.item.evidence[0]
    run.wait(lambda: page.document.column.marked_text() == evidence.quote)
    assert evidence.quote == _line(evidence.page)
    assert page.document.column.page == evidence.page

    # After a restart the stopped one goes on where it was.
    read = works[2].coverage
    assert read is not None and 0 < read.passages_read < read.passages_total
    again = start()
    again.open_listed("long.pdf")
    page = again.window.pages.summary
    again.wait(lambda: bool(_rows(page)))
    again.click("Go on")
    again.wait(lambda: [work.stage for work in page.queue.works] == [Stage.DONE])
    assert "Model read all of 9 pages" in again.words(page)
    assert len(page.queue.works[0].versions) == 1

    # A person puts a sentence in other words and ticks it.
    again.wait(lambda: bool(_rows(page)))
    page.focus_first()
    again.press(Qt.Key.Key_F2)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    mine = _line(5)
    again.type(mine)
    again.press(Qt.Key.Key_Return)
    again.press(Qt.Key.Key_Space)
    first = _rows(page)[0]
    again.wait(lambda: bool(_rows(page)[0].text.chips()))
    assert first.text.chips()[0].text() == "p. 5"
    count = len(page.queue.works[0].items)
    noun = "sentence" if count == 1 else "sentences"
    assert f"1 of {count} {noun} checked by a person" in again.words(page)

    # What is exported says so, and fits the document.
    dialogs = Dialogs()
    dialogs.target = tmp_path / "out.md"
    page._export._dialogs = page._guests._dialogs = dialogs
    again.click("Export")
    _click_in_menu(page, "Markdown…")
    again.wait(dialogs.target.exists)
    content = dialogs.target.read_bytes()
    work = page.queue.works[0]
    assert work.opened is not None
    assert check(content, [work.opened.document]).findings == ()
    exported = seal.opened(embedded.find(content).data)
    assert (exported.items[0].text, exported.items[0].is_edited) == (mine, True)
    assert (exported.receipt.edited, exported.receipt.checked) == (1, 1)

    # Compared with a later version, what is other in it is marked in both.
    dialogs.files = [_write(tmp_path, "later.pdf", 9, later="day 99")]
    again.click("Export")
    _click_in_menu(page, "Compare with another version…")
    view = page.findChild(ComparisonView)
    assert view is not None
    _click(view.choose_after)
    again.wait(lambda: view.result is not None)
    changes = view.panes.changes.list
    again.wait(lambda: bool(changes.changes.shown))
    place = changes.visualRect(changes.changes.index(0)).center()
    QTest.mouseClick(changes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    before, after = (text.marked_words()[0] for text in view.panes.texts)
    assert "on day 12" in before
    assert "on day 99" in after
    again.click("Back")
    assert "checked by a person" in again.words(page)
