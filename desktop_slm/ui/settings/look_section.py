"""Look, language and keys: theme, size, which words the window uses, and which key sends."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_slm.settings import ZOOM_STEPS, Settings
from desktop_slm.ui import language
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.parts import Row, Section
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.segmented_control import SegmentedControl


class LookSection(Section):
    """Every choice is in force at once, but the language: the next window speaks it."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(core.theme, self.tr("Look and keys"), parent=parent)
        self._core = core
        theme = core.theme
        self.scheme = SegmentedControl(
            theme,
            self.tr("Colours"),
            [
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
        )
        percents = [(str(step), self.tr("{step} %").format(step=step)) for step in ZOOM_STEPS]
        self.zoom = ComboBox(theme, self.tr("Size of text and controls"), percents)
        self.send_key = SegmentedControl(
            theme,
            self.tr("Sends a message"),
            [("enter", self.tr("Enter")), ("ctrl+enter", self.tr("Ctrl+Enter"))],
        )
        languages = [("system", self.tr("As the system")), *language.NAMES.items()]
        self.language = ComboBox(theme, self.tr("Language"), languages)
        self._show(core.settings)
        for row in (
            Row(theme, self.tr("Colours"), control=self.scheme),
            Row(
                theme,
                self.tr("Size of text and controls"),
                self.tr("Ctrl + and Ctrl − do the same from anywhere."),
                self.zoom,
            ),
            Row(
                theme,
                self.tr("Language"),
                self.tr("In force when Desktop SLM is opened the next time."),
                self.language,
            ),
            Row(
                theme,
                self.tr("Sends a message"),
                self.tr("Shift+Enter always begins a new line."),
                self.send_key,
            ),
        ):
            self.column.addWidget(row)
        self.scheme.choice_changed.connect(lambda choice: self._change(theme=choice))
        self.zoom.currentIndexChanged.connect(lambda _at: self._on_zoom())
        self.language.currentIndexChanged.connect(
            lambda _at: self._change(language=self.language.choice())
        )
        self.send_key.choice_changed.connect(lambda choice: self._change(send_key=choice))
        core.settings_changed.connect(self._show)

    def focus_first(self) -> None:
        """Puts the focus on the chosen colours."""
        segments = self.scheme.findChildren(QAbstractButton)
        next(each for each in segments if each.isChecked()).setFocus()

    def _show(self, settings: Settings) -> None:
        self.scheme.choose(settings.theme)
        self.zoom.choose(str(settings.zoom_percent))
        self.send_key.choose(settings.send_key)
        self.language.choose(settings.language)

    def _on_zoom(self) -> None:
        self._change(zoom_percent=int(self.zoom.choice()))

    def _change(self, **changes: object) -> None:
        if self._core.settings.with_changes(**changes) != self._core.settings:
            self._core.change_settings(**changes)
