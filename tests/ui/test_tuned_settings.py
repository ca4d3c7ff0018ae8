"""Chats and summaries of the window run as was measured best, under what the person chose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.tuning.tuned import Speeds, TunedSettings, Tunings
from desktop_slm.ui.core import Core
from desktop_slm.ui.theme import Theme
from tests.fakes.window_core import make_core

SETTINGS = TunedSettings(threads=3, batch_tokens=256, parallel=8, lookup=False)


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    core = make_core(theme, tmp_path / "data")
    yield core
    core.operations.shut_down()


def test_what_was_measured_is_in_force_after_the_models_were_looked_at(
    core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.gguf"
    path.write_bytes(b"GGUF")
    model = InstalledModel("a", "A", path, 4, "", Place.IN_PLACE)
    assert core.engine_model(model).parallel == 0
    Tunings(core.outside.paths).keep(path, SETTINGS, Speeds(1.0, 1.0, 1.0), "CPU")
    with qtbot.waitSignal(core.models_changed):
        core.refresh_models()
    run = core.engine_model(model)
    assert (run.threads, run.batch_tokens, run.parallel, run.lookup) == (3, 256, 8, False)
    core.change_settings(threads=1)
    assert (core.engine_model(model).threads, core.engine_model(model).parallel) == (1, 8)
