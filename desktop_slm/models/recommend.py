"""Three named choices for a computer, from memory and measured speed alone.

Nobody has measured here how well the models write, so no choice claims it: among those that are
fast enough the largest is taken, where a mixture of experts counts as the geometric mean of all its
weights and of those that work on a word.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_slm.models import fit as fitting
from desktop_slm.models import speed as speeds
from desktop_slm.models.catalog import CatalogModel, Kind, Thinking
from desktop_slm.models.fit import Fit, Label
from desktop_slm.models.machine import Machine
from desktop_slm.models.shape import Shape
from desktop_slm.models.speed import Speed

PAGES = 30
ANSWER_PAGE_S, DOCUMENT_S = 60.0, 1200.0
_QUICKER = 1.5
# Smaller ones are for picking words out of text; none of them is chosen.
_LEAST_PARAMETERS, _SOME_PARAMETERS = 300_000_000, 1_000_000_000
_DISK_SPARE_BYTES = 1 << 30
_VECTOR = 1024


class Role(StrEnum):
    """What a choice is for."""

    QUICK = "quick"
    SUGGESTED = "suggested"
    LARGEST = "largest"


class Reason(StrEnum):
    """Why a model was chosen; whoever shows it has the sentence."""

    FAST_ENOUGH = "the largest that is fast enough"
    LEAST_SLOW = "none is fast; the quickest of some size"
    HALF_THE_MEMORY = "it leaves half of the memory; the speed is not known"
    MUCH_FASTER = "the largest that needs at most two thirds of the time of the suggested one"
    QUICKEST = "the quickest"
    SMALLEST = "the smallest; the speed is not known"
    LARGEST_NOW = "the largest that fits now"
    LARGEST_ALONE = "the largest that fits once other programs are closed"
    LARGEST_ON_DISK = "memory holds larger ones, and the disk does not"


class Lack(StrEnum):
    """Why there is no choice."""

    MEMORY = "memory"
    DISK = "room on the disk"


@dataclass(frozen=True, slots=True)
class Option:
    """A model of the catalog on this computer; `speed` is None where it cannot be told."""

    model: CatalogModel
    fit: Fit
    speed: Speed | None

    @property
    def weight(self) -> float:
        """How large it counts."""
        return math.sqrt(self.model.parameters * self.model.active_parameters)


@dataclass(frozen=True, slots=True)
class Choice:
    """An option with the role that it was chosen for."""

    role: Role
    option: Option
    reason: Reason


@dataclass(frozen=True, slots=True)
class Wish:
    """What the choices have to meet: Apache's or MIT's license, and room for a text."""

    free_only: bool = False
    context_tokens: int = 0

    def allows(self, model: CatalogModel) -> bool:
        """Whether a model meets it; one whose room is not known may."""
        has_room = not model.context_tokens or model.context_tokens >= self.context_tokens
        return has_room and (model.license.is_free or not self.free_only)


def options(
    models: Iterable[CatalogModel], machine: Machine, context_tokens: int = 0
) -> list[Option]:
    """Returns every model as it would do here."""
    return [_option(model, machine, context_tokens) for model in models]


def choose(found: Sequence[Option], machine: Machine, wish: Wish | None = None) -> list[Choice]:
    """Returns the choices in the order of `Role`; none where nothing fits.

    One model may be chosen twice, where there is no other.
    """
    fitting_memory = _fitting(found, wish or Wish())
    usable = [option for option in fitting_memory if _is_room(option.model, machine)]
    if not usable:
        return []
    suggested = _suggested(usable)
    largest = _largest_of_all(usable)
    if largest is not _largest_of_all(fitting_memory):
        reason = Reason.LARGEST_ON_DISK
    else:
        is_now = largest.fit.label is Label.FITS
        reason = Reason.LARGEST_NOW if is_now else Reason.LARGEST_ALONE
    return [_quick(usable, suggested.option), suggested, Choice(Role.LARGEST, largest, reason)]


def lack(found: Sequence[Option], wish: Wish | None = None) -> Lack:
    """Returns what there is too little of where nothing was chosen."""
    return Lack.DISK if _fitting(found, wish or Wish()) else Lack.MEMORY


def _fitting(found: Sequence[Option], wish: Wish) -> list[Option]:
    """Returns those to choose from by memory: that fit now, else once other programs are closed."""
    offered = [
        option
        for option in found
        if option.model.is_offered
        and option.model.parameters >= _LEAST_PARAMETERS
        and wish.allows(option.model)
    ]
    now = [option for option in offered if option.fit.label is Label.FITS]
    return now or [option for option in offered if option.fit.label is Label.CLOSE]


def _largest_of_all(among: Sequence[Option]) -> Option:
    return max(among, key=lambda option: (option.model.parameters, option.weight))


def _option(model: CatalogModel, machine: Machine, context_tokens: int) -> Option:
    # What only compares texts keeps nothing of them from one to the next.
    shape = model.shape if model.kind is Kind.CHAT else Shape(embedding_size=_VECTOR)
    needed = fitting.need(model.size_bytes, shape, model.parameters, context_tokens)
    fit = fitting.judge(needed, machine)
    return Option(
        model,
        fit,
        speeds.estimate(
            speeds.Weights(
                model.size_bytes, model.parameters, model.active_parameters, model.format
            ),
            machine,
            fit.card_share,
        ),
    )


def _suggested(usable: Sequence[Option]) -> Choice:
    if any(option.speed is None for option in usable):
        modest = [o for o in usable if o.fit.need.total_bytes * 2 <= o.fit.free_bytes] or [
            min(usable, key=lambda option: option.fit.need.total_bytes)
        ]
        return Choice(Role.SUGGESTED, _largest(modest), Reason.HALF_THE_MEMORY)
    fast = [option for option in usable if _is_fast_enough(option)]
    if fast:
        return Choice(Role.SUGGESTED, _largest(fast), Reason.FAST_ENOUGH)
    sizeable = [o for o in usable if o.model.parameters >= _SOME_PARAMETERS] or list(usable)
    return Choice(Role.SUGGESTED, min(sizeable, key=_work_s), Reason.LEAST_SLOW)


def _quick(usable: Sequence[Option], suggested: Option) -> Choice:
    if any(option.speed is None for option in usable):
        smallest = min(usable, key=lambda option: option.model.size_bytes)
        return Choice(Role.QUICK, smallest, Reason.SMALLEST)
    limit_s = _work_s(suggested) / _QUICKER
    # What thinks first takes its time, whatever the speed.
    prompt = [o for o in usable if o.model.thinking is not Thinking.ALWAYS] or list(usable)
    quicker = [option for option in prompt if _work_s(option) <= limit_s]
    if quicker:
        return Choice(Role.QUICK, _largest(quicker), Reason.MUCH_FASTER)
    return Choice(Role.QUICK, min(prompt, key=_work_s), Reason.QUICKEST)


def _largest(among: Sequence[Option]) -> Option:
    return max(among, key=lambda option: (option.weight, -option.model.size_bytes))


def _is_fast_enough(option: Option) -> bool:
    speed = option.speed
    return (
        speed is not None
        and speed.answer_page_s <= ANSWER_PAGE_S
        and speed.document_s(PAGES) <= DOCUMENT_S
    )


def _work_s(option: Option) -> float:
    """Returns the time for a document and a few pages of answer: what people wait for."""
    speed = option.speed
    return speed.document_s(PAGES) + 5 * speed.answer_page_s if speed else 0.0


def _is_room(model: CatalogModel, machine: Machine) -> bool:
    needed = model.size_bytes + _DISK_SPARE_BYTES
    return not machine.disk_free_bytes or needed <= machine.disk_free_bytes
