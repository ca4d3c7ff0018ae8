"""What the model thought before its answer: folded away, there for whoever wants to look."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_slm.ui.chat.stack import Stack
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.message_body import MessageBody


class ThinkingBlock(Stack):
    """A line that opens; the text is laid out when it is first looked at."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._text = ""
        self._is_streaming = False
        self._body: MessageBody | None = None
        line = QWidget()
        self._toggle = Button(theme, "", kind="small", icon="chevron-right")
        self._toggle.clicked.connect(self._on_clicked)
        from desktop_slm.ui import spacing

        row = spacing.row(theme, line, gap=0)
        row.addWidget(self._toggle)
        row.addStretch(1)
        self.add(line)
        self._show_state()

    def append(self, text: str) -> None:
        """Adds streamed thoughts."""
        self._text += text
        self._is_streaming = True
        if self._body is not None:
            self._body.append(text)
        self._show_state()

    def finish(self, text: str) -> None:
        """Takes the whole of it."""
        was_streaming, self._is_streaming = self._is_streaming, False
        if self._body is not None and (not was_streaming or text != self._text):
            self._body.set_markdown(text)
        elif self._body is not None:
            self._body.finish()
        self._text = text
        self._show_state()

    def _on_clicked(self) -> None:
        if self._body is None:
            self._body = MessageBody(self._theme)
            self._body.setAccessibleName(self.tr("What the model thought"))
            self.add(self._body, 4)
            if self._is_streaming:
                self._body.append(self._text)
            else:
                self._body.set_markdown(self._text)
        else:
            self._body.setVisible(self._body.isHidden())
        self._show_state()
        self.place()

    def _show_state(self) -> None:
        is_open = self._body is not None and not self._body.isHidden()
        words = self.tr("Thinking …") if self._is_streaming else self.tr("What it thought first")
        if words != self._toggle.accessibleName():
            self._toggle.setText(words)
        self._toggle.set_icon("chevron-down" if is_open else "chevron-right")
        said = self.tr("Opened") if is_open else self.tr("Folded")
        self._toggle.setAccessibleDescription(said)
