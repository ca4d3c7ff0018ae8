"""Two versions side by side: by keys and mouse from change to change, in both texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.comparison.comparison import Change, ChangeKind
from desktop_slm.assistants.comparison.written import ReportFormat
from desktop_slm.documents.document import Block, BlockKind, Document, Format, Page
from desktop_slm.errors import DamagedFile
from desktop_slm.ui.summaries.comparison.comparison_view import ComparisonView
from desktop_slm.ui.summaries.comparison.version_text import VersionText
from tests.ui.summary_bench import Bench, bench, templating

__all__ = ["bench", "templating"]

_FILLER = "The house number {0} in the long street was painted in another colour last year."


def _document(name: str, *paragraphs: str, pages: int = 0) -> Document:
    """Returns a document whose first page has these paragraphs; `pages` of filler come after."""
    text = "\n\n".join(paragraphs)
    texts = [text, *(_FILLER.format(number) + "\n\n" + "x " * 450 + "." for number in range(pages))]
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, 1, at, at + len(paragraph)))
        at += len(paragraph) + 2
    made = tuple(Page(number, str(number), each) for number, each in enumerate(texts, start=1))
    digits = f"{sum(map(ord, name)):064x}"
    return Document(name, Format.PDF, digits, language="en", pages=made, blocks=tuple(blocks))


BEFORE = _document(
    "lease-1.pdf",
    "🏠 The tenant shall pay a rent of 900 euro a month.",
    "The flat is big and bright, and lies in Berlin.",
    "Dogs must not be kept in the flat.",
    "This sentence is going to be taken out of the lease.",
)
AFTER = _document(
    "lease-2.pdf",
    "🏠 The tenant shall pay a rent of 950 euro a month.",
    "The flat is large and bright, and lies in Berlin.",
    "Dogs may be kept in the flat.",
)


@pytest.fixture
def view(bench: Bench, qtbot: QtBot) -> ComparisonView:
    bench.shelf.found = {each.name: each for each in (BEFORE, AFTER)}
    bench.page.resize(1300, 760)
    bench.page.show()
    bench.page.start.compare.click()
    found = bench.page.findChild(ComparisonView)
    assert found is not None
    return found


def _compare(view: ComparisonView, qtbot: QtBot, *documents: Document) -> None:
    first, second = documents or (BEFORE, AFTER)
    with qtbot.waitSignal(view.compared, timeout=30_000):
        view.take(first, is_after=False)
        view.take(second, is_after=True)


def _kinds(view: ComparisonView) -> list[ChangeKind]:
    return [change.kind for change in view.panes.changes.list.changes.shown]


def _current(view: ComparisonView) -> Change:
    return view.panes.changes.list.changes.change(view.panes.changes.list.row)


def _looks(text: VersionText, words: str) -> tuple[bool, bool]:
    """Returns whether words are struck through, and whether they are underlined."""
    cursor = text.document().find(words)
    assert not cursor.isNull(), words
    look = cursor.charFormat()
    return look.fontStrikeOut(), look.fontUnderline()


def test_both_files_are_asked_for_read_and_compared(
    view: ComparisonView, bench: Bench, qtbot: QtBot
) -> None:
    bench.dialogs.files = [Path("lease-1.pdf"), Path("lease-2.pdf")]
    QTest.mouseClick(view.choose_before, Qt.MouseButton.LeftButton)
    assert view.choose_before.accessibleName() == "lease-1.pdf"
    with qtbot.waitSignal(view.compared, timeout=30_000):
        QTest.mouseClick(view.choose_after, Qt.MouseButton.LeftButton)
    assert bench.shelf.asked == ["lease-1.pdf", "lease-2.pdf"]
    assert view.header.counted() == "1 removed, 3 changed"
    assert (
        view.panes.texts[0]
        .toPlainText()
        .startswith("Page 1\n🏠 The tenant shall pay a rent of 900")
    )


def test_words_that_differ_are_struck_through_or_underlined(
    view: ComparisonView, qtbot: QtBot
) -> None:
    _compare(view, qtbot)
    assert _looks(view.panes.texts[0], "900") == (True, False)
    assert _looks(view.panes.texts[1], "950") == (False, True)
    assert _looks(view.panes.texts[0], "euro") == (False, False)
    assert _looks(view.panes.texts[0], "taken out") == (True, False)


def test_n_and_p_lead_to_both_places(view: ComparisonView, qtbot: QtBot) -> None:
    _compare(view, qtbot)
    assert view.panes.texts[0].marked_words() == [
        "🏠 The tenant shall pay a rent of 900 euro a month."
    ]
    QTest.keyClick(view.panes.changes.list, Qt.Key.Key_N)
    assert view.panes.texts[0].marked_words() == ["Dogs must not be kept in the flat."]
    assert view.panes.texts[1].marked_words() == ["Dogs may be kept in the flat."]
    QTest.keyClick(view.panes.texts[1], Qt.Key.Key_P)
    assert view.panes.texts[1].marked_words() == [
        "🏠 The tenant shall pay a rent of 950 euro a month."
    ]
    QTest.keyClick(view.panes.texts[1], Qt.Key.Key_P)
    assert view.panes.changes.list.row == 0


def test_a_click_in_the_list_leads_there(view: ComparisonView, qtbot: QtBot) -> None:
    _compare(view, qtbot)
    rows = view.panes.changes.list
    place = rows.visualRect(rows.changes.index(1)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.panes.texts[0].marked_words() == ["Dogs must not be kept in the flat."]


def test_a_click_on_marked_words_chooses_their_change(view: ComparisonView, qtbot: QtBot) -> None:
    _compare(view, qtbot)
    text = view.panes.texts[1]
    cursor = QTextCursor(text.document().find("may"))
    place = text.cursorRect(cursor).center() - QPoint(4, 0)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _current(view).after[0].quote == "Dogs may be kept in the flat."


def test_what_matters_comes_first_and_the_rest_is_one_click_away(
    view: ComparisonView, qtbot: QtBot
) -> None:
    _compare(view, qtbot)
    assert [change.matters for change in view.panes.changes.list.changes.shown] == [True, True]
    view.panes.changes.weight.choose("all")
    assert len(view.panes.changes.list.changes.shown) == 4
    view.panes.changes.kind.choose("removed")
    assert _kinds(view) == [ChangeKind.REMOVED]
    view.panes.changes.kind.choose("added")
    assert _kinds(view) == []
    assert view.panes.changes.list.isHidden()


def test_what_is_missing_leads_to_where_it_would_stand(view: ComparisonView, qtbot: QtBot) -> None:
    _compare(view, qtbot)
    view.panes.changes.weight.choose("all")
    view.panes.changes.kind.choose("removed")
    assert view.panes.texts[0].marked_words() == [
        "This sentence is going to be taken out of the lease."
    ]
    assert view.panes.texts[1].marked_words() == []


def test_a_place_far_away_is_opened(view: ComparisonView, qtbot: QtBot) -> None:
    before = _document("long-1.pdf", "The rent is 900 euro.", pages=60)
    last = before.pages[-1]
    changed = Page(last.number, last.label, last.text.replace("number 59", "number 77"))
    pages = (*before.pages[:-1], changed)
    after = Document("long-2.pdf", Format.PDF, "2" * 64, language="en", pages=pages)
    _compare(view, qtbot, before, after)
    assert _current(view).after[0].page == 61
    assert view.panes.texts[1].marked_words() == [_FILLER.format(77)]
    assert "Page 61" in view.panes.texts[1].toPlainText()
    assert "Page 1\n" not in view.panes.texts[1].toPlainText()


def test_scrolling_to_an_end_shows_more(view: ComparisonView, qtbot: QtBot) -> None:
    before = _document("long-1.pdf", "The rent is 900 euro.", pages=60)
    after = _document("long-2.pdf", "The rent is 950 euro.", pages=60)
    _compare(view, qtbot, before, after)
    text = view.panes.texts[0]
    assert "Page 40" not in text.toPlainText()

    def at_the_end() -> bool:
        text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
        return "Page 61" in text.toPlainText()

    qtbot.waitUntil(at_the_end, timeout=10_000)


def test_keys_go_from_pane_to_pane_and_back(view: ComparisonView, qtbot: QtBot) -> None:
    _compare(view, qtbot)
    view.activateWindow()
    qtbot.waitUntil(view.panes.changes.list.hasFocus)
    QTest.keyClick(view.panes.changes.list, Qt.Key.Key_F6)
    assert view.panes.texts[0].hasFocus()
    QTest.keyClick(view.panes.texts[0], Qt.Key.Key_F6)
    assert view.panes.texts[1].hasFocus()
    QTest.keyClick(view.panes.texts[1], Qt.Key.Key_Escape)
    assert view.panes.changes.list.hasFocus()
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(view.panes.changes.list, Qt.Key.Key_Escape)


def test_exchange_tells_it_from_the_other_version(view: ComparisonView, qtbot: QtBot) -> None:
    _compare(view, qtbot)
    with qtbot.waitSignal(view.compared, timeout=30_000):
        QTest.mouseClick(view.header.exchange, Qt.MouseButton.LeftButton)
    assert view.header.counted() == "1 added, 3 changed"
    assert "950" in view.panes.texts[0].toPlainText()


def test_two_dropped_files_are_both_versions(
    view: ComparisonView, bench: Bench, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/nowhere/lease-1.pdf"), QUrl("file:///nowhere/lease-2.pdf")])
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(view.compared, timeout=30_000):
        view.dropEvent(drop)
    assert view.header.counted() == "1 removed, 3 changed"
    assert bench.page.queue.works == []


def test_a_file_that_cannot_be_read_is_said_and_can_be_chosen_again(
    view: ComparisonView, bench: Bench, qtbot: QtBot
) -> None:
    bench.shelf.found = {**bench.shelf.found, "bad.pdf": DamagedFile(name="bad.pdf")}
    with qtbot.waitSignal(view.compared, timeout=30_000):
        view.take(BEFORE, is_after=False)
        view.take(Path("bad.pdf"), is_after=True)
    assert view.banner.isVisible()
    with qtbot.waitSignal(view.compared, timeout=30_000):
        view.take(Path("lease-2.pdf"), is_after=True)
    assert view.result is not None
    assert not view.banner.isVisible()


def test_stop_ends_the_reading(view: ComparisonView, bench: Bench, qtbot: QtBot) -> None:
    bench.shelf.gate.clear()
    view.take(Path("lease-1.pdf"), is_after=False)
    view.take(Path("lease-2.pdf"), is_after=True)
    qtbot.waitUntil(lambda: bench.shelf.asked == ["lease-1.pdf"])
    with qtbot.waitSignal(view.compared, timeout=30_000):
        QTest.mouseClick(view.header.stop, Qt.MouseButton.LeftButton)
        bench.shelf.gate.set()
    assert view.result is None
    assert view.choose_before.isVisible()


def test_equal_versions_are_said_to_be_so(view: ComparisonView, qtbot: QtBot) -> None:
    _compare(view, qtbot, BEFORE, BEFORE)
    assert "No differences were found" in view.header.counted()
    assert view.panes.changes.list.isHidden()


def test_the_list_is_copied_and_the_whole_is_exported(
    view: ComparisonView, bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    _compare(view, qtbot)
    QTest.mouseClick(view.header.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "[-900-]" in copied
    assert "[-big-]" not in copied  # what is not shown is not copied
    bench.dialogs.target = tmp_path / "changes.html"
    view.header.export_requested.emit(ReportFormat.HTML)
    qtbot.waitUntil(bench.dialogs.target.exists)
    text = bench.dialogs.target.read_text(encoding="utf-8")
    assert "<del>900</del>" in text
    assert "<del>big</del>" in text


def test_what_is_narrow_shows_one_pane_at_a_time(
    view: ComparisonView, bench: Bench, qtbot: QtBot
) -> None:
    _compare(view, qtbot)
    assert not view.panes.tabs.isVisible()
    bench.page.resize(640, 420)
    qtbot.waitUntil(view.panes.tabs.isVisible)
    assert view.panes.changes.isVisible()
    assert not view.panes.texts[0].isVisible()
    QTest.keyClick(view.panes.changes.list, Qt.Key.Key_Return)
    assert view.panes.texts[0].isVisible()
    assert not view.panes.changes.isVisible()


def test_the_page_s_document_is_the_earlier_version_and_back_leads_to_it(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.page.resize(1300, 760)
    bench.page.show()
    bench.drop(BEFORE)
    qtbot.waitUntil(lambda: bool(bench.page.summary.sentences.rows()), timeout=20_000)
    bench.shelf.found = {**bench.shelf.found, AFTER.name: AFTER}
    bench.page.header.compare_requested.emit()
    view = bench.page.findChild(ComparisonView)
    assert view is not None
    with qtbot.waitSignal(view.compared, timeout=30_000):
        view.take(Path(AFTER.name), is_after=True)
    assert view.result is not None
    assert view.result.before is not None
    assert bench.shelf.asked.count(BEFORE.name) == 1
    QTest.mouseClick(view.header.back, Qt.MouseButton.LeftButton)
    assert bench.page.header.isVisible()
    qtbot.waitUntil(lambda: bench.page.findChild(ComparisonView) is None)


def test_hostile_text_stays_text(view: ComparisonView, qtbot: QtBot) -> None:
    bad = "<img src='x'> <b>fat</b> \u202eevil\ufdd0 \u2028 end of the line it is."
    _compare(view, qtbot, _document("a<b>.pdf", bad), _document("b.pdf", bad.replace("x", "y")))
    shown = view.panes.texts[0].toPlainText()
    assert "<img src='x'> <b>fat</b>" in shown
    assert "\u202e" not in shown
    assert view.panes.texts[0].marked_words()[0].startswith("<img src='x'>")
