"""Recovery code, passphrase and backups, as a person meets them in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.errors import (
    DatabaseDamaged,
    DesktopSlmError,
    DiskFull,
    NoRoomForBackup,
    StillInBackup,
    WrongKey,
)
from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.erasure.forgetting import Forgotten
from desktop_slm.storage.keys import recovery_code
from desktop_slm.storage.keys.key_record import KeyPlace, load
from desktop_slm.storage.keys.keys import Keys
from desktop_slm.storage.keys.passphrase import Scrypt
from desktop_slm.ui.backup_work import BackupWork
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.data_opening import DataOpening
from desktop_slm.ui.ending import Ending, EndKind
from desktop_slm.ui.opening.page import OpeningPage
from desktop_slm.ui.opening.passphrase_dialog import PassphraseDialog, Wish
from desktop_slm.ui.opening.recovery_dialog import RecoveryDialog
from desktop_slm.ui.settings.backup_section import BackupSection
from desktop_slm.ui.settings.lock_section import LockSection
from desktop_slm.ui.sidebar.code_line import CodeLine
from desktop_slm.ui.sidebar.entry import Entry, EntryKey, Kind
from desktop_slm.ui.sidebar.history_model import HistoryModel
from desktop_slm.ui.sidebar.sidebar import Sidebar
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.choice_dialog import ChoiceDialog
from tests.fakes.keyring import FakeKeyring
from tests.fakes.window_core import make_core

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
WORDS = "correct horse battery stäple"
NEW = "another five words entirely here"


class Dialogs:
    """The system's file dialogs, answered by the test."""

    def __init__(self) -> None:
        self.answer = Path()
        self.names: list[str] = []

    def save(
        self, parent: QWidget, name: str, suffix: str, on_chosen: Callable[[Path], object]
    ) -> None:
        self.names.append(name)
        on_chosen(self.answer)

    def choose_one(
        self, parent: QWidget, title: str, pattern: str, on_chosen: Callable[[Path], object]
    ) -> None:
        on_chosen(self.answer)

    def __getattr__(self, name: str) -> object:
        raise AssertionError(name)


