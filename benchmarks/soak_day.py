"""The day of `benchmarks.soak`: the window, the hands that use it, what is killed and measured."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QEvent, QPoint, Qt

from desktop_slm import app
from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY, Request, Segment
from desktop_slm.engine.text_engine import Model, TextEngine
from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.paths import starter_folder
from desktop_slm.ui.places import Place as PagePlace
from desktop_slm.ui.summaries.work import Stage, Work
from tests.fakes.documents import docx, para
from tests.fakes.keyring import FakeKeyring
from tests.fakes.scripted_engine import ScriptedEngine, last_text
from tests.fakes.tiny_models import CHATML, make_llama
from tests.whole.run import Run

KILL_EVERY = 10
_TURNS, _SWITCH_EVERY = 10, 4
_REAL_EVERY, _REAL_AT = 20, 10  # the first before the first measure: what it loads stays
_KILLED_AT_WORK = ("reader", "analysis")
_ENDS = (Stage.DONE, Stage.FAILED, Stage.STOPPED)
_PATIENCE_S, _REAL_PATIENCE_S = 120.0, 900.0  # a real model on a busy machine takes its time


@dataclass(frozen=True)
class Held:
    """What the window's process holds at one moment."""

    memory_mb: float
    handles: int
    threads: int
    children: int


class _Exchange:
    """The engine of the window: what is scripted, or the real one with its child."""

    def __init__(self, scripted: ScriptedEngine) -> None:
        self.scripted, self.real = scripted, Engine()
        self.now: TextEngine = scripted

    def __getattr__(self, name: str) -> Any:
        return getattr(self.now, name)


