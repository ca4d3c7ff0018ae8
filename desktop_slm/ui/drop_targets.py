"""Two large places to drop files on, over the whole window while files are dragged across it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.dropped_files import DroppedFiles, files_in
from desktop_slm.ui.theme import Theme

_MARGIN_PX = 24
_RADIUS_PX = 16


class DropTargets(QWidget):
    """Hidden until `offer`; the half under the pointer takes the files."""

    summary_dropped = Signal(object)  # DroppedFiles
    attachment_dropped = Signal(object)  # DroppedFiles

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._can_attach = False
        self._pointer = QPoint(-1, -1)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Drop files here"))
        self.hide()

    def offer(self, place: QRect, *, can_attach: bool) -> None:
        """Covers the window; `can_attach` says whether there is a chat to add files to."""
        self._can_attach = can_attach
        self._pointer = QPoint(-1, -1)
        self.setGeometry(place)
        self.raise_()
        self.show()

    def targets(self) -> tuple[tuple[QRect, str, str], ...]:
        """Returns the place, icon and words of each target."""
        margin = self._theme.px(_MARGIN_PX)
        whole = self.rect().adjusted(margin, margin, -margin, -margin)
        summarize = ("file-text", self.tr("Summarize"))
        if not self._can_attach:
            return ((whole, *summarize),)
        half = (whole.width() - margin) // 2
        left, right = QRect(whole), QRect(whole)
        left.setWidth(half)
        right.setLeft(whole.right() - half + 1)
        if self.isRightToLeft():
            left, right = right, left
        return ((left, *summarize), (right, "paperclip", self.tr("Add to this chat")))

    # Dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files."""
        if has_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Marks the target under the pointer."""
        self._pointer = event.position().toPoint()
        self.update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Goes away with the files."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hands the files to the target under the pointer."""
        self.hide()
        files = files_in(event.mimeData())
        event.acceptProposedAction()
        self.take(files, event.position().toPoint())

    def take(self, files: DroppedFiles, at: QPoint) -> None:
        """Hands files on as the target at a point, or the nearest to it, says."""
        self._pointer = at
        is_attachment = self._can_attach and self._chosen() == 1
        (self.attachment_dropped if is_attachment else self.summary_dropped).emit(files)

    def _chosen(self) -> int:
        """Returns the index of the nearest target."""
        distances = [
            (place.center() - self._pointer).manhattanLength() for place, _, _ in self.targets()
        ]
        return distances.index(min(distances))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the targets over a veil."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.color("background"))
        veil.setAlphaF(0.92)
        painter.fillRect(self.rect(), veil)
        is_inside = self.rect().contains(self._pointer)
        chosen = self._chosen() if is_inside else -1
        for number, (place, icon, words) in enumerate(self.targets()):
            self._paint_target(painter, place, icon, words, is_chosen=number == chosen)

    def _paint_target(
        self, painter: QPainter, place: QRect, icon: str, words: str, *, is_chosen: bool
    ) -> None:
        theme = self._theme
        line = theme.px(3 if is_chosen else 2)
        style = Qt.PenStyle.SolidLine if is_chosen else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.color("accent" if is_chosen else "control_line"), line, style))
        painter.setBrush(theme.color("soft_accent" if is_chosen else "background"))
        painter.drawRoundedRect(place, theme.px(_RADIUS_PX), theme.px(_RADIUS_PX))
        side, gap = theme.px(32), theme.px(12)
        painter.setFont(theme.font(16, bold=True))
        height = painter.fontMetrics().height()
        top = place.center().y() - (side + gap + height) // 2
        token = "accent" if is_chosen else "text"
        pixmap = theme.pixmap(icon, token, 32, self.devicePixelRatio())
        painter.drawPixmap(place.center().x() - side // 2, top, pixmap)
        painter.setPen(theme.color("text"))
        under = QRect(place.left(), top + side + gap, place.width(), height)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, words)


def has_files(data: QMimeData) -> bool:
    """Whether what is dragged or pasted names files, takeable or not."""
    return bool(files_in(data))
