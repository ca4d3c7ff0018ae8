"""The analysis child seen from its parent: one document, questions about its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Any, Protocol

from desktop_slm.assistants.evidence import Finding, Place
from desktop_slm.assistants.glance import glance
from desktop_slm.assistants.glance.glance import Glance
from desktop_slm.assistants.omissions import wire as omissions_wire
from desktop_slm.assistants.omissions.omissions import Omissions
from desktop_slm.documents import wire
from desktop_slm.documents.document import Document
from desktop_slm.errors import AnalysisFailed
from desktop_slm.workers.channel import Message
from desktop_slm.workers.process import Replies, Worker, WorkerEnded, WorkerSilent

_TIME_LIMIT_S = 120.0


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


class Analysis:
    """Looks into one document. Blocks; leaving a `with` ends the child."""

    def __init__(
        self,
        document: Document,
        start_worker: Callable[[], Worker] = lambda: Worker("analysis"),
    ) -> None:
        self._document = document
        self._worker = start_worker()
        self._is_open = False

    def __enter__(self) -> Analysis:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child."""
        self._worker.stop(grace_s=0.3)

    def evidence(self, sentences: Sequence[str]) -> list[Finding]:
        """Returns what supports each sentence. Raises AnalysisFailed."""
        reply = self._ask("evidence", sentences=list(sentences))
        return [Finding.from_dict(found) for found in reply.fields["findings"]]

    def key_sentences(
        self, passages: Sequence[Sequence[Stretch]], share: float
    ) -> list[list[Place]]:
        """Returns the key sentences of each passage, in reading order: about `share` (0 to 1) of
        its characters, one at least where there are words, each within one of its stretches.

        Raises AnalysisFailed.
        """
        spans = [[(each.page, each.start, each.end) for each in spans] for spans in passages]
        reply = self._ask("key_sentences", passages=spans, share=share)
        return [[Place(*place) for place in places] for places in reply.fields["places"]]

    def glance(self) -> Glance:
        """Returns what the document says at a glance. Raises AnalysisFailed."""
        return glance.from_dict(self._ask("glance").fields["glance"])

    def omissions(self, places: Iterable[Stretch]) -> Omissions:
        """Returns the parts on which none of these sources of a summary lies, and what they hold.

        Raises AnalysisFailed.
        """
        spans = [(each.page, each.start, each.end) for each in places]
        reply = self._ask("omissions", places=spans)
        return omissions_wire.from_dict(reply.fields["omissions"])

    def _ask(self, job: str, **fields: Any) -> Message:
        """Returns the child's answer; the first question starts it and gives it the document."""
        try:
            if not self._is_open:
                self._worker.start()
                document = wire.to_dict(self._document)
                self._result(self._worker.request("open", document=document))
                self._is_open = True
            return self._result(self._worker.request(job, **fields))
        except (WorkerEnded, WorkerSilent) as error:
            raise AnalysisFailed(details=str(error)) from None

    @staticmethod
    def _result(replies: Replies) -> Message:
        return replies.result(_TIME_LIMIT_S)
