"""About: versions that can be copied, and the licenses of the program and its parts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import spacing
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings import versions
from desktop_slm.ui.settings.parts import Section
from desktop_slm.ui.settings.version_line import VersionLine
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.plain_box import PlainBox
from desktop_slm.ui.widgets.text_dialog import TextDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class AboutSection(Section):
    """What is read from installed packages is read in the background."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(core.theme, self.tr("About"), parent=parent)
        self._core = core
        theme = core.theme
        self.box = PlainBox(theme, self.tr("Versions and licenses"))
        sentence = self.tr(
            "Desktop SLM is a private assistant that runs small language models on your own "
            "computer. It is free software under the Apache License 2.0."
        )
        buttons = QWidget()
        flow = FlowLayout(theme, buttons, gap=8)
        self.version = VersionLine(core)
        self.first_page = Button(theme, self.tr("Show the first page again"))
        self.first_page.clicked.connect(core.first_run_requested)
        self._copy = Button(theme, self.tr("Copy versions"), icon="copy")
        self._own = Button(theme, self.tr("License of Desktop SLM"))
        self._others = Button(theme, self.tr("Licenses of its parts"))
        for button in (self._copy, self._own, self._others, self.first_page):
            flow.addWidget(button)
        column = spacing.column(theme, gap=12, margins=(0, 8, 0, 0))
        column.addWidget(WrappedLabel(sentence))
        column.addWidget(self.version)
        column.addWidget(self.box)
        column.addWidget(buttons)
        self.column.addLayout(column)
        self._copy.clicked.connect(self.box.copy_all)
        self._own.clicked.connect(lambda _c: self._show(self._own.text(), versions.own_license))
        self._others.clicked.connect(
            lambda _c: self._show(self._others.text(), versions.license_texts)
        )

    def refresh(self) -> None:
        """Reads the versions."""
        self.version.refresh()
        self._read(versions.report, self.box.show_text)

    def _show(self, title: str, read: Callable[[], str]) -> None:
        self._read(read, lambda text: self._open(title, text))

    def _open(self, title: str, text: str) -> None:
        TextDialog(self._core.theme, title, text, parent=self.window()).open()

    def _read(self, read: Callable[[], str], show: Callable[[str], object]) -> None:
        self._core.operations.run(
            self, lambda job: read(), on_success=show, on_failure=self._on_failed
        )

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._core.report(error)