class Home:
    """A core whose data is open, over a window to put dialogs on."""

    def __init__(self, theme: Theme, folder: Path, qtbot: QtBot, keyring: FakeKeyring) -> None:
        self.qtbot = qtbot
        self.keyring = keyring
        self.core: Core = make_core(theme, folder)
        self.opening = DataOpening(self.core, keyring)
        paths = self.core.outside.paths
        # A seam of its own for the cost of scrypt: half a second each would be minutes here.
        self.core.keys = Keys(paths.database, paths.key_record, keyring, Scrypt(n=2))
        self.window = QWidget()
        self.window.resize(1000, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        self.reported: list[DesktopSlmError] = []
        self.endings: list[Ending] = []
        self.core.error_reported.connect(self.reported.append)
        self.core.end_requested.connect(self.endings.append)
        self.dialogs = Dialogs()
        self.page: OpeningPage | None = None
        self.again: list[Home] = []  # later starts on the same folder

    def start_again(self, theme: Theme) -> Home:
        """Ends this start and returns the next, whose data is not open yet."""
        self.end()
        folder = self.core.outside.paths.data
        self.again.append(Home(theme, folder, self.qtbot, self.keyring))
        return self.again[-1]

    def open(self) -> Home:
        self.opening.begin()
        self.qtbot.waitUntil(lambda: self.core.data is not None, timeout=10_000)
        return self

    def end(self) -> None:
        self.core.operations.shut_down()
        if self.core.data is not None:
            self.core.data.database.close()

    def place(self) -> KeyPlace:
        record = load(self.core.outside.paths.key_record)
        assert record is not None
        return record.place

    def keys(self) -> Keys:
        return self.core.keys


@pytest.fixture
def home(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Home]:
    made = Home(theme, tmp_path / "data", qtbot, FakeKeyring("SecretService")).open()
    yield made
    made.end()


def said(widget: QWidget) -> str:
    labels = [label for label in widget.findChildren(QLabel) if not label.isHidden()]
    return "\n".join(label.text() for label in labels)


def button(widget: QWidget, words: str) -> QAbstractButton:
    every = [b for b in widget.findChildren(QAbstractButton) if b.isVisible()]
    found = [b for b in every if b.accessibleName() == words]
    assert found, [b.accessibleName() for b in every]
    return found[0]


def click(widget: QWidget, words: str) -> None:
    QTest.mouseClick(button(widget, words), Qt.MouseButton.LeftButton)


def write(widget: QWidget, *texts: str) -> QLineEdit:
    fields = [field for field in widget.findChildren(QLineEdit) if field.isVisible()]
    for field, text in zip(fields, texts, strict=True):
        field.setText(text)
    return fields[-1]


# The recovery code


def show_code(home: Home, **how: bool) -> RecoveryDialog:
    dialog = RecoveryDialog(home.core, dialogs=home.dialogs, parent=home.window, **how)  # type: ignore[arg-type]
    dialog.open()
    return dialog


def code_of(dialog: RecoveryDialog) -> str:
    return recovery_code.normalized(dialog.code.text())


def test_a_code_is_in_force_once_the_person_has_it(home: Home) -> None:
    dialog = show_code(home)
    code = code_of(dialog)
    assert not button(dialog, "I have it").isEnabled()
    dialog.kept.setChecked(True)
    with home.qtbot.waitSignal(dialog.changed, timeout=10_000):
        click(dialog, "I have it")
    home.keys().unlock(code=code).wipe()


def test_later_changes_nothing(home: Home) -> None:
    before = home.core.outside.paths.key_record.read_bytes()
    click(show_code(home), "Later")
    assert home.core.outside.paths.key_record.read_bytes() == before


def test_a_saved_file_holds_the_code_for_this_account_alone(home: Home, tmp_path: Path) -> None:
    home.dialogs.answer = tmp_path / "code.txt"
    dialog = show_code(home)
    click(dialog, "Save as a file…")
    home.qtbot.waitUntil(dialog.kept.isChecked)
    text = (tmp_path / "code.txt").read_text()
    assert "".join(code_of(dialog).split("-")[:2]) in text.replace("-", "")
    assert "Move it away from this computer" in said(dialog)


def test_renewing_asks_for_the_passphrase(home: Home) -> None:
    with home.keys().unlock() as key:
        home.keys().protect(key, WORDS, at_start=False)
    dialog = show_code(home, renews=True, asks=True)
    dialog.kept.setChecked(True)
    click(dialog, "I have it")
    assert "Enter the passphrase" in said(dialog)
    write(dialog, "wrong")
    click(dialog, "I have it")
    home.qtbot.waitUntil(lambda: "does not open your data" in said(dialog), timeout=10_000)
    write(dialog, WORDS)
    with home.qtbot.waitSignal(dialog.changed, timeout=10_000):
        click(dialog, "I have it")


def test_the_line_in_the_sidebar_goes_once_there_is_a_code(home: Home) -> None:
    line = CodeLine(home.core, parent=home.window)
    home.core.keeping_changed.emit()
    home.qtbot.waitUntil(lambda: not line.isHidden())
    line.click()
    dialog = home.window.findChild(RecoveryDialog)
    assert isinstance(dialog, RecoveryDialog)
    dialog.kept.setChecked(True)
    click(dialog, "I have it")
    home.qtbot.waitUntil(line.isHidden, timeout=10_000)


def test_a_lost_keyring_is_told_and_the_code_opens_the_data(
    home: Home, theme: Theme, qtbot: QtBot
) -> None:
    code = recovery_code.draw()
    with home.keys().unlock() as key:
        home.keys().set_code(key, code)
    home.keyring.secrets.clear()
    again = home.start_again(theme)
    page = again.page = OpeningPage(again.core, again.opening)
    again.opening.failed.connect(page.show_failure)
    qtbot.addWidget(page)
    page.show()
    again.opening.begin()
    qtbot.waitUntil(lambda: "is not in the keyring" in said(page), timeout=10_000)
    click(page, "Open with your recovery code…")
    for typed, problem in ((code[:-1], "mistyped"), (recovery_code.draw(), "does not open")):
        write(page, typed)
        click(page, "Unlock")
        qtbot.waitUntil(lambda problem=problem: problem in said(page), timeout=10_000)  # type: ignore[misc]
    write(page, code.lower())
    click(page, "Unlock")
    qtbot.waitUntil(lambda: again.core.data is not None, timeout=10_000)
    assert home.keyring.secrets == {}  # nothing is newly keyed in silence
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ChoiceDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ChoiceDialog)
    click(dialog, "Keep it there")
    qtbot.waitUntil(lambda: bool(home.keyring.secrets))
    again.end()
    again.keys().unlock().wipe()


