"""Makes or changes a prompt of the person's own: its name and its text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.assistants.personas.prompt_library import (
    MOST_NAME,
    MOST_TEXT,
    PLACE,
    Prompt,
    slug,
)
from desktop_slm.errors import PromptNameUnfit
from desktop_slm.ui.assistants.form_dialog import FormDialog
from desktop_slm.ui.assistants.text_field import TextField
from desktop_slm.ui.theme import Theme

_HEIGHT_PX = 460


class PromptEditor(FormDialog):
    """`taken` are the names of the person's other prompts."""

    kept = Signal(object)  # Prompt

    def __init__(
        self, theme: Theme, prompt: Prompt, taken: frozenset[str], *, parent: QWidget
    ) -> None:
        title = self.tr("New prompt") if prompt.own_id is None else self.tr("Edit the prompt")
        super().__init__(theme, title, self.tr("Keep"), height_px=_HEIGHT_PX, parent=parent)
        self._prompt = prompt
        self._taken = taken
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_NAME)
        self.name.setText(prompt.name)
        self.name.setAccessibleName(self.tr("Name"))
        hint = self.tr("Typed after a slash in the box of a chat, such as /shorter.")
        self.add_field(self.tr("Name"), self.name, hint)
        text_hint = self.tr("{place} is where the words go that are typed behind the name.")
        self.text = TextField(
            theme,
            self.tr("Text"),
            text_hint.format(place=PLACE),
            text=prompt.text,
            lines=7,
            most=MOST_TEXT,
        )
        self.fields.addWidget(self.text)
        self.fields.addStretch(1)
        self.name.textChanged.connect(self._show_state)
        self.text.changed.connect(self._show_state)
        self.act_button.clicked.connect(self._on_keep)
        self._show_state()
        self.name.setFocus()

    def _show_state(self) -> None:
        problem = self._problem()
        self.problem.setText(problem)
        self.act_button.setEnabled(not problem)

    def _problem(self) -> str:
        if not self.name.text().strip():
            return self.tr("It needs a name.")
        try:
            name = slug(self.name.text())
        except PromptNameUnfit:
            return self.tr("Use letters, digits and hyphens for the name.")
        if name in self._taken:
            return self.tr("You have a prompt of that name already.")
        if not self.text.text().strip():
            return self.tr("It needs a text.")
        return self.tr("The text is too long.") if self.text.is_too_long else ""

    def _on_keep(self) -> None:
        prompt = replace(self._prompt, name=slug(self.name.text()), text=self.text.text())
        self.accept()
        self.kept.emit(prompt)
