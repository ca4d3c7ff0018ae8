"""Mutated models and adapters loaded for real, with the header check switched off.

The child may die of them; the parent never does, and each is over within five seconds.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY, LoadRequest, Request, Segment
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import DesktopSlmError, EngineHung, EngineStopped, OurError
from tests.counts import count, seed
from tests.fakes.mutant_models import mutants, public_cases
from tests.fakes.tiny_adapters import make_adapter

_KINDS = ("mixtral", "mamba", "gemma3")
_MUTANTS, _ADAPTERS = count("mutants", 500), 60
_LIMIT_S = 5.0
_GROWTH_BYTES = 64 << 20
_ASK = Request((Segment("<|im_start|>the anther"),), sampling=GREEDY, max_tokens=3)


class Unchecked(Model):
    """A model whose header nobody looks at before llama.cpp does."""

    def to_request(self) -> LoadRequest:
        return replace(super().to_request(), check_header=False)


@dataclass(frozen=True)
class Case:
    """A file to load, and the adapter to load with it."""

    name: str
    model: Path
    content: bytes
    is_adapter: bool = False


@dataclass(frozen=True)
class Outcome:
    """How a case ended, and how long that took."""

    name: str
    result: str
    seconds: float


@pytest.fixture
def bases(tiny_llama: Path, kinds_folder: Path) -> list[Path]:
    """Four real models of four kinds of memory and layout."""
    return [tiny_llama, *(kinds_folder / f"{kind}.gguf" for kind in _KINDS)]


def _try(engine: Engine, case: Case, target: Path) -> Outcome:
    """Loads a case and lets it write; every end but one of our errors goes to the test."""
    target.write_bytes(case.content)
    adapters = (target,) if case.is_adapter else ()
    model = Unchecked(case.model if case.is_adapter else target, adapters=adapters)
    engine.try_again()
    started = time.monotonic()
    try:
        engine.load(model)
        asked = replace(_ASK, adapters=((0, 1.0),)) if case.is_adapter else _ASK
        engine.generate(asked).result()
        result = "answered"
    except (EngineStopped, EngineHung) as error:
        result = type(error).__name__
    except OurError:
        raise
    except DesktopSlmError as error:
        result = type(error).__name__
    seconds = time.monotonic() - started
    engine.unload()
    return Outcome(case.name, result, seconds)


def _try_all(cases: Sequence[Case], folder: Path) -> Counter[str]:
    """Runs the cases on two engines beside each other, and returns how often each end came."""

    def run(number: int) -> list[Outcome]:
        engine = Engine()
        target = folder / f"mutant-{number}.gguf"
        try:
            return [_try(engine, case, target) for case in cases[number::2]]
        finally:
            engine.unload()

    process = psutil.Process()
    before = set(process.children(recursive=True))  # what other tests share
    memory_bytes = process.memory_info().rss
    with ThreadPoolExecutor(2) as pool:
        outcomes = [outcome for part in pool.map(run, range(2)) for outcome in part]
    assert process.memory_info().rss - memory_bytes < _GROWTH_BYTES
    assert not [outcome for outcome in outcomes if outcome.seconds > _LIMIT_S]
    assert set(process.children(recursive=True)) <= before
    assert {path.name for path in folder.iterdir()} == {"mutant-0.gguf", "mutant-1.gguf"}
    return Counter(outcome.result for outcome in outcomes)


def test_500_mutated_models_end_the_child_at_most(
    bases: list[Path],
    tmp_path: Path,
    expected_logs: list[str],
    record_property: Callable[[str, object], None],
) -> None:
    expected_logs.append("the engine child ended")
    cases = [
        Case(f"{base.stem} {number}", base, content)
        for draw, base in enumerate(bases, 10 * seed(0))
        for number, content in enumerate(mutants(base.read_bytes(), _MUTANTS // len(bases), draw))
    ]
    assert len(cases) == _MUTANTS
    ends = _try_all(cases, tmp_path)
    # The mutants are neither too tame nor too wild to reach the code behind the header.
    assert min(ends["answered"], ends["EngineFailed"]) > _MUTANTS // 10, ends
    assert ends["EngineStopped"] or _MUTANTS < 500, "no death was tried"
    for end, number in ends.items():
        record_property(end, number)


def test_the_public_cases_end_the_child_at_most(
    tiny_llama: Path, tmp_path: Path, expected_logs: list[str]
) -> None:
    expected_logs.append("the engine child ended")
    found = public_cases(tiny_llama.read_bytes())
    cases = [Case(name, tiny_llama, content) for name, content in found.items()]
    ends = _try_all(cases, tmp_path)
    assert ends["EngineFailed"] > len(cases) // 2, ends


def test_mutated_adapters_end_the_child_at_most(
    tiny_llama: Path, tmp_path: Path, expected_logs: list[str]
) -> None:
    expected_logs.append("the engine child ended")
    folder = tmp_path / "files"
    folder.mkdir()
    source = tmp_path / "adapter.gguf"
    make_adapter(source)
    cases = [
        Case(f"adapter {number}", tiny_llama, content, is_adapter=True)
        for number, content in enumerate(mutants(source.read_bytes(), _ADAPTERS, seed=9))
    ]
    ends = _try_all(cases, folder)
    assert min(ends["AdapterUnfit"], ends["answered"]) > 10, ends
