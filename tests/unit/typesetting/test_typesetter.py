"""The parent side: what is not even tried, and a child that is given up on."""

from __future__ import annotations

import pytest

from desktop_slm.typesetting.drawing import Code, Formula
from desktop_slm.typesetting.typesetter import LONGEST_CODE, Typesetter, may_be_drawn
from desktop_slm.workers.process import WorkerSilent


class _SilentWorker:
    """Starts and never answers."""

    def __init__(self, log: list[str]) -> None:
        self._log = log

    def start(self) -> None:
        self._log.append("start")

    def request(self, operation: str, **fields: object) -> _SilentWorker:
        self._log.append(operation)
        return self

    def result(self, timeout_s: float) -> None:
        raise WorkerSilent

    def stop(self, grace_s: float) -> None:
        self._log.append("stop")


@pytest.mark.parametrize(
    "latex",
    [
        r"\def\a{\a\a}\a",
        r"\newcommand{\x}{\x\x}\x",
        r"\let\a\b",
        r"\includegraphics{/tmp/hostile-probe.png}",
        r"\input{/etc/passwd}",
        r"\href{file:///tmp/hostile-probe}{x}",
        "x" * 1001,
        r"\frac{" * 9 + "x" + "}{1}" * 9,
        r"\left(" * 9 + "x" + r"\right)" * 9,
        r"\begin{matrix}" * 9 + "x" + r"\end{matrix}" * 9,
        "{x",
        "x}",
    ],
)
def test_a_formula_that_defines_loads_or_nests_is_not_tried(latex: str) -> None:
    assert not may_be_drawn(Formula(latex))


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{1}{1+\frac{1}{1+\frac{1}{x}}}",
        r"\left\{ \begin{array}{l} a \\ b \end{array} \right.",
        r"\{1, 2\}",
        r"\leftarrow \defect",
    ],
)
def test_an_honest_formula_is_tried(latex: str) -> None:
    assert may_be_drawn(Formula(latex))


def test_a_child_that_never_answers_is_ended_and_after_some_times_not_started_again() -> None:
    log: list[str] = []
    now = [0.0]
    typesetter = Typesetter(lambda: _SilentWorker(log), clock=lambda: now[0])  # type: ignore[arg-type,return-value]
    for _ in range(10):
        assert typesetter.draw(Formula("x")) is None
    assert log == ["start", "draw", "stop"] * 4
    now[0] = 61.0
    assert typesetter.colour(Code("python", ("x",))) is None
    assert log[-2:] == ["colour", "stop"]


def test_too_much_code_is_not_sent() -> None:
    log: list[str] = []
    typesetter = Typesetter(lambda: _SilentWorker(log))  # type: ignore[arg-type,return-value]
    assert typesetter.colour(Code("python", ("x" * (LONGEST_CODE + 1),))) is None
    assert log == []
