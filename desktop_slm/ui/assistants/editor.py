"""Makes or changes an assistant of the person's own: a form, kept with one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.assistants.personas.assistant import Assistant, tidy, tidy_line
from desktop_slm.assistants.personas.fields import (
    MOST_INSTRUCTIONS,
    MOST_LINE,
    MOST_NAME,
    MOST_NOTE,
)
from desktop_slm.ui.assistants import freedom
from desktop_slm.ui.assistants.adapter_field import AdapterField
from desktop_slm.ui.assistants.document_fields import DocumentFields
from desktop_slm.ui.assistants.example_fields import ExampleFields
from desktop_slm.ui.assistants.form_dialog import FormDialog
from desktop_slm.ui.assistants.icon_picker import IconPicker
from desktop_slm.ui.assistants.text_field import TextField
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.confirm_dialog import Question, confirm

if TYPE_CHECKING:
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.ui.assistants.adapter_field import IsAdapter
    from desktop_slm.ui.assistants.document_fields import ReadDocument
    from desktop_slm.ui.core import Core

_HEIGHT_PX = 720


@dataclass(frozen=True, slots=True)
class Outside:
    """The seams of the form: what reads documents, and what looks into adapters."""

    read: ReadDocument | None = None
    is_adapter: IsAdapter | None = None


NOTHING = Outside()


class AssistantEditor(FormDialog):
    """Closing it with changes asks first."""

    kept = Signal(object)  # Assistant

    def __init__(
        self,
        core: Core,
        assistant: Assistant,
        models: Sequence[InstalledModel],
        outside: Outside = NOTHING,
        *,
        parent: QWidget,
    ) -> None:
        is_new = assistant.own_id is None
        title = self.tr("New assistant") if is_new else self.tr("Edit the assistant")
        super().__init__(core.theme, title, self.tr("Keep"), height_px=_HEIGHT_PX, parent=parent)
        self._core = core
        self._assistant = assistant
        self._make_main()
        self._make_more(models, outside)
        self.act_button.clicked.connect(self._on_keep)
        for field in (self.name, self.about):
            field.textChanged.connect(self._show_state)
        for changing in (
            *(self.instructions, self.note, self.examples),
            *(self.documents, self.adapter),
        ):
            changing.changed.connect(self._show_state)
        self._before = self.assistant()
        self._show_state()
        self.name.setFocus()

    def assistant(self) -> Assistant:
        """Returns what the form says."""
        return replace(
            self._assistant,
            name=tidy_line(self.name.text()),
            about=tidy_line(self.about.text()),
            icon=self.icon.icon(),
            instructions=tidy(self.instructions.text()),
            note=tidy_line(self.note.text()),
            model=self.model.choice(),
            sampling=freedom.applied(self._assistant.sampling, self.freedom.choice()),
            examples=self.examples.examples(),
            documents=self.documents.documents(),
            adapter=self.adapter.path(),
        )

    def reject(self) -> None:
        """Closes; asks first where something would be lost."""
        if self.assistant() == self._before:
            super().reject()
            return
        question = Question(
            self.tr("Close without keeping your changes?"),
            self.tr("What you have written in this form is not kept."),
            self.tr("Close"),
            is_dangerous=True,
        )
        confirm(self._theme, self, question, super().reject)

    # The fields

    def _make_main(self) -> None:
        assistant = self._assistant
        self.name = _line(self.tr("Name"), assistant.name, MOST_NAME)
        self.add_field(self.tr("Name"), self.name)
        self.icon = IconPicker(self._theme, assistant.icon)
        self.add_field(self.tr("Icon"), self.icon)
        self.about = _line(self.tr("What it is for"), assistant.about, MOST_LINE)
        self.add_field(self.tr("What it is for"), self.about)
        self.instructions = TextField(
            self._theme,
            self.tr("What it is told"),
            self.tr("Short rules, one a line, work best with small models."),
            text=assistant.instructions,
            lines=9,
            most=MOST_INSTRUCTIONS,
        )
        self.fields.addWidget(self.instructions)
        self.note = TextField(
            self._theme,
            self.tr("What it can and cannot do"),
            self.tr("This note stands in each of its chats and in what is exported from them."),
            text=assistant.note,
            lines=2,
            most=MOST_NOTE,
        )
        self.fields.addWidget(self.note)

    def _make_more(self, models: Sequence[InstalledModel], outside: Outside) -> None:
        assistant, theme = self._assistant, self._theme
        self.examples = ExampleFields(theme, assistant.examples)
        examples = self.tr("A small model follows one good example better than ten rules.")
        self.add_field(self.tr("Examples"), self.examples, examples)
        self.documents = DocumentFields(self._core, assistant.documents, outside.read)
        documents = self.tr("Their text is kept here, and takes room in each of its chats.")
        self.add_field(self.tr("Documents that it always has"), self.documents, documents)
        self.model = ComboBox(theme, self.tr("Model"), self._models(models))
        self.model.choose(assistant.model)
        self.add_field(self.tr("Model"), self.model)
        self.freedom = ComboBox(
            theme, self.tr("How freely it writes"), freedom.choices(assistant.sampling)
        )
        self.freedom.choose(freedom.chosen(assistant.sampling))
        self.add_field(self.tr("How freely it writes"), self.freedom)
        self.adapter = AdapterField(self._core, assistant.adapter, outside.is_adapter)
        adapter = self.tr("A file that changes how one certain model answers.")
        self.add_field(self.tr("Adapter (LoRA)"), self.adapter, adapter)
        for combo in (self.model, self.freedom):
            combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)

    def _models(self, models: Sequence[InstalledModel]) -> list[tuple[str, str]]:
        found = [("", self.tr("The one that I have chosen"))]
        found += [(model.id, model.name) for model in models]
        wanted = self._assistant.model
        if wanted and all(model.id != wanted for model in models):
            words = self.tr("{model} (not on this computer)")
            found.append((wanted, words.format(model=wanted)))
        return found

    def _show_state(self) -> None:
        is_too_long = (
            self.instructions.is_too_long or self.note.is_too_long or self.examples.is_too_long
        )
        problem = ""
        if not tidy_line(self.name.text()):
            problem = self.tr("It needs a name.")
        elif is_too_long:
            problem = self.tr("One of the texts is too long.")
        elif self.documents.is_reading:
            problem = self.tr("A document is still being read.")
        self.problem.setText(problem)
        self.act_button.setEnabled(not problem)

    def _on_keep(self) -> None:
        assistant = self.assistant()
        self.accept()
        self.kept.emit(assistant)


def _line(name: str, text: str, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(most)
    field.setText(text)
    field.setAccessibleName(name)
    return field
