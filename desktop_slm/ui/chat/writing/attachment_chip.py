"""A file or long paste that goes with a message: its name, what is known of it, a way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_MOST_NAME_PX = 220


class AttachmentChip(QFrame):
    """One attachment; `key` is its owner's name for it."""

    removed = Signal(str)
    action_requested = Signal(str)

    def __init__(
        self, theme: Theme, key: str, name: str, detail: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key = key
        self.setProperty("card", "attachment")
        self._icon = IconLabel(theme, "file-text", "muted", size=14)
        self._name = ElidedLabel(name, "strong-small")
        self._detail = ElidedLabel(detail, "small")
        self._problem = WrappedLabel(role="danger")
        self._problem.hide()
        self._action = Button(theme, "", kind="link")
        self._action.clicked.connect(lambda: self.action_requested.emit(self.key))
        self._action.hide()
        self._remove = IconButton(
            theme, "x", self.tr("Remove {name}").format(name=name), kind="tiny"
        )
        self._remove.clicked.connect(lambda: self.removed.emit(self.key))
        layout = spacing.row(theme, self, gap=8, margins=(10, 1, 2, 1))
        layout.addWidget(self._icon)
        layout.addWidget(self._name)
        layout.addWidget(self._detail)
        layout.addWidget(self._problem, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._remove)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.set_detail(detail)

    def set_detail(self, detail: str, action: str = "") -> None:
        """Shows what is known by now, such as "12 pages · fits", and what can be done."""
        self._detail.setText(detail)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(f"{self._name.text()}, {self._detail.text()}")

    def set_problem(self, sentence: str) -> None:
        """Says in one sentence why the file cannot go with the message; it names the file."""
        self._icon.set_icon("triangle-alert", "danger")
        self._problem.setText(sentence)
        for each in (self._name, self._detail, self._action):
            each.hide()
        self._problem.show()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self._problem.text())

    def _on_theme_changed(self) -> None:
        most = self._theme.px(_MOST_NAME_PX)
        self._name.setMaximumWidth(most)
        self._name.setMinimumWidth(min(self._name.sizeHint().width(), most))
