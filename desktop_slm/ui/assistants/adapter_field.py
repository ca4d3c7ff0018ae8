"""The adapter of an assistant: a file that changes how a model answers (LoRA)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_slm.ui import plain_text, spacing, wording
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.ui.core import Core

    IsAdapter = Callable[[Path], bool]


class AdapterField(QWidget):
    """The file is looked into by a child before it is taken."""

    changed = Signal()

    def __init__(
        self,
        core: Core,
        path: str,
        is_adapter: IsAdapter | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._path = path
        self._is_adapter = is_adapter or _is_adapter
        theme = core.theme
        self._name = ElidedLabel()
        self._choose = Button(theme, self.tr("Choose a file…"))
        self._remove = Button(theme, self.tr("Remove"))
        self._problem = WrappedLabel("", "warning")
        self._problem.hide()
        row = spacing.row(theme, gap=8)
        row.addWidget(self._name, 1)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        column = spacing.column(theme, self, gap=4)
        column.addLayout(row)
        column.addWidget(self._problem)
        self._choose.setAccessibleName(self.tr("Choose an adapter"))
        self._remove.setAccessibleName(self.tr("Remove the adapter"))
        self._choose.clicked.connect(self._on_choose)
        self._remove.clicked.connect(lambda: self._take(""))
        self._take(path)

    def path(self) -> str:
        """Returns the chosen file, or "" where there is none."""
        return self._path

    def choose(self, path: Path) -> None:
        """Takes a file, once it was looked into."""
        self._choose.setEnabled(False)
        self._core.operations.run(
            self,
            lambda job: self._is_adapter(path),
            on_success=lambda is_adapter: self._on_looked(path, is_adapter),
            on_failure=self._on_failed,
        )

    def _on_choose(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose an adapter"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Adapters (*.gguf)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def _on_looked(self, path: Path, is_adapter: bool) -> None:
        self._choose.setEnabled(True)
        if is_adapter:
            self._take(str(path))
        else:
            words = self.tr("“{name}” is no adapter. Choose the adapter's file.")
            self._tell(words.format(name=path.name))

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._choose.setEnabled(True)
        self._tell(wording.sentence(error))

    def _take(self, path: str) -> None:
        self._path = path
        self._name.setText(Path(path).name if path else self.tr("None"))
        plain_text.set_tooltip(self._name, path)
        self._remove.setVisible(bool(path))
        self._tell("")
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


def _is_adapter(path: Path) -> bool:
    from desktop_slm.models.facts import FileKind
    from desktop_slm.models.inspection import Inspection

    return Inspection().facts(path).kind is FileKind.ADAPTER
