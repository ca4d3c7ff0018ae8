"""The Summarize page with nothing on it yet: where to drop, what is read, what is private."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.ordering.options_panel import OptionsPanel
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import SMALL_PX, Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 640
_RADIUS_PX = 12


class StartPanel(QWidget):
    """A drop target with everything one needs to begin. The page takes the drop."""

    files_requested = Signal()
    verify_requested = Signal()
    compare_requested = Signal()
    sample_requested = Signal()

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choose = Button(theme, self.tr("Choose files…"), kind="primary", icon="folder-open")
        self.choose.clicked.connect(self.files_requested)
        self.options = OptionsPanel(theme, words)
        self.target = _DropTarget(theme)
        self._fill_target()
        outer = spacing.column(theme, self, gap=16, margins=(24, 24, 24, 24))
        outer.addStretch(2)
        row = spacing.row(theme, gap=0)
        row.addStretch(1)
        row.addWidget(self.target, 1000)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addWidget(self._private())
        self.verify = Button(theme, self.tr("Verify an export…"), kind="quiet", icon="shield")
        self.verify.clicked.connect(self.verify_requested)
        self.compare = Button(
            theme, self.tr("Compare two versions…"), kind="quiet", icon="columns-2"
        )
        self.compare.clicked.connect(self.compare_requested)
        self.sample = Button(theme, self.tr("Summarize a sample"), kind="quiet", icon="file-text")
        self.sample.clicked.connect(self.sample_requested)
        beside = QWidget()
        more = FlowLayout(theme, beside, gap=8)
        more.addWidget(self.sample)
        more.addWidget(self.compare)
        more.addWidget(self.verify)
        outer.addWidget(beside, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_hovered(self, is_hovered: bool) -> None:
        """Shows that files which are held over the page would be taken."""
        self.target.set_hovered(is_hovered)

    def _fill_target(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = spacing.column(self._theme, self.target, gap=8, margins=(32, 56, 32, 48))
        column.addWidget(IconLabel(self._theme, "files", "accent", size=48), 0, middle)
        column.addSpacing(8)
        for words, role in (
            (self.tr("Drop documents here to summarize them"), "title"),
            (
                self.tr(
                    "PDF, Word, OpenDocument, PowerPoint, Excel, EPUB, RTF, CSV, mails, subtitles, "
                    "web pages, Markdown and plain text. Every page is read, and the sentences "
                    "of the summary lead to the passages behind them."
                ),
                "muted",
            ),
        ):
            label = WrappedLabel(words, role)
            label.setAlignment(middle)
            column.addWidget(label)
        column.addSpacing(12)
        column.addWidget(self.choose, 0, middle)
        column.addSpacing(8)
        column.addWidget(self.options, 0, middle)

    def _private(self) -> QWidget:
        """One line in the middle, as wide as its words; two where the window is narrow."""
        line = QWidget()
        row = spacing.row(self._theme, line, gap=8)
        row.addStretch(1)
        row.addWidget(IconLabel(self._theme, "lock", "good", size=14))
        words = self.tr("Nothing leaves this computer: documents are read and summarized here.")
        self._privacy = WrappedLabel(words, "small")
        beside_icon = spacing.column(self._theme, gap=0, margins=(0, 5, 0, 5))
        beside_icon.addWidget(self._privacy)
        row.addLayout(beside_icon, 1000)
        row.addStretch(1)
        return line

    def _on_theme_changed(self) -> None:
        self.target.setMaximumWidth(self._theme.px(_WIDTH_PX))
        metrics = QFontMetrics(self._theme.font(SMALL_PX))
        self._privacy.setMaximumWidth(metrics.horizontalAdvance(self._privacy.text()) + 4)


class _DropTarget(QWidget):
    """A dashed frame; in the accent colour while files are held over the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_hovered = False
        theme.changed.connect(self.update)

    def set_hovered(self, is_hovered: bool) -> None:
        """Draws the frame as one that would take what is held over it."""
        self._is_hovered = is_hovered
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws ground and frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._theme.hairline() * (2 if self._is_hovered else 1)
        pen = QPen(self._theme.color("accent" if self._is_hovered else "control_line"), line)
        if not self._is_hovered:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(self._theme.color("soft_accent" if self._is_hovered else "raised"))
        radius = self._theme.px(_RADIUS_PX)
        inset = line / 2 + 1
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, radius, radius)
