"""The scenes: each brings the window where a person would see one state of a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from desktop_slm import policy
from desktop_slm.errors import DiskFull
from desktop_slm.packager import Packager
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.keys import Keys, UnderPassphrase
from desktop_slm.ui.core import now
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.summaries.comparison.comparison_view import ComparisonView
from desktop_slm.ui.summaries.glance.omitted_part_view import OmittedPartView
from desktop_slm.ui.summaries.summary_tabs import Tab
from desktop_slm.ui.summaries.work import Stage as Step
from tests.screenshots import content, conversation, folders, trials
from tests.screenshots.stage import Stage

_SMALL = (911, 512)
_DETAILS = {
    "model_name": "Qwen3 4B Instruct",
    "stop_reason": "finished",
    "prompt_tokens": 212,
    "new_tokens": 118,
    "first_token_s": 0.6,
    "tokens_per_s": 21.4,
    "seconds": 6.1,
}


def _store_chats(stage: Stage) -> int:
    """Stores the chats of the list and returns the first of them."""
    ids = []
    database = stage.open_data().database
    for title, days in reversed(content.CHATS):
        chats = Conversations(database, partial(_days_ago, days))
        turn = chats.begin_chat(content.QUESTION)
        chats.finish_answer(
            turn.answer.id, MessageState.COMPLETE, text=content.ANSWER, details=_DETAILS
        )
        chats.rename(turn.answer.chat_id, title)
        ids.append(turn.answer.chat_id)
    stage.window.pages.history_changed.emit()
    return ids[-1]


def _days_ago(days: int) -> datetime:
    return now() - timedelta(days=days)


def _begin(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> int:
    stage.engine.script = content.answer
    stage.set_up(size, zoom_percent)
    return _store_chats(stage)


def _type(stage: Stage, text: str) -> None:
    stage.window.pages.focus_first()
    box = QApplication.focusWidget() or stage.window.focusWidget()
    assert box is not None
    QTest.keyClicks(box, text)


def _press(stage: Stage, key: Qt.Key) -> None:
    target = stage.window.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def _begin_with_assistants(
    stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100
) -> None:
    _begin(stage, size, zoom_percent)
    data = stage.open_data()
    data.shelf.add(content.TAX_LETTERS)
    data.prompts.keep(content.TAX_PROMPT)
    stage.window.pages.chat.refresh_assistants()
    stage.settle()


def assistant_chosen(
    stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100
) -> None:
    """An empty chat in which the contract reader answers."""
    _begin_with_assistants(stage, size, zoom_percent)
    stage.window.pages.chat.begin_with("contract")


def assistant_chosen_small(stage: Stage) -> None:
    """The same at the smallest size."""
    assistant_chosen(stage, _SMALL)


def assistant_answers(stage: Stage) -> None:
    """Its answer, with a thumb and the details."""
    assistant_chosen(stage)
    _type(stage, content.QUESTION)
    _press(stage, Qt.Key.Key_Return)
    stage.wait(lambda: bool(_buttons(stage, "Good answer")))
    for name in ("Good answer", "Details"):
        _buttons(stage, name)[-1].click()


def prompts_by_name(stage: Stage) -> None:
    """A slash in the box, and the prompts that it offers."""
    _begin_with_assistants(stage)
    _type(stage, "/")


def assistants(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """The page of all assistants."""
    _begin_with_assistants(stage, size, zoom_percent)
    stage.window.pages.show_place(Place.ASSISTANTS)
    stage.wait(lambda: bool(stage.window.pages.assistants.list.rows))


def assistants_zoomed(stage: Stage) -> None:
    """The same at 200 % in the smallest window."""
    assistants(stage, _SMALL, 200)


def assistant_form(
    stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100
) -> None:
    """One of the person's own in its form."""
    assistants(stage, size, zoom_percent)
    menu = stage.window.pages.assistants.list.rows[0].menu()
    menu.actions()[0].trigger()


def assistant_form_zoomed(stage: Stage) -> None:
    """The same at 200 % in the smallest window."""
    assistant_form(stage, _SMALL, 200)


def assistant_from_file(stage: Stage) -> None:
    """Everything in a stranger's file, before it is taken."""
    assistants(stage)
    stage.window.pages.assistants.work.file_read.emit(content.TAX_LETTERS)


