"""Dialogs as a small screen at 200 % has them, in a language of long words; see test_every_page.

They are opened over one window, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_slm.ui.file_dialogs import SystemFileDialogs
from desktop_slm.ui.folders.export_dialog import FolderExportDialog
from desktop_slm.ui.folders.name_dialog import FolderNameDialog
from desktop_slm.ui.key_list import KeyListDialog
from desktop_slm.ui.models.listing.rename_dialog import RenameDialog
from desktop_slm.ui.models.network.hub_dialog import HubDialog
from desktop_slm.ui.models.network.token_dialog import TokenDialog
from desktop_slm.ui.opening.restore_dialog import RestoreDialog
from desktop_slm.ui.settings.words_dialog import WordsDialog
from desktop_slm.ui.summaries.exporting.verify_dialog import VerifyDialog
from desktop_slm.ui.widgets.choice_dialog import Choice, ChoiceDialog, Option
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog, Question
from desktop_slm.ui.widgets.text_dialog import TextDialog
from tests.fakes.pseudo_language import PseudoLanguage, pseudo
from tests.screenshots.stage import Stage
from tests.whole import walking
from tests.whole.test_every_page import SMALLEST, _end

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_LONG = pseudo("What is to be known before anybody says yes to this, in a few words.")


def _choice() -> Choice:
    options = [Option(each, pseudo(f"The {each} of three ways"), _LONG) for each in ("1", "2", "3")]
    return Choice(pseudo("Which way?"), _LONG, options, pseudo("Go this way"))


def _question() -> Question:
    return Question(pseudo("Is this what you want?"), f"{_LONG} {_LONG}", pseudo("Yes, do it"))


DIALOGS: Mapping[str, Callable[[Stage, QWidget], QDialog]] = {
    "choice": lambda stage, over: ChoiceDialog(stage.core.theme, _choice(), parent=over),
    "confirm": lambda stage, over: ConfirmDialog(stage.core.theme, _question(), parent=over),
    "folder-export": lambda stage, over: FolderExportDialog(
        stage.core.theme, "Miller v. Harbour Estates", _LONG, parent=over
    ),
    "folder-name": lambda stage, over: FolderNameDialog(stage.core.theme, parent=over),
    "hub": lambda stage, over: HubDialog(stage.core, parent=over),
    "keys": lambda stage, over: KeyListDialog(stage.core.theme, send_key="enter", parent=over),
    "rename": lambda stage, over: RenameDialog(stage.core.theme, "Qwen3 4B", parent=over),
    "restore": lambda stage, over: RestoreDialog(stage.core, parent=over),
    "text": lambda stage, over: TextDialog(stage.core.theme, "Qwen3 4B", _LONG * 9, parent=over),
    "token": lambda stage, over: TokenDialog(stage.core.theme, "owner/model", parent=over),
    "verify": lambda stage, over: VerifyDialog(stage.core, SystemFileDialogs(), parent=over),
    "words": lambda stage, over: WordsDialog(stage.core.theme, _LONG, parent=over),
}


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    language = PseudoLanguage()
    qapp.installTranslator(language)
    QAccessible.setActive(True)
    made = Stage(qapp, tmp_path_factory.mktemp("dialogs"), "light")
    try:
        made.set_up(SMALLEST, 200)
        made.open_data()
        yield made
    finally:
        qapp.removeTranslator(language)
        QAccessible.setActive(False)
        _end(made)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_whole_in_the_smallest_window(stage: Stage, name: str) -> None:
    dialog = DIALOGS[name](stage, stage.window)
    dialog.open()
    dialog.activateWindow()
    stage.settle(0.3)
    try:
        assert dialog.height() <= stage.window.height()
        assert dialog.width() <= stage.window.width()
        for check in (
            *(walking.unnamed, walking.misstated, walking.small),
            *(walking.cut_off, walking.overlapping, walking.sideways),
        ):
            assert check(dialog) == [], check.__name__
        stations = walking.tab_walk(dialog)
        assert walking.unreachable(dialog, stations) == []
        assert walking.out_of_order(stations) == []
    finally:
        dialog.close()
        stage.settle(0.05)
