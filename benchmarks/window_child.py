"""One measurement of the window, in a process of its own; prints its figures as JSON.

The window is the real one over a data folder of its own, with an engine that writes what it is
told at a steady pace and computes nothing.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from benchmarks import report
from benchmarks.window_pulse import Pulse, Typist
from benchmarks.window_texts import CHARACTERS_A_TOKEN, FORMS
from desktop_slm import app
from desktop_slm.assistants.analysis import Analysis
from desktop_slm.engine.protocol import Delta, Event, Finished, Reading, Request, StopReason, Usage
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui.chat.answers.answer_view import AnswerView
from desktop_slm.ui.chat.page import ChatPage
from desktop_slm.ui.chat.transcript import Transcript
from desktop_slm.ui.garbage import GarbageCollector
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from tests.fakes.scripted_engine import ScriptedAnswer, ScriptedEngine
from tests.screenshots.stage import Stage

_SEND_S = 0.015  # as often as the real engine sends what is shown
_MESSAGES = 2000


class _PacedAnswer(ScriptedAnswer):
    """Writes a text at so many tokens a second."""

    def __init__(self, engine: ScriptedEngine, request: Request, text: str, rate: float) -> None:
        super().__init__(engine, request)
        self._text = text
        self._rate = rate

    def __iter__(self) -> Iterator[Event]:
        yield Reading(10, 10)
        started, sent = time.perf_counter(), 0
        while sent < len(self._text) and not self._cancelled.wait(_SEND_S):
            due = (time.perf_counter() - started) * self._rate * CHARACTERS_A_TOKEN
            end = min(round(due), len(self._text))
            yield Delta(self._text[sent:end])
            sent = end
        tokens = len(self._text) // CHARACTERS_A_TOKEN
        yield Finished(self._text, "", StopReason.FINISHED, Usage(10, 0, tokens, 0.1, self._rate))


class _PacedEngine(ScriptedEngine):
    """An engine of a steady pace."""

    def __init__(self, text: str, rate: float) -> None:
        super().__init__(context=1 << 20)
        self._text, self._rate = text, rate

    def generate(self, request: Request) -> ScriptedAnswer:
        self.requests.append(request)
        if not request.streaming:
            return ScriptedAnswer(self, request)
        return _PacedAnswer(self, request, self._text, self._rate)


class _Bench:
    """The window, as `app.run` makes it, and the hands and eyes of a measurement."""

    def __init__(self, folder: Path, engine: ScriptedEngine) -> None:
        sys.setswitchinterval(0.0005)
        self.application = app.make_application()
        self.stage = Stage(self.application, folder, "light")
        self.stage.engine = engine
        self.stage.set_up()
        gc.freeze()
        GarbageCollector(self.stage.core)
        self.stage.open_data()
        self.pulse = Pulse()

    @property
    def page(self) -> ChatPage:
        return self.stage.window.pages.chat

    def run_until(self, condition: Callable[[], bool], patience_s: float = 600) -> None:
        """Runs Qt's own loop: a loop in Python would be measured, too."""
        loop, end = QEventLoop(), time.monotonic() + patience_s
        timer = QTimer(interval=5)

        def look() -> None:
            if condition() or time.monotonic() > end:
                loop.quit()

        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        timer.stop()
        if time.monotonic() > end:
            raise TimeoutError

    def settle(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self.run_until(lambda: time.monotonic() > end)


def stream(form: str, tokens: int, rate: float, *, checks: bool) -> dict[str, float]:
    """Returns the figures of one streamed answer."""
    text = FORMS[form](tokens * CHARACTERS_A_TOKEN)
    with tempfile.TemporaryDirectory() as folder:
        bench = _Bench(Path(folder), _PacedEngine(text, rate))
        box = bench.page._pane.composer.edit
        _warm_up(bench)
        stop_checking = _check_a_summary() if checks else lambda: 0
        bench.settle(1.0)
        gc.collect()
        before_mb = _memory_mb()
        QTest.keyClicks(box, "Go on")
        bench.pulse.start()
        typist = Typist(box)
        started, computed = time.perf_counter(), time.thread_time()
        QTest.keyClick(box, Qt.Key.Key_Return)
        typist.start()
        bench.run_until(lambda: _is_answered(bench, text))
        lasted, busy = time.perf_counter() - started, time.thread_time() - computed
        typist.stop()
        figures = bench.pulse.stop().figures()
        checked = stop_checking()
        bench.settle(1.5)
        gc.collect()
        figures |= {
            "key_ms": max(typist.waits, default=0),
            "memory_mb": _memory_mb() - before_mb,
            "seconds": lasted,
            "busy": busy / lasted,
            "checked": checked,
        }
        bench.stage.close()
    return figures


def chat() -> dict[str, float]:
    """Returns how long a chat of 2,000 messages takes to open, and its stalls while scrolled."""
    with tempfile.TemporaryDirectory() as folder:
        bench = _Bench(Path(folder), ScriptedEngine())
        chat_id = _store_messages(bench)
        _warm_up(bench)
        pages = bench.stage.window.pages
        started = time.perf_counter()
        pages.open_entry(EntryKey(Kind.CHAT, chat_id))
        bench.run_until(lambda: _is_open(bench, chat_id))
        bench.stage.window.repaint()
        opened_ms = (time.perf_counter() - started) * 1000
        bench.settle(0.5)
        gc.collect()
        before_mb = _memory_mb()
        bench.pulse.start()
        travelled = _scroll(bench)
        figures = bench.pulse.stop().figures()
        transcript = bench.page._transcript
        figures |= {
            "opened_ms": opened_ms,
            "messages_passed": travelled,
            "views": len(transcript._views),
            "memory_mb": _memory_mb() - before_mb,
        }
        bench.stage.close()
    return figures


def _warm_up(bench: _Bench) -> None:
    """Opens a short chat once: what is loaded with the first message is no part of this."""
    data = bench.stage.open_data()
    turn = data.conversations.begin_chat("Hello")
    shown = "Hi.\n\n```python\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    data.conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text=shown)
    chat_id = turn.answer.chat_id
    bench.stage.window.pages.open_entry(EntryKey(Kind.CHAT, chat_id))
    bench.run_until(lambda: _is_open(bench, chat_id))
    bench.settle(0.5)
    bench.stage.window.pages.chat.new_chat()
    bench.settle(0.3)


def _store_messages(bench: _Bench) -> int:
    chats = bench.stage.open_data().conversations
    texts = [FORMS[form](1200) for form in FORMS]
    turn = chats.begin_chat("The first question, in a few words.")
    for number in range(_MESSAGES // 2):
        chats.finish_answer(turn.answer.id, MessageState.COMPLETE, text=texts[number % len(texts)])
        if number < _MESSAGES // 2 - 1:
            turn = chats.begin_turn(turn.answer.chat_id, f"And what about part {number}?")
    return turn.answer.chat_id


def _is_open(bench: _Bench, chat_id: int) -> bool:
    transcript = bench.page._made_transcript
    if transcript is None or bench.page._chat.id != chat_id or not transcript._views:
        return False
    return transcript.isVisible() and bench.page._stack.currentWidget() is transcript


def _scroll(bench: _Bench) -> int:
    """Scrolls to the beginning, half a screen every 30 ms; returns how many messages that were."""
    transcript: Transcript = bench.page._transcript
    bar = transcript.verticalScrollBar()
    first = transcript._first

    def step() -> bool:
        nonlocal first
        bar.setValue(bar.value() - transcript.viewport().height() // 2)
        first = min(first, transcript._first)
        return transcript._first == 0 and bar.value() == 0

    last = [0.0]

    def look() -> bool:
        if time.monotonic() - last[0] < 0.03:
            return False
        last[0] = time.monotonic()
        return step()

    bench.run_until(look)
    return _MESSAGES - first


def _is_answered(bench: _Bench, text: str) -> bool:
    transcript = bench.page._made_transcript
    if transcript is None or not transcript._views:
        return False
    view = transcript._views[-1]
    if not isinstance(view, AnswerView) or view.is_live:
        return False
    return view.body.source() == text and not view.body.is_busy


def _check_a_summary() -> Callable[[], int]:
    """Checks sentences against a document of 60 pages, over and over; returns how to end it."""
    document = report.report(60)
    sentences = [each + "." for each in document.pages[3].text.split("\n")[1].split(". ")]
    ended, checked = threading.Event(), [0]

    def check() -> None:
        with Analysis(document) as analysis:
            while not ended.is_set():
                checked[0] += len(analysis.evidence(sentences))

    thread = threading.Thread(target=check, daemon=True)
    thread.start()

    def stop() -> int:
        ended.set()
        thread.join()
        return checked[0]

    return stop


def _memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main(words: list[str]) -> None:
    """Measures what the words say: `stream FORM TOKENS RATE CHECKS` or `chat`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if words[0] == "chat":
        print(json.dumps(chat()))
        return
    form, tokens, rate, checks = words[1:]
    print(json.dumps(stream(form, int(tokens), float(rate), checks=checks == "checks")))


if __name__ == "__main__":
    main(sys.argv[1:])
