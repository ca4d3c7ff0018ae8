"""Looks whether a turn fits before it is sent, and asks what to do where it does not."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui.chat.way import Way

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.assistants.context import ContextCheck, Overflow
    from desktop_slm.assistants.personas.assistant import Assistant
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.models.shape import Shape
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.operations import Operation

    Measure = Callable[[ContextCheck, Assistant], Overflow | None]

_SIGN_AFTER_MS = 700
_BEGINNINGS = (8 << 20, 64 << 20)  # of a model's file, in which its header ends


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who is to answer."""

    model: InstalledModel
    assistant: Assistant | None


class MakingRoom(QObject):
    """Asks one thing at a time. `told` says what there is nothing to choose about."""

    told = Signal(str)
    waiting = Signal(bool)  # a measurement takes long enough to say so

    def __init__(self, core: Core, window: QWidget) -> None:
        super().__init__(window)
        self._core = core
        self._window = window
        self._looking: Operation[Overflow | None] | None = None
        self._sign = QTimer(self, singleShot=True, interval=_SIGN_AFTER_MS)
        self._sign.timeout.connect(lambda: self.waiting.emit(True))

    @property
    def is_looking(self) -> bool:
        """Whether something is being measured."""
        return self._looking is not None and not self._looking.is_finished

    def drop(self) -> None:
        """Forgets what is being measured: another chat is shown."""
        if self._looking is not None:
            self._looking.drop()
        self._end_waiting()

    def look_at_next(
        self,
        path: tuple[Message, ...],
        text: str,
        attachments: tuple[Attachment, ...],
        answerer: Answerer,
        go: Callable[[Way], object],
    ) -> None:
        """Calls `go` where a message fits, or once the person has chosen a way.

        A model that is not loaded is not loaded for this: its answer tells.
        """
        if not self._is_loaded(answerer):
            go(Way.WHOLE)
            return
        self._look(
            answerer,
            lambda check, assistant: check.of_next(path, text, attachments, assistant),
            go,
        )

    def look_at_answer(
        self,
        path: tuple[Message, ...],
        answer: Message,
        answerer: Answerer,
        go: Callable[[Way], object],
    ) -> None:
        """The same for an answer that was not given or that found no room; loads the model."""
        before = tuple(each for each in path if each.id != answer.id)
        self._look(
            answerer,
            lambda check, assistant: check.of_answer(before, answer, assistant),
            go,
            loads=True,
        )

    def _is_loaded(self, answerer: Answerer) -> bool:
        return self._core.facts is not None and self._core.engine.loaded == self._wanted(answerer)

    def _wanted(self, answerer: Answerer) -> object:
        model = self._core.engine_model(answerer.model)
        return answerer.assistant.run(model) if answerer.assistant else model

    def _look(
        self,
        answerer: Answerer,
        measure: Measure,
        go: Callable[[Way], object],
        *,
        loads: bool = False,
    ) -> None:
        if self.is_looking:
            return
        self._sign.start()
        self._looking = self._core.operations.run(
            self,
            lambda job: self._measured(answerer, measure, loads),
            on_success=lambda found: self._on_measured(found, go),
            # Whoever answers meets the same error, and tells it in its place.
            on_failure=lambda error: self._on_measured(None, go),
        )

    def _measured(self, answerer: Answerer, measure: Measure, loads: bool) -> Overflow | None:
        from desktop_slm.assistants.chat_prompt import ChatPrompts
        from desktop_slm.assistants.context import ContextCheck, ModelMemory
        from desktop_slm.assistants.personas.assistant import PLAIN

        core, assistant = self._core, answerer.assistant or PLAIN
        if loads:
            core.engine.load(assistant.run(core.engine_model(answerer.model)))
        memory = ModelMemory(answerer.model, shape_of, core.calibration.machine)
        prompts = ChatPrompts(core.engine, core.templating)
        return measure(ContextCheck(core.engine, prompts, memory), assistant)

    def _on_measured(self, overflow: Overflow | None, go: Callable[[Way], object]) -> None:
        self._end_waiting()
        if overflow is None:
            go(Way.WHOLE)
            return
        # Imported here: the window opens without it.
        from desktop_slm.ui.chat.room import overflow_dialog

        def on_chosen(key: str) -> None:
            if key == overflow_dialog.LARGER and overflow.larger is not None:
                self._core.change_settings(context_tokens=overflow.larger.context_tokens)
            go(_WAYS.get(key, Way.WHOLE))

        if overflow_dialog.has_way(overflow):
            overflow_dialog.open_dialog(self._core.theme, overflow, self._window, on_chosen)
        else:
            self.told.emit(overflow_dialog.alone(overflow))

    def _end_waiting(self) -> None:
        self._sign.stop()
        self.waiting.emit(False)


_WAYS = {"summarize": Way.SUMMARIZE_EARLIER, "leave out": Way.LEAVE_OUT_OLDEST}


def shape_of(model: InstalledModel) -> Shape | None:
    """Returns how a model remembers, as the beginning of its file says; None where it does not.

    Blocks: a child looks at the file.
    """
    from desktop_slm.models.inspection import Inspection

    with suppress(OSError, DesktopSlmError):
        for size in _BEGINNINGS:
            with model.path.open("rb") as file:
                found = Inspection().prospect(file.read(size), model.path.name)
            if found is not None:
                return found.shape
    return None
