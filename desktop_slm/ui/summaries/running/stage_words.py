"""What happens with a document now, in words: short for the queue, long over the progress bar."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_slm.ui import wording
from desktop_slm.ui.summaries.work import Stage, Work


class StageWords(QObject):
    """Speaks of a work's stage."""

    def short(self, work: Work) -> str:
        """Returns a few words, with how far it is or why it failed."""
        if work.stage is Stage.FAILED:
            return wording.sentence(work.error) if work.error else self.tr("failed")
        words = {
            Stage.WAITING: self.tr("waiting"),
            Stage.READING: self.tr("opening"),
            Stage.LOADING: self.tr("loading the model"),
            Stage.PLANNING: self.tr("planning"),
            Stage.PLANNED: self.tr("waits for its start"),
            Stage.NOTING: self.tr("reading"),
            Stage.JOINING: self.tr("joining the notes"),
            Stage.STOPPING: self.tr("stopping"),
            Stage.DONE: self.tr("done"),
            Stage.STOPPED: self.tr("stopped"),
        }[work.stage]
        return f"{words}, {round(work.share * 100)} %" if work.share is not None else words

    def long(self, work: Work) -> str:
        """Returns the words over the progress bar."""
        if work.stage is Stage.NOTING:
            return self._noting(work)
        if work.stage is Stage.READING and work.reads_pictures and work.pages_read[1]:
            return self.tr("Reading the pictures, page {0} of {1}").format(*work.pages_read)
        if work.stage is Stage.JOINING:
            return self.tr("Joining the notes, {0} of {1}").format(*work.joins)
        return {
            Stage.WAITING: self.tr("Waiting for its turn"),
            Stage.READING: self.tr("Opening the document"),
            Stage.LOADING: self.tr("Loading the model"),
            Stage.PLANNING: self.tr("Working out what this takes"),
            Stage.STOPPING: self.tr("Stopping…"),
        }.get(work.stage, "")

    def _noting(self, work: Work) -> str:
        read = work.draft.coverage
        if read is None:
            return self.tr("Reading the first passage")
        at = min(read.passages_read + 1, read.passages_total)
        return self.tr("Reading passage {0} of {1}").format(at, read.passages_total)
