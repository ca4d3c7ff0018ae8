"""Background work: what is delivered, in which order, on which thread, and to whom no longer."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.cancellation import Cancelled
from desktop_slm.errors import DesktopSlmError, DiskFull, Invariant
from desktop_slm.ui.operations import Job, Lane, Operation, Operations


class Outcome:
    """Collects what an operation delivers, and on which thread."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.errors: list[DesktopSlmError] = []
        self.batches: list[list[Any]] = []
        self.cancelled = 0
        self.order: list[str] = []
        self.threads: set[bool] = set()

    def options(self) -> dict[str, Any]:
        return {
            "on_success": lambda result: self._note("success", self.results, result),
            "on_failure": lambda error: self._note("failure", self.errors, error),
            "on_progress": lambda items: self._note("progress", self.batches, items),
            "on_cancelled": self._on_cancelled,
        }

    @property
    def is_there(self) -> bool:
        return bool(self.results or self.errors or self.cancelled)

    @property
    def items(self) -> list[Any]:
        return [item for batch in self.batches for item in batch]

    def _note(self, kind: str, into: list[Any], value: Any) -> None:
        self.threads.add(threading.current_thread() is threading.main_thread())
        self.order.append(kind)
        into.append(value)

    def _on_cancelled(self) -> None:
        self.order.append("cancelled")
        self.cancelled += 1


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    made = Operations()
    yield made
    assert made.shut_down()


@pytest.fixture
def context(qapp: QApplication) -> QObject:
    return QObject()


Run = Callable[..., Operation[Any]]


