"""Numbers that share the unit of the next one: "four to six per cent", "5 or 6 million"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_slm.assistants.evidence.digits import Token
from desktop_slm.assistants.evidence.quantity import Quantity

_JOINTS = frozenset("to and or bis und oder a et ou auf von from".split())
_NEAR_CHARACTERS = 20


def with_shared_units(found: list[Quantity], tokens: Sequence[Token]) -> list[Quantity]:
    """Gives a number the unit of the next one where they stand as "four to six per cent"."""
    joints = [token.start for token in tokens if token.plain in _JOINTS]
    shared = list(found)
    for index in range(len(found) - 2, -1, -1):
        mine, following = shared[index], shared[index + 1]
        is_joined = any(mine.end <= joint < following.start for joint in joints)
        if (
            is_joined
            and following.start - mine.end <= _NEAR_CHARACTERS
            and not (mine.is_ordinal or mine.is_weak)
        ):
            shared[index] = _sharing(mine, following)
    return shared


def _sharing(mine: Quantity, following: Quantity) -> Quantity:
    values = mine.values
    if mine.scale == 1 and following.scale > 1:
        values = (*values, *(value * following.scale for value in values))
    if mine.dimension or not following.dimension:
        return replace(mine, values=values)
    return replace(
        mine,
        dimension=following.dimension,
        factor=following.factor,
        values=tuple(value * following.factor for value in values),
    )
