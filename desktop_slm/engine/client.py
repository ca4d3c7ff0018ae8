"""The engine seen from the window: a model that is loaded when needed and restarted when it dies.

Methods block and are called from background threads; any number of answers may be under way.
"""

from __future__ import annotations

import logging
import threading
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from desktop_slm.engine import trials, wire
from desktop_slm.engine.allowed import require_allowed
from desktop_slm.engine.answer import Answer
from desktop_slm.engine.idle import IdleTimer
from desktop_slm.engine.protocol import (
    Loading,
    MemoryNeed,
    ModelFacts,
    Perplexity,
    Request,
    Segment,
)
from desktop_slm.engine.text_engine import Model
from desktop_slm.engine.trials import Trials, grant_for
from desktop_slm.errors import (
    DesktopSlmError,
    EngineHung,
    EngineKeepsStopping,
    EngineStopped,
    FileUnreadable,
    Invariant,
)
from desktop_slm.workers.channel import Message
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import (
    Ending,
    EndKind,
    Replies,
    State,
    Worker,
    WorkerEnded,
    WorkerSilent,
)

_MAX_DEATHS = 3
_SILENCE_S = 90.0
_COUNT_BYTES = 64 << 10
_log = logging.getLogger(__name__)


class EngineState(Enum):
    """What the engine does, as the window shows it."""

    OFF = "off"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass
class _Running:
    """A child with its loaded model."""

    model: Model
    worker: Worker
    facts: ModelFacts | None = None
    is_dead: bool = False
    loaded: threading.Event = field(default_factory=threading.Event)
    error: DesktopSlmError | None = None