def test_after_the_code_a_new_passphrase_can_be_set(home: Home, theme: Theme, qtbot: QtBot) -> None:
    code = recovery_code.draw()
    with home.keys().unlock() as key:
        home.keys().set_code(key, code)
        home.keys().protect(key, "forgotten words", at_start=True)
    again = home.start_again(theme)
    page = again.page = OpeningPage(again.core, again.opening)
    again.opening.passphrase_needed.connect(page.ask_for_passphrase)
    again.opening.failed.connect(page.show_failure)
    qtbot.addWidget(page)
    page.show()
    again.opening.begin()
    qtbot.waitUntil(lambda: "under your passphrase" in said(page), timeout=10_000)
    click(page, "Recovery code…")
    write(page, code)
    click(page, "Unlock")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ChoiceDialog))
    choice = QApplication.activeModalWidget()
    assert isinstance(choice, ChoiceDialog)
    choice.choose("passphrase")
    click(choice, "Keep it there")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PassphraseDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PassphraseDialog)
    write(dialog, NEW, NEW)
    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        click(dialog, "Set passphrase")
    again.keys().unlock(passphrase=NEW).wipe()


def test_the_code_is_offered_right_after_a_person_has_chosen_a_passphrase(
    theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    new = Home(theme, tmp_path / "new", qtbot, FakeKeyring())
    page = new.page = OpeningPage(new.core, new.opening)
    new.opening.place_needed.connect(page.ask_for_place)
    qtbot.addWidget(page)
    page.show()
    new.opening.begin()
    qtbot.waitUntil(lambda: "no keyring" in said(page), timeout=10_000)
    write(page, WORDS, WORDS)
    click(page, "Use this passphrase")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RecoveryDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RecoveryDialog)
    code = code_of(dialog)
    dialog.kept.setChecked(True)
    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        click(dialog, "I have it")  # the passphrase was just given: it is not asked for again
    new.keys().unlock(code=code).wipe()
    new.end()


# The passphrase


def test_a_passphrase_is_set_changed_and_removed(home: Home) -> None:
    def act(wish: Wish, action: str, *texts: str, at_start: bool = False) -> None:
        dialog = PassphraseDialog(home.core, wish, parent=home.window)
        dialog.open()
        dialog.at_start.setChecked(at_start)
        write(dialog, *texts)
        with home.qtbot.waitSignal(dialog.changed, timeout=10_000):
            click(dialog, action)

    act(Wish.SET, "Set passphrase", WORDS, WORDS)
    assert home.place() is KeyPlace.KEYRING
    act(Wish.CHANGE, "Change passphrase", WORDS, NEW, NEW, at_start=True)
    assert (home.place(), home.keyring.secrets) == (KeyPlace.PASSPHRASE, {})
    with pytest.raises(WrongKey):
        home.keys().confirm(WORDS)
    act(Wish.REMOVE, "Remove passphrase", NEW)
    assert home.place() is KeyPlace.KEYRING
    home.keys().unlock().wipe()


def test_two_that_differ_and_a_wrong_current_one_are_told(home: Home) -> None:
    with home.keys().unlock() as key:
        home.keys().protect(key, WORDS, at_start=False)
    dialog = PassphraseDialog(home.core, Wish.CHANGE, parent=home.window)
    dialog.open()
    click(dialog, "Change passphrase")
    assert "in force now" in said(dialog)
    write(dialog, "wrong", NEW, NEW + "x")
    click(dialog, "Change passphrase")
    assert "not the same" in said(dialog)
    write(dialog, "wrong", NEW, NEW)
    click(dialog, "Change passphrase")
    home.qtbot.waitUntil(lambda: "does not open your data" in said(dialog), timeout=10_000)
    home.keys().confirm(WORDS).wipe()


