"""The kept settings: in force for the same file on the same computer, and for nothing else."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.engine.text_engine import Model
from desktop_slm.tuning.tuned import Offer, Speeds, TunedSettings, Tunings

SETTINGS = TunedSettings(threads=3, batch_tokens=256, parallel=8, lookup=False)
SPEEDS = Speeds(1.0, 2.0, 3.0)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "a.gguf"
    path.write_bytes(b"GGUF")
    return path


@pytest.fixture
def tunings(tmp_path: Path, model: Path) -> Tunings:
    tunings = Tunings(paths.find(tmp_path), "this one")
    tunings.keep(model, SETTINGS, SPEEDS, "CPU")
    return tunings


def test_what_was_kept_is_in_force_after_a_restart(
    tmp_path: Path, model: Path, tunings: Tunings
) -> None:
    again = Tunings(paths.find(tmp_path), "this one")
    assert tunings.settings(model) == again.settings(model) == SETTINGS
    run = again.applied(Model(model, context_tokens=2048))
    assert run == Model(
        model, context_tokens=2048, threads=3, batch_tokens=256, parallel=8, lookup=False
    )


def test_threads_that_a_person_chose_stay(model: Path, tunings: Tunings) -> None:
    assert tunings.applied(Model(model, threads=1)).threads == 1


def test_another_computer_has_its_own(tmp_path: Path, model: Path, tunings: Tunings) -> None:
    other = Tunings(paths.find(tmp_path), "another")
    assert other.settings(model) == TunedSettings()
    other.keep(model, TunedSettings(threads=9), SPEEDS, "CPU")
    tunings.refresh()
    assert (tunings.settings(model).threads, other.settings(model).threads) == (3, 9)


def test_the_speeds_are_those_of_this_file_on_this_computer(
    tmp_path: Path, model: Path, tunings: Tunings
) -> None:
    assert tunings.speeds(model) == SPEEDS
    assert tunings.speeds(tmp_path / "other.gguf") is None
    assert Tunings(paths.find(tmp_path), "another").speeds(model) is None
    made = tmp_path / "made.gguf"
    made.write_bytes(b"GGUF")
    tunings.pass_on(model, made)
    assert tunings.speeds(made) is None  # run like its source, and never measured itself
    model.write_bytes(b"GGUF and more")
    tunings.refresh()
    assert tunings.speeds(model) is None


def test_a_changed_file_starts_anew(model: Path, tunings: Tunings) -> None:
    model.write_bytes(b"GGUF and more")
    tunings.refresh()
    assert tunings.settings(model) == TunedSettings()


def test_a_model_that_was_made_from_another_runs_as_that_one(model: Path, tunings: Tunings) -> None:
    made = model.with_name("b.gguf")
    made.write_bytes(b"GGUF!")
    tunings.pass_on(model, made)
    assert tunings.settings(made) == SETTINGS


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        '{"models": 3}',
        '{"models": [3, {"path": 4}]}',
    ],
)
def test_a_damaged_file_is_as_good_as_none(
    tmp_path: Path, model: Path, tunings: Tunings, content: str
) -> None:
    (tmp_path / "tuned.json").write_text(content)
    tunings.refresh()
    assert tunings.settings(model) == TunedSettings()
    tunings.keep(model, SETTINGS, SPEEDS, "CPU")
    assert tunings.settings(model) == SETTINGS


@pytest.mark.parametrize(
    ("name", "value"),
    [("threads", -1), ("threads", "3"), ("parallel", 10**9), ("flash_attention", "perhaps")],
)
def test_values_that_make_no_sense_are_left_out(
    tmp_path: Path, model: Path, tunings: Tunings, name: str, value: object
) -> None:
    file = tmp_path / "tuned.json"
    stored = json.loads(file.read_text())
    stored["models"][0]["settings"][name] = value
    file.write_text(json.dumps(stored))
    tunings.refresh()
    assert tunings.settings(model) == TunedSettings()


OFFER = Offer("Q4_0", 90_000_000, 1.8, 0.004)


def test_an_offer_is_kept_until_it_is_taken(tmp_path: Path, model: Path, tunings: Tunings) -> None:
    assert tunings.offer(model) is None
    tunings.keep(model, SETTINGS, SPEEDS, "CPU", OFFER)
    again = Tunings(paths.find(tmp_path), "this one")
    assert tunings.offer(model) == again.offer(model) == OFFER
    again.take_offer(model)
    assert again.offer(model) is None
    assert again.settings(model) == SETTINGS


def test_an_offer_for_a_file_that_changed_is_none(model: Path, tunings: Tunings) -> None:
    tunings.keep(model, SETTINGS, SPEEDS, "CPU", OFFER)
    model.write_bytes(b"GGUF, another one")
    tunings.refresh()
    assert tunings.offer(model) is None


@pytest.mark.parametrize(
    "stored",
    [5, {}, {"format": "Q4_0"}, {**asdict(OFFER), "gain": 0.5}, {**asdict(OFFER), "loss": "x"}],
)
def test_an_offer_that_makes_no_sense_is_none(
    tmp_path: Path, model: Path, tunings: Tunings, stored: object
) -> None:
    tunings.keep(model, SETTINGS, SPEEDS, "CPU", OFFER)
    file = paths.find(tmp_path).data / "tuned.json"
    content = json.loads(file.read_text())
    content["models"][0]["offer"] = stored
    file.write_text(json.dumps(content))
    tunings.refresh()
    assert tunings.offer(model) is None
    assert tunings.settings(model) == SETTINGS


def test_what_was_measured_follows_a_file_that_moves(
    tmp_path: Path, model: Path, tunings: Tunings
) -> None:
    target = tmp_path / "disk"
    target.mkdir()
    (target / "a.gguf").hardlink_to(model)
    tunings.moved(model.parent, target)
    assert tunings.settings(target / "a.gguf") == SETTINGS
    assert tunings.settings(model) == TunedSettings()
