"""Has the model title a chat once its first answer is there: in the background, and only then.

Nobody waits for it: what the person wrote is the title until a better one comes, and stays it
where none does, where the person gave one, where the model was let go, and with the practice model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.chat.answers.live_answers import LiveAnswers
    from desktop_slm.ui.core import Core, Data
    from desktop_slm.ui.operations import Job


class TitleWork(QObject):
    """Follows the answers that end; `titled` says that a chat is called otherwise now."""

    titled = Signal(int)  # the chat's id

    def __init__(self, core: Core, answers: LiveAnswers, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        answers.ended.connect(self._on_ended)

    def _on_ended(self, answer: Message) -> None:
        data = self._core.data
        is_practice = bool(answer.details.get("practice"))
        if data is None or is_practice or not self._core.settings.model_titles:
            return
        self._core.operations.run(
            self,
            lambda job: self._make(data, answer, job),
            on_success=lambda made: self.titled.emit(answer.chat_id) if made else None,
            on_failure=lambda error: None,  # a title is no reason to bother anybody
        )

    def _make(self, data: Data, answer: Message, job: Job) -> bool:
        """Titles the chat of an answer that is its first; says whether it did. Blocks."""
        from desktop_slm.assistants.titles import ModelTitles
        from desktop_slm.storage.chats.messages import MessageState

        chats = data.conversations
        path = chats.path(answer.chat_id)
        is_first = [each.id for each in path[1:]] == [answer.id]
        is_whole = answer.state is MessageState.COMPLETE and bool(answer.text.strip())
        if not is_first or not is_whole or chats.chat(answer.chat_id).has_own_title:
            return False
        if not self._is_loaded(str(answer.details.get("model", ""))):
            return False
        titles = ModelTitles(self._core.engine, self._core.templating)
        title = titles.make(path[0].text, answer.text, job)
        if title:
            chats.propose_title(answer.chat_id, title)
        return bool(title)

    def _is_loaded(self, model_id: str) -> bool:
        loaded, model = self._core.engine.loaded, self._model(model_id)
        return loaded is not None and model is not None and loaded.path == model.path

    def _model(self, model_id: str) -> InstalledModel | None:
        chosen = self._core.model
        if chosen is not None and chosen.id == model_id:
            return chosen
        models = self._core.library.models()
        return next((model for model in models if model.id == model_id), None)
