"""The folder in which the shown chat is, before its title."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_label import IconLabel

_MOST_PX = 160


class PlaceMark(QWidget):
    """An icon and a name; hidden for a chat that is in the list alone."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ElidedLabel("", "small")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = spacing.row(theme, self, gap=6)
        row.addWidget(IconLabel(theme, "folder", "muted", size=14))
        row.addWidget(self._words)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def show_folder(self, name: str) -> None:
        """Names the folder that the chat is in; "" for none."""
        self._words.setText(name)
        words = self.tr("In the folder {name}").format(name=name) if name else ""
        self.setAccessibleName(words)
        plain_text.set_tooltip(self, words)
        self.setVisible(bool(name))

    def set_compact(self, is_compact: bool) -> None:
        """Leaves the icon, which says the name when it is pointed at, where there is no room."""
        self._words.setHidden(is_compact)

    def words(self) -> str:
        """Returns what is shown."""
        return self._words.text() if not self.isHidden() else ""

    def _on_theme_changed(self) -> None:
        self._words.setMaximumWidth(self._theme.px(_MOST_PX))
