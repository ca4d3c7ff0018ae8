"""What the terminal knows of a model on this computer: its pace and the hash of its file."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.assistants.summaries.pace import Known, Pace
from desktop_slm.assistants.summaries.records import SummaryRecords
from desktop_slm.cli.session import Session, now
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.verification import Verifications


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Looks it up when it is asked."""

    session: Session
    records: SummaryRecords

    def __call__(self, model: InstalledModel) -> Known:
        """Returns what is known of a model: the pace of its last run, else what was measured."""
        verified = Verifications(self.session.paths, now).last(model)
        pace = self.records.pace(model)
        speeds = self.session.tunings.speeds(model.path)
        if pace is None and speeds is not None:
            pace = Pace.of_speeds(speeds.read, speeds.write, speeds.map)
        return Known(pace, verified.sha256 if verified else "")
