"""Checks an exported summary against its document, over the window: two files, one answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.assistants.verification import verifying
from desktop_slm.assistants.verification.findings import Finding
from desktop_slm.assistants.verification.verifying import Verdict
from desktop_slm.documents.file_names import PATTERNS
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import plain_text, spacing, wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.file_dialogs import FileDialogs
from desktop_slm.ui.recognized_reading import RecognizedReading
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 560
_RESULT_PX = 220
_UNDER_WORDS_PX = 26  # the icon and its gap
_SHARE_OF_WINDOW = 0.9
_MOST_SHOWN = 200
_EXPORTS = " ".join(f"*.{each.value}" for each in ExportFormat)


class VerifyDialog(WindowDialog):
    """Asks for the export and the document, and says what fits and what does not."""

    answered = Signal()

    def __init__(self, core: Core, dialogs: FileDialogs, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._core, self._dialogs = core, dialogs
        self._export: Path | None = None
        self._document: Path | None = None
        self.setWindowTitle(plain_text.window_title(self.tr("Verify an export")))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = core.theme
        room = int(parent.width() * _SHARE_OF_WINDOW)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), room))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(self.tr("Verify an export"), "title"))
        column.addWidget(
            WrappedLabel(
                self.tr(
                    "An exported summary carries what is needed to find out whether anything in "
                    "it was changed, and whether its quotes are in the document."
                ),
                "muted",
            )
        )
        self.export = _FileRow(theme, self.tr("Export"), self.tr("Choose the exported summary…"))
        self.document = _FileRow(theme, self.tr("Document"), self.tr("Choose the document…"))
        for row in (self.export, self.document):
            column.addWidget(row)
        _align([self.export, self.document])
        self.outcome = _Result(theme)
        column.addWidget(self.outcome)
        column.addStretch(1)
        column.addLayout(self._buttons(theme))
        self.export.choose.clicked.connect(self._choose_export)
        self.document.choose.clicked.connect(self._choose_document)
        self.export.choose.setFocus()

    def take_document(self, path: Path) -> None:
        """Fills in the document."""
        self._document = path
        self.document.show_file(path.name)
        self._on_files_changed()

    def take_export(self, path: Path) -> None:
        """Fills in the export."""
        self._export = path
        self.export.show_file(path.name)
        self._on_files_changed()

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        self.verify = Button(theme, self.tr("Verify"), kind="primary")
        self.verify.clicked.connect(self._on_verify)
        self.verify.setEnabled(False)
        close = Button(theme, self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = spacing.row(theme, gap=8)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.verify)
        return buttons

    def _choose_export(self) -> None:
        kinds = self.tr("Exported summaries") + f" ({_EXPORTS})"
        title = self.tr("Choose the exported summary")
        self._dialogs.choose_one(self, title, kinds, self.take_export)

    def _choose_document(self) -> None:
        kinds = self.tr("Documents") + f" ({PATTERNS})"
        title = self.tr("Choose the document that was summarized")
        self._dialogs.choose_one(self, title, kinds, self.take_document)

    def _on_files_changed(self) -> None:
        is_ready = self._export is not None and self._document is not None
        self.verify.setEnabled(is_ready)
        self.verify.setDefault(is_ready)
        self.outcome.forget()
        if is_ready:
            self.verify.setFocus()

    def _on_verify(self) -> None:
        export, document = self._export, self._document
        if export is None or document is None:
            return
        self.verify.setEnabled(False)
        read = RecognizedReading(self._core)
        self.outcome.show_progress(self.tr("Reading the export and the document…"))
        self._core.operations.run(
            self,
            lambda _job: verifying.verify(export, [document], read=read),
            on_success=self._on_verified,
            on_failure=self._on_failed,
        )

    def _on_verified(self, verdict: Verdict) -> None:
        self.verify.setEnabled(True)
        if verdict.is_unchanged:
            words = self.tr(
                "Nothing was changed since the export. Sentences: {0}. Quotes found at their "
                "places: {1}. Pages or parts accounted for: {2}."
            ).format(verdict.sentences, verdict.footnotes, verdict.pages)
        else:
            words = self.tr("This is not as it was exported, or not of this document:")
        found = [_sentence(finding) for finding in verdict.findings[:_MOST_SHOWN]]
        if len(verdict.findings) > _MOST_SHOWN:
            rest = len(verdict.findings) - _MOST_SHOWN
            found.append(self.tr("{0} more of the kind.").format(rest))
        self.outcome.show_answer(words, found, is_good=verdict.is_unchanged)
        self.answered.emit()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.verify.setEnabled(True)
        self.outcome.show_answer(wording.sentence(error), [], is_good=False, has_meaning=False)
        self.answered.emit()


class _FileRow(QWidget):
    """The name of a file that was chosen, and the button that chooses it."""

    def __init__(self, theme: Theme, label: str, action: str) -> None:
        super().__init__()
        self.label = PlainLabel(label, "muted")
        self.name = ElidedLabel(self.tr("none chosen yet"), elide=Qt.TextElideMode.ElideMiddle)
        self.choose = Button(theme, self.tr("Choose…"), icon="folder-open")
        self.choose.setAccessibleName(action)
        row = spacing.row(theme, self, gap=12)
        row.addWidget(self.label)
        row.addWidget(self.name, 1)
        row.addWidget(self.choose)

    def show_file(self, name: str) -> None:
        """Shows the chosen file."""
        self.name.setText(name)


class _Result(QFrame):
    """The answer; hidden until there is one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = IconLabel(theme, "info", "accent")
        self.sentence = WrappedLabel()
        self._list = QWidget()
        self._list.setObjectName("scrolled")
        self._rows = spacing.column(theme, self._list, gap=8, margins=(_UNDER_WORDS_PX, 0, 0, 0))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("What was found"))
        self._area.setWidget(self._list)
        self._meaning = WrappedLabel(_meaning(), "small")
        column = spacing.column(theme, self, gap=10, margins=(0, 4, 0, 0))
        head = spacing.row(theme, gap=10)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence, 1)
        column.addLayout(head)
        column.addWidget(self._area)
        column.addWidget(self._meaning)
        self.hide()

    def forget(self) -> None:
        """Shows nothing."""
        self.hide()

    def show_progress(self, words: str) -> None:
        """Says what is done now."""
        self._show("clock", "muted", words, [])
        self._meaning.hide()

    def show_answer(
        self, words: str, found: list[str], *, is_good: bool, has_meaning: bool = True
    ) -> None:
        """Shows the answer and each thing that was found."""
        icon = ("circle-check", "good") if is_good else ("triangle-alert", "danger")
        self._show(*icon, words, found)
        self._meaning.setVisible(has_meaning)

    def findings(self) -> list[str]:
        """Returns what is listed."""
        labels = self._list.findChildren(WrappedLabel)
        return [label.text() for label in labels if not label.isHidden()]

    def _show(self, icon: str, token: str, words: str, found: list[str]) -> None:
        self._icon.set_icon(icon, token)
        self.sentence.setText(words)
        self.setAccessibleName(" ".join([words, *found]))
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in found:
            self._rows.addWidget(WrappedLabel(each))
        self._rows.addStretch(1)
        self._area.setVisible(bool(found))
        high = self._list.sizeHint().height() if found else 0
        self._area.setFixedHeight(min(high + 8, self._theme.px(_RESULT_PX)))
        self.show()


def _align(rows: list[_FileRow]) -> None:
    """Makes the labels of some rows equally wide."""
    width = max(QFontMetrics(row.label.font()).horizontalAdvance(row.label.text()) for row in rows)
    for row in rows:
        row.label.setMinimumWidth(width)


def _sentence(finding: Finding) -> str:
    translated = QCoreApplication.translate("findings", finding.template)
    return translated.format(**finding.fields)


def _meaning() -> str:
    return QCoreApplication.translate("findings", verifying.MEANING)
