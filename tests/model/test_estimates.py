"""Estimates from shape and rates against the truth: llama.cpp's dry run, and real work."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.survey import survey
from desktop_slm.engine.text_engine import Model
from desktop_slm.gguf import header
from desktop_slm.models import fit
from desktop_slm.models.machine import Machine, Rate
from desktop_slm.models.shape import of_header
from desktop_slm.models.speed import Weights, estimate
from desktop_slm.tuning.bench import Bench
from tests.fakes.tiny_kinds import CONTEXT, KINDS

# Their states have sizes of their own that no other kind has; they are none of the catalog's.
_UNKNOWN = {"rwkv6", "rwkv7"}
_FACTOR = 3.0


@pytest.mark.model
@pytest.mark.parametrize("kind", [k for k in KINDS if KINDS[k].makes_text and k not in _UNKNOWN])
def test_the_shape_of_a_header_takes_what_llama_cpp_says(kinds_folder: Path, kind: str) -> None:
    path = kinds_folder / f"{kind}.gguf"
    shape = of_header(header.read(path))
    estimated = fit.CHAT_SEQUENCES * shape.sequence_bytes(CONTEXT, fit.STEP_TOKENS)
    estimated += fit.BATCH_SEQUENCES * shape.sequence_bytes(CONTEXT, fit.STEP_TOKENS)
    assert estimated == pytest.approx(Engine().foresee(Model(path)).cache_bytes, rel=0.02)


@pytest.mark.model
def test_the_starter_takes_what_was_estimated(starter: Path) -> None:
    found = header.read(starter)
    estimated = fit.need(starter.stat().st_size, of_header(found), found.parameters)
    truth = Engine().foresee(Model(starter))
    assert estimated.cache_bytes == pytest.approx(truth.cache_bytes, rel=0.02)
    assert estimated.total_bytes == pytest.approx(truth.total_bytes, rel=0.05)


@pytest.mark.model
def test_the_starter_is_as_fast_as_was_estimated_within_a_factor_of_3(starter: Path) -> None:
    if os.getloadavg()[0] > 0.75 * (os.cpu_count() or 1):
        pytest.skip("other programs are at work: a speed measured now would be theirs")
    engine = Engine()
    facts = engine.load(Model(starter))
    bench = Bench(engine, facts, time.monotonic)
    sizes = bench.sizes()
    read = write = 0.0
    for _ in range(3):
        prompt = bench.prompt(sizes)
        read, write = max(read, bench.read(prompt)), max(write, bench.write(prompt, sizes.answer))
    engine.unload()
    rates = {name: Rate(*pair) for name, pair in survey(with_rates=True).rates["CPU"].items()}
    weights = Weights(starter.stat().st_size, facts.parameters, facts.parameters, "Q4_1")
    machine = Machine("", 1, 1, 1, 1, rates={"CPU": rates})
    found = estimate(weights, machine)
    assert found is not None
    assert 1 / _FACTOR < found.read / read < _FACTOR
    assert 1 / _FACTOR < found.write / write < _FACTOR