class Day:
    """The window, the hands that use it, and a second engine that is real and gets killed."""

    def __init__(self, folder: Path, real_rounds: int) -> None:
        self.counts: Counter[str] = Counter()
        self._real = [_REAL_AT + _REAL_EVERY * number for number in range(real_rounds)]
        self._folder = folder
        self._application = app.make_application()
        self._scripted = ScriptedEngine(lambda request: _answer(last_text(request)))
        self._exchange = _Exchange(self._scripted)
        keyring = FakeKeyring("SecretService")
        self._run = Run(
            self._application, folder / "data", keyring, self._wait, engine=self._exchange
        )
        self._models = [_model(folder, name) for name in ("one", "two")]
        self._practice = _practice()
        self._engine = Engine()
        self._tiny = Model(make_llama(folder / "tiny.gguf"))
        self._wait(lambda: self._run.core.data is not None)
        self._switch()

    def round(self, number: int) -> None:
        """Ten turns in a chat of their own and a summary; now and then the rest."""
        self._rest(0.2)
        is_real = number in self._real and self._practice is not None
        if is_real:
            self._change_to_the_real_one()
        self._run.window.pages.begin(PagePlace.CHAT)
        for turn in range(_TURNS):
            self._turn(number, turn)
        self._summary(number)
        if is_real:
            self.counts["turns with the real model"] += _TURNS
            self.counts["summaries with the real model"] += 1
            self._change_back()
        if number % _SWITCH_EVERY == 0:
            self._switch()
        if number % KILL_EVERY == 0:
            for name in _KILLED_AT_WORK:
                self._summary_with_a_kill(number, name)
            self._kill("template")
            self._kill_engine()
        self._scripted.requests.clear()  # the fake remembers everything; the app does not
        del self._scripted.loads[:-1]

    def held(self) -> Held:
        """Lets the window come to rest and measures it."""
        self._rest(2.0)
        gc.collect()
        # What the C library keeps free for the next round is neither held nor lost, and how much
        # that is depends on where in a round it is looked at: it is given back before each measure.
        if sys.platform == "linux":
            ctypes.CDLL(None).malloc_trim(0)
        process = psutil.Process()
        handles = process.num_handles() if sys.platform == "win32" else process.num_fds()
        return Held(
            process.memory_info().rss / 1e6,
            handles,
            process.num_threads(),
            len(process.children(recursive=True)),
        )

    def end(self) -> None:
        """Closes the window as a person does."""
        self._engine.unload()
        self._exchange.real.unload()
        self._run.end()

    def _turn(self, number: int, turn: int) -> None:
        answers = self._answered()
        self._wait(self._is_chat_in_front)
        self._run.window.pages.chat.focus_first()
        self._run.type(f"Question {turn} of {number}?")
        self._run.press(Qt.Key.Key_Return)
        self._wait(lambda: self._answered() > answers and self._run.has_ended())
        self.counts["turns"] += 1
        self.counts["turns without an answer"] += not self._run.last_answer()

    def _is_chat_in_front(self) -> bool:
        """Shows the chat where the window went on to the summary that it had just made."""
        pages = self._run.window.pages
        if pages.place is not PagePlace.CHAT:
            pages.show_place(PagePlace.CHAT)
        return pages.chat.isVisible()

    def _answered(self) -> int:
        """Returns how many answers are stored whole."""
        data = self._run.core.data
        if data is None:
            return 0
        whole = "SELECT count(*) FROM messages WHERE role = 'assistant' AND state = 'complete'"
        return int(data.database.rows(whole)[0][0])

    def _summary(self, number: int) -> None:
        before = self._works()
        self._drop(self._document(str(number)))
        self._wait(lambda: bool(self._ended(before)))
        self.counts["summaries"] += 1
        self.counts["summaries that failed"] += self._ended(before)[0].stage is not Stage.DONE

    def _works(self) -> list[Work]:
        return list(self._run.window.pages.summary.queue.works)

    def _ended(self, before: list[Work]) -> list[Work]:
        """Returns the works that came since and have ended."""
        new = [work for work in self._works() if not any(work is each for each in before)]
        return [work for work in new if work.stage in _ENDS]

    def _document(self, name: str) -> Path:
        path = self._folder / f"document {name}.docx"
        text = [f"Store {n} of {name} counted {n * 7} boxes on day {n}." for n in range(1, 30)]
        path.write_bytes(docx("".join(map(para, text))))
        return path

    def _drop(self, path: Path) -> None:
        self._run.window.pages.begin(PagePlace.SUMMARY)
        self._run.drop(path, at=QPoint(640, 400))

    def _summary_with_a_kill(self, number: int, name: str) -> None:
        """Drops a document and kills a child as soon as it is at work on it."""
        before, killed = self._works(), False
        self._drop(self._document(f"{number} {name}"))

        def is_over() -> bool:
            nonlocal killed
            killed = killed or self._kill(name)
            return bool(self._ended(before))

        self._wait(is_over)
        self._rest(0.2)
        for work in self._ended(before):
            if work.stage is not Stage.DONE:  # what failed waits in the list until it is taken off
                self._run.window.pages.summary.queue.remove(work)

    def _switch(self) -> None:
        self._models.reverse()
        # Another template with each: one whose child died twice is not tried again.
        self._scripted.template = f"{CHATML}{{# {self.counts['model switches']} #}}"
        self._run.core.choose_model(self._models[0])
        self.counts["model switches"] += 1

    def _change_to_the_real_one(self) -> None:
        """Lets the window work with the practice model, in a child, as it does on every day."""
        assert self._practice is not None
        self._exchange.now = self._exchange.real
        self._exchange.real.try_again()
        self._run.core.choose_model(self._practice)

    def _change_back(self) -> None:
        real = self._exchange.real

        def has_ended() -> bool:
            real.unload_idle()  # a title may still be on its way
            return real.loaded is None

        self._wait(has_ended)
        self._exchange.now = self._scripted
        self._switch()

    def _kill(self, name: str) -> bool:
        """Kills a child of that name, if there is one: it comes back when it is needed."""
        for child in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.Error):
                if child.cmdline()[-2:] == ["--worker", name]:
                    child.kill()
                    self.counts[f"kills of {name}"] += 1
                    return True
        return False

    def _kill_engine(self) -> None:
        self._engine.try_again()
        self._engine.load(self._tiny)
        if self._engine.pid is not None:
            os.kill(self._engine.pid, 9)
            self.counts["kills of engine"] += 1
        for _ in range(2):
            self._engine.try_again()
            try:
                self._engine.load(self._tiny)
                self._engine.generate(Request((Segment("the"),), GREEDY, max_tokens=4)).result()
                break
            except DesktopSlmError:
                continue
        self._engine.unload()

    def _rest(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self._wait(lambda: time.monotonic() > end)

    def _wait(self, condition: Callable[[], object]) -> None:
        is_real = self._exchange.now is self._exchange.real
        end = time.monotonic() + (_REAL_PATIENCE_S if is_real else _PATIENCE_S)
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(
                    f"in vain, after {dict(self.counts)}: {self._run.words()[-300:]}"
                )
            self._application.processEvents()
            # Without a loop of Qt's own, what is to be deleted later never would be.
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            time.sleep(0.001)


def _answer(text: str) -> str:
    return f"You asked: {text[:60]}. **Three** things:\n\n1. one\n2. two\n3. three"


def _model(folder: Path, name: str) -> InstalledModel:
    path = folder / "models" / f"{name}.gguf"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"GGUF")
    return InstalledModel(name, name, path, 4, "Q4_K_M", Place.FOLDER)


def _practice() -> InstalledModel | None:
    path = starter_folder() / "SmolLM2-135M-Instruct.Q4_1.gguf"
    if not path.exists():
        return None
    size = path.stat().st_size
    return InstalledModel("practice", "Practice", path, size, "Q4_1", Place.PRACTICE)
