"""How fast a model reads and writes here, as it was measured, and how long work will so take."""

from __future__ import annotations

from dataclasses import dataclass

# A token that is written costs about so many that are read, in batches of passages. A run gives
# one equation for two unknowns; a measured model (`of_speeds`) needs no such guess.
_WRITE_WEIGHT = 3.0
# Of the tokens that notes may have, the share that they do have where nobody has measured it.
USUAL_FILL = 0.75
_LEAST_READ_TOKENS = 200
_NOTES_A_PASSAGE = 9  # the bench writes a ninth of what it reads


@dataclass(frozen=True, slots=True)
class Work:
    """What a run took: tokens that were read, those written, those allowed to be written."""

    read_tokens: int = 0
    written_tokens: int = 0
    allowed_tokens: int = 0
    seconds: float = 0.0


NO_WORK = Work()


@dataclass(frozen=True, slots=True)
class Pace:
    """Tokens a second while passages are read and notes written, several at once.

    `fill` is the share of the allowed tokens that notes have had.
    """

    read: float
    write: float
    fill: float = USUAL_FILL

    def seconds(self, read_tokens: int, new_tokens: int) -> float:
        """Returns how long so much takes."""
        return read_tokens / self.read + new_tokens / self.write

    @classmethod
    def of_work(cls, work: Work) -> Pace | None:
        """Returns the pace of an earlier run, or None where that did too little to tell."""
        weighed = work.read_tokens + _WRITE_WEIGHT * work.written_tokens
        if work.read_tokens < _LEAST_READ_TOKENS or not work.seconds or not work.allowed_tokens:
            return None
        read = weighed / work.seconds
        return cls(read, read / _WRITE_WEIGHT, work.written_tokens / work.allowed_tokens)

    @classmethod
    def of_speeds(cls, read: float, write: float, through: float) -> Pace | None:
        """Returns the pace from what tuning measured: alone, and of passages with their notes."""
        if min(read, write, through) <= 0:
            return None
        note_s = _NOTES_A_PASSAGE * ((1 + 1 / _NOTES_A_PASSAGE) / through - 1 / read)
        return cls(read, 1 / note_s if note_s > 1 / (16 * write) else 16 * write)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a model on this computer; `sha256` is "" before anybody has read it all."""

    pace: Pace | None = None
    sha256: str = ""


NOTHING_KNOWN = Known()
