"""Shows what would be fetched and under which license, and asks for a yes before the first byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.models import wording
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 480
_SHARE_OF_WINDOW = 0.9


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a model fits: a few words, the role of their colour, and a sentence with figures."""

    label: str
    tone: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A model as the person is shown it; `about_network` is "" where it goes without saying."""

    name: str
    repo: str
    size_bytes: int
    license: str
    license_address: str
    conditions: str = ""
    about_network: str = ""
    files: int = 1
    verdict: Verdict | None = None


class GetDialog(WindowDialog):
    """File, size, license, and two buttons; `open_address` shows the license in the browser."""

    def __init__(
        self,
        theme: Theme,
        offered: Offered,
        open_address: Callable[[str], object],
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Get a model"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._room = parent.size() * _SHARE_OF_WINDOW
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), self._room.width()))
        whole = self._whole = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        self._said = QWidget()
        self._said.setObjectName("scrolled")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._said)
        whole.addWidget(self._scroll, 1)
        column = spacing.column(theme, self._said, gap=12)
        title = self.tr("Get {name}?").format(name=offered.name)
        column.addWidget(WrappedLabel(title, "title"))
        size = wording.size(offered.size_bytes)
        from_words = (
            self.tr("{size} in {count} files from {repo}")
            if offered.files > 1
            else self.tr("{size} from {repo}")
        )
        words = from_words.format(size=size, repo=offered.repo, count=offered.files)
        column.addWidget(WrappedLabel(words, "muted"))
        if offered.verdict:
            column.addWidget(WrappedLabel(offered.verdict.label, offered.verdict.tone))
            column.addWidget(WrappedLabel(offered.verdict.sentence))
        self._add_license(offered, column.addWidget)
        if offered.about_network:
            column.addWidget(WrappedLabel(offered.about_network))
        column.addStretch(1)
        buttons = spacing.row(theme, gap=8)
        read = Button(theme, self.tr("Read the license"), kind="link", icon="external-link")
        read.clicked.connect(lambda _checked: open_address(offered.license_address))
        read.setVisible(bool(offered.license_address))
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.accept_button = Button(theme, self.tr("Accept and get"), kind="primary")
        self.accept_button.clicked.connect(self.accept)
        buttons.addWidget(read)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        whole.addLayout(buttons)
        cancel.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Takes the height that its words need, as far as the window has it."""
        super().showEvent(event)
        around = self._whole.sizeHint().height() - self._scroll.sizeHint().height()
        margins = self._whole.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        needed = self._said.heightForWidth(width) + around
        self.resize(self.width(), min(needed, self._room.height()))

    def _add_license(self, offered: Offered, add: Callable[[QWidget], object]) -> None:
        stated = wording.license_name(offered.license)
        name = stated or self.tr("not stated by its publisher")
        words = self.tr("License: {license}").format(license=name)
        add(WrappedLabel(words, "strong"))
        if offered.conditions:
            add(WrappedLabel(offered.conditions))
        if offered.license_address:
            add(WrappedLabel(offered.license_address, "small"))
