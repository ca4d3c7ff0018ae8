"""What the Settings page says of the network comes from the children themselves."""

from __future__ import annotations

import sys

import psutil

from desktop_slm.__main__ import WORKERS
from desktop_slm.ui.settings.enforcement import CHILDREN, ask_children
from desktop_slm.workers.confine import Level
from desktop_slm.workers.process import Worker


def test_every_child_but_the_one_with_network_is_asked() -> None:
    assert set(CHILDREN) == set(WORKERS) - {"fetch"}


def test_the_children_answer_and_are_gone_afterwards() -> None:
    started: list[Worker] = []

    def start(name: str) -> Worker:
        started.append(Worker(name))
        return started[-1]

    found = ask_children(start)
    expected = Level.KERNEL if sys.platform == "linux" else Level.APP
    assert found == dict.fromkeys(CHILDREN, expected)
    assert not any(child.pid is not None and psutil.pid_exists(child.pid) for child in started)


def test_a_child_that_does_not_start_has_no_answer() -> None:
    assert ask_children(lambda name: Worker("no such worker"))["engine"] is None
