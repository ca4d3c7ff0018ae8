"""The page that a person sees first: what is kept, what this computer can do, and a model.

It ends as soon as there is something to chat with; what is got goes on coming in behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_slm import policy
from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.adding import Added
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.other_apps.found import Surroundings
from desktop_slm.models.other_apps.search import here
from desktop_slm.models.verification import Verifications
from desktop_slm.ui import accessible_roles, spacing, wording
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.first_run import suggestion, words
from desktop_slm.ui.first_run.model_step import ModelStep
from desktop_slm.ui.first_run.step import Step
from desktop_slm.ui.first_run.suggestion import Suggestion
from desktop_slm.ui.models.files.bringing import Bringing
from desktop_slm.ui.models.files.file_work import FileWork
from desktop_slm.ui.models.files.from_other_apps import OtherApps
from desktop_slm.ui.models.files.work_line import WorkLine
from desktop_slm.ui.models.listing.entry import Sources
from desktop_slm.ui.models.network.obtaining import Obtaining
from desktop_slm.ui.operations import Job, Operation
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 620
_ACTIVE = ("running", "waiting")


class FirstRunPage(QScrollArea):
    """`finished` says that work can begin with the model now chosen, or without one."""

    finished = Signal()

    def __init__(
        self,
        core: Core,
        parent: QWidget | None = None,
        *,
        inspection: Inspection | None = None,
        surroundings: Callable[[], Surroundings] = here,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._found: Suggestion | None = None
        self._why_not = ""
        self._practice: InstalledModel | None = None
        self._looking: Operation[Suggestion] | None = None
        theme = core.theme
        accessible_roles.name(self, "page", self.tr("First steps"))
        self._content = QWidget()
        self.banner = Banner(theme)
        verifications = Verifications(core.outside.paths, now)
        sources = Sources(core.library, core.engine, verifications, inspection or Inspection())
        self.obtaining = Obtaining(core, self.banner, self)
        self.work_line = WorkLine(theme)
        work = FileWork(core, self.work_line, self._on_failed)
        self.bringing = Bringing(core, sources, self.banner, work, self)
        self.others = OtherApps(core, sources, self.banner, self, surroundings=surroundings)
        self.kept = Step(theme, 1, self.tr("What is kept, and what is sent"))
        self.computer = Step(theme, 2, self.tr("What this computer can do"))
        self.model = ModelStep(theme, has_practice=False)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def refresh(self) -> None:
        """Looks anew what this computer can do and what other apps have put here."""
        self.kept.say(
            self.tr(
                "Your chats, summaries and the text read from documents are stored encrypted on "
                "this computer. Your original files and what you export stay as they are. If you "
                "search for or get a model, your search words or the model’s name, and your "
                "internet address, reach Hugging Face; nothing else is sent."
            )
        )
        if self._found is None:
            self.computer.say(self.tr("Measuring for about two seconds…"))
        if self._looking is not None:
            self._looking.drop()
        core = self._core
        self._looking = core.operations.run(
            self,
            lambda job: suggestion.look(core, job),
            on_success=self._on_looked,
            on_failure=self._on_not_looked,
        )
        core.operations.run(
            self,
            self._look_for_practice,
            on_success=self._on_practice_looked_for,
            on_failure=self._on_failed,
        )
        self.others.look()
        self._show_model()

    def focus_first(self) -> None:
        """Puts the focus on the first way to a model."""
        self.model.focus_first()

    def finish(self) -> None:
        """Ends the page; what comes in goes on coming in."""
        self.finished.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Looks each time that somebody comes here."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    # What is there

    def _look_for_practice(self, _job: Job) -> InstalledModel | None:
        return next((each for each in self._core.library.models() if each.is_practice), None)

    def _on_practice_looked_for(self, practice: InstalledModel | None) -> None:
        self._practice = practice
        self.model.set_has_practice(practice is not None)
        if self.focusWidget() is None:
            self.focus_first()

    def _on_looked(self, found: Suggestion) -> None:
        self._found = found
        self.computer.say(words.computer(found))
        self._show_model()

    def _on_not_looked(self, error: DesktopSlmError) -> None:
        self.computer.say(wording.sentence(error))
        self._why_not = self.tr("No model can be suggested without that. Import one, or look on.")
        self._show_model()

    def _show_model(self, _told: object = None) -> None:
        model = self._core.model
        coming = self._core.downloads.entries
        if model is not None and not model.is_practice:
            self.model.show_here(model.name)
        elif any(each.state in _ACTIVE for each in coming):
            self.model.show_coming()
        elif self._why_not:
            self.model.show_none(self._why_not)
        elif self._found is None:
            self.model.show_looking()
        elif self._core.outside.is_offline:
            words_ = self.tr(
                "Your organisation keeps this app offline. Import the file of a model that you "
                "have."
            )
            if not policy.current().offline:
                words_ = self.tr(
                    "This window was started offline, so no model can be got. Import the file of "
                    "one that you have."
                )
            self.model.show_none(words_)
        elif self._found.suggested is None:
            self.model.show_none(self.tr("Import the file of a model that you have."))
        else:
            self.model.show_suggestion(self._found.suggested)

    # What is wished

    def _on_practice(self) -> None:
        if self._practice is not None:
            self._core.choose_model(self._practice)
        self.finish()

    def _on_added(self, added: Sequence[Added]) -> None:
        if added:
            self._core.choose_model(added[-1].model)
            self.finish()

    def _on_use(self, model: InstalledModel) -> None:
        self._core.choose_model(model)
        self.finish()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.banner.show_message(
            wording.sentence(error), tone="error", details=wording.details(error)
        )

    # How it is made

    def _lay_out(self) -> None:
        theme = self._core.theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("scrolled")
        outer = spacing.column(theme, inside, gap=0, margins=(24, 24, 24, 24))
        middle = spacing.row(theme, gap=0)
        middle.addStretch(1)
        middle.addWidget(self._content, 1000)
        middle.addStretch(1)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        column = spacing.column(theme, self._content, gap=24)
        head = spacing.column(theme, gap=8)
        head.addWidget(WrappedLabel(self.tr("A private assistant, on this computer"), "display"))
        head.addWidget(
            WrappedLabel(self.tr("Chat and summarize documents. No account, no cloud."), "muted")
        )
        column.addWidget(self.banner)
        column.addLayout(head)
        for step in (self.kept, self.computer, self.model):
            column.addWidget(step)
        below = spacing.column(theme, gap=12, margins=(0, 12, 0, 0))
        for each in (self.obtaining.section, self.work_line, self.others.card):
            below.addWidget(each)
        self.model.column.addLayout(below)
        self.setWidget(inside)

    def _connect(self) -> None:
        core = self._core
        self.model.get_requested.connect(self.obtaining.getting.get_catalog)
        self.model.practice_requested.connect(self._on_practice)
        self.model.import_requested.connect(self.bringing.choose_files)
        self.model.start_requested.connect(self.finish)
        self.model.leave_requested.connect(self.finish)
        self.others.chosen.connect(self.bringing.add)
        self.bringing.added.connect(self._on_added)
        self.bringing.use_requested.connect(self._on_use)
        self.obtaining.use_requested.connect(self._on_use)
        core.downloads_changed.connect(self._show_model)
        core.model_changed.connect(self._show_model)

    def _on_theme_changed(self) -> None:
        self._content.setMaximumWidth(self._core.theme.px(_WIDTH_PX))