class Engine:
    """One model at a time, each in a child of its own, so that memory really comes back."""

    def __init__(
        self,
        start_worker: Callable[[Grant], Worker] = lambda grant: Worker("engine", grant),
        *,
        silence_s: float = _SILENCE_S,
        free_bytes: Callable[[], int] = trials.free_bytes,
    ) -> None:
        self._start_worker = start_worker
        self._silence_s = silence_s
        self._trials = Trials(start_worker, free_bytes)
        self._lock = threading.Lock()
        self._running: _Running | None = None
        self._deaths = 0
        self._last_death = ""
        self._idle = IdleTimer(self.unload_idle)
        self.on_state: Callable[[EngineState], None] = lambda state: None

    @property
    def facts(self) -> ModelFacts | None:
        """The loaded model, or None."""
        running = self._running
        return running.facts if running and running.error is None else None

    @property
    def loaded(self) -> Model | None:
        """What is loaded and can answer, as it was asked for; None where nothing is."""
        running = self._running
        if running is None or running.facts is None or not _is_usable(running):
            return None
        return running.model

    @property
    def memory_bytes(self) -> int:
        """How much memory the child takes now; 0 where there is none."""
        import psutil

        try:
            return int(psutil.Process(self.pid).memory_info().rss) if self.pid else 0
        except psutil.Error:
            return 0  # it ended just now

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        return self._running.worker.pid if self._running else None

    def load(
        self, model: Model, on_progress: Callable[[Loading], None] = lambda event: None
    ) -> ModelFacts:
        """Loads a model, ending the one before it; returns at once where it is loaded already.

        Raises:
            EngineKeepsStopping: three deaths in a row; `try_again` allows the next attempt.
            EngineStopped, EngineFailed, ModelError, FileMissing: this attempt failed.
        """
        with self._lock:
            running = self._running
            if running is None or running.model != model or not _is_usable(running):
                self._end(running)
                self._running = running = self._start(model)
                threading.Thread(
                    target=self._load_in, args=(running, on_progress), daemon=True
                ).start()
        running.loaded.wait()
        self._idle.touch()
        if running.error is not None:
            raise running.error
        if running.facts is None:
            raise Invariant(details="loaded without facts")
        return running.facts

    def foresee(self, model: Model) -> MemoryNeed:
        """Returns how much memory a model will take, without loading it. Blocks under a second.

        Raises the errors of `load` for a file that cannot be run.
        """
        return self._trials.foresee(model)

    def try_again(self) -> None:
        """Forgets earlier deaths: a person asked for another attempt."""
        self._deaths = 0

    def unload(self) -> None:
        """Ends the child and gives all of its memory back."""
        with self._lock:
            self._end(self._running)
            self._running = None
        self.on_state(EngineState.OFF)

    def unload_when_idle(self, after_s: float) -> None:
        """Unloads the model whenever nothing was asked of it for so long; 0 means never.

        The next `load` starts it again; leave a caller time between `load` and its request.
        """
        self._idle.set_limit(after_s)
        self._idle.touch()

    def generate(self, request: Request) -> Answer:
        """Starts an answer with the loaded model.

        Raises EngineStopped where the child is gone.
        """
        running = self._require()
        replies = self._request(running, "generate", request=request.to_wire())
        return Answer(
            lambda: self._next_message(running, replies), replies.cancel, self._note_success
        )

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Returns the number of tokens of each text, without those a template adds."""
        counts: list[int] = []
        for group in _groups(texts):
            reply = self._result("count", texts=group)
            counts.extend(map(int, reply["counts"]))
        return counts

    def prompt_tokens(self, prompt: Sequence[Segment]) -> list[int]:
        """Returns the tokens of a prompt."""
        wire_form = [segment.to_wire() for segment in prompt]
        return list(map(int, self._result("tokenize", prompt=wire_form)["tokens"]))

    def prompt_length(self, prompt: Sequence[Segment]) -> int:
        """Returns how many tokens a prompt takes."""
        wire_form = [segment.to_wire() for segment in prompt]
        return int(self._result("measure", prompt=wire_form)["tokens"])

    def built_in_prompt(self, template: str, messages: Sequence[tuple[str, str]]) -> str:
        """Returns (role, text) messages in the built-in form of a template's family."""
        reply = self._result("built in prompt", template=template, messages=list(messages))
        return str(reply["text"])

    def embed(self, texts: Sequence[str]) -> list[array[float]]:
        """Returns a vector of length 1 for each text; the model has to be one for embeddings."""
        running = self._require()
        replies = self._request(running, "embed", texts=list(texts))
        message = self._next_message(running, replies)
        values = array("f")
        values.frombytes(message.payload)
        size = int(message.fields["size"])
        return [values[start : start + size] for start in range(0, len(values), size)]

    def perplexity(
        self,
        text: str,
        limit_tokens: int = 0,
        on_progress: Callable[[float], object] = lambda fraction: None,
    ) -> Perplexity:
        """Returns how well the loaded model foretells a text; lower is better, 1 is perfect.

        A `limit_tokens` of 0 reads all of it. Answers under way wait meanwhile.
        """
        running = self._require()
        replies = self._request(running, "perplexity", text=text, limit_tokens=limit_tokens)
        while (message := self._next_message(running, replies)).fields["event"] != "done":
            on_progress(float(message.fields["fraction"]))
        logprobs = array("f")
        logprobs.frombytes(message.payload)
        return Perplexity(tuple(logprobs))

    def _next_message(self, running: _Running, replies: Replies) -> Message:
        """Returns the next reply. Raises EngineStopped or EngineHung, and counts such a death."""
        self._idle.touch()
        while True:
            try:
                return replies.next(self._silence_s)
            except WorkerEnded as ended:
                raise self._note_death(running, ended.ending) from None
            except WorkerSilent:
                # One that waits for others' answers hears nothing; only a silent child hangs.
                if running.worker.silent_s < self._silence_s:
                    continue
                running.worker.kill()
                self._note_death(running, Ending(EndKind.ENDED_BY_US))
                raise EngineHung(seconds=self._silence_s) from None

    def _note_success(self) -> None:
        """An answer came to its end: deaths before it are not in a row any more."""
        self._deaths = 0

    def _note_death(self, running: _Running, ending: Ending) -> EngineStopped:
        """Counts a death, once however many answers were under way, and returns its error."""
        error = EngineStopped(how=str(ending), details=ending.last_words)
        with self._lock:
            if running.is_dead or running is not self._running:
                return error
            running.is_dead = True
            self._deaths += 1
            self._last_death = str(ending)
        _log.warning("the engine child ended: %s", ending)
        self.on_state(EngineState.FAILED)
        return error

    def _start(self, model: Model) -> _Running:
        if self._deaths >= _MAX_DEATHS:
            raise EngineKeepsStopping(times=self._deaths, how=self._last_death)
        return _Running(model, self._start_worker(grant_for(model)))

    def _load_in(self, running: _Running, on_progress: Callable[[Loading], None]) -> None:
        """Loads on a thread of its own: whoever waits may give up, the loading goes on."""
        self.on_state(EngineState.LOADING)
        try:
            require_allowed(running.model)
            self._trials.require_memory(running.model)
            running.worker.start()
            replies = running.worker.request("load", request=self._load_request(running))
            while running.facts is None:
                message = replies.next(self._silence_s)
                if message.fields["event"] == "done":
                    running.facts = ModelFacts.from_wire(message.fields["facts"])
                elif isinstance(event := wire.parse(message.fields), Loading):
                    on_progress(event)
        except WorkerEnded as ended:
            running.error = self._note_death(running, ended.ending)
        except WorkerSilent:
            running.worker.kill()
            self._note_death(running, Ending(EndKind.ENDED_BY_US))
            running.error = EngineHung(seconds=self._silence_s)
        except OSError:
            running.error = FileUnreadable(name=running.model.path.name)
        except DesktopSlmError as error:
            running.error = error
        running.loaded.set()
        self.on_state(EngineState.READY if running.error is None else EngineState.FAILED)
        if running.error is not None:
            running.worker.stop(grace_s=0.2)

    def _load_request(self, running: _Running) -> dict[str, Any]:
        """Returns the request, with the devices that failed their test left out."""
        request = running.model.to_request()
        if request.gpu_layers == 0:
            return request.to_wire()
        left_out = self._trials.broken_cards(running.worker.hello.get("devices", ()))
        return {**request.to_wire(), "left_out": left_out}

    def unload_idle(self) -> None:
        """Unloads the model unless something is being asked of it."""
        with self._lock:
            running = self._running
            if running is None:
                return
            if running.loaded.is_set() and running.worker.state is not State.BUSY:
                self._end(running)
                self._running = None
        if self._running is None:
            self.on_state(EngineState.OFF)
        else:
            self._idle.touch()

    def _require(self) -> _Running:
        if self._running is None:
            raise Invariant(details="no model is loaded")
        return self._running

    def _request(self, running: _Running, operation: str, **fields: Any) -> Replies:
        self._idle.touch()
        try:
            return running.worker.request(operation, **fields)
        except WorkerEnded as ended:
            raise self._note_death(running, ended.ending) from None

    def _result(self, operation: str, **fields: Any) -> Mapping[str, Any]:
        running = self._require()
        return self._next_message(running, self._request(running, operation, **fields)).fields

    def _end(self, running: _Running | None) -> None:
        if running is not None:
            running.worker.stop(grace_s=0.5)


def _is_usable(running: _Running) -> bool:
    if running.is_dead or running.error is not None:
        return False
    # A child may have died while nobody waited for it.
    return not running.loaded.is_set() or running.worker.state is not State.EXITED


def _groups(texts: Sequence[str]) -> Iterator[list[str]]:
    """Divides texts into requests that do not hold the engine's loop up."""
    group: list[str] = []
    size = 0
    for text in texts:
        if group and size + len(text) > _COUNT_BYTES:
            yield group
            group, size = [], 0
        group.append(text)
        size += len(text)
    if group:
        yield group
