"""Perplexity and tuning with real models, and that chats and summaries run as was measured."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.cli.chat import _Conversation
from desktop_slm.cli.parser import parse
from desktop_slm.cli.session import Session
from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY, Request, Segment
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import EngineFailed, NotGguf
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.tuning.bench import Sizes, sample_text
from desktop_slm.tuning.convert import Conversions, Wish
from desktop_slm.tuning.offer import Offers, Verdict
from desktop_slm.tuning.tune import Tuned, Tuner
from desktop_slm.tuning.tuned import Speeds, TunedSettings, Tunings
from tests.process.cli_runs import Terminal

# Bytes that are tokens by themselves in the tiny models.
BYTES = "ZQXJKVWYBGFDPMUCLHRSNI0123456789"
SPEEDS = Speeds(1.0, 1.0, 1.0)


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.unload()


def _logprob(engine: Engine, before: str, following: str) -> float:
    """Returns the log probability of the next token as the engine's answers tell it."""
    request = Request(
        (Segment(before, is_literal=True),), sampling=GREEDY, max_tokens=1, top_logprobs=300
    )
    return dict(engine.generate(request).result().logprobs[0].top)[following]


def test_perplexity_is_that_of_the_log_probabilities_one_by_one(
    engine: Engine, tiny_llama: Path
) -> None:
    engine.load(Model(tiny_llama))
    found = engine.perplexity(BYTES)
    first = len(BYTES) // 4
    expected = [_logprob(engine, BYTES[:place], BYTES[place]) for place in range(first, len(BYTES))]
    assert found.tokens == len(expected)
    assert list(found.logprobs) == pytest.approx(expected, abs=2e-3)
    assert found.value == pytest.approx(math.exp(-sum(expected) / len(expected)), rel=2e-3)


def test_perplexity_reads_no_more_than_it_is_told(engine: Engine, tiny_llama: Path) -> None:
    engine.load(Model(tiny_llama))
    shown: list[float] = []
    few = engine.perplexity(sample_text(), 600, shown.append)
    many = engine.perplexity(sample_text(), 2000)
    assert few.tokens == 512 * 3 // 4  # the rest of 88 is too short to count
    assert many.tokens > 3 * few.tokens
    assert many.logprobs[: few.tokens] == few.logprobs
    assert shown == sorted(shown) and shown[-1] == 1.0


def test_an_empty_text_has_no_perplexity_and_the_model_goes_on(
    engine: Engine, tiny_llama: Path
) -> None:
    engine.load(Model(tiny_llama))
    with pytest.raises(EngineFailed, match="too short"):
        engine.perplexity("")
    assert engine.generate(Request((Segment("a"),), max_tokens=2)).result().usage.new_tokens == 2


def test_the_sample_has_the_length_that_was_meant(engine: Engine, tiny_llama: Path) -> None:
    assert 12_000 < len(sample_text()) < 16_000
    assert sample_text().isascii()


def test_a_tiny_model_is_tuned_for_real(engine: Engine, tiny_llama: Path) -> None:
    tuned = Tuner(engine, cores=2, seconds=3.0).tune(Model(tiny_llama))
    assert min(tuned.after.read, tuned.after.write, tuned.after.map) > 0
    assert tuned.device == "CPU"
    assert tuned.settings.threads in (0, 1)


