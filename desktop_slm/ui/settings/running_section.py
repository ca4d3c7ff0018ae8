"""How models run: processor threads, room for text, and how long one stays loaded."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QWidget

from desktop_slm.settings import UNLOAD_AFTER_MINUTES, Settings
from desktop_slm.ui import quantities
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.parts import Row, Section
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.combo_box import ComboBox

_ROOMS = (2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072)
_TOKENS_A_PAGE = 650  # about 500 English words


class RunningSection(Section):
    """A change is in force from the next answer or summary on, which loads the model anew."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(core.theme, self.tr("How models run"), parent=parent)
        self._core = core
        theme = core.theme
        self.threads = ComboBox(theme, self.tr("Processor threads"), self._thread_items())
        self.room = ComboBox(theme, self.tr("Room for text"), self._room_items())
        self.unload = ComboBox(theme, self.tr("Model in memory"), self._unload_items())
        self.notices = CheckBox(theme, self.tr("Tell me"))
        self._show(core.settings)
        self.column.addWidget(
            Row(
                theme,
                self.tr("Processor threads"),
                self.tr(
                    "Fewer leave more of the computer to other programs; answers take longer. "
                    "In force from the next answer."
                ),
                self.threads,
            )
        )
        self.column.addWidget(
            Row(
                theme,
                self.tr("Room for text"),
                self.tr(
                    "How much a model has before it at once: the chat or the part of a document, "
                    "and its answer. Automatic gives what the model was made for; less takes less "
                    "memory. In force from the next answer."
                ),
                self.room,
            )
        )
        self.column.addWidget(
            Row(
                theme,
                self.tr("Model in memory"),
                self.tr(
                    "How long a model stays loaded when nobody asks it anything. Its memory is "
                    "free for other programs after that; the next answer loads it again."
                ),
                self.unload,
            )
        )
        self.column.addWidget(
            Row(
                theme,
                self.tr("When long work ends"),
                self.tr(
                    "The desktop says so while you are elsewhere: a summary, a download, a trial, "
                    "a long answer. It never says what it was about."
                ),
                self.notices,
            )
        )
        self.notices.toggled.connect(lambda on: self._change(notices=on))
        self.threads.currentIndexChanged.connect(
            lambda _at: self._change(threads=int(self.threads.choice()))
        )
        self.room.currentIndexChanged.connect(
            lambda _at: self._change(context_tokens=int(self.room.choice()))
        )
        self.unload.currentIndexChanged.connect(
            lambda _at: self._change(unload_after_min=int(self.unload.choice()))
        )
        core.settings_changed.connect(self._show)

    def _thread_items(self) -> list[tuple[str, str]]:
        counts = sorted({*range(1, (os.cpu_count() or 1) + 1), self._core.settings.threads} - {0})
        return [("0", self.tr("Automatic")), *((str(count), str(count)) for count in counts)]

    def _room_items(self) -> list[tuple[str, str]]:
        sizes = sorted({*_ROOMS, self._core.settings.context_tokens} - {0})
        words = self.tr("{pages} pages · {tokens} tokens")
        return [
            ("0", self.tr("Automatic")),
            *(
                (
                    str(size),
                    words.format(
                        tokens=quantities.whole(size), pages=max(round(size / _TOKENS_A_PAGE), 1)
                    ),
                )
                for size in sizes
            ),
        ]

    def _unload_items(self) -> list[tuple[str, str]]:
        words = self.tr("{minutes} minutes")
        return [
            (str(minutes), words.format(minutes=minutes) if minutes else self.tr("Always"))
            for minutes in UNLOAD_AFTER_MINUTES
        ]

    def _show(self, settings: Settings) -> None:
        self.unload.choose(str(settings.unload_after_min))
        self.threads.choose(str(settings.threads))
        self.room.choose(str(settings.context_tokens))
        self.notices.setChecked(settings.notices)

    def _change(self, **changes: object) -> None:
        if self._core.settings.with_changes(**changes) != self._core.settings:
            self._core.change_settings(**changes)
