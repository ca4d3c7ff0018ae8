"""A button that is only an icon: 28 px, with a name for those who cannot guess it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme


class IconButton(QToolButton):
    """An icon to press; its name is the tooltip, followed by the shortcut, and what is read out."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        shortcut: str = "",
        kind: str = "",
        token: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._token = "on_accent" if kind == "primary" else token
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where it was
        self.set_name(name, shortcut)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_name(self, name: str, shortcut: str = "") -> None:
        """Sets what the button does, in words; `shortcut` is shown, not installed."""
        self.setAccessibleName(plain_text.one_line(name))
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        plain_text.set_tooltip(self, f"{name} ({keys})" if keys else name)

    def set_icon(self, icon: str, token: str = "") -> None:
        """Shows another icon, in another colour where a token is named."""
        self._icon = icon
        self._token = token or self._token
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self._token))
        self.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
