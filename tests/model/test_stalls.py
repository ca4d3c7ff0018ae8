"""A long prompt of somebody else never holds up the tokens of an answer that is being written."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.pace import Pace
from desktop_slm.engine.protocol import Delta, Finished, Priority, Request, Sampling, Segment
from desktop_slm.engine.text_engine import Model
from tests.fakes.stepping import CHUNK

_ROOT = Path(__file__).resolve().parents[2]
_RUNS, _TOKENS, _NOISE = 2, 40, 3
_QUICK_STEP_S, _STALL_S, _SLOW_STEPS = 0.070, 0.200, 3


def test_every_round_writes_for_the_chat_and_reads_one_chunk_for_the_rest(
    kinds_folder: Path,
) -> None:
    """Counted, not timed: no round leaves the chat out, none reads more than its share."""
    command = [sys.executable, "-m", "tests.fakes.stepping", "rounds"]
    done = subprocess.run(
        [*command, str(kinds_folder / "llama.gguf")],
        cwd=_ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    rounds = json.loads(done.stdout)
    assert {each["chat"] for each in rounds} == {1}
    writers = 4  # the chat itself, and at most the three that came after it
    assert max(each["tokens"] for each in rounds) <= CHUNK + writers
    assert sum(each["tokens"] for each in rounds) > 600  # long prompts were read indeed
    assert len(rounds) > 600 / (CHUNK + writers)


@pytest.mark.parametrize(
    ("decode_s", "prompt_token_s", "lanes"),
    [(0.01, 0.001, 1), (0.03, 0.002, 2), (0.069, 0.005, 1), (0.1, 0.01, 1), (0.3, 0.02, 2)],
)
def test_a_round_is_planned_to_stay_below_the_stall(
    decode_s: float, prompt_token_s: float, lanes: int
) -> None:
    pace = Pace()
    pace.note(0, 1, decode_s)
    pace.note(100, 0, 100 * prompt_token_s)
    planned_s = lanes * decode_s + pace.chunk(lanes) * prompt_token_s
    assert planned_s < (_STALL_S if decode_s < _QUICK_STEP_S else _SLOW_STEPS * decode_s)
    assert pace.chunk(lanes) >= 8


@pytest.fixture(scope="module")
def engine(starter: Path) -> Iterator[Engine]:
    engine = Engine()
    engine.load(Model(starter, lookup=False))
    yield engine
    engine.unload()


def _ask(text: str, new_tokens: int, priority: Priority = Priority.INTERACTIVE) -> Request:
    # The end of the answer is made impossible, so that it is long enough.
    return Request(
        (Segment(text),),
        sampling=Sampling(temperature=0.0, logit_bias={0: -100.0, 2: -100.0}),
        max_tokens=new_tokens,
        priority=priority,
    )


def _gaps(engine: Engine, other: Request | None) -> list[float]:
    """Returns the seconds between the tokens of an answer; `other` comes after ten of them."""
    answer = engine.generate(_ask(f"Once {time.monotonic()} there was", _TOKENS))
    times: list[float] = []
    waiting = None
    for event in answer:
        if isinstance(event, Delta):
            times.append(time.monotonic())
            if len(times) == 10 and other is not None:
                waiting = engine.generate(other)
        if isinstance(event, Finished):
            break
    if waiting is not None:
        waiting.cancel()
        waiting.result()
    return [after - before for before, after in pairwise(times[10:])]


@pytest.mark.model
@pytest.mark.parametrize("priority", Priority)
def test_tokens_keep_coming_while_a_long_prompt_is_read(engine: Engine, priority: Priority) -> None:
    """The best of a few runs, with room for what others do on this machine meanwhile.

    The exact counts are in the first test; a prompt read in whole steps would take far longer.
    """
    _gaps(engine, _ask("the rain in Spain " * 60, 2, priority))  # measures the pace
    worst, usual = [], []
    for run in range(_RUNS):
        decode_s = statistics.median(_gaps(engine, None))
        allowed_s = _STALL_S if decode_s < _QUICK_STEP_S else _SLOW_STEPS * decode_s
        text = f"{run} {time.monotonic()} " + "the rain in Spain stays mainly " * 250
        gaps = _gaps(engine, _ask(text, 4, priority))
        worst.append(max(gaps) / allowed_s)
        usual.append(statistics.median(gaps) / allowed_s)
    assert min(usual) < 1, usual
    assert min(worst) < _NOISE, worst
