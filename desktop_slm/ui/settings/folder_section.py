"""The models folder: where it is, and what lies in it is used for."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.parts import Row, Section
from desktop_slm.ui.widgets.button import Button


class FolderSection(Section):
    """A path that can be copied."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(core.theme, self.tr("Models folder"), parent=parent)
        folder = str(core.outside.paths.models)
        copy = Button(core.theme, self.tr("Copy path of the models folder"))
        copy.clicked.connect(lambda _checked: QGuiApplication.clipboard().setText(folder))
        more = self.tr(
            "Model files (.gguf) that you put here are listed on the Models page. Files that you "
            "import stay where they are."
        )
        self.column.addWidget(Row(core.theme, folder, more, copy))
