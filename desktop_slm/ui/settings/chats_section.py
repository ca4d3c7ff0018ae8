"""Chats in files: taking in those of other apps, and all of one's own in a file to keep."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.chat_files.importing import Imported
from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.other_apps import gpt4all
from desktop_slm.models.other_apps.found import Surroundings
from desktop_slm.ui import quantities, wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.exchange.chat_exchange import ChatExchange
from desktop_slm.ui.file_dialogs import FileDialogs
from desktop_slm.ui.settings.parts import Row, Section
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.check_box import CheckBox

_MOST_NAMED = 3


class ChatsSection(Section):
    """Import, and export of everything."""

    def __init__(
        self,
        core: Core,
        *,
        dialogs: FileDialogs | None = None,
        surroundings: Surroundings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(core.theme, self.tr("Chats"), parent=parent)
        self._core = core
        self._surroundings = surroundings or Surroundings(
            Path.home(), dict(os.environ), sys.platform
        )
        self.exchange = ChatExchange(core, self, dialogs)
        self._left: Sequence[Path] = ()
        self.titles = CheckBox(core.theme, self.tr("By the model"))
        self.titles.setChecked(core.settings.model_titles)
        self.titles.toggled.connect(lambda on: core.change_settings(model_titles=on))
        self.column.addWidget(
            Row(
                core.theme,
                self.tr("Titles of chats"),
                self.tr(
                    "After the first answer the model that gave it writes a title, in the "
                    "background. Otherwise, and with the practice model, your first words are it."
                ),
                self.titles,
            )
        )
        self.import_button = Button(core.theme, self.tr("Import chats…"))
        self.import_button.clicked.connect(self.exchange.ask_for_files)
        self.column.addWidget(
            Row(
                core.theme,
                self.tr("Take in chats"),
                self.tr(
                    "From ChatGPT’s data export (the ZIP or conversations.json), from GPT4All "
                    "(.chat files), or from a file that was exported here. The files stay as they "
                    "are, and no chat is taken in twice."
                ),
                self.import_button,
            )
        )
        self.found_button = Button(core.theme, self.tr("Take them in"))
        self.found_button.clicked.connect(lambda: self.exchange.import_files(self._left))
        self._found = Row(core.theme, "", "", self.found_button)
        self._found.hide()
        self.column.addWidget(self._found)
        self.export_button = Button(core.theme, self.tr("Export all chats…"))
        self.export_button.clicked.connect(self.exchange.export_all)
        self.column.addWidget(
            Row(
                core.theme,
                self.tr("Keep all chats in a file"),
                self.tr(
                    "One file with every branch, which can be imported again. It is not encrypted: "
                    "whoever has the file can read it."
                ),
                self.export_button,
            )
        )
        self.banner = Banner(core.theme)
        self.column.addWidget(self.banner)
        self.exchange.saved.connect(self._on_saved)
        self.exchange.imported.connect(self._on_imported)
        self.exchange.progressed.connect(self._on_progress)
        self.exchange.failed.connect(self._on_failed)

    def refresh(self) -> None:
        """Looks whether GPT4All left chats on this computer."""
        self._core.operations.run(
            self,
            lambda job: _chats_of_gpt4all(self._surroundings),
            on_success=self._on_looked,
            on_failure=self._on_failed,
        )

    def _on_looked(self, found: Sequence[Path]) -> None:
        self._left = found
        self._found.setVisible(bool(found))
        if found:
            words = self.tr("GPT4All’s chats are on this computer: {0}")
            self._found.set_words(words.format(quantities.whole(len(found))))

    def _on_progress(self, done: int, total: int) -> None:
        words = self.tr("Reading file {0} of {1}…").format(
            quantities.whole(done + 1), quantities.whole(total)
        )
        self.banner.show_message(words)

    def _on_saved(self, name: str) -> None:
        self.banner.show_message(self.tr("Saved as “{0}”.").format(name))

    def _on_imported(self, imported: Imported) -> None:
        said = [self.tr("Chats taken in: {0}.").format(quantities.whole(len(imported.chats)))]
        if imported.known:
            said.append(self.tr("Already here: {0}.").format(quantities.whole(imported.known)))
        errors = imported.errors
        if errors:
            said.append(
                self.tr("Files that were not read: {0}.").format(quantities.whole(len(errors)))
            )
            said += [wording.sentence(error) for error in errors[:_MOST_NAMED]]
        details = "\n".join(wording.sentence(error) for error in errors)
        tone = "warning" if errors else "notice"
        self.banner.show_message(" ".join(said), tone=tone, details=details)

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.banner.show_message(
            wording.sentence(error), tone="error", details=wording.details(error)
        )


def _chats_of_gpt4all(surroundings: Surroundings) -> Sequence[Path]:
    folders = dict.fromkeys(gpt4all.folders(surroundings))
    return [path for folder in folders for path in sorted(folder.glob("gpt4all-*.chat"))]
