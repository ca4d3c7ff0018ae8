"""What is found leads to its place: a page with its words, a question, a draft. Ctrl+K to more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.asking.question_records import QuestionRecords
from desktop_slm.assistants.evidence import Evidence, Support
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.summary import Coverage, Item, Summary
from desktop_slm.documents.document import Format
from desktop_slm.storage.finding.search_text import Query
from desktop_slm.storage.questions import Questions
from desktop_slm.storage.runs import RunState
from desktop_slm.storage.times import utc_now
from desktop_slm.ui.core import Data
from desktop_slm.ui.finding.palette import Palette
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.search_pane import SearchPane
from desktop_slm.ui.summaries.document.document_pane import DocumentPane
from desktop_slm.ui.summaries.document.search import PIECE_CHARACTERS, find_query
from desktop_slm.ui.theme import Theme
from tests.fakes.keyring import FakeKeyring
from tests.fakes.sets import document_named, long_document
from tests.ui.chat_window import installed
from tests.ui.test_finding import offered, palette, search, type_into
from tests.ui.test_main_window import Run

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_PAGES = 30


@pytest.fixture
def run(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Run]:
    made = Run(theme, tmp_path / "data", FakeKeyring("SecretService"), qtbot)
    made.begin().wait_until_open()
    yield made
    made.end()


def data(run: Run) -> Data:
    assert run.core.data is not None
    return run.core.data


def add_summary(run: Run, name: str = "lease.txt") -> int:
    """Stores the summary of a document whose page 20 speaks of a harbour and of pilots."""
    planted = {20: "The Harbour needs new pilots.", 25: "A pilot comes."}
    document = long_document(name, _PAGES, planted)
    record = data(run).records.begin(
        document, SummaryOptions(installed(run.core.outside.paths.models))
    )
    found = Evidence(1, 0, 5, document.pages[0].text[:5], 1.0)
    items = (Item("A sentence.", (found,), Support.FULL),)
    record.finish(Summary(items, Coverage(_PAGES, 10, 1, 1, _PAGES), False, 1.0))
    return record.summary_id


def pane(run: Run) -> SearchPane:
    return run.window.sidebar.search


def open_hit(run: Run, kind: str, typed: str) -> None:
    search(run, typed)
    hits = [pane(run).model.hit(pane(run).model.index(row, 0)) for row in range(20)]
    row = next(at for at, hit in enumerate(hits) if hit is not None and hit.kind.value == kind)
    pane(run).list.setCurrentIndex(pane(run).model.index(row, 0))
    QTest.keyClick(pane(run).list, Qt.Key.Key_Return)


def document_pane(run: Run) -> DocumentPane:
    return run.window.pages.summary.document


def test_a_hit_in_a_document_opens_its_page_with_the_words_marked(run: Run) -> None:
    add_summary(run)
    open_hit(run, "document", "pilot harbour")
    run.qtbot.waitUntil(lambda: document_pane(run).views.page == 20)
    shown = document_pane(run)
    run.qtbot.waitUntil(lambda: len(shown.search.matches) == 3 and not shown.search.is_searching)
    assert shown.search_bar.isVisible()
    assert shown.search_bar.field.text() == "pilot harbour"
    assert [(each.page, each.end - each.start) for each in shown.search.matches] == [
        (20, 7), (20, 5), (25, 5),
    ]  # fmt: skip
    assert shown.search_bar.count.text() == "1 of 3"
    run.qtbot.waitUntil(lambda: shown.isAncestorOf(run.window.focusWidget()))


def test_the_matches_of_a_hit_can_be_stepped_through_and_closed(run: Run) -> None:
    add_summary(run)
    open_hit(run, "document", "pilot")
    shown = document_pane(run)
    run.qtbot.waitUntil(lambda: len(shown.search.matches) == 2 and not shown.search.is_searching)
    assert shown.views.page == 25  # the last page comes first
    QTest.keyClick(run.window.pages.summary, Qt.Key.Key_F3)
    run.qtbot.waitUntil(lambda: shown.views.page == 20)
    QTest.keyClick(run.window.focusWidget(), Qt.Key.Key_Escape)
    assert not shown.search_bar.isVisible() and not shown.search.matches


def test_a_hit_in_the_shown_document_goes_to_its_page(run: Run) -> None:
    number = add_summary(run)
    run.window.pages.summary.open_summary(number)
    run.qtbot.waitUntil(lambda: document_pane(run).views.page == 1)
    open_hit(run, "document", "pilots")
    run.qtbot.waitUntil(lambda: document_pane(run).views.page == 20)


def test_a_question_is_opened_from_its_hit(run: Run) -> None:
    number = add_summary(run)
    documents = QuestionRecords(data(run).database, utc_now).documents_of([number])
    questions = Questions(data(run).database, utc_now)
    asked = questions.begin("Which marble is it?", "m", {}, documents)
    questions.finish(asked.id, RunState.STOPPED, {})
    open_hit(run, "question", "marble")
    summary = run.window.pages.summary
    run.qtbot.waitUntil(lambda: summary.set_view is not None and bool(summary.set_view.cards))
    assert summary.set_view is not None
    assert [card.accessibleName() for card in summary.set_view.cards] == ["Which marble is it?"]
    assert run.window.pages.place is Place.SUMMARY


def test_a_draft_is_opened_from_its_hit(run: Run) -> None:
    chats = data(run).conversations
    chat_id = chats.create("Ulm").id
    chats.save_draft(chat_id, "what of the marble")
    open_hit(run, "draft", "marble")
    run.qtbot.waitUntil(lambda: run.window.pages.chat.draft_text == "what of the marble")


def test_the_draft_of_a_new_chat_is_opened_in_its_folder(run: Run) -> None:
    folder = data(run).folders.create("Matter")
    data(run).folders.save_draft(folder.id, "what of the marble")
    open_hit(run, "draft", "marble")
    run.qtbot.waitUntil(lambda: run.window.pages.chat.draft_text == "what of the marble")


# Ctrl+K


def add_folder(run: Run) -> int:
    folder = data(run).folders.create("Harbour matter")
    data(run).folders.fold(folder.id, folded=True)
    run.window.sidebar.refresh()
    run.window.sidebar.folders.acts.read()
    run.qtbot.waitUntil(lambda: bool(run.window.sidebar.folders.all()))
    return folder.id


def test_the_palette_finds_a_folder_and_shows_it_unfolded(run: Run) -> None:
    add_folder(run)
    dialog = palette(run)
    assert "Harbour matter" not in offered(dialog)
    field = type_into(dialog, "harbour")
    assert offered(dialog)[:2] == ["Folders", "Harbour matter"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    [folder] = run.window.sidebar.folders.all()
    assert not folder.is_folded
    assert run.window.sidebar.list.currentIndex().data() == "Harbour matter"


def test_the_palette_finds_an_assistant_and_begins_a_chat_with_it(run: Run) -> None:
    run.qtbot.waitUntil(lambda: bool(run.window.pages.chat.library.assistants))
    dialog = palette(run)
    field = type_into(dialog, "contract r")
    assert "Contract reader" in offered(dialog)
    QTest.keyClick(field, Qt.Key.Key_Return)
    run.qtbot.waitUntil(lambda: run.window.pages.chat._chat.assistant.key == "contract")
    assert run.window.pages.place is Place.CHAT


def test_the_palette_finds_a_prompt_and_puts_it_into_the_box(run: Run) -> None:
    run.qtbot.waitUntil(lambda: bool(run.window.pages.chat.library.prompts))
    prompt = run.window.pages.chat.library.prompts[0]
    dialog: Palette = palette(run)
    field = type_into(dialog, f"/{prompt.name}")
    assert f"/{prompt.name}" in offered(dialog)
    QTest.keyClick(field, Qt.Key.Key_Return)
    run.qtbot.waitUntil(lambda: bool(run.window.pages.chat.draft_text))


# What of the document fits


def test_words_are_found_by_the_rules_of_the_search_over_everything() -> None:
    text = "Ein ÜBERRASCHENDER Satz" + " x" * PIECE_CHARACTERS + " überraschend, surprise"
    document = document_named("a.txt", [text], kind=Format.TEXT)
    found = [place for each in find_query(document.pages, Query("uberrasch")) for place in each]
    assert [text[place.start : place.end].lower() for place in found] == ["überrasch"] * 2
    assert not [place for each in find_query(document.pages, Query("raschend")) for place in each]