def test_a_real_candidate_is_made_measured_and_deleted(
    engine: Engine, tiny_llama: Path, tmp_path: Path
) -> None:
    model = InstalledModel(
        "tiny", "Tiny", tiny_llama, tiny_llama.stat().st_size, "F32", Place.IN_PLACE
    )
    tuned = Tuned(TunedSettings(), SPEEDS, SPEEDS, "CPU", 1.0, Sizes(48, 6, 32, 6))
    inspection = Inspection()
    offers = Offers(engine, Conversions(tmp_path / "models", inspection), inspection)
    trials = offers.trials(model, tuned)
    assert [trial.after.format for trial in trials] == ["Q8_0", "Q6_K", "Q4_K_M"]
    # A model this small is as fast in every format, or chance decides: all were really run.
    assert all(trial.after.speeds and trial.gain > 0 for trial in trials)
    assert trials[0].after.size_bytes < model.size_bytes / 3
    assert not {trial.verdict for trial in trials} & {Verdict.FAILED, Verdict.NO_TIME}
    assert not list((tmp_path / "models").iterdir())


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> paths.Paths:
    monkeypatch.setenv("DESKTOP_SLM_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return paths.find()


def test_a_chat_runs_as_was_measured_best(
    data: paths.Paths, tmp_path: Path, tiny_llama: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = TunedSettings(threads=1, batch_tokens=256, parallel=2, lookup=False)
    words = ["chat", "hello", "--model", str(tiny_llama), "--max-tokens", "3"]
    arguments = parse([*words, "--key-file", str(tmp_path / "key")])
    runs: list[Model | None] = []
    for measured in (False, True):
        if measured:
            Tunings(data).keep(tiny_llama, settings, SPEEDS, "CPU")
        with Session(arguments) as session:
            _Conversation(session, arguments).ask("hello")
            runs.append(session.engine.loaded)
            threads = session.engine.facts.threads if session.engine.facts else 0
    assert runs == [Model(tiny_llama), settings.applied(Model(tiny_llama))]
    assert threads == 1


def test_the_verbs_convert_tune_and_say_so(tmp_path: Path, tiny_llama: Path) -> None:
    terminal = Terminal(tmp_path / "data")
    told = terminal.run("models", "convert", tiny_llama, "--format", "q8_0", "--json").json
    assert (told["format"], told["made_from"]) == ("Q8_0", str(tiny_llama))
    before, after = told["before"], told["after"]
    assert after["size_bytes"] < before["size_bytes"] / 3
    assert after["perplexity"] == pytest.approx(before["perplexity"], rel=0.02)
    listed = terminal.run("models", "list", "--json").json
    assert (listed[0]["id"], listed[0]["format"]) == (told["id"], "Q8_0")
    info = terminal.run("models", "info", told["id"], "--json").json
    assert info["facts"]["made_from"] == tiny_llama.name
    again = terminal.run("models", "convert", tiny_llama, "--format", "Q8_0")
    assert (again.status, again.errors.count("\n")) == (1, 1)
    assert "there already" in again.errors


def test_wrong_words_are_refused(tmp_path: Path, tiny_llama: Path) -> None:
    terminal = Terminal(tmp_path / "data")
    for words, status in (
        (("convert", tiny_llama), 2),
        (("convert", tiny_llama, "--format", "Q8_0", "--prune", "some"), 2),
        (("convert", tiny_llama, "--format", "Q9_9"), 1),
        (("convert", tiny_llama, "--format", "Q8_0", "--prune", "5"), 1),
        (("tune", "no-such-model"), 1),
    ):
        assert terminal.run("models", *words).status == status
    assert not list((tmp_path / "data").rglob("*.gguf"))


def test_tuning_what_is_no_model_is_one_sentence(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.gguf"
    path.write_bytes(b"no model" * 100)
    with pytest.raises(NotGguf):
        Tuner(engine, cores=2).tune(Model(path))


@pytest.mark.model
def test_the_practice_model_loses_nothing_as_q8_0(
    engine: Engine, starter: Path, tmp_path: Path
) -> None:
    model = InstalledModel("practice", "P", starter, 1, "Q4_1", Place.PRACTICE)
    with Conversions(tmp_path, Inspection()).candidate(Wish(model, "Q8_0")) as made:
        values = []
        for path in (starter, made):
            engine.load(Model(path))
            values.append(engine.perplexity(sample_text(), 600).value)
    assert 10 < values[0] < 40
    assert values[1] == pytest.approx(values[0], rel=0.02)
