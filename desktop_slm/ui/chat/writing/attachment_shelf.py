"""The chips of a message: all of them where there is room, else they scroll in what there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.flow_layout import FlowLayout

_ROW_PX = 34  # a chip of one line


class AttachmentShelf(QScrollArea):
    """Never lower than a chip, so that each can be read and taken off in the lowest window."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self.flow = FlowLayout(theme, self._content, gap=8)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setWidget(self._content)
        self._content.installEventFilter(self)
        theme.changed.connect(self._fit)

    def add(self, chip: QWidget) -> None:
        """Shows one more, and the shelf with it."""
        self.flow.addWidget(chip)
        self.show()

    def take_off(self, chip: QWidget) -> None:
        """Lets go of one, and hides where there is none left."""
        self.flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.setVisible(self.flow.count() > 0)

    def sizeHint(self) -> QSize:
        """Returns room for all chips in the width at hand."""
        return QSize(super().sizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:
        """Returns room for one chip."""
        return QSize(self._theme.px(_ROW_PX), min(self._wanted(), self._theme.px(_ROW_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Counts the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows chips that come, go and grow."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _wanted(self) -> int:
        return self.flow.heightForWidth(max(self.width(), 1))

    def _fit(self) -> None:
        self.setMaximumHeight(max(self._wanted(), 1))
        self.updateGeometry()
