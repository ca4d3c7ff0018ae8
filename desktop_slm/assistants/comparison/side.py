"""One version while it is compared: its units, and the passages of a page that they are."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from desktop_slm.assistants.comparison.comparison import Passage, Point, Version
from desktop_slm.assistants.comparison.reasons import Reader
from desktop_slm.assistants.comparison.tokens import Token, label_end
from desktop_slm.assistants.comparison.units import Unit, tokens_of, units_of
from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.glance.making import language_of_document
from desktop_slm.documents.document import BlockKind, Document, Format

_WITH_PAGES = (Format.PDF, Format.IMAGE)
_MOST_BETWEEN = 4  # characters: spaces and a list mark


@dataclass
class Side:
    """A document and its units."""

    document: Document
    units: Sequence[Unit]
    reader: Reader
    _texts: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, heads: Set[str]) -> Side:
        """Takes a document apart; `heads` are the other version's running heads."""
        reader = Reader(document, language_of_document(document))
        texts = {page.number: page.text for page in document.pages}
        return cls(document, units_of(document, heads), reader, texts)

    @property
    def version(self) -> Version:
        """What is said of the document."""
        has_pages = self.document.format in _WITH_PAGES
        unread = tuple(skipped.page for skipped in self.document.skipped)
        return Version(
            self.document.name, self.document.sha256, self.document.page_count, unread, has_pages
        )

    def keys(self) -> list[str]:
        """Returns what the units are compared by."""
        return [unit.key for unit in self.units]

    def tokens(self, start: int, end: int) -> list[Token]:
        """Returns the tokens of some units."""
        return [token for unit in self.units[start:end] for token in tokens_of(unit, self._texts)]

    def passages(self, start: int, end: int) -> tuple[Passage, ...]:
        """Returns what some units are on their pages, all of it marked."""
        places: list[Place] = []
        for place in (piece for unit in self.units[start:end] for piece in unit.pieces):
            if places and self._goes_on(places[-1], place):
                places[-1] = Place(place.page, places[-1].start, place.end)
            else:
                places.append(place)
        return tuple(map(self._passage, places))

    def marked(
        self, start: int, end: int, tokens: Sequence[Token], chosen: Sequence[int]
    ) -> tuple[Passage, ...]:
        """Returns what some units are on their pages, the chosen ones of their tokens marked."""
        spans: list[tuple[int, int, int]] = []
        last = -2
        for at in chosen:
            token = tokens[at]
            if at == last + 1 and spans[-1][0] == token.page and spans[-1][1] <= token.start:
                spans[-1] = (token.page, spans[-1][1], token.end)
            else:
                spans.append((token.page, token.start, token.end))
            last = at
        return tuple(
            Passage(
                whole.page,
                whole.start,
                whole.end,
                whole.quote,
                tuple(
                    (a, b)
                    for page, a, b in spans
                    if page == whole.page and whole.start <= a and b <= whole.end
                ),
            )
            for whole in self.passages(start, end)
        )

    def point(self, at: int) -> Point:
        """Returns where something would stand that comes before the unit `at`."""
        if at > 0:
            place = self.units[at - 1].pieces[-1]
            return Point(place.page, place.end)
        if self.units:
            place = self.units[0].pieces[0]
            return Point(place.page, place.start)
        return Point(self.document.pages[0].number if self.document.pages else 1, 0)

    def is_heading(self, at: int) -> bool:
        """Whether a unit is a heading."""
        return self.units[at].kind is BlockKind.HEADING

    def label_end(self, at: int) -> int:
        """Returns where the number of a unit ends, on its page."""
        place = self.units[at].pieces[0]
        text = self._texts[place.page]
        has_number = self.units[at].kind in (BlockKind.HEADING, BlockKind.FOOTNOTE)
        return label_end(text, place.start, is_heading=has_number)

    def words(self, at: int) -> str:
        """Returns the text of a unit without its number."""
        first, *rest = self.units[at].pieces
        texts = [self._texts[first.page][self.label_end(at) : first.end]]
        texts += [self._texts[place.page][place.start : place.end] for place in rest]
        return " ".join(texts)

    def _goes_on(self, place: Place, following: Place) -> bool:
        if place.page != following.page or following.start < place.end:
            return False
        between = self._texts[place.page][place.end : following.start].strip()
        return len(between) <= _MOST_BETWEEN and not any(sign.isalnum() for sign in between)

    def _passage(self, place: Place) -> Passage:
        quote = self._texts[place.page][place.start : place.end]
        return Passage(place.page, place.start, place.end, quote, ((place.start, place.end),))
