"""Moments in the database: whole microseconds of UTC since 1970, read from an injected clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


def to_stored(moment: datetime) -> int:
    """Returns the microseconds of a timezone-aware moment; a naive one raises TypeError."""
    return (moment - _EPOCH) // _MICROSECOND


def from_stored(microseconds: int) -> datetime:
    """Returns the moment in UTC."""
    return _EPOCH + timedelta(microseconds=microseconds)
