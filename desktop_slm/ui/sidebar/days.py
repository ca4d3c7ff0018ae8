"""Which heading of the history a moment belongs under, in the person's own time zone."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum


class Days(Enum):
    """The headings, newest first."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    LAST_WEEK = "last week"
    LAST_MONTH = "last month"
    EARLIER = "earlier"


_WITHIN_DAYS = ((0, Days.TODAY), (1, Days.YESTERDAY), (7, Days.LAST_WEEK), (31, Days.LAST_MONTH))


def days_of(moment: datetime, today: date) -> Days:
    """Returns the heading; a moment from a clock that ran ahead counts as today."""
    ago = (today - moment.astimezone().date()).days
    return next((days for most, days in _WITHIN_DAYS if ago <= most), Days.EARLIER)
