"""What kept an answer from its end, in its place: what happened, what was kept, what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_slm.engine.protocol import StopReason
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui import wording
from desktop_slm.ui.chat.wish import Wish
from desktop_slm.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.theme import Theme

_OF_THE_MODEL = {
    *("UnknownModel", "NoModel", "NotGguf", "TruncatedModel", "BrokenModel", "UnsupportedModel"),
    *("ModelTooLarge", "TemplateFailed", "FileMissing", "FileUnreadable", "AdapterGiven"),
    *("ProjectorGiven", "EmbeddingGiven", "LaterPartGiven", "PartMissing", "FileDiffers"),
}


def needs_notice(message: Message) -> bool:
    """Says whether there is more to tell about an end than fits the footer."""
    return message.state is MessageState.FAILED or _ran_out(message)


class AnswerNotice(Banner):
    """Offers what can help with this error, and nothing else."""

    def __init__(
        self,
        theme: Theme,
        wish: Callable[[Wish], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, is_dismissible=False, parent=parent)
        self._wish = wish

    def show_end(
        self,
        message: Message,
        error: DesktopSlmError | None,
        *,
        is_last: bool,
        has_older: bool,
        is_limited: bool,
    ) -> None:
        """Says what happened; only the last answer of a chat can be tried again from here.

        `has_older` says that there are older messages to leave out, `is_limited` that the model
        could have more room than the settings give it.
        """
        wishes: list[Wish] = []
        if is_last:
            wishes = self._wishes(message, has_older=has_older, is_limited=is_limited)
        self.show_message(
            self._what_happened(message, error),
            tone="warning" if _ran_out(message) or _is_full(message) else "error",
            details=error.details if error is not None else "",
            actions=tuple((self._words(each), self._act(each)) for each in wishes),
        )

    def _what_happened(self, message: Message, error: DesktopSlmError | None) -> str:
        if _ran_out(message):
            return self.tr(
                "The chat has filled all the room that this model has, so the answer ends here. "
                "Nothing was cut out of it."
            )
        if _is_full(message):
            return self.tr(
                "This chat needs more room than the model has. Your message is kept, nothing was "
                "cut and nothing was sent."
            )
        if error is not None:
            return wording.sentence(error)
        stored = str(message.details.get("error_text", ""))
        return stored or self.tr("The answer could not be finished. The text so far is kept.")

    def _wishes(self, message: Message, *, has_older: bool, is_limited: bool) -> list[Wish]:
        if _ran_out(message) or _is_full(message):
            wishes = [Wish.SUMMARIZE_EARLIER, Wish.LEAVE_OUT_OLDEST] if has_older else []
            wishes += [Wish.MAKE_ROOM] if is_limited else []
            return [*wishes, Wish.USE_OTHER_MODEL, Wish.EDIT]
        if message.details.get("error") in _OF_THE_MODEL:
            return [Wish.USE_OTHER_MODEL, Wish.TRY_AGAIN]
        return [Wish.TRY_AGAIN]

    def _words(self, wish: Wish) -> str:
        return {
            Wish.LEAVE_OUT_OLDEST: self.tr("Leave out the oldest messages"),
            Wish.SUMMARIZE_EARLIER: self.tr("Summarize the earlier messages"),
            Wish.MAKE_ROOM: self.tr("Give the model more room"),
            Wish.USE_OTHER_MODEL: self.tr("Use another model"),
            Wish.EDIT: self.tr("Edit your message"),
        }.get(wish, self.tr("Try again"))

    def _act(self, wish: Wish) -> Callable[[], object]:
        return lambda: self._wish(wish)


def _is_full(message: Message) -> bool:
    return message.state is MessageState.FAILED and message.details.get("error") == "ContextFull"


def _ran_out(message: Message) -> bool:
    is_complete = message.state is MessageState.COMPLETE
    return is_complete and message.details.get("stop_reason") == StopReason.CONTEXT.value
