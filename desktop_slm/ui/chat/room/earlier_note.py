"""The summary that goes to the model in place of the messages above it: folded, to be looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.chat.stack import Stack
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.message_body import MessageBody

_GAP_PX = 20


class EarlierNote(Stack):
    """A line that opens; the text is laid out when it is first looked at."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.text = text
        self._body: MessageBody | None = None
        line = QWidget()
        words = self.tr("Summary of the messages above, sent in their place")
        self._toggle = Button(theme, words, kind="small", icon="chevron-right")
        self._toggle.clicked.connect(self._on_clicked)
        row = spacing.row(theme, line, gap=0, margins=(0, 0, 0, 8))
        row.addWidget(self._toggle)
        row.addStretch(1)
        self.add(line)
        self._foot = QWidget()  # apart from the message under it
        self._foot.setFixedHeight(theme.px(_GAP_PX))
        theme.changed.connect(self._on_theme_changed)
        self._show_state()

    @property
    def is_open(self) -> bool:
        """Whether the summary can be read."""
        return self._body is not None and not self._body.isHidden()

    def _on_clicked(self) -> None:
        if self._body is None:
            self._body = MessageBody(self._theme)
            self._body.setAccessibleName(self.tr("Summary of the messages above"))
            self._body.set_markdown(self.text)
            self.add(self._body, 4)
            self.add(self._foot)
        else:
            self._body.setVisible(self._body.isHidden())
        self._foot.setVisible(self.is_open)
        self._show_state()
        self.place()

    def _on_theme_changed(self) -> None:
        self._foot.setFixedHeight(self._theme.px(_GAP_PX))

    def _show_state(self) -> None:
        self._toggle.set_icon("chevron-down" if self.is_open else "chevron-right")
        said = self.tr("Opened") if self.is_open else self.tr("Folded")
        self._toggle.setAccessibleDescription(said)
