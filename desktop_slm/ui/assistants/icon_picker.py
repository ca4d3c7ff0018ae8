"""One of a few icons for an assistant."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop_slm.assistants.personas.assistant import ICONS
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_button import IconButton


class IconPicker(QWidget):
    """Buttons in rows; arrow keys go through them."""

    def __init__(self, theme: Theme, icon: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Icon"))
        self._buttons: dict[str, IconButton] = {}
        flow = FlowLayout(theme, self, gap=4)
        group = QButtonGroup(self)
        names = self._names()
        for each in ICONS:
            button = IconButton(theme, each, names[each], kind="choice", token="text")
            button.setCheckable(True)
            button.setChecked(each == icon)
            group.addButton(button)
            self._buttons[each] = button
            flow.addWidget(button)

    def icon(self) -> str:
        """Returns the chosen one."""
        chosen = (name for name, button in self._buttons.items() if button.isChecked())
        return next(chosen, ICONS[0])

    def _names(self) -> dict[str, str]:
        return {
            "sparkles": self.tr("Sparkles"),
            "message-square": self.tr("Speech bubble"),
            "pen-line": self.tr("Pen"),
            "languages": self.tr("Languages"),
            "lightbulb": self.tr("Light bulb"),
            "scale": self.tr("Scales"),
            "stethoscope": self.tr("Stethoscope"),
            "chart-line": self.tr("Chart"),
            "graduation-cap": self.tr("Graduation cap"),
            "code": self.tr("Code"),
            "clipboard-list": self.tr("Clipboard"),
            "book-open": self.tr("Book"),
            "file-text": self.tr("Document"),
            "list-checks": self.tr("List"),
            "search": self.tr("Magnifying glass"),
            "user": self.tr("Person"),
            "star": self.tr("Star"),
            "globe": self.tr("Globe"),
        }
