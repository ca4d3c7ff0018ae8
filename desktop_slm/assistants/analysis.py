"""The analysis child seen from its parent: one document, questions about its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from desktop_slm.assistants.analysis_worker import AnalysisWorker, StartWorker, analysis_worker
from desktop_slm.assistants.evidence import Finding, Place
from desktop_slm.assistants.glance import glance
from desktop_slm.assistants.glance.glance import Glance
from desktop_slm.assistants.omissions import wire as omissions_wire
from desktop_slm.assistants.omissions.omissions import Omissions
from desktop_slm.documents.document import Document


class Stretch(Protocol):
    """A stretch of a page: a Place, a passage's Span."""

    @property
    def page(self) -> int:
        """The page's number."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character after its last."""


class Analysis(AnalysisWorker):
    """Looks into one document. Blocks; leaving a `with` ends the child."""

    def __init__(self, document: Document, start: StartWorker = analysis_worker) -> None:
        super().__init__([document], "open", start)

    def evidence(self, sentences: Sequence[str]) -> list[Finding]:
        """Returns what supports each sentence. Raises AnalysisFailed."""
        reply = self.ask("evidence", sentences=list(sentences))
        return [Finding.from_dict(found) for found in reply.fields["findings"]]

    def key_sentences(
        self, passages: Sequence[Sequence[Stretch]], share: float
    ) -> list[list[Place]]:
        """Returns the key sentences of each passage, in reading order: about `share` (0 to 1) of
        its characters, one at least where there are words, each within one of its stretches.

        Raises AnalysisFailed.
        """
        spans = [[(each.page, each.start, each.end) for each in spans] for spans in passages]
        reply = self.ask("key_sentences", passages=spans, share=share)
        return [[Place(*place) for place in places] for places in reply.fields["places"]]

    def glance(self) -> Glance:
        """Returns what the document says at a glance. Raises AnalysisFailed."""
        return glance.from_dict(self.ask("glance").fields["glance"])

    def omissions(self, places: Iterable[Stretch]) -> Omissions:
        """Returns the parts on which none of these sources of a summary lies, and what they hold.

        Raises AnalysisFailed.
        """
        spans = [(each.page, each.start, each.end) for each in places]
        reply = self.ask("omissions", places=spans)
        return omissions_wire.from_dict(reply.fields["omissions"])
