"""Opening the person's data: what is asked where there is no keyring, and what failures say."""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_slm.errors import DatabaseNewer
from desktop_slm.paths import Paths, find
from desktop_slm.settings import SettingsFile
from desktop_slm.storage import locations
from desktop_slm.storage.locations import SharedLocation, Sharing
from desktop_slm.ui import shared_folder
from desktop_slm.ui.core import Core
from desktop_slm.ui.data_opening import DataOpening
from desktop_slm.ui.opening.page import OpeningPage
from desktop_slm.ui.opening.strength import Strength, strength
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog, Question
from desktop_slm.ui.widgets.plain_label import PlainLabel
from tests.fakes.keyring import FakeKeyring
from tests.fakes.window_core import make_core

WORDS = "correct horse battery stäple"


class Start:
    """One start of the program on the same folder: a core, the opening, and its page."""

    def __init__(self, theme: Theme, folder: Path, keyring: FakeKeyring, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.core = make_core(theme, folder)
        self.opening = DataOpening(self.core, keyring)
        self.page = OpeningPage(self.core, self.opening)
        self.opening.place_needed.connect(self.page.ask_for_place)
        self.opening.passphrase_needed.connect(self.page.ask_for_passphrase)
        self.opening.failed.connect(self.page.show_failure)
        qtbot.addWidget(self.page)
        self.page.resize(700, 800)
        self.page.show()
        self.opening.begin()

    def wait_for(self, words: str) -> None:
        """Waits until the page says that."""
        self._qtbot.waitUntil(lambda: any(words in said for said in self.said()), timeout=10_000)

    def said(self) -> list[str]:
        """What can be read on the page."""
        return [label.text() for label in self.page.findChildren(PlainLabel) if label.isVisible()]

    def press(self, words: str) -> None:
        """Clicks the button with these words."""
        buttons = self.page.findChildren(QPushButton)
        [button] = [each for each in buttons if each.accessibleName() == words and each.isVisible()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def write(self, *texts: str) -> None:
        """Writes into the fields, one after the other."""
        fields = [field for field in self.page.findChildren(QLineEdit) if field.isVisible()]
        for field, text in zip(fields, texts, strict=True):
            field.setText(text)

    def wait_until_open(self) -> None:
        """Waits for the data."""
        self._qtbot.waitUntil(lambda: self.core.data is not None, timeout=10_000)

    def titles(self) -> list[str]:
        """The chats in the open data."""
        assert self.core.data is not None
        return [chat.title for chat in self.core.data.conversations.recent()]

    def keep(self, title: str) -> None:
        """Makes a chat."""
        assert self.core.data is not None
        self.core.data.conversations.create(title)

    def end(self) -> None:
        """Ends this start of the program."""
        assert self.core.operations.shut_down()
        if self.core.data is not None:
            self.core.data.database.close()


Starter = Callable[[], Start]


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def start(theme: Theme, folder: Path, keyring: FakeKeyring, qtbot: QtBot) -> Iterator[Starter]:
    made: list[Start] = []

    def begin() -> Start:
        if made:
            made.pop().end()
        made.append(Start(theme, folder, keyring, qtbot))
        return made[-1]

    yield begin
    made.pop().end()


def test_where_there_is_a_keyring_nothing_is_asked(start: Starter, keyring: FakeKeyring) -> None:
    keyring.names.append("SecretService")
    first = start()
    first.wait_until_open()
    first.keep("Lease questions")
    again = start()
    again.wait_until_open()
    assert again.titles() == ["Lease questions"]


def test_without_a_keyring_it_asks_before_anything_is_written(start: Starter, folder: Path) -> None:
    asked = start()
    asked.wait_for("this system has no keyring")
    assert not folder.exists()


def test_two_different_passphrases_make_nothing(start: Starter, folder: Path) -> None:
    asked = start()
    asked.wait_for("this system has no keyring")
    asked.write(WORDS, WORDS + "x")
    asked.press("Use this passphrase")
    assert "The two are not the same. Enter the passphrase once more." in asked.said()
    assert not folder.exists()


def test_a_passphrase_opens_the_data_again_and_a_wrong_one_may_be_followed_by_the_right(
    start: Starter,
) -> None:
    first = start()
    first.wait_for("this system has no keyring")
    first.write(WORDS, WORDS)
    first.press("Use this passphrase")
    first.wait_until_open()
    first.keep("Lease questions")
    again = start()
    again.wait_for("Unlock your chats")
    for _ in range(2):
        again.write("wrong")
        again.press("Unlock")
        again.wait_for("That passphrase does not open your data.")
    again.write(WORDS)
    [field] = [f for f in again.page.findChildren(QLineEdit) if f.isVisible()]
    QTest.keyClick(field, Qt.Key.Key_Return)
    again.wait_until_open()
    assert again.titles() == ["Lease questions"]
    assert not [f for f in again.page.findChildren(QLineEdit) if f.isVisible()]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are the folder's there")
def test_a_key_file_is_private_and_opens_the_data_without_asking(start: Starter) -> None:
    first = start()
    first.wait_for("this system has no keyring")
    first.press("Use a key file")
    first.wait_until_open()
    mode = first.opening.own_key_file.stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
    first.keep("Lease questions")
    again = start()
    again.wait_until_open()
    assert again.titles() == ["Lease questions"]


def test_nothing_is_stored_where_that_is_wished(start: Starter, folder: Path) -> None:
    asked = start()
    asked.wait_for("this system has no keyring")
    asked.press("Store nothing this time")
    asked.wait_until_open()
    assert asked.core.data is not None and not asked.core.data.database.is_stored
    assert not folder.exists()


def test_a_key_lost_from_the_keyring_is_said_and_found_again(
    start: Starter, keyring: FakeKeyring
) -> None:
    keyring.names.append("SecretService")
    first = start()
    first.wait_until_open()
    first.keep("Lease questions")
    secrets = dict(keyring.secrets)
    keyring.secrets.clear()
    again = start()
    again.wait_for("The key to your data is not in the keyring (SecretService).")
    keyring.secrets.update(secrets)
    again.press("Try again")
    again.wait_until_open()
    assert again.titles() == ["Lease questions"]


def test_a_key_file_opens_data_whose_keyring_has_gone(
    start: Starter, keyring: FakeKeyring, tmp_path: Path
) -> None:
    keyring.names.append("SecretService")
    first = start()
    first.wait_until_open()
    first.keep("Lease questions")
    key_file = tmp_path / "copy.key"
    key_file.write_text(next(iter(keyring.secrets.values())))
    key_file.chmod(0o600)
    keyring.names.clear()
    again = start()
    again.wait_for("which this system does not offer now")
    again.page._on_key_file_chosen(str(key_file))  # as the file dialog does
    again.wait_until_open()
    assert again.titles() == ["Lease questions"]


def test_a_locked_keyring_is_said_and_the_data_left_alone(
    start: Starter, keyring: FakeKeyring, folder: Path
) -> None:
    keyring.names.append("SecretService")
    keyring.is_locked = True
    asked = start()
    asked.wait_for("The keyring is locked or refused to answer")
    keyring.is_locked = False
    asked.press("Try again")
    asked.wait_until_open()


def damage(paths: Paths) -> None:
    content = bytearray(paths.database.read_bytes())
    content[2000:4000] = bytes(2000)
    paths.database.write_bytes(content)


def lose_record(paths: Paths) -> None:
    paths.key_record.unlink()


def lose_database(paths: Paths) -> None:
    paths.database.unlink()


def make_record_newer(paths: Paths) -> None:
    text = paths.key_record.read_text().replace('"format": 1', '"format": 9')
    paths.key_record.write_text(text)


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (damage, "Your data file is damaged. It was left as it is"),
        (lose_record, "The key to your data is not in"),
        (lose_database, "although its key is still here. Nothing was made in its place"),
        (make_record_newer, "Your data was written by a newer version"),
    ],
)
def test_what_went_wrong_is_said_and_one_can_work_without_storing(
    start: Starter,
    keyring: FakeKeyring,
    folder: Path,
    harm: Callable[[Paths], None],
    sentence: str,
) -> None:
    keyring.names.append("SecretService")
    first = start()
    first.wait_until_open()
    first.end()
    first.core.data = None
    harm(find(folder))
    before = {p.name: p.read_bytes() for p in folder.glob("*.db")}
    again = start()
    again.wait_for(sentence)
    again.press("Store nothing this time")
    again.wait_until_open()
    assert {p.name: p.read_bytes() for p in folder.glob("*.db")} == before


