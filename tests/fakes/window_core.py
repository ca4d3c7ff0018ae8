"""A core for pages: a real library and real settings in a folder of the test, a scripted engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_slm import paths
from desktop_slm.engine.templating import Templating
from desktop_slm.ui.core import Core, EngineParts, Outside
from desktop_slm.ui.operations import Operations
from desktop_slm.ui.theme import Theme
from desktop_slm.workers.confine import Enforced, Level
from desktop_slm.workers.launcher import Launcher
from tests.fakes import described
from tests.fakes.scripted_engine import ScriptedEngine


def make_core(theme: Theme, folder: Path, *, starter: Path | None = None) -> Core:
    """Returns a core over `folder`; `starter` is where the practice model lies, if anywhere."""
    found = replace(paths.find(folder), starter=starter or folder / "no starter")
    enforced = Enforced(network=Level.KERNEL)
    outside = Outside(found, Launcher(None, 0, offline=True), enforced, is_offline=False)
    core = Core(outside, theme, Operations(), lambda: EngineParts(ScriptedEngine(), Templating()))
    core.calibration = described.calibration(found, described.LAPTOP)
    return core
