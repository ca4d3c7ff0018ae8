"""How fast a model will be here, from what was measured of this computer: pure arithmetic.

To write a token every active weight is passed over once, so memory sets the pace; to read a text
many tokens share that pass, so arithmetic does. It is an estimate: a model that was measured here
(`tuning.tuned`) needs none.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.models.machine import Machine, Rate, Rates

PAGE_READ_TOKENS = 650  # a full page of print has about 500 words
PAGE_WRITTEN_TOKENS = 500  # a page of answer, about 375 words
NOTE_SHARE = 9  # a summary writes a ninth of what it reads, as the bench measures it
# What real models reach of the bare products of matrices, with attention and the rest beside
# them; measured with the practice model and conversions of it.
_WRITE_SHARE, _READ_SHARE = 0.8, 0.7
# Each token also costs so much whatever the model: sampling, and waking every thread per layer.
_TOKEN_S = 0.0015
_PARALLEL = 4
_MEASURED_AS = {
    "Q4_0": ("Q4_0", "IQ4_NL", "MXFP4", "MXFP4_MOE", "NVFP4"),
    "Q8_0": ("Q8_0", "F16", "BF16", "F32"),
    "Q4_1": ("Q4_1", "Q5_0", "Q5_1"),
}
FORMATS = ("Q4_0", "Q4_1", "Q4_K", "Q8_0")


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens a second: of a text read, of an answer written, of notes on several passages."""

    read: float
    write: float
    notes: float

    @classmethod
    def of_measured(cls, read: float, write: float, through: float) -> Speed:
        """Returns the speeds that were measured; `through` is that of passages with their notes."""
        notes_s = NOTE_SHARE * ((1 + 1 / NOTE_SHARE) / through - 1 / read)
        return cls(read, write, 1 / notes_s if notes_s > 1 / (16 * write) else 16 * write)

    @property
    def answer_page_s(self) -> float:
        """Seconds for a page of answer."""
        return PAGE_WRITTEN_TOKENS / self.write

    def document_s(self, pages: int) -> float:
        """Seconds to read and note so many pages."""
        read = pages * PAGE_READ_TOKENS
        return read / self.read + read / NOTE_SHARE / self.notes


@dataclass(frozen=True, slots=True)
class Weights:
    """What there is to compute with: the file's size, its numbers, and those used for a token."""

    size_bytes: int
    parameters: int
    active_parameters: int
    format: str


def rounded(seconds: float) -> tuple[int, str]:
    """Returns an estimated time as it is said everywhere: a count, and "s", "min" or "h".

    It has two digits at most: more would promise too much.
    """
    for unit, name in ((1, "s"), (60, "min")):
        if seconds < 90 * unit:
            return _two_digits(seconds / unit), name
    return _two_digits(seconds / 3600), "h"


def _two_digits(value: float) -> int:
    if value < 10:
        return max(round(value), 1)
    return round(value / 5) * 5 if value >= 20 else round(value)


def estimate(weights: Weights, machine: Machine, card_share: float = 0.0) -> Speed | None:
    """Returns the speeds, or None where nothing was measured or too little is known.

    `card_share` is the part of the model that is on the graphics card.
    """
    active = weights.active_parameters
    if not (weights.parameters and active):
        return None
    active_bytes = weights.size_bytes * active / weights.parameters
    places = [("CPU", 1 - card_share)]
    if card_share and machine.card:
        places.append((machine.card.name, card_share))
    write_s = read_s = 0.0
    for device, share in places:
        rate = _rate(machine.rates.get(device, {}), weights.format)
        if share and rate is None:
            return None
        if share and rate is not None:
            write_s += share * active_bytes / rate.bytes_per_s / _WRITE_SHARE
            read_s += share * 2 * active / rate.operations_per_s / _READ_SHARE
    write_s += _TOKEN_S
    # Several notes are written in one pass, until arithmetic is what takes the time.
    notes_s = max(write_s / _PARALLEL, read_s + _TOKEN_S / _PARALLEL)
    return Speed(read=1 / read_s, write=1 / write_s, notes=1 / notes_s)


def _rate(rates: Rates, format_: str) -> Rate | None:
    measured = next((m for m, formats in _MEASURED_AS.items() if format_ in formats), "Q4_K")
    return rates.get(measured)
