"""Finds words in the shown chat: counts them in all of it, and goes from match to match.

What is laid out is counted in its widgets; the rest in its source, which may differ by what only
shapes the text. Going to a match lays its message out, and what is counted is then the truth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from desktop_slm.ui.chat.finding.find_bar import FindBar
from desktop_slm.ui.chat.finding.marks import Marks, Place

if TYPE_CHECKING:
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.chat.transcript import MessageView, Transcript
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.operations import Job, Operation
    from desktop_slm.ui.widgets.message_body import MessageBody

_WAIT_MS = 100  # for a pause in typing
_REFRESH_MS = 30
_BUSY_MS = 100  # until a message that is still being laid out is looked at again
_AROUND_PX = 80  # shown above and below a match


class ChatFinding(QObject):
    """Owns the bar and the marks; `bar` belongs into the page, over the messages."""

    closed = Signal()

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._transcript: Transcript | None = None
        self._path: tuple[Message, ...] = ()
        self._counts: dict[int, int] = {}
        self._at: tuple[int, int] | None = None  # a message's id, and which of its matches
        self._hit: int | None = None  # the message that a search led to
        self._must_scroll = False  # what is gone to is not laid out yet
        self._operation: Operation[Mapping[int, int]] | None = None
        self._pattern = re.compile(r"(?!)")
        self._marks = Marks(core.theme)
        self.bar = FindBar(core.theme)
        self.bar.hide()
        self._typed = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._refreshing = QTimer(self, singleShot=True)
        self._typed.timeout.connect(self._look)
        self._refreshing.timeout.connect(self._refresh)
        self.bar.words_changed.connect(lambda words: self._typed.start())
        self.bar.next_requested.connect(lambda: self.step(forward=True))
        self.bar.previous_requested.connect(lambda: self.step(forward=False))
        self.bar.closed.connect(self.close)
        core.theme.changed.connect(self._refresh_soon)

    def attach(self, transcript: Transcript) -> None:
        """Takes the messages' view, which is made after the page."""
        self._transcript = transcript
        transcript.placed.connect(self._refresh_soon)

    # What a person asks for

    def open(self) -> None:
        """Opens the bar; words that stand in it are looked for again."""
        self._forget_hit()
        self.bar.open()
        self._look()

    def close(self) -> bool:
        """Closes the bar and takes the marks away; says whether there was anything to close."""
        was_open = not self.bar.isHidden() or self._hit is not None
        self.bar.hide()
        self._forget_hit()
        self._drop_operation()
        self._counts, self._at, self._must_scroll = {}, None, False
        self._marks.clear(body for _, body in self._bodies())
        if was_open:
            self.closed.emit()
        return was_open

    def show_path(self, path: tuple[Message, ...], *, anew: bool) -> None:
        """Looks through another state of the chat; `anew`: another chat."""
        self._path = path
        if anew:
            self._at = None
            self._forget_hit()
        if not self.bar.isHidden():
            self._look(keeps_place=True)

    def show_hit(self, message_id: int, pattern: re.Pattern[str]) -> None:
        """Marks what a search found in one message, and goes there."""
        self.close()
        self._hit, self._at, self._must_scroll = message_id, (message_id, 0), True
        self._take_pattern(pattern)
        if self._transcript is not None:
            self._transcript.reveal(message_id)
        self._refresh()

    def step(self, *, forward: bool) -> None:
        """Goes to the next match or the one before; from the last on to the first."""
        if self._typed.isActive():
            self._look()
            return
        if self.bar.isHidden():
            self.open()
            return
        places = list(self._all_places())
        if not places:
            return
        at = places.index(self._at) if self._at in places else -1 if forward else 0
        self._go(places[(at + (1 if forward else -1)) % len(places)], forward=forward)

    # Looking

    def _look(self, *, keeps_place: bool = False) -> None:
        from desktop_slm.storage.finding.search_text import literal

        self._typed.stop()
        self._drop_operation()
        self._take_pattern(literal(self.bar.field.text()))
        if not keeps_place:
            self._at = None
        path, pattern = self._path, self._pattern

        def on_success(counts: Mapping[int, int]) -> None:
            self._operation = None
            self._counts = dict(counts)
            self._refresh()
            if self._at is None:
                self._go_first()

        self._operation = self._core.operations.run(
            self,
            lambda job: _count(path, pattern, job),
            on_success=on_success,
            on_failure=self._core.report,
        )

    def _take_pattern(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._marks.set_pattern(pattern)

    def _drop_operation(self) -> None:
        if self._operation is not None:
            self._operation.drop()
            self._operation = None

    def _forget_hit(self) -> None:
        if self._hit is not None:
            self._hit = self._at = None
            self._marks.clear(body for _, body in self._bodies())

    # Going

    def _all_places(self) -> Iterator[tuple[int, int]]:
        for message in self._path:
            for number in range(self._counts.get(message.id, 0)):
                yield message.id, number

    def _go_first(self) -> None:
        """Goes to the first match from what is in sight on, else to the first of all."""
        places = list(self._all_places())
        if not places or self._transcript is None:
            return
        order = {message.id: at for at, message in enumerate(self._path)}
        begin = order.get(self._transcript.first_in_sight or 0, 0)
        self._go(next((each for each in places if order[each[0]] >= begin), places[0]))

    def _go(self, place: tuple[int, int], *, forward: bool = True) -> None:
        self._at, self._must_scroll = place, True
        if self._transcript is not None:
            view = self._transcript.reveal(place[0])
            if view is not None and self._is_whole(view) and not self._marks.places(view.body):
                # Its source has what the reader does not see: it does not count.
                self._counts[place[0]] = 0
                self._at = None
                self._go_past(place[0], forward=forward)
                return
        self._refresh()

    def _go_past(self, message_id: int, *, forward: bool) -> None:
        order = [message.id for message in self._path]
        places = list(self._all_places())
        if not places:
            self._refresh()
            return
        at = order.index(message_id)
        if forward:
            following = (each for each in places if order.index(each[0]) > at)
            self._go(next(following, places[0]))
        else:
            before = [each for each in places if order.index(each[0]) < at]
            self._go(before[-1] if before else places[-1], forward=False)

    def _scroll(self, place: Place) -> None:
        transcript = self._transcript
        content = transcript.widget() if transcript is not None else None
        if transcript is None or content is None:
            return
        self._must_scroll = False
        rect = place.rect()
        at = place.text.viewport().mapTo(content, QPoint(rect.left(), rect.center().y()))
        transcript.ensureVisible(content.width() // 2, at.y(), 0, self._core.theme.px(_AROUND_PX))
        bar = place.text.horizontalScrollBar()
        if bar.maximum() > 0 and not 0 <= rect.left() < place.text.viewport().width():
            bar.setValue(bar.value() + rect.left() - place.text.viewport().width() // 2)

    # Marking

    def _bodies(self) -> Iterable[tuple[MessageView, MessageBody]]:
        views: Sequence[MessageView] = self._transcript.views if self._transcript else ()
        return [(view, view.body) for view in views]

    def _is_whole(self, view: MessageView) -> bool:
        return not view.body.is_busy and not view.body.is_cut

    def _refresh_soon(self) -> None:
        if self._hit is not None or not self.bar.isHidden():
            self._refreshing.start(_REFRESH_MS)

    def _refresh(self) -> None:
        if self._hit is None and self.bar.isHidden():
            return
        for view, body in self._bodies():
            if self._hit not in (None, view.message.id):
                continue
            places = self._marks.places(body)
            if self._is_whole(view) and self._hit is None and self._operation is None:
                self._counts[view.message.id] = len(places)
            current = self._current(view, body, places)
            self._marks.show(body, current if self._hit is None else None)
            if current is not None and self._must_scroll:
                self._scroll(current)
        self._show_count()
        if any(body.is_busy for _, body in self._bodies()):
            # It may end without another height, and so without news of it.
            self._refreshing.start(_BUSY_MS)

    def _current(
        self, view: MessageView, body: MessageBody, places: Sequence[Place]
    ) -> Place | None:
        """Returns the match that was gone to, where it is in this message and laid out."""
        if self._at is None or self._at[0] != view.message.id:
            return None
        if self._at[1] < len(places):
            return places[self._at[1]]
        if body.is_busy:
            return None
        if body.is_cut:
            body.show_all()
            return None
        self._at = (self._at[0], len(places) - 1) if places else None
        return places[-1] if places else None

    def _show_count(self) -> None:
        if self._hit is None:
            places = list(self._all_places())
            at = places.index(self._at) + 1 if self._at in places else 0
            self.bar.show_count(at, len(places))


def _count(path: Iterable[Message], pattern: re.Pattern[str], job: Job) -> Mapping[int, int]:
    from desktop_slm.storage.chats.messages import Role
    from desktop_slm.storage.finding.search_text import marks
    from desktop_slm.storage.finding.shown_text import shown_text

    counts = {}
    for message in path:
        job.check()
        text = message.text if message.role is Role.USER else shown_text(message.text)
        counts[message.id] = sum(1 for _ in marks(text, pattern))
    return counts
