"""Looks into files in this process: for files that the tests made themselves."""

from __future__ import annotations

import threading
from pathlib import Path

from desktop_slm.models.facts import FileFacts
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.inspection_child import facts_of, prospect_of
from desktop_slm.models.prospect import Prospect


class DirectInspection(Inspection):
    """The same answers without a child. With `gate` set to an event, it waits for it."""

    gate: threading.Event | None = None

    def facts(self, path: Path) -> FileFacts:
        if self.gate is not None:
            self.gate.wait(10)
        return facts_of(path)

    def prospect(self, data: bytes, name: str) -> Prospect | None:
        return prospect_of(data, name)
