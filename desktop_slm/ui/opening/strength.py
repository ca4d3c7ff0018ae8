"""How hard a passphrase is to guess, roughly, in three words."""

from __future__ import annotations

import math
from enum import Enum

# scrypt makes a try cost 0.4 s: 2^40 tries take one machine 14,000 years, 2^55 are beyond anybody.
_FAIR_BITS = 40
_GOOD_BITS = 55
_WORD_BITS = 11  # one of two thousand common words, which is how people choose them
_POOLS = ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10))


class Strength(Enum):
    """What to think of a passphrase."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


def strength(passphrase: str) -> Strength:
    """Returns a careful guess: the lower of what its letters and what its words are worth."""
    bits = min(_letter_bits(passphrase), _word_bits(passphrase))
    if bits < _FAIR_BITS:
        return Strength.WEAK
    return Strength.GOOD if bits >= _GOOD_BITS else Strength.FAIR


def _letter_bits(text: str) -> float:
    if not text:
        return 0.0
    pool = sum(size for kind, size in _POOLS if any(map(kind, text)))
    pool += 33 if any(not letter.isalnum() for letter in text) else 0
    pool = pool or 100  # a script without capitals
    # A letter that comes again is worth little: "aaaaaaaaaaaa" is one choice, not twelve.
    different = len(set(text))
    return math.log2(pool) * (different + (len(text) - different) * 0.3)


def _word_bits(text: str) -> float:
    """What a guesser needs who tries whole words; text that is no run of words gets no limit."""
    words = text.split()
    if not words or not all(word.isalpha() and len(word) <= 12 for word in words):
        return math.inf
    return len(set(words)) * _WORD_BITS + (5 if len(words) > 1 else 0)
