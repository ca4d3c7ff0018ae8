"""Shows a new recovery code to be printed or saved; it is in force once the person has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs, SystemFileDialogs
from desktop_slm.ui.opening.key_dialog import KeyDialog
from desktop_slm.ui.opening.passphrase_field import PassphraseField
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_CODE_PX = 17


class RecoveryDialog(KeyDialog):
    """The code is drawn here and stands nowhere else; closing without it changes nothing."""

    def __init__(
        self,
        core: Core,
        *,
        renews: bool = False,
        asks: bool = False,
        words: str = "",
        dialogs: FileDialogs | None = None,
        parent: QWidget,
    ) -> None:
        """`asks`: a passphrase is set, which a new code needs; `words`: it was just given."""
        from desktop_slm.storage.keys import recovery_code

        tr = QCoreApplication.translate  # `self` is no object of Qt's yet
        title = tr("RecoveryDialog", "Your recovery code")
        if renews:
            title = tr("RecoveryDialog", "Renew your recovery code")
        super().__init__(core, title, tr("RecoveryDialog", "I have it"), parent=parent)
        self._code = recovery_code.draw()
        self._asks = asks and not words
        self._words = words
        self._dialogs = dialogs or SystemFileDialogs()
        theme = core.theme
        sentence = self.tr(
            "It opens your chats and summaries where the keyring is lost or the passphrase "
            "forgotten. Keep it on paper, away from this computer: whoever has it and your data "
            "can read everything."
        )
        if renews:
            sentence += " " + self.tr("The code from before opens nothing here any more.")
        self.column.addWidget(WrappedLabel(sentence, "muted"))
        self.code = PlainLabel(_in_lines(self._code))
        self.code.setFont(theme.fixed_font(_CODE_PX))
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.column.addWidget(self.code)
        self.column.addWidget(self._ways())
        self._told = WrappedLabel("", "small")
        self._told.hide()
        self.column.addWidget(self._told)
        self.current = PassphraseField(theme, self.tr("Current passphrase"))
        self.current.setVisible(self._asks)
        self.column.addWidget(self.current)
        self.kept = CheckBox(theme, self.tr("I have printed it or written it down"))
        self.kept.toggled.connect(self._on_kept)
        self.column.addWidget(self.kept)
        if not renews:
            self._cancel.setText(self.tr("Later"))
        self.act.setEnabled(False)

    def _ways(self) -> QWidget:
        theme = self._core.theme
        box = QWidget()
        flow = FlowLayout(theme, box, gap=8)
        print_ = Button(theme, self.tr("Print…"), icon="printer")
        save = Button(theme, self.tr("Save as a file…"), icon="download")
        copy = Button(theme, self.tr("Copy"), icon="copy")
        print_.clicked.connect(self._on_print)
        save.clicked.connect(self._on_save)
        copy.clicked.connect(self._on_copy)
        for button in (print_, save, copy):
            flow.addWidget(button)
        return box

    def on_act(self) -> None:
        """Puts the code in force."""
        if self._asks and not self.current.text():
            self.current.select_all()
            self.show_problem(self.tr("Enter the passphrase that is in force now."))
            return
        core, code = self._core, self._code
        words = self._words or self.current.text() or None

        def work() -> None:
            with core.keys.unlock_to_change(words) as key:
                core.keys.set_code(key, code)

        self.carry_out(work)

    def _on_kept(self, kept: bool) -> None:
        self.act.setEnabled(kept)

    def page(self) -> str:
        """Returns what is printed and saved, as plain text."""
        return self.tr(
            "Recovery code of Desktop SLM\n\n{code}\n\nIt opens your chats and summaries where "
            "the keyring is lost or the passphrase forgotten: choose “Recovery code” when the app "
            "starts, or give it when you restore a backup. Keep it away from the computer."
        ).format(code=_in_lines(self._code))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self._tell(self.tr("Copied. Other programs can read what is copied: paste it soon."))

    def _on_save(self) -> None:
        name = self.tr("Desktop SLM recovery code.txt")
        self._dialogs.save(self, name, "txt", self._save)

    def _save(self, path: Path) -> None:
        from desktop_slm.storage.private_files import write_private

        text = self.page() + "\n"
        self._core.operations.run(
            self,
            lambda job: write_private(path, text.encode()),
            on_success=lambda result: self._on_saved(),
            on_failure=self._on_not_saved,
        )

    def _on_saved(self) -> None:
        self._tell(
            self.tr("Saved as a plain file. Move it away from this computer, to a stick or paper.")
        )
        self.kept.setChecked(True)

    def _on_not_saved(self, error: DesktopSlmError) -> None:
        self.show_problem(wording.sentence(error))

    def _on_print(self) -> None:
        self._dialogs.print_out(self, self._print)

    def _print(self, printer: QPrinter) -> None:
        document = QTextDocument()
        document.setDefaultFont(self._core.theme.fixed_font())
        document.setPlainText(self.page())
        document.print_(printer)
        self.kept.setChecked(True)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()


def _in_lines(code: str) -> str:
    """Returns the seven groups in two lines."""
    groups = code.split("-")
    return "-".join(groups[:4]) + "\n" + "-".join(groups[4:])
