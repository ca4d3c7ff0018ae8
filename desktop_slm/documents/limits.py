"""How much of a document is read, and how long reading may take."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

_MB = 1 << 20
_LONGEST_S = 300.0
CPU_LIMIT_S = int(_LONGEST_S) + 20  # the guard behind the guard: the parent ends a reader before
# Recognising has no limit of its own: a book takes hours, a page at most `page_s`. Its threads'
# heaps are reserved and not used, and what is used the parent watches.
RECOGNIZING_ADDRESSES_BYTES = 2048 * _MB


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """The limits of one reading. A limit that stops the reading is said in the document."""

    pages: int = 5_000
    characters: int = 20_000_000
    seconds: float = 0.0  # 0: by the number of pages
    grace_s: float = 3.0  # how much longer a child may take to say that its time is up
    memory_bytes: int = 1024 * _MB
    file_bytes: int = 500 * _MB
    is_recognizing: bool = False  # pictures of text: seconds a page, instead of milliseconds
    page_s: float = 30.0  # how long recognising one page may take

    def allowed_s(self, pages: int) -> float:
        """Returns the time that reading so many pages may take."""
        usual = min(_LONGEST_S, max(60.0, 5.0 + 0.1 * pages))
        return self.seconds or usual + self.is_recognizing * pages * self.page_s

    @property
    def silent_s(self) -> float:
        """Returns for how long a child may say nothing: layout analysis knows no time limit."""
        return 2 * self.page_s + self.grace_s if self.is_recognizing else math.inf

    def to_dict(self) -> dict[str, float]:
        """Returns the form in which the child gets them."""
        return asdict(self)
