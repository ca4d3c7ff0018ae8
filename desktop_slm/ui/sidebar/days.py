"""Which heading of the history a moment belongs under, in the person's own time zone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import Enum


class Days(Enum):
    """The headings, from the top: what is pinned, then newest first."""

    PINNED = "pinned"
    TODAY = "today"
    YESTERDAY = "yesterday"
    LAST_WEEK = "last week"
    LAST_MONTH = "last month"
    EARLIER = "earlier"


_WITHIN_DAYS = ((0, Days.TODAY), (1, Days.YESTERDAY), (7, Days.LAST_WEEK), (31, Days.LAST_MONTH))


def first_moments(today: date) -> tuple[tuple[datetime, Days], ...]:
    """Returns when each heading's days begin, newest first: to look up many moments quickly."""
    return tuple(
        (datetime.combine(today - timedelta(days=ago), time.min).astimezone(), days)
        for ago, days in _WITHIN_DAYS
    )


def days_of(moment: datetime, today: date) -> Days:
    """Returns the heading; a moment from a clock that ran ahead counts as today."""
    starts = first_moments(today)
    return next((days for start, days in starts if moment >= start), Days.EARLIER)
