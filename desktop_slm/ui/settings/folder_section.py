"""The models folder: where it is, and how it becomes another one, with what is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.copying import Progress
from desktop_slm.models.moving import Move, Plan
from desktop_slm.ui import quantities, spacing, wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.parts import Row, Section
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.choice_dialog import Choice, ChoiceDialog, Option
from desktop_slm.ui.widgets.progress_line import ProgressLine

_MOVE, _LEAVE = "move", "leave"


class FolderSection(Section):
    """The path, another folder, and how far a move is."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(core.theme, self.tr("Models folder"), parent=parent)
        self._core = core
        theme = core.theme
        self.copy_button = Button(theme, self.tr("Copy path of the models folder"))
        self.copy_button.clicked.connect(self._on_copy)
        more = self.tr(
            "Model files (.gguf) that you put here are listed on the Models page. Files that you "
            "import stay where they are unless you choose otherwise."
        )
        self._path = Row(theme, str(core.library.folder), more, self.copy_button)
        self.column.addWidget(self._path)
        self.other_button = Button(theme, self.tr("Choose another folder…"))
        self.other_button.clicked.connect(self.choose_folder)
        self.column.addWidget(
            Row(
                theme,
                self.tr("Keep models somewhere else"),
                self.tr(
                    "On a larger disk, for example. What is in the folder moves along, or stays "
                    "where it is, as you choose."
                ),
                self.other_button,
            )
        )
        self._progress = ProgressLine(theme)
        self.stop_button = Button(theme, self.tr("Stop moving"), kind="small")
        self._work = QWidget()
        work = spacing.row(theme, self._work, gap=12, margins=(0, 10, 0, 10))
        work.addWidget(self._progress, 1)
        work.addWidget(self.stop_button)
        self._work.hide()
        self.banner = Banner(theme)
        self.column.addWidget(self._work)
        self.column.addWidget(self.banner)
        self._listen()

    def choose_folder(self) -> None:
        """Asks for a folder."""
        dialog = QFileDialog(self, self.tr("Where to keep models"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(lambda names: self.offer(Path(names[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def offer(self, folder: Path) -> None:
        """Asks what becomes of what is in the folder of now."""
        self.banner.hide()
        self._core.folder_moves.plan(folder, self._ask)

    def _listen(self) -> None:
        moves = self._core.folder_moves
        self.stop_button.clicked.connect(moves.stop)
        moves.began.connect(self._on_began)
        moves.progressed.connect(self._on_progressed)
        moves.ended.connect(self._on_ended)
        moves.stopped.connect(self._on_stopped)
        moves.interrupted.connect(self._on_interrupted)
        self._core.models_changed.connect(self._show_folder)

    def _ask(self, plan: Plan) -> None:
        moves = self._core.folder_moves
        if plan.files == 0:
            moves.begin(plan.target)
            return
        size = _size(plan.size_bytes)
        how = (
            self.tr("{size} are copied to the other disk, compared, and then removed here.")
            if plan.is_copied
            else self.tr("{size} stay on the same disk; this takes a moment.")
        )
        choice = Choice(
            self.tr("Use this folder for models?"),
            str(plan.target),
            (
                Option(_MOVE, self.tr("Move what is in the folder"), how.format(size=size)),
                Option(
                    _LEAVE,
                    self.tr("Leave the models where they are"),
                    self.tr("They stay on the list. New ones go to the other folder."),
                ),
            ),
            self.tr("Use this folder"),
        )
        dialog = ChoiceDialog(self._core.theme, choice, parent=self.window())
        dialog.chosen.connect(
            lambda key: (moves.begin if key == _MOVE else moves.choose)(plan.target)
        )
        dialog.open()

    def _show_folder(self) -> None:
        self._path.set_words(str(self._core.library.folder))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._core.library.folder))

    def _on_began(self) -> None:
        self.other_button.setEnabled(False)
        self.stop_button.setEnabled(True)
        self._progress.show_progress(self.tr("Moving…"), 0.0)
        self._work.show()

    def _on_progressed(self, progress: Progress) -> None:
        words = self.tr("Moving “{name}” · {percent} %")
        percent = int(progress.share * 100)
        self._progress.show_progress(
            words.format(name=progress.name, percent=percent), progress.share
        )

    def _on_stopped(self) -> None:
        self._end()
        self.banner.show_message(
            self.tr("The models folder is where it was. What had been moved was taken back.")
        )

    def _on_ended(self, error: DesktopSlmError | None) -> None:
        self._end()
        if error is None:
            words = self.tr("The models folder is {path} now.")
            self.banner.show_message(words.format(path=self._core.library.folder))
        else:
            self.banner.show_message(
                wording.sentence(error), tone="error", details=wording.details(error)
            )

    def _on_interrupted(self, move: Move) -> None:
        moves = self._core.folder_moves
        words = self.tr(
            "A move to {target} was interrupted. Nothing is lost: what has not come is still in "
            "{source}."
        )
        self.banner.show_message(
            words.format(target=move.target, source=move.source),
            tone="warning",
            actions=(
                (self.tr("Go on"), moves.go_on),
                (self.tr("Move it back"), moves.take_back),
            ),
        )

    def _end(self) -> None:
        self.other_button.setEnabled(True)
        self._work.hide()
        self._show_folder()


def _size(size_bytes: int) -> str:
    gigabytes = size_bytes / 1e9
    if gigabytes >= 1:
        return f"{quantities.decimal(gigabytes)} GB"
    return f"{quantities.decimal(size_bytes / 1e6, 0)} MB"
