"""Has the model read the readings of a plan; what fails is read again in smaller parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_slm.assistants.summaries.notes import Note, NoteTask, NoteWriter
from desktop_slm.assistants.summaries.readings import Reading
from desktop_slm.assistants.summaries.summary import FailedPassage
from desktop_slm.documents.sentences import split

_MOST_HALVINGS = 3
# Characters under which a part without a sentence border inside is not divided further.
_SHORT = 400


class _Piece(NamedTuple):
    """A stretch of a reading's text, and how often it was halved."""

    reading: int
    start: int
    end: int
    halvings: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A reading that is done: the notes on it in its order, and what of it failed."""

    reading: Reading
    notes: tuple[Note, ...]
    failed: tuple[FailedPassage, ...]

    @property
    def is_kept(self) -> bool:
        """Whether an earlier run has read all of it."""
        return bool(self.notes) and all(note.is_kept for note in self.notes)


@dataclass
class _State:
    """A reading under way."""

    open_pieces: int = 1
    notes: dict[int, Note] = field(default_factory=dict)
    failed: list[tuple[_Piece, str]] = field(default_factory=list)


class PassageReading:
    """Reads the readings of one plan."""

    def __init__(self, writer: NoteWriter, task: NoteTask, readings: Sequence[Reading]) -> None:
        self._writer = writer
        self._task = task
        self._readings = readings
        self._states = [_State() for _ in readings]

    def run(self, on_read: Callable[[Read], None]) -> None:
        """Reads everything; `on_read` gets each reading once, when all of its parts are done.

        Returns early where the writer was cancelled.
        """
        pieces = [_Piece(r.index, 0, len(r.text)) for r in self._readings]
        while pieces and not self._writer.is_cancelled:
            pieces = self._round(pieces, on_read)

    def _round(self, pieces: list[_Piece], on_read: Callable[[Read], None]) -> list[_Piece]:
        """Reads some pieces; returns the halves of those that failed."""
        halves: list[_Piece] = []

        def on_note(index: int, note: Note) -> None:
            piece = pieces[index]
            self._states[piece.reading].notes[piece.start] = note
            self._close(piece, on_read)

        def on_failed(index: int, why: str) -> None:
            piece = pieces[index]
            smaller = self._halve(piece)
            halves.extend(smaller)
            state = self._states[piece.reading]
            state.open_pieces += len(smaller)
            if not smaller:
                state.failed.append((piece, why))
            self._close(piece, on_read)

        texts = [self._readings[p.reading].text[p.start : p.end] for p in pieces]
        self._writer.write_all(self._task, texts, on_note, on_failed)
        return halves

    def _close(self, piece: _Piece, on_read: Callable[[Read], None]) -> None:
        state, reading = self._states[piece.reading], self._readings[piece.reading]
        state.open_pieces -= 1
        if state.open_pieces:
            return
        failed = (
            FailedPassage(passage, pages, why)
            for part, why in state.failed
            for passage, pages in reading.pages(part.start, part.end).items()
        )
        notes = tuple(state.notes[start] for start in sorted(state.notes))
        on_read(Read(reading, notes, tuple(failed)))

    def _halve(self, piece: _Piece) -> list[_Piece]:
        """Divides a piece at the border of sentences next to its middle; [] where it stays."""
        text = self._readings[piece.reading].text[piece.start : piece.end]
        at = _middle(text) if piece.halvings < _MOST_HALVINGS else None
        if at is None:
            return []
        border, more = piece.start + at, piece.halvings + 1
        return [
            _Piece(piece.reading, piece.start, border, more),
            _Piece(piece.reading, border, piece.end, more),
        ]


def _middle(text: str) -> int | None:
    starts = [start for start, _ in split(text)][1:]
    if not starts and len(text) > _SHORT:
        starts = [at + 1 for at, letter in enumerate(text) if letter == " " and text[:at].strip()]
    return min(starts, key=lambda start: abs(start - len(text) / 2), default=None)
