"""Shows what would be fetched and under which license, and asks for a yes before the first byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.models import wording
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 480
_SHARE_OF_WINDOW = 0.9


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as the person is shown it; `about_network` is "" where it goes without saying."""

    name: str
    repo: str
    size_bytes: int
    license: str
    license_address: str
    conditions: str = ""
    about_network: str = ""


class GetDialog(QDialog):
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
        room = int(parent.width() * _SHARE_OF_WINDOW)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), room))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        title = self.tr("Get {name}?").format(name=offered.name)
        column.addWidget(WrappedLabel(title, "title"))
        size = wording.size(offered.size_bytes)
        from_words = self.tr("{size} from {repo}").format(size=size, repo=offered.repo)
        column.addWidget(WrappedLabel(from_words, "muted"))
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
        column.addLayout(buttons)
        cancel.setFocus()

    def _add_license(self, offered: Offered, add: Callable[[QWidget], object]) -> None:
        stated = wording.license_name(offered.license)
        name = stated or self.tr("not stated by its publisher")
        words = self.tr("License: {license}").format(license=name)
        add(WrappedLabel(words, "strong"))
        if offered.conditions:
            add(WrappedLabel(offered.conditions))
        if offered.license_address:
            add(WrappedLabel(offered.license_address, "small"))