# Settings


@pytest.fixture
def lock(home: Home) -> LockSection:
    section = LockSection(home.core, parent=home.window)
    section.show()
    section.refresh()
    home.qtbot.waitUntil(lambda: section._case is not None)
    return section


def test_the_lock_can_be_chosen_once_there_is_a_passphrase(home: Home, lock: LockSection) -> None:
    assert not lock.after.isEnabled()
    assert "Set a passphrase first" in said(lock)
    with home.keys().unlock() as key:
        home.keys().protect(key, WORDS, at_start=False)
    home.core.keeping_changed.emit()
    home.qtbot.waitUntil(lock.after.isEnabled)
    lock.after.choose("15")
    assert home.core.settings.lock_after_min == 15
    lock.with_session.setChecked(False)
    lock.hide_titles.setChecked(True)
    settings = home.core.settings
    assert (settings.lock_with_session, settings.hide_titles) == (False, True)
    assert "After a lock" in said(lock) or "after a lock" in said(lock)


def test_erasing_everything_is_asked_first(home: Home, lock: LockSection) -> None:
    click(lock, "Erase everything…")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert home.endings == []
    click(dialog, "Erase everything")
    assert [ending.kind for ending in home.endings] == [EndKind.ERASING]


@pytest.fixture
def backup(home: Home) -> BackupSection:
    section = BackupSection(home.core, home.dialogs, parent=home.window)  # type: ignore[arg-type]
    section.show()
    section.refresh()
    home.qtbot.waitUntil(lambda: "There is none yet" in said(section))
    return section


def test_a_backup_is_made_now_and_listed(home: Home, backup: BackupSection) -> None:
    click(backup, "Back up now")
    home.qtbot.waitUntil(lambda: "kB" in said(backup) or "MB" in said(backup), timeout=10_000)
    assert len(home.core.backups.all()) == 1
    assert backup.now.isEnabled()


def test_a_full_disk_is_told_where_the_backup_was_asked_for(
    home: Home, backup: BackupSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1 << 20})
    monkeypatch.setattr("shutil.disk_usage", lambda folder: usage)
    click(backup, "Back up now")
    home.qtbot.waitUntil(lambda: "There is no room for a backup" in said(backup))
    assert backup.now.isEnabled()


def test_a_file_for_another_computer_needs_a_code_first(
    home: Home, backup: BackupSection, tmp_path: Path
) -> None:
    home.dialogs.answer = tmp_path / "to go.desktop-slm-backup"
    click(backup, "Save for another computer…")
    dialog = home.window.findChild(RecoveryDialog)
    assert isinstance(dialog, RecoveryDialog)
    dialog.kept.setChecked(True)
    click(dialog, "I have it")
    home.qtbot.waitUntil(lambda: "Saved as “to go.desktop-slm-backup”" in said(backup))
    assert home.dialogs.answer.stat().st_size > 10_000


def test_a_restored_file_is_checked_and_then_the_window_ends_for_it(
    home: Home, backup: BackupSection
) -> None:
    assert home.core.data is not None
    made = home.core.backups.make(home.core.data.database, now())
    backup._prepare(made.path)
    home.qtbot.waitUntil(lambda: bool(home.endings), timeout=10_000)
    [ending] = home.endings
    assert ending.kind is EndKind.RESTORING and ending.ready is not None


def test_a_damaged_backup_is_told_and_nothing_ends(
    home: Home, backup: BackupSection, tmp_path: Path
) -> None:
    (tmp_path / "bad.db").write_bytes(b"x" * 5_000)
    backup._prepare(tmp_path / "bad.db")
    home.qtbot.waitUntil(lambda: "Nothing was changed" in said(backup))
    assert home.endings == []
    assert backup.restore.isEnabled()


# By itself


def test_the_day_s_backup_is_made_once(home: Home) -> None:
    work = BackupWork(home.core)
    for is_due in (True, False):
        with home.qtbot.waitSignal(work.looked, timeout=10_000) as looked:
            work.back_up_if_due()
        assert looked.args == [is_due]
    assert len(home.core.backups.all()) == 1


