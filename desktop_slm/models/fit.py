"""Whether a model fits into this computer, and how much memory it takes: pure arithmetic.

The same sum as the engine's own dry run (`engine.foresight`) makes for a file that is here; tests
hold the two together. "Fits" means now, beside the programs that are open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_slm.models.machine import Card, Machine
from desktop_slm.models.shape import Shape

# How the engine runs a model; a test compares these with its plan.
CHAT_SEQUENCES, CHAT_TOKENS = 2, 4096
BATCH_SEQUENCES, BATCH_TOKENS = 5, 1024
STEP_TOKENS = 512
PROGRAM_BYTES = 40 << 20
# Working memory for each number of a token's vector: within 13 % of the dry runs of six shapes of
# Llama, Qwen3 and Mistral from 0.4 to 14 billion parameters.
_COMPUTE_BYTES = 64 << 10
# Of a model whose layers nobody told of: as much as dense models of its size have, or more.
_ROUGH_TOKEN_BYTES, _MOST_TOKEN_BYTES = 36e3 / 1e9, 160_000
_ROUGH_EMBEDDING_SCALE = 0.045
# What the system keeps for itself when every other program is closed.
_SYSTEM_SHARE, _LEAST_SYSTEM, _MOST_SYSTEM = 0.2, 1536 << 20, 4 << 30
# Left free, so that the computer does not begin to swap.
_SPARE_BYTES = 256 << 20
# As `engine.offload` leaves on a card.
_CARD_SHARE, _CARD_BYTES = 0.95, 512 << 20
_LEAST_SHARE = 0.1  # less of a model on a card does not help


class Label(StrEnum):
    """How a model goes with this computer's memory."""

    FITS = "fits"
    CLOSE = "close other programs first"
    TOO_BIG = "too big"


@dataclass(frozen=True, slots=True)
class Need:
    """The memory that a model takes; `is_rough` where its layers are not known."""

    weight_bytes: int
    cache_bytes: int
    compute_bytes: int
    is_rough: bool = False

    @property
    def total_bytes(self) -> int:
        """All of it, with the program."""
        return self.weight_bytes + self.cache_bytes + self.compute_bytes + PROGRAM_BYTES


@dataclass(frozen=True, slots=True)
class Fit:
    """The verdict with its figures: what is needed, what is free, and the share on the card.

    `room_bytes` is what there would be with all other programs closed.
    """

    label: Label
    need: Need
    free_bytes: int
    room_bytes: int
    card: str = ""
    card_share: float = 0.0


def need(size_bytes: int, shape: Shape | None, parameters: int, context_tokens: int = 0) -> Need:
    """Returns the memory for a conversation of so many tokens, beside summaries.

    0 tokens mean what the engine begins with.
    """
    chat = max(context_tokens, CHAT_TOKENS)
    known = shape or _rough_shape(parameters)
    return Need(
        weight_bytes=size_bytes,
        cache_bytes=CHAT_SEQUENCES * known.sequence_bytes(chat, STEP_TOKENS)
        + BATCH_SEQUENCES * known.sequence_bytes(BATCH_TOKENS, STEP_TOKENS),
        compute_bytes=known.embedding_size * _COMPUTE_BYTES,
        is_rough=shape is None,
    )


def judge(needed: Need, machine: Machine) -> Fit:
    """Returns whether so much fits, and where it goes."""
    card = machine.card
    share = _share_on(card, needed) if card else 0.0
    own = share if card and not card.shares_memory else 0.0
    in_memory = int((needed.total_bytes - PROGRAM_BYTES) * (1 - own)) + PROGRAM_BYTES
    room = machine.memory_bytes - _system_bytes(machine.memory_bytes)
    free = min(machine.free_bytes - _SPARE_BYTES, room)
    label = Label.CLOSE if in_memory <= room else Label.TOO_BIG
    if in_memory <= free:
        label = Label.FITS
    return Fit(label, needed, max(free, 0), room, card.name if card and share else "", share)


def _share_on(card: Card | None, needed: Need) -> float:
    """Returns which part of a model goes to a card."""
    if card is None or needed.total_bytes <= 0:
        return 0.0
    room = card.free_bytes * _CARD_SHARE - _CARD_BYTES
    share = max(min(room / needed.total_bytes, 1.0), 0.0)
    return share if share >= _LEAST_SHARE else 0.0


def _system_bytes(memory_bytes: int) -> int:
    return int(min(max(memory_bytes * _SYSTEM_SHARE, _LEAST_SYSTEM), _MOST_SYSTEM))


def _rough_shape(parameters: int) -> Shape:
    """Returns a shape that is hardly too small for a model of so many parameters."""
    return Shape(
        cache_bytes_per_token=int(min(parameters * _ROUGH_TOKEN_BYTES, _MOST_TOKEN_BYTES)),
        embedding_size=int(parameters**0.5 * _ROUGH_EMBEDDING_SCALE),
    )
