"""The page that stands in for chats and summaries until the person's data is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_slm.errors import DesktopSlmError, EmptyPassphrase, KeyDoesNotFit, NoCode, WrongKey
from desktop_slm.ui import accessible_roles, spacing, wording
from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.data_opening import DataOpening
from desktop_slm.ui.opening.code_form import CodeForm
from desktop_slm.ui.opening.failure_form import FailureForm
from desktop_slm.ui.opening.place_form import PlaceForm
from desktop_slm.ui.opening.restore_dialog import RestoreDialog
from desktop_slm.ui.opening.unlock_form import UnlockForm
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 560

_Form = PlaceForm | UnlockForm | CodeForm | FailureForm


class OpeningPage(QScrollArea):
    """Shows the form for a question, and hands the answer to the opening of the data.

    While a wish is under way nothing can be pressed twice. Whoever makes the page brings it the
    questions: it is made when the first one comes.
    """

    def __init__(self, core: Core, opening: DataOpening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._theme = core.theme
        self._opening = opening
        self._form: _Form | None = None
        self._words = ""  # what was just entered, until the data is open
        accessible_roles.name(self, "page", self.tr("Opening your data"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("scrolled")
        outer = spacing.column(core.theme, inside, gap=0, margins=(24, 24, 24, 24))
        middle = spacing.row(core.theme, gap=0)
        self._column_widget = QWidget()
        self._column = spacing.column(core.theme, self._column_widget, gap=12)
        self._busy = WrappedLabel(self.tr("Opening …"), "muted")
        self._busy.hide()
        self._column.addWidget(self._busy)
        middle.addStretch(1)
        middle.addWidget(self._column_widget, 1000)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(2)
        self.setWidget(inside)
        opening.opened.connect(self._on_opened)
        core.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def ask_for_place(self) -> None:
        """Asks where a new key is to be kept."""
        form = PlaceForm(self._theme)
        form.passphrase_chosen.connect(self._note_words)
        form.passphrase_chosen.connect(self._when_idle(self._opening.create_under_passphrase))
        form.key_file_chosen.connect(self._when_idle(self._opening.create_with_key_file))
        form.nothing_chosen.connect(self._when_idle(self._opening.store_nothing))
        self._show(form)

    def ask_for_passphrase(self) -> None:
        """Asks for the passphrase of the data that is there."""
        form = UnlockForm(self._theme)
        form.passphrase_entered.connect(self._when_idle(self._opening.unlock))
        form.code_chosen.connect(self.ask_for_code)
        form.nothing_chosen.connect(self._when_idle(self._opening.store_nothing))
        self._show(form)

    def ask_for_code(self) -> None:
        """Asks for the recovery code."""
        form = CodeForm(self._theme)
        form.code_entered.connect(self._note_words)
        form.code_entered.connect(self._when_idle(self._opening.unlock_with_code))
        form.back_chosen.connect(self._when_idle(self._opening.begin))
        self._show(form)

    def show_failure(self, error: DesktopSlmError) -> None:
        """Says what went wrong; a wrong passphrase is told beside its field."""
        is_wrong = isinstance(error, WrongKey | EmptyPassphrase | NoCode)
        is_asking = isinstance(self._form, UnlockForm | CodeForm)
        if is_asking and is_wrong and not isinstance(error, KeyDoesNotFit):
            assert isinstance(self._form, UnlockForm | CodeForm)
            self._busy.hide()
            self._form.setEnabled(True)
            self._form.show_problem(wording.sentence(error))
            return
        form = FailureForm(self._theme)
        form.show_error(error)
        form.retry_requested.connect(self._when_idle(self._opening.begin))
        form.key_file_chosen.connect(self._on_key_file_chosen)
        form.nothing_chosen.connect(self._when_idle(self._opening.store_nothing))
        form.code_chosen.connect(self.ask_for_code)
        form.restore_chosen.connect(self._on_restore_chosen)
        self._show(form)

    def focus_first(self) -> None:
        """Puts the focus where the form begins."""
        if self._form is not None:
            self._form.focus_first()

    def _on_restore_chosen(self) -> None:
        dialog = RestoreDialog(self._core, parent=self)
        dialog.backup_chosen.connect(self._when_idle(self._on_backup_chosen))
        dialog.open()

    def _on_backup_chosen(self, path: str) -> None:
        self._opening.restore(Path(path))

    def _on_key_file_chosen(self, path: str) -> None:
        self._begin_wish()
        self._opening.unlock_with_file(Path(path))

    def _when_idle(self, wish: Callable[..., object]) -> Callable[..., None]:
        """Returns what carries a wish out and lets nothing be pressed until it is answered."""

        def begin(*words: str) -> None:
            self._begin_wish()
            wish(*words)

        return begin

    def _begin_wish(self) -> None:
        if self._form is not None:
            self._form.setEnabled(False)
        self._busy.show()

    def _show(self, form: _Form | None) -> None:
        self._busy.hide()
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = form
        if form is not None:
            self._column.insertWidget(0, form)
            form.show()
            if self.isVisible():
                form.focus_first()

    def _note_words(self, words: str) -> None:
        self._words = words

    def _on_opened(self, data: Data) -> None:
        form, words, self._words = self._form, self._words, ""
        self._show(None)  # a passphrase is not to lie about in a field
        if not data.database.is_stored:
            return
        if isinstance(form, CodeForm):
            from desktop_slm.ui.opening.key_again import ask_where

            ask_where(self._core, words, self)
        elif isinstance(form, PlaceForm):
            from desktop_slm.ui.opening.recovery_dialog import RecoveryDialog

            RecoveryDialog(self._core, words=words, parent=self.window()).open()

    def _on_theme_changed(self) -> None:
        self._column_widget.setMaximumWidth(self._theme.px(_WIDTH_PX))
