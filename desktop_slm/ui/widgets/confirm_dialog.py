"""Asks before something that matters, in plain text: what will happen, and two buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets import markdown
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 440


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask: a title, a sentence, the verb on the button, and text shown letter by letter."""

    title: str
    sentence: str
    action: str
    verbatim: str = ""
    is_dangerous: bool = False


class ConfirmDialog(WindowDialog):
    """A question over its window; Esc says no, and where it is dangerous so does Enter."""

    def __init__(self, theme: Theme, question: Question, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(plain_text.window_title(question.title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(_WIDTH_PX))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(question.title, "title"))
        column.addWidget(WrappedLabel(question.sentence))
        if question.verbatim:
            column.addWidget(_verbatim(theme, question.verbatim))
        column.addStretch(1)
        buttons = spacing.row(theme, gap=8)
        buttons.addStretch(1)
        self._cancel = Button(theme, self.tr("Cancel"))
        kind = "danger" if question.is_dangerous else "primary"
        self._act = Button(theme, question.action, kind=kind)
        self._cancel.clicked.connect(self.reject)
        self._act.clicked.connect(self.accept)
        for button in (self._cancel, self._act):
            buttons.addWidget(button)
        column.addLayout(buttons)
        default = self._cancel if question.is_dangerous else self._act
        default.setDefault(True)
        default.setFocus()


def confirm(
    theme: Theme, parent: QWidget, question: Question, on_confirmed: Callable[[], object]
) -> ConfirmDialog:
    """Asks over the window of `parent`, without waiting; calls back on a yes."""
    dialog = ConfirmDialog(theme, question, parent=parent.window())
    dialog.accepted.connect(on_confirmed)
    dialog.open()
    return dialog


def confirm_link(
    theme: Theme, parent: QWidget, url: str, on_confirmed: Callable[[], object]
) -> ConfirmDialog:
    """Shows the whole address of a link before anything opens it."""
    tr = QCoreApplication.translate
    question = Question(
        tr("ConfirmDialog", "Open this address in your browser?"),
        _sentence(url),
        tr("ConfirmDialog", "Open in browser"),
        verbatim=url,
    )
    return confirm(theme, parent, question, on_confirmed)


def _sentence(url: str) -> str:
    tr = QCoreApplication.translate
    name = markdown.host(url)
    if not name:
        return tr(
            "ConfirmDialog", "The link stands in text that a model or a document has written."
        )
    words = tr(
        "ConfirmDialog",
        "The link leads to {host}. It stands in text that a model or a document has written.",
    )
    return words.format(host=name)


def _verbatim(theme: Theme, text: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setProperty("kind", "field")
    box.setReadOnly(True)
    box.setFont(theme.fixed_font())
    box.setPlainText(plain_text.clean(text))
    box.setAccessibleName(QCoreApplication.translate("ConfirmDialog", "Address"))
    box.setMaximumHeight(theme.px(96))
    return box
