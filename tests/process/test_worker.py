"""A child seen from its parent: answers, deaths, garbage, silence."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from desktop_slm.errors import EmptyFile, Invariant, ProtocolError
from desktop_slm.workers.process import EndKind, State, Worker, WorkerEnded, WorkerSilent
from tests.fakes.worker_child import spawn

_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def worker() -> Iterator[Worker]:
    child = Worker("test", spawner=spawn)
    child.start()
    yield child
    child.stop(grace_s=0.2)


def test_a_request_gets_its_events_and_its_result(worker: Worker) -> None:
    messages = list(worker.request("echo", payload=b"\x00\xff" * 5000, say="grüß\ud800", events=3))
    assert [m.fields["event"] for m in messages] == ["step", "step", "step", "bytes", "done"]
    assert messages[3].payload == b"\x00\xff" * 5000
    assert messages[4].fields["said"] == "grüß\ud800"


def test_the_first_line_tells_what_is_enforced(worker: Worker) -> None:
    assert worker.hello["worker"] == "test"
    assert worker.hello["confinement"]["memory_bytes"] == 1 << 30


def test_states_follow_the_life_of_a_child() -> None:
    child = Worker("test", spawner=spawn)
    states = [child.state]
    assert child.ending.kind is EndKind.NEVER_STARTED
    child.start()
    states.append(child.state)
    replies = child.request("sleep", seconds=30)
    states.append(child.state)
    ending = child.stop(grace_s=0.1)
    states.append(child.state)
    assert states == [State.NOT_STARTED, State.READY, State.BUSY, State.EXITED]
    assert ending.kind is EndKind.ENDED_BY_US
    with pytest.raises(WorkerEnded):
        replies.result(1)


def test_requests_are_answered_in_parallel_order(worker: Worker) -> None:
    first, second = worker.request("echo", say=1), worker.request("echo", say=2)
    assert second.result(5).fields["said"] == 2
    assert first.result(5).fields["said"] == 1


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT])
def test_a_death_says_how_and_keeps_the_last_words(worker: Worker, number: int) -> None:
    with pytest.raises(WorkerEnded) as caught:
        worker.request("die", signal=int(number)).result(10)
    assert caught.value.ending.kind is EndKind.CRASHED
    assert caught.value.ending.code == -number
    assert signal.Signals(number).name in str(caught.value.ending)
    assert "last words" in caught.value.ending.last_words


def test_a_request_to_a_dead_child_fails_at_once(worker: Worker) -> None:
    with pytest.raises(WorkerEnded):
        worker.request("die").result(10)
    with pytest.raises(WorkerEnded):
        worker.request("echo")


def test_garbage_on_the_pipe_ends_the_child(worker: Worker) -> None:
    with pytest.raises(WorkerEnded) as caught:
        worker.request("garbage").result(10)
    assert caught.value.ending.kind is EndKind.CRASHED
    assert "garbage on the pipe" in caught.value.ending.last_words


def test_what_native_code_prints_does_not_reach_the_protocol(worker: Worker) -> None:
    worker.request("print").result(5)
    assert worker.request("echo", say="still fine").result(5).fields["said"] == "still fine"


def test_an_error_of_the_world_arrives_as_itself(worker: Worker) -> None:
    with pytest.raises(EmptyFile) as caught:
        worker.request("fail", known=True).result(5)
    assert caught.value.fields == {"name": "a file"}


def test_a_bug_in_a_job_arrives_without_what_it_quotes(worker: Worker) -> None:
    with pytest.raises(Invariant) as caught:
        worker.request("fail").result(5)
    assert "ValueError" in caught.value.details
    assert "secret" not in caught.value.details
    assert worker.request("echo", say=1).result(5).fields["said"] == 1


def test_an_unknown_operation_is_a_protocol_error(worker: Worker) -> None:
    with pytest.raises(ProtocolError):
        worker.request("no such thing").result(5)


def test_silence_is_noticed_and_the_child_can_be_stopped(worker: Worker) -> None:
    replies = worker.request("sleep", seconds=60)
    with pytest.raises(WorkerSilent):
        replies.next(0.05)
    started = time.monotonic()
    worker.stop(grace_s=0.1)
    assert time.monotonic() - started < 3


def test_a_child_that_dies_before_its_first_line_is_told_apart() -> None:
    child = Worker("stillborn", spawner=spawn)
    with pytest.raises(WorkerEnded) as caught:
        child.start()
    assert caught.value.ending.code == 3


def test_a_child_that_is_dead_before_it_is_spoken_to_is_no_surprise() -> None:
    """The thread that notices may close the pipe before, while or after the first line goes out."""

    def spawn_dead(name: str) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        process = subprocess.Popen([sys.executable, "-c", ""], stdin=pipe, stdout=pipe, stderr=pipe)
        process.wait()
        return process

    for _ in range(40):
        with pytest.raises(WorkerEnded):
            Worker("test", spawner=spawn_dead).start()


def test_a_child_ends_with_its_parent() -> None:
    code = (
        "import time; from desktop_slm.workers.process import Worker;"
        "from tests.fakes.worker_child import spawn;"
        "w = Worker('test', spawner=spawn); w.start(); w.request('sleep', seconds=60);"
        "print(w.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=_ROOT)
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert not psutil.wait_procs([child], timeout=5)[1]