def test_what_is_erased_goes_out_of_the_backups(home: Home) -> None:
    data = home.core.data
    assert data is not None
    chat = data.conversations.create("gone soon")
    home.core.backups.make(data.database, now())
    data.conversations.delete(chat.id)
    data.conversations.purge_deleted(now())
    work = BackupWork(home.core)
    with home.qtbot.waitSignal(home.core.keeping_changed, timeout=10_000):
        work.forget()
    assert data.database.rows("SELECT * FROM forgotten") == []


def test_a_damaged_backup_that_may_still_hold_it_is_named_once(home: Home) -> None:
    work = BackupWork(home.core)
    for _ in range(2):
        work._on_forgotten(Forgotten(failed=(Path("bad.db"),)))
    [told] = home.reported
    assert isinstance(told, StillInBackup) and "bad.db" in str(told)


def test_a_failing_backup_is_told_once(home: Home) -> None:
    work = BackupWork(home.core)
    for error in (NoRoomForBackup(needed_mb=1), NoRoomForBackup(needed_mb=2), DiskFull()):
        work._on_failed(error)
    assert [type(error) for error in home.reported] == [NoRoomForBackup, DiskFull]


def test_damage_offers_a_backup_which_then_opens(home: Home, theme: Theme, qtbot: QtBot) -> None:
    assert home.core.data is not None
    home.core.data.conversations.create("saved")
    home.core.backups.make(home.core.data.database, now())
    again = home.start_again(theme)
    path = home.core.outside.paths.database
    path.write_bytes(path.read_bytes()[:3_000] + bytes(2_000) + path.read_bytes()[5_000:])
    page = again.page = OpeningPage(again.core, again.opening)
    failed: list[DesktopSlmError] = []
    again.opening.failed.connect(page.show_failure)
    again.opening.failed.connect(failed.append)
    qtbot.addWidget(page)
    page.resize(911, 600)
    page.show()
    again.opening.begin()
    qtbot.waitUntil(lambda: bool(failed), timeout=10_000)
    assert isinstance(failed[0], DatabaseDamaged)
    click(page, "Restore a backup…")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(button(dialog, "Restore").isEnabled)
    click(dialog, "Restore")
    qtbot.waitUntil(lambda: again.core.data is not None, timeout=10_000)
    assert again.core.data is not None
    assert [chat.title for chat in again.core.data.conversations.recent()] == ["saved"]
    kinds = [backup.kind.value for backup in Backups(path).all()]
    assert sorted(kinds) == ["aside", "daily"]
    again.end()


# Titles


def test_titles_can_be_hidden_in_the_list(home: Home) -> None:
    key = EntryKey(Kind.CHAT, 1)
    other = EntryKey(Kind.SUMMARY, 2)
    model = HistoryModel()
    entries = [Entry(key, "a secret matter", now()), Entry(other, "another", now())]
    model.add(entries, now().astimezone().date())

    def shown(role: Qt.ItemDataRole) -> str:
        return "\n".join(str(model.data(model.index_of(each), role)) for each in (key, other))

    assert "a secret matter" in shown(Qt.ItemDataRole.DisplayRole)
    with home.qtbot.waitSignal(model.dataChanged):
        model.hide_titles(True)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "secret" not in shown(role) and "another" not in shown(role)
        assert shown(role).startswith("Chat · ") and "\nSummary · " in shown(role)
    model.hide_titles(False)
    assert "a secret matter" in shown(Qt.ItemDataRole.DisplayRole)


def test_the_setting_hides_them_in_the_sidebar(home: Home) -> None:
    sidebar = Sidebar(home.core, parent=home.window)
    sidebar._model.add([Entry(EntryKey(Kind.CHAT, 1), "a secret matter", now())], date.today())
    home.core.change_settings(hide_titles=True)
    rows = range(sidebar._model.rowCount())
    shown = [str(sidebar._model.data(sidebar._model.index(row))) for row in rows]
    assert len(shown) > 1 and not any("secret" in words for words in shown)
