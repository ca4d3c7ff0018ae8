"""What the live test of the network panel found, in the words of the panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_slm.ui.sidebar.enforcement import describe_process
from desktop_slm.workers.live_test import Tries
from desktop_slm.workers.probe import Outcome


def sentences(made: Sequence[Tries]) -> str:
    """Returns what was tried and how it ended, the worst first."""
    tr = QCoreApplication.translate
    through = [tested.process for tested in made if tested.those(Outcome.ALLOWED)]
    silent = [tested.process for tested in made if not tested.outcomes]
    held = [tested for tested in made if tested.holds]
    words = []
    if through:
        said = tr("NetworkPanel", "The system let at least one try through in: {parts}.")
        words.append(said.format(parts=_names(through)))
    if silent or not made:
        said = tr("NetworkPanel", "These could not be tested: {parts}.")
        words.append(said.format(parts=_names(silent)) if made else _nothing())
    if held:
        said = tr(
            "NetworkPanel",
            "Tested just now, parts of this app: {parts}. The system refused all of {count} tries "
            "to reach a network, start a program or read your files by themselves.",
        )
        count = sum(len(tested.those(Outcome.REFUSED)) for tested in held)
        words.append(said.format(count=count, parts=len(held)))
    return " ".join(words)


def _nothing() -> str:
    return QCoreApplication.translate("NetworkPanel", "The test could not be made just now.")


def _names(processes: Sequence[str]) -> str:
    return ", ".join(describe_process(name) for name in processes)
