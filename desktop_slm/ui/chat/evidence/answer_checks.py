"""Has the answers of the shown chat checked against its documents, one after another.

In the background, by the analysis child; what it finds is stored with the answer. The newest
answer goes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_slm.assistants.cancellation import Cancelled
from desktop_slm.errors import AnalysisFailed
from desktop_slm.ui.chat.chat_state import Check

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.assistants.chat_evidence import Analyse, Source
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.chats.messages import Details, Message
    from desktop_slm.ui.chat.open_chat import OpenChat
    from desktop_slm.ui.core import Core, Data
    from desktop_slm.ui.operations import Job, Operation


class AnswerChecks(QObject):
    """To be told when the chat has changed; `analyse` is the seam for tests."""

    def __init__(self, core: Core, chat: OpenChat) -> None:
        super().__init__(chat)
        self._core = core
        self._chat = chat
        self._checking: Operation[Details] | None = None
        self._failed: set[int] = set()
        self.analyse: Analyse | None = None

    @property
    def is_checking(self) -> bool:
        """Whether an answer is being checked."""
        return self._checking is not None and not self._checking.is_finished

    def check_again(self, answer_id: int) -> None:
        """Tries once more what failed."""
        self._failed.discard(answer_id)
        self.look()

    def look(self) -> None:
        """Checks the next answer, if one is to be checked and none is being checked."""
        data, chat = self._core.data, self._chat
        if data is None or self.is_checking or chat.live is not None or not chat.state.path:
            return
        found = self._next()
        if found is not None:
            self._check(data, *found)

    def _next(self) -> tuple[Message, tuple[tuple[Source, Attachment], ...]] | None:
        from desktop_slm.assistants import chat_evidence
        from desktop_slm.assistants.attachments import has_attachments

        path, own = self._chat.state.path, self._chat.assistant_documents
        first = next((at for at, each in enumerate(path) if has_attachments(each)), len(path))
        for at in range(len(path) - 1, -1 if own else first, -1):
            message = path[at]
            if chat_evidence.is_to_be_checked(message) and message.id not in self._failed:
                return message, chat_evidence.documents_of(path, message.id, own)
        return None

    def _check(
        self, data: Data, answer: Message, documents: tuple[tuple[Source, Attachment], ...]
    ) -> None:
        self._checking = self._core.operations.run(
            self,
            lambda job: self._checked(data, answer, documents, job),
            on_success=lambda details: self._on_checked(answer, details),
            on_failure=lambda error: self._on_failed(answer, error),
            on_cancelled=lambda: None,
        )
        self._chat.show_check(answer.id, Check.GOING_ON)

    def _checked(
        self,
        data: Data,
        answer: Message,
        documents: tuple[tuple[Source, Attachment], ...],
        job: Job,
    ) -> Details:
        from desktop_slm.assistants.chat_evidence import AnswerCheck
        from desktop_slm.assistants.document_sets.set_analysis import SetAnalysis

        check = AnswerCheck(documents, self.analyse or SetAnalysis)
        job.when_cancelled(check.close)
        try:
            details = check.check(answer.text).to_details()
        except AnalysisFailed:
            if job.is_set:
                raise Cancelled from None
            raise
        data.branches.note(answer.id, details)
        return details

    def _on_checked(self, answer: Message, details: Details) -> None:
        self._chat.take_details(answer.id, details)
        self.look()

    def _on_failed(self, answer: Message, _error: DesktopSlmError) -> None:
        self._failed.add(answer.id)
        self._chat.show_check(answer.id, Check.FAILED)
        self.look()
