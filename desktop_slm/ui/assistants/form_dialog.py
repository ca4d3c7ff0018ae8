"""A dialog with a form that scrolls: a title, fields one under the other, Cancel and one verb."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 600
_SHARE_OF_WINDOW = 0.92


class FormDialog(WindowDialog):
    """Over its window, as high as there is room; Esc asks `reject`."""

    def __init__(
        self, theme: Theme, title: str, action: str, *, height_px: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(plain_text.window_title(title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = QWidget()
        self._form.setObjectName("scrolled")
        self.fields = spacing.column(theme, self._form, gap=14, margins=(24, 4, 24, 12))
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._form)
        self.act_button = Button(theme, action, kind="primary")
        self.act_button.setDefault(True)
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        head = spacing.row(theme, gap=0, margins=(24, 20, 24, 8))
        head.addWidget(WrappedLabel(title, "title"))
        foot = spacing.row(theme, gap=8, margins=(24, 8, 24, 16))
        self.problem = WrappedLabel("", "warning")
        foot.addWidget(self.problem, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.act_button)
        column = spacing.column(theme, self, gap=0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        room = parent.size() * _SHARE_OF_WINDOW
        self.resize(min(theme.px(_WIDTH_PX), room.width()), min(theme.px(height_px), room.height()))

    def add_field(self, name: str, field: QWidget | QLayout, hint: str = "") -> None:
        """Adds a field with its name over it."""
        part = spacing.column(self._theme, gap=4)
        part.addWidget(WrappedLabel(name, "strong-small"))
        if isinstance(field, QLayout):
            part.addLayout(field)
        else:
            part.addWidget(field)
        if hint:
            part.addWidget(WrappedLabel(hint, "small"))
        self.fields.addLayout(part)