def test_a_result_arrives_on_the_qt_thread(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome = Outcome()
    operations.run(context, lambda job: threading.current_thread().name, **outcome.options())
    qtbot.waitUntil(lambda: outcome.is_there)
    assert outcome.results == ["free lane"]
    assert outcome.threads == {True}


def test_our_errors_arrive_as_they_are(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome = Outcome()

    def fail(job: Job) -> None:
        raise DiskFull

    operations.run(context, fail, **outcome.options())
    qtbot.waitUntil(lambda: outcome.is_there)
    assert isinstance(outcome.errors[0], DiskFull)


def test_an_error_that_is_kept_does_not_hold_what_the_work_held(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome, held = Outcome(), []

    def fail(job: Job) -> None:
        document = threading.Event()
        held.append(weakref.ref(document))
        try:
            document.missing  # type: ignore[attr-defined]  # noqa: B018
        except AttributeError as error:
            raise DiskFull from error

    operations.run(context, fail, **outcome.options())
    qtbot.waitUntil(lambda: outcome.is_there)
    gc.collect()
    assert outcome.errors and held[0]() is None


def test_a_defect_becomes_an_invariant_and_is_logged_without_its_words(
    operations: Operations, context: QObject, qtbot: QtBot, expected_logs: list[str]
) -> None:
    expected_logs.append("background work failed with ValueError")
    outcome = Outcome()

    def fail(job: Job) -> None:
        raise ValueError("the text of a document")

    operations.run(context, fail, **outcome.options())
    qtbot.waitUntil(lambda: outcome.is_there)
    assert isinstance(outcome.errors[0], Invariant)
    assert "ValueError" in outcome.errors[0].details
    assert "the text of a document" not in outcome.errors[0].details


def test_no_item_is_lost_and_all_come_in_order_before_the_result(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome = Outcome()

    def produce(job: Job) -> str:
        for number in range(20_000):
            job.report(number)
        return "done"

    operations.run(context, produce, **outcome.options())
    qtbot.waitUntil(lambda: outcome.is_there)
    assert outcome.items == list(range(20_000))
    assert outcome.order[-1] == "success"


def test_many_items_come_in_few_deliveries(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome = Outcome()

    def produce(job: Job) -> None:
        for number in range(100):
            job.report(number)
            time.sleep(0.002)

    operations.run(context, produce, **outcome.options())
    qtbot.waitUntil(lambda: outcome.is_there)
    assert outcome.items == list(range(100))
    assert len(outcome.batches) <= 40  # 0.2 s and more, at most one each 16 ms


def test_storage_works_in_order_on_one_thread(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    done: list[tuple[int, int]] = []
    outcome = Outcome()

    def store(number: int) -> Callable[[Job], None]:
        return lambda job: done.append((number, threading.get_ident()))

    for number in range(20):
        operations.run(context, store(number), lane=Lane.STORAGE, **outcome.options())
    qtbot.waitUntil(lambda: len(outcome.results) == 20)
    assert [number for number, _ in done] == list(range(20))
    assert len({thread for _, thread in done}) == 1


def test_free_lanes_do_not_wait_for_each_other(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    both = threading.Barrier(2, timeout=5)
    outcome = Outcome()
    for _ in range(2):
        operations.run(context, lambda job: both.wait(), **outcome.options())
    qtbot.waitUntil(lambda: len(outcome.results) == 2)


def test_a_cancelled_function_that_checks_ends_as_cancelled(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome = Outcome()

    def wait(job: Job) -> None:
        while True:
            job.check()
            time.sleep(0.001)

    operation = operations.run(context, wait, **outcome.options())
    operation.cancel()
    qtbot.waitUntil(lambda: outcome.is_there)
    assert (outcome.cancelled, outcome.results, outcome.errors) == (1, [], [])


def test_what_a_cancelled_function_still_returns_is_delivered(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome = Outcome()
    ended = threading.Event()

    def answer(job: Job) -> str:
        job.when_cancelled(ended.set)
        assert ended.wait(5)
        return "the text so far"

    operation = operations.run(context, answer, **outcome.options())
    operation.cancel()
    qtbot.waitUntil(lambda: outcome.is_there)
    assert outcome.results == ["the text so far"]


def test_a_function_cancelled_before_it_began_never_runs(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    gate = threading.Event()
    ran: list[int] = []
    first, second = Outcome(), Outcome()
    operations.run(context, lambda job: gate.wait(5), lane=Lane.STORAGE, **first.options())
    waiting = operations.run(
        context, lambda job: ran.append(1), lane=Lane.STORAGE, **second.options()
    )
    waiting.cancel()
    gate.set()
    qtbot.waitUntil(lambda: second.is_there)
    assert (ran, second.cancelled) == ([], 1)


def test_nothing_reaches_a_widget_that_is_gone(operations: Operations, qtbot: QtBot) -> None:
    page = QWidget()
    gate = threading.Event()
    gone, kept = Outcome(), Outcome()
    here = QObject()

    def work(job: Job) -> None:
        gate.wait(5)
        job.report("late")

    operations.run(page, work, **gone.options())
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass
    gate.set()
    operations.run(here, lambda job: time.sleep(0.05), **kept.options())
    qtbot.waitUntil(lambda: kept.is_there)
    assert gone.order == []


def test_a_dropped_operation_says_nothing_more(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome, other = Outcome(), Outcome()
    operation = operations.run(context, lambda job: 1, **outcome.options())
    operation.drop()
    operations.run(context, lambda job: time.sleep(0.05), **other.options())
    qtbot.waitUntil(lambda: other.is_there)
    assert outcome.order == []
    assert operation.is_finished


def test_shutting_down_finishes_storage_and_delivers_nothing(qapp: QApplication) -> None:
    operations = Operations()
    context = QObject()
    stored: list[int] = []
    outcome = Outcome()
    for number in range(5):

        def store(job: Job, number: int = number) -> None:
            time.sleep(0.01)
            stored.append(number)

        operations.run(context, store, lane=Lane.STORAGE, **outcome.options())
    assert operations.shut_down()
    qapp.processEvents()
    assert stored == [0, 1, 2, 3, 4]
    assert outcome.order == []


def test_shutting_down_cancels_waits_and_says_when_storage_is_stuck(qapp: QApplication) -> None:
    operations = Operations()
    context = QObject()
    gate, cancelled = threading.Event(), threading.Event()
    outcome = Outcome()

    def wait(job: Job) -> None:
        job.when_cancelled(cancelled.set)
        gate.wait(5)

    operations.run(context, wait, **outcome.options())
    operations.run(context, lambda job: gate.wait(5), lane=Lane.STORAGE, **outcome.options())
    assert not operations.shut_down(timeout_s=0.05)
    assert cancelled.wait(1)
    gate.set()


def test_a_defect_in_a_callback_costs_no_other_operation_its_result(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome = Outcome()
    gate = threading.Event()

    def raises(items: list[Any]) -> None:
        raise RuntimeError("a callback's defect")

    def reports(job: Job) -> None:
        job.report(1)
        gate.wait(5)

    with qtbot.captureExceptions() as raised:
        options = {**outcome.options(), "on_progress": raises}
        operations.run(context, reports, **options)
        operations.run(context, lambda job: gate.wait(5), **outcome.options())
        qtbot.waitUntil(lambda: bool(raised))
        gate.set()
        qtbot.waitUntil(lambda: len(outcome.results) == 2)
    assert len(raised) == 1


def test_leaving_by_cancelled_without_being_cancelled_is_no_error(
    operations: Operations, context: QObject, qtbot: QtBot
) -> None:
    outcome = Outcome()

    def leave(job: Job) -> None:
        raise Cancelled

    operations.run(context, leave, **outcome.options())
    qtbot.waitUntil(lambda: outcome.is_there)
    assert outcome.order == ["cancelled"]


def test_stopping_waits_until_a_cancelled_answer_has_stored_what_there_is(
    qapp: QApplication,
) -> None:
    operations = Operations()
    stored: list[str] = []
    begun, cancelled = threading.Event(), threading.Event()

    def answer(job: Job) -> None:
        job.when_cancelled(cancelled.set)
        begun.set()
        cancelled.wait(5)
        stored.append("so far")

    operations.run(QObject(), answer, **Outcome().options())
    assert begun.wait(5)
    assert operations.stop()
    assert stored == ["so far"]
    assert operations.shut_down()