def _buttons(stage: Stage, name: str) -> list[QAbstractButton]:
    found = stage.window.findChildren(QAbstractButton)
    return [each for each in found if each.accessibleName() == name and each.isVisible()]


def chat(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """A chat whose second answer is being written."""
    chat_id = _begin(stage, size, zoom_percent)
    stage.window.pages.open_entry(EntryKey(Kind.CHAT, chat_id))
    stage.settle(0.3)
    gate = stage.hold_answers()
    _type(stage, content.SECOND_QUESTION)
    _press(stage, Qt.Key.Key_Return)
    stage.wait(lambda: bool(stage.engine.requests))
    gate.set()
    stage.settle(0.5)


def chat_text(stage: Stage, size: tuple[int, int] = (1280, 1000), zoom_percent: int = 100) -> None:
    """An answer with formulas, a table, tasks, a footnote and code."""
    _begin(stage, size, zoom_percent)
    chats = stage.open_data().conversations
    turn = chats.begin_chat(content.TEXT_QUESTION)
    chats.finish_answer(
        turn.answer.id, MessageState.COMPLETE, text=content.TEXT_ANSWER, details=_DETAILS
    )
    stage.window.pages.open_entry(EntryKey(Kind.CHAT, turn.answer.chat_id))
    stage.settle(3.0)


def chat_text_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    chat_text(stage, (1280, 1000), 200)


def chat_small(stage: Stage) -> None:
    """The same in the smallest window."""
    chat(stage, _SMALL)


def chat_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    chat(stage, (1280, 800), 200)


def chat_empty(stage: Stage) -> None:
    """What a person sees first."""
    stage.set_up()
    stage.open_data()


def chat_no_model(stage: Stage) -> None:
    """Nothing to chat with."""
    stage.set_up(with_model=False, with_practice=False)
    stage.open_data()


def chat_practice(stage: Stage) -> None:
    """The practice model: every answer is headed so."""
    stage.engine.script = content.answer
    stage.set_up(with_model=False)
    stage.open_data()
    _type(stage, content.QUESTION)
    _press(stage, Qt.Key.Key_Return)
    stage.wait(lambda: bool(stage.engine.requests))


def chat_attachment(stage: Stage) -> None:
    """A document beside the next message, and one that cannot be read."""
    _begin(stage)
    stage.window.pages.attach([_write(stage, "annual-report.pdf", content.report())])
    stage.window.pages.attach([_write(stage, "broken.pdf", b"%PDF-1.7 nothing")])
    stage.settle(2.0)


def summary(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """A finished summary, with a sentence that nothing supports."""
    _begin(stage, size, zoom_percent)
    page = stage.window.pages.summary
    stage.window.pages.summarize([_write(stage, "annual-report.pdf", content.report())])
    stage.wait(lambda: [work.stage for work in page.queue.works] == [Step.DONE])
    stage.settle(0.3)
    page.focus_first()
    _press(stage, Qt.Key.Key_Return)


def summary_small(stage: Stage) -> None:
    """The same in the smallest window."""
    summary(stage, _SMALL)


def summary_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    summary(stage, (1280, 800), 200)


def summary_plan(
    stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100
) -> None:
    """What a summary will take, before it is started."""
    _begin(stage, size, zoom_percent)
    page = stage.window.pages.summary
    stage.core.change_settings(summary_asks_first=True)
    stage.window.pages.summarize([_write(stage, "annual-report.pdf", content.report())])
    stage.wait(lambda: [work.stage for work in page.queue.works] == [Step.PLANNED])
    page.summary.controls.options.more.click()


def summary_plan_small(stage: Stage) -> None:
    """The same in the smallest window."""
    summary_plan(stage, _SMALL)


def summary_plan_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    summary_plan(stage, (1280, 800), 200)


def summary_person(
    stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100
) -> None:
    """A person's work: sentences ticked, one in other words, one being written."""
    summary(stage, size, zoom_percent)
    page = stage.window.pages.summary
    page.tabs.setCurrentIndex(Tab.SUMMARY)
    rows = page.summary.sentences.rows()
    rows[1].setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_N, Qt.Key.Key_Space):
        _press(stage, key)
    page.editing.reword(0, "Revenue rose by 12 % to 4.1 billion, most of it from services.")
    stage.wait(lambda: page.queue.works[0].items[0].is_looked_for)
    rows[-1].setFocus()
    _press(stage, Qt.Key.Key_F2)


def summary_person_small(stage: Stage) -> None:
    """The same in the smallest window."""
    summary_person(stage, _SMALL)


def summary_person_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    summary_person(stage, (1280, 800), 200)


def summary_glance(
    stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100
) -> None:
    """The document's own words while the model still loads."""
    _begin(stage, size, zoom_percent)
    stage.hold_answers()
    stage.window.pages.summarize([_write(stage, "annual-report.pdf", content.report())])
    side = stage.window.pages.summary.side
    stage.wait(lambda: side.tab is Tab.GLANCE and bool(side.glance.column.rows()))
    stage.wait(lambda: not side.glance.column.is_building())


def summary_glance_small(stage: Stage) -> None:
    """The same in the smallest window."""
    summary_glance(stage, _SMALL)


def summary_glance_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    summary_glance(stage, (1280, 800), 200)


def summary_omissions(
    stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100
) -> None:
    """What is not in the summary, and the strip beside the document."""
    summary(stage, size, zoom_percent)
    page = stage.window.pages.summary
    page.side.choose(Tab.OMISSIONS)
    page.tabs.setCurrentIndex(Tab.OMISSIONS)
    stage.wait(lambda: bool(page.side.omissions.column.rows()))
    for view in page.side.omissions.findChildren(OmittedPartView)[:1]:
        view.more.click()


def summary_omissions_small(stage: Stage) -> None:
    """The same in the smallest window."""
    summary_omissions(stage, _SMALL)


def summary_omissions_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    summary_omissions(stage, (1280, 800), 200)


def summary_running(stage: Stage) -> None:
    """Some documents in the queue; the first is being read by the model."""
    _begin(stage)
    stage.hold_answers()
    files = [
        _write(stage, "annual-report.pdf", content.report()),
        _write(stage, "minutes-2026-11.docx", content.minutes()),
        _write(stage, "broken.pdf", b"%PDF-1.7 nothing"),
    ]
    stage.window.pages.summarize(files)
    page = stage.window.pages.summary
    stage.wait(lambda: page.queue.works[0].stage is Step.NOTING)


def summary_failed(stage: Stage) -> None:
    """A document that cannot be read."""
    _begin(stage)
    stage.window.pages.summarize([_write(stage, "broken.pdf", b"%PDF-1.7 nothing")])
    page = stage.window.pages.summary
    stage.wait(lambda: page.queue.works[0].stage is Step.FAILED)


def summary_empty(stage: Stage) -> None:
    """Where one drops a document."""
    _begin(stage)
    stage.window.pages.begin(Place.SUMMARY)


def summary_options(
    stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100
) -> None:
    """The same with all that can be chosen before."""
    _begin(stage, size, zoom_percent)
    stage.window.pages.begin(Place.SUMMARY)
    stage.window.pages.summary.start.options.more.click()


def summary_options_small(stage: Stage) -> None:
    """The same in the smallest window."""
    summary_options(stage, _SMALL)


def models(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """The models on this computer."""
    _begin(stage, size, zoom_percent)
    stage.window.pages.show_place(Place.MODELS)
    stage.settle(1.5)


def models_small(stage: Stage) -> None:
    """The same in the smallest window."""
    models(stage, _SMALL)


def models_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    models(stage, (1280, 800), 200)


def models_empty(stage: Stage) -> None:
    """No model at all."""
    stage.set_up(with_model=False, with_practice=False)
    stage.window.pages.show_place(Place.MODELS)


def trial(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """Two models that were tried on a document."""
    _begin(stage, size, zoom_percent)
    stage.window.pages.show_place(Place.MODELS)
    models_page = stage.window.pages.models
    models_page.try_models()
    models_page.trial.show_kept(trials.keep(stage.open_data().database))


def trial_small(stage: Stage) -> None:
    """The same in the smallest window."""
    trial(stage, _SMALL)


def trial_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    trial(stage, (1280, 800), 200)


def trial_setup(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """A document and models, chosen and not yet tried."""
    _begin(stage, size, zoom_percent)
    trials.keep(stage.open_data().database)
    stage.window.pages.show_place(Place.MODELS)
    models_page = stage.window.pages.models
    models_page.try_models()
    view = models_page.trial
    view.take(_write(stage, "annual-report.pdf", content.report()))
    stage.wait(lambda: view.setup.document is not None)
    stage.wait(lambda: not view.is_looking)
    for box in view.setup.ticks.boxes().values():
        box.setChecked(True)


def trial_setup_small(stage: Stage) -> None:
    """The same in the smallest window."""
    trial_setup(stage, _SMALL)


def settings(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """What can be set."""
    _begin(stage, size, zoom_percent)
    stage.window.pages.show_place(Place.SETTINGS)
    stage.settle(1.0)


def settings_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    settings(stage, (1280, 800), 200)


def opening_place(stage: Stage) -> None:
    """No keyring: where is the key to be kept?"""
    stage.keyring.names.clear()
    stage.set_up()
    stage.wait(lambda: stage.window.pages.is_asking)


def opening_locked(stage: Stage) -> None:
    """The data lies under a passphrase."""
    keys = Keys(stage.paths.database, stage.paths.key_record, stage.keyring)
    with keys.create(UnderPassphrase("five words that do not belong")) as key:
        Database.open(stage.paths.database, key).close()
    stage.set_up()
    stage.wait(lambda: stage.window.pages.is_asking)


def opening_failed(stage: Stage) -> None:
    """The key record is damaged."""
    stage.paths.key_record.write_text("no record")
    stage.paths.database.write_bytes(b"not empty")
    stage.set_up()
    stage.wait(lambda: stage.window.pages.is_asking)


def disk_full(stage: Stage) -> None:
    """Something could not be stored."""
    chat_id = _begin(stage)
    stage.window.pages.open_entry(EntryKey(Kind.CHAT, chat_id))
    stage.core.report(DiskFull(folder=str(stage.folder), details="SQLITE_FULL"))


def comparison(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """Two versions of a lease; the second of the changes that matter is chosen."""
    _begin(stage, size, zoom_percent)
    earlier, later = content.leases()
    stage.window.pages.show_place(Place.SUMMARY)
    page = stage.window.pages.summary
    page.start.compare.click()
    view = page.findChild(ComparisonView)
    assert view is not None
    view.take(_write(stage, "lease-2023.md", earlier), is_after=False)
    view.take(_write(stage, "lease-2024.md", later), is_after=True)
    stage.wait(lambda: view.result is not None)
    view.panes.changes.list.step(1)


def comparison_small(stage: Stage) -> None:
    """The same in the smallest window."""
    comparison(stage, _SMALL)


def comparison_zoomed(stage: Stage) -> None:
    """The texts at 200 %."""
    comparison(stage, (1280, 800), 200)
    view = stage.window.pages.summary.findChild(ComparisonView)
    assert view is not None
    view.panes.tabs.setCurrentIndex(1)


def _write(stage: Stage, name: str, data: bytes) -> Path:
    path = stage.folder / name
    path.write_bytes(data)
    return path


def search(stage: Stage) -> None:
    """Words that are found in titles, messages, summaries and documents."""
    chat_id = _begin(stage)
    stage.window.pages.open_entry(EntryKey(Kind.CHAT, chat_id))
    stage.settle(0.3)
    sidebar = stage.window.sidebar
    QTest.keyClicks(sidebar.search.field, "landlord con")
    stage.wait(lambda: sidebar.search.model.rowCount() > 0)
    QTest.keyClick(sidebar.search.field, Qt.Key.Key_Down)
    QTest.keyClick(sidebar.search.list, Qt.Key.Key_Return)
    stage.settle(0.5)


def find_in_chat(stage: Stage, size: tuple[int, int] = (1280, 800), zoom: int = 100) -> None:
    """A word in a chat, in prose and in code."""
    chat_id = _begin(stage, size, zoom)
    stage.window.pages.open_entry(EntryKey(Kind.CHAT, chat_id))
    stage.settle(0.3)
    stage.window.pages.chat.find_words()
    QTest.keyClicks(stage.window.focusWidget(), "sublet")
    stage.settle(0.4)
    _press(stage, Qt.Key.Key_Return)
    stage.settle(0.2)


def find_in_chat_small(stage: Stage) -> None:
    """The same in the smallest window, at 200 %."""
    find_in_chat(stage, _SMALL, 200)


def palette(stage: Stage) -> None:
    """Ctrl+K before anything is typed."""
    _begin(stage)
    stage.wait(lambda: bool(stage.window.sidebar.entries()))
    QTest.keyClick(stage.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    stage.settle(0.3)


def palette_typed(stage: Stage) -> None:
    """Ctrl+K with some letters of what is wanted."""
    palette(stage)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyClicks(dialog.focusWidget(), "le")
    stage.settle(0.5)


def kept(stage: Stage) -> None:
    """A pinned chat, and one that was put away."""
    chat_id = _begin(stage)
    stage.settle(0.2)
    sidebar = stage.window.sidebar
    sidebar.list.archive_requested.emit(EntryKey(Kind.CHAT, chat_id), True)
    sidebar.list.pin_requested.emit(EntryKey(Kind.CHAT, chat_id - 2), True)
    stage.settle(0.3)


def first_run(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """What a person sees first: a model is suggested."""
    stage.set_up(size, zoom_percent, with_model=False)
    stage.open_data()
    stage.window.pages.show_place(Place.FIRST_RUN)
    stage.wait(lambda: not stage.window.pages.first_run.model.get.isHidden())
    stage.settle(0.5)


def first_run_small(stage: Stage) -> None:
    """The same in the smallest window."""
    first_run(stage, _SMALL)


def first_run_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    first_run(stage, (1280, 800), 200)


def first_run_code(stage: Stage) -> None:
    """How it ends: a chat, and the recovery code."""
    first_run(stage)
    stage.window.pages.first_run.model.practice.click()
    stage.wait(lambda: QApplication.activeModalWidget() is not None)


def about(stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100) -> None:
    """The end of Settings: a version that has grown old, and the way to ask for a newer one."""
    _begin(stage, size, zoom_percent)
    stage.window.pages.show_place(Place.SETTINGS)
    settings_page = stage.window.pages.settings
    line = settings_page.about.version
    built = (now() - timedelta(days=190)).date()
    stage.settle(1.0)  # what the package says has been read
    line.show_packager(Packager(built, "https://example.org/desktop-slm/newest.json"))
    stage.settle(0.2)
    [area] = settings_page.findChildren(QScrollArea)
    area.ensureWidgetVisible(line, 0, settings_page.height() // 2)


def about_small(stage: Stage) -> None:
    """The same in the smallest window."""
    about(stage, _SMALL)


def about_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    about(stage, (1280, 800), 200)


def organisation(
    stage: Stage, size: tuple[int, int] = (1280, 800), zoom_percent: int = 100
) -> None:
    """Settings where an organisation has set everything that it can."""
    with patch.object(policy, "current", lambda: content.POLICY):
        settings(stage, size, zoom_percent)


def organisation_small(stage: Stage) -> None:
    """The same in the smallest window."""
    organisation(stage, _SMALL)


def organisation_zoomed(stage: Stage) -> None:
    """The same at 200 %."""
    organisation(stage, (1280, 800), 200)


SCENES: Mapping[str, Callable[[Stage], None]] = {
    scene.__name__.replace("_", "-"): scene
    for scene in (
        *(
            chat_text,
            chat_text_zoomed,
            chat,
            chat_small,
            chat_zoomed,
            chat_empty,
            chat_no_model,
            chat_practice,
        ),
        *(assistant_chosen, assistant_chosen_small, assistant_answers, prompts_by_name),
        *(assistants, assistants_zoomed, assistant_form, assistant_form_zoomed),
        assistant_from_file,
        *(about, about_small, about_zoomed),
        *(organisation, organisation_small, organisation_zoomed),
        *(first_run, first_run_small, first_run_zoomed, first_run_code),
        *(search, find_in_chat, find_in_chat_small, palette, palette_typed, kept),
        *folders.ALL,
        *conversation.ALL,
        *(chat_attachment, summary, summary_small, summary_zoomed, summary_running),
        *(summary_glance, summary_glance_small, summary_glance_zoomed),
        *(summary_omissions, summary_omissions_small, summary_omissions_zoomed),
        *(summary_plan, summary_plan_small, summary_plan_zoomed),
        *(summary_person, summary_person_small, summary_person_zoomed),
        *(summary_options, summary_options_small),
        *(comparison, comparison_small, comparison_zoomed),
        *(summary_failed, summary_empty, models, models_small, models_zoomed, models_empty),
        *(trial, trial_small, trial_zoomed, trial_setup, trial_setup_small),
        *(settings, settings_zoomed, opening_place, opening_locked, opening_failed, disk_full),
    )
}