def test_a_folder_that_cannot_be_made_is_said(
    start: Starter, keyring: FakeKeyring, folder: Path
) -> None:
    keyring.names.append("SecretService")
    folder.write_text("a file in its place")
    asked = start()
    asked.wait_for("cannot be written")
    folder.unlink()
    asked.press("Try again")
    asked.wait_until_open()


def test_the_details_can_be_copied(start: Starter, keyring: FakeKeyring) -> None:
    shown = start()
    shown.wait_for("this system has no keyring")
    shown.page.show_failure(DatabaseNewer(found=9, known=1, details="schema"))
    shown.press("Copy details")
    text = QGuiApplication.clipboard().text()
    assert "DatabaseNewer" in text and text.endswith("schema")


@pytest.mark.parametrize(
    ("passphrase", "guess"),
    [
        ("", Strength.WEAK),
        ("password", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("correct horse", Strength.WEAK),
        ("correct horse battery staple", Strength.FAIR),
        ("correct horse battery staple wagon", Strength.GOOD),
        ("tB8!kq-Zu4", Strength.GOOD),
        ("12345678", Strength.WEAK),
    ],
)
def test_the_hint_is_careful(passphrase: str, guess: Strength) -> None:
    assert strength(passphrase) is guess


# A folder that other computers see


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Question]:
    """A synced folder, and what is asked about it; the answer is yes."""
    asked: list[Question] = []
    (tmp_path / ".dropbox").mkdir()

    def say_yes(_application: QApplication, question: Question) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(shared_folder, "_confirm", say_yes)
    return asked


