"""The kept settings: in force for the same file on the same computer, and for nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.engine.text_engine import Model
from desktop_slm.tuning.tuned import Speeds, TunedSettings, Tunings

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
