"""The pictures of the shown document's pages: asked for one by one, kept within a bound of memory.

A reader child is kept open for the shown document; another document, or the end of the widget, ends
it. The window only takes pixels. What is wanted now is drawn before what was wanted earlier.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop_slm import errors
from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.document import Document
from desktop_slm.documents.page_picture import BYTES_A_PIXEL, PageSizes, Picture, Rectangle
from desktop_slm.documents.pictures import PagePictures
from desktop_slm.documents.reading import Contents
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui.operations import Job, Operations
from desktop_slm.ui.summaries.document.page_child import (
    MakePictures,
    PageChild,
    PageChildPlace,
)

MEMORY_BYTES = 96 << 20
_TRIES = 2  # a child may be ended by what was drawn before
_MOST_CRASHES = 3  # so many pages that end the child, and no more is tried
T = TypeVar("T")
Wish = tuple[int, int]  # page, width in pixels of the screen


class WhyNot(Enum):
    """Why there are no pictures."""

    NO_FILE = "where the file lies is not known"
    GONE = "the file is not there any more"
    CHANGED = "the file is another than the one that was read"
    LOCKED = "the file wants a password"
    STOPPED = "the reader ended while it drew"


class PageStore(QObject):
    """Draws, keeps and finds; Qt thread only. A page that cannot be drawn is not tried again."""

    opened = Signal()  # the pages' sizes are known
    ended = Signal()  # there are no pictures (any more): `why_not` says why
    picture_came = Signal(int)
    page_failed = Signal(int)
    places_came = Signal(object, object)  # Place, its Rectangles: none where it is not on the page

    def __init__(
        self,
        operations: Operations,
        make_pictures: MakePictures = PagePictures,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._place = PageChildPlace(make_pictures)
        self._document: Document | None = None
        self._kept: OrderedDict[Wish, QImage] = OrderedDict()
        self._kept_bytes = 0
        self._wishes: tuple[Wish, ...] = ()
        self._later: tuple[Wish, ...] = ()
        self._sought: Place | None = None
        self._is_busy = False
        self._crashes: Counter[int] = Counter()
        self._undrawable: set[int] = set()
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.why_not: WhyNot | None = None
        self.destroyed.connect(self._place.clear)

    # What is wanted

    def show(self, document: Document, given: Path | Contents | None) -> None:
        """Opens the file behind a document; `opened` or `ended` follows."""
        self.leave()
        self._document = document
        if given is None:
            self._end(WhyNot.NO_FILE)
            return
        self._place.take(given)
        self._ask(lambda child: child.open(), self._on_opened, self._on_not_opened)

    def leave(self) -> None:
        """Lets go of everything: the child ends."""
        self._place.clear()
        self._document = self._sought = self.why_not = None
        self._wishes, self._later, self.sizes = (), (), ()
        self._kept.clear()
        self._kept_bytes = 0
        self._crashes.clear()
        self._undrawable.clear()
        self._is_busy = False

    def want(self, wishes: Sequence[Wish]) -> None:
        """Wants these pictures, in this order, and what was wanted before no longer."""
        self._wishes = tuple(wishes)
        self._go_on()

    def want_later(self, wishes: Sequence[Wish]) -> None:
        """Wants these small ones, once all others are there."""
        self._later = tuple(wishes)
        self._go_on()

    def seek(self, place: Place | None) -> None:
        """Asks where on its picture a place stands; `places_came` follows, for the last alone."""
        self._sought = place
        if place is not None and self.sizes and self._document is not None:
            found = self._document.recognition(place.page)
            if found is not None and found.places:  # recognised in the picture: it is known where
                self._sought = None
                self.places_came.emit(place, found.rectangles(place.start, place.end))
        self._go_on()

    def picture(self, page: int, width_px: int) -> QImage | None:
        """Returns a page's picture of this width, else the one that is nearest to it."""
        exact = self._kept.get((page, width_px))
        if exact is not None:
            self._kept.move_to_end((page, width_px))
            return exact
        others = [wish for wish in self._kept if wish[0] == page]
        nearest = min(others, key=lambda wish: abs(wish[1] - width_px), default=None)
        return self._kept[nearest] if nearest else None

    def is_undrawable(self, page: int) -> bool:
        """Whether a page cannot be drawn."""
        return page in self._undrawable

    @property
    def is_busy(self) -> bool:
        """Whether the child was asked something and has not answered yet."""
        return self._is_busy

    @property
    def kept_bytes(self) -> int:
        """The memory that pictures take now."""
        return self._kept_bytes

    # One question after the other

    def _go_on(self) -> None:
        if self._is_busy or not self.sizes or self.why_not is not None:
            return
        if self._sought is not None:
            self._find(self._sought)
            return
        for wish in (*self._wishes, *self._later):
            page = wish[0]
            is_there = 1 <= page <= len(self.sizes)
            if wish not in self._kept and is_there and page not in self._undrawable:
                self._draw(wish)
                return

    def _draw(self, wish: Wish) -> None:
        page, width_px = wish

        def on_drawn(image: QImage) -> None:
            self._keep(wish, image)
            self.picture_came.emit(page)

        self._ask(
            lambda child: to_image(child.draw(page, width_px)),
            on_drawn,
            lambda error: self._on_not_drawn(page, error),
        )

    def _find(self, place: Place) -> None:
        self._sought = None
        document = self._document
        assert document is not None
        try:
            text = document.page(place.page).text
        except KeyError:
            self.places_came.emit(place, ())
            return

        def on_found(found: Sequence[Rectangle]) -> None:
            if self._sought is None:  # else another place is looked for by now
                self.places_came.emit(place, tuple(found))

        self._ask(
            lambda child: child.places(place.page, text, place.start, place.end),
            on_found,
            lambda _error: on_found(()),
        )

    def _ask(
        self,
        question: Callable[[PageChild], T],
        on_success: Callable[[T], object],
        on_failure: Callable[[DesktopSlmError], object],
    ) -> None:
        """Asks the child; what comes from one that was left is not heard."""
        child = self._place.child
        assert child is not None
        self._is_busy = True

        def ask(job: Job) -> T:
            job.when_cancelled(child.end)
            return question(child)

        def heard(callback: Callable[[T], object]) -> Callable[[T], None]:
            def hear(outcome: T) -> None:
                if child is self._place.child:
                    self._is_busy = False
                    callback(outcome)
                    self._go_on()

            return hear

        self._operations.run(
            self,
            ask,
            on_success=heard(on_success),
            on_failure=heard(on_failure),  # type: ignore[arg-type]
        )

    # Outcomes

    def _on_opened(self, sizes: PageSizes) -> None:
        document = self._document
        if document is None:
            return
        if sizes.sha256 != document.sha256:
            self._end(WhyNot.CHANGED)
            return
        self.sizes = sizes.sizes
        self.opened.emit()

    def _on_not_opened(self, error: DesktopSlmError) -> None:
        gone = errors.FileMissing | errors.FileUnreadable | errors.FolderGiven
        other = errors.WrongFormat | errors.DamagedFile | errors.EmptyFile
        if isinstance(error, errors.PasswordNeeded | errors.PasswordWrong):
            self._end(WhyNot.LOCKED)
        elif isinstance(error, gone):
            self._end(WhyNot.GONE)
        elif isinstance(error, other):  # what was read was none of these
            self._end(WhyNot.CHANGED)
        else:
            self._end(WhyNot.STOPPED)

    def _on_not_drawn(self, page: int, error: DesktopSlmError) -> None:
        if isinstance(error, errors.FileMissing | errors.FileUnreadable):
            self._end(WhyNot.GONE)
            return
        has_crashed = isinstance(error, errors.ReaderCrashed | errors.ReaderTooSlow)
        self._crashes[page] += has_crashed
        if has_crashed and self._crashes[page] < _TRIES:
            return
        self._undrawable.add(page)
        crashed = sum(count >= _TRIES for count in self._crashes.values())
        if crashed >= min(_MOST_CRASHES, len(self.sizes)):
            self._end(WhyNot.STOPPED)
        else:
            self.page_failed.emit(page)

    def _end(self, why: WhyNot) -> None:
        self.leave()
        self.why_not = why
        self.ended.emit()

    def _keep(self, wish: Wish, image: QImage) -> None:
        """Keeps a picture; those that were looked at longest ago make room."""
        self._kept[wish] = image
        self._kept_bytes += image.sizeInBytes()
        wanted = {*self._wishes, *self._later, wish}
        for other in [each for each in self._kept if each not in wanted]:
            if self._kept_bytes <= MEMORY_BYTES:
                return
            self._kept_bytes -= self._kept.pop(other).sizeInBytes()


def to_image(picture: Picture) -> QImage:
    """Returns pixels in the form in which Qt draws them fastest; any thread."""
    form = QImage.Format.Format_RGB888
    row = BYTES_A_PIXEL * picture.width
    given = QImage(picture.pixels, picture.width, picture.height, row, form)
    return given.convertToFormat(QImage.Format.Format_RGB32)