def test_a_synced_folder_is_said_before_the_first_write_and_asked_once(
    qapp: QApplication, folder: Path, shared: list[Question]
) -> None:
    paths = find(folder)
    assert shared_folder.may_use(qapp, paths)
    assert "is kept in sync by Dropbox" in shared[0].sentence
    assert "Nothing has been written so far." in shared[0].sentence
    assert shared[0].verbatim == str(folder)
    assert shared_folder.may_use(qapp, paths)
    assert len(shared) == 1


def test_no_means_that_nothing_is_written(
    qapp: QApplication, folder: Path, shared: list[Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_folder, "_confirm", lambda application, question: False)
    assert not shared_folder.may_use(qapp, find(folder))
    assert not folder.exists()


def test_a_network_drive_is_named(
    qapp: QApplication, folder: Path, shared: list[Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = SharedLocation(Sharing.NETWORK, "NFS", folder)
    monkeypatch.setattr(locations, "recognise", lambda folder: found)
    shared_folder.may_use(qapp, find(folder))
    assert "is on a network drive (NFS)" in shared[0].sentence


def test_a_folder_of_this_computer_or_with_data_is_not_asked_about(
    qapp: QApplication, folder: Path, shared: list[Question], tmp_path: Path
) -> None:
    folder.mkdir()
    find(folder).database.touch()
    assert shared_folder.may_use(qapp, find(folder))
    shutil.rmtree(tmp_path / ".dropbox")
    find(folder).database.unlink()
    assert shared_folder.may_use(qapp, find(folder))
    assert shared == []
    assert SettingsFile(find(folder).settings).load().shared_folder_accepted == ""


def test_the_question_is_a_dialog_in_which_enter_says_no(
    qapp: QApplication, theme: Theme, folder: Path, qtbot: QtBot
) -> None:
    dialog = ConfirmDialog(theme, shared_folder.question(folder, "NFS", is_network=True))
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == ConfirmDialog.DialogCode.Rejected


def test_the_core_says_that_the_data_is_there(start: Starter, keyring: FakeKeyring) -> None:
    keyring.names.append("SecretService")
    opened = start()
    core: Core = opened.core
    told: list[object] = []
    core.data_opened.connect(told.append)
    opened.wait_until_open()
    assert told == [core.data]
