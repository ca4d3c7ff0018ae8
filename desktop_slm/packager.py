"""What whoever made this package wrote into it: the day of the build, and who knows newer versions.

A file in the package, `resources/packager.toml`, which the people who use the app do not write:

    built = 2026-11-21
    updates = "https://example.org/desktop-slm/newest.json"

Without it, as in a copy of the source, the day is that of the version, and nothing can be asked.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from desktop_slm import __version_date__, resources

FILE = Path(resources.__file__).with_name("packager.toml")
OLD_MONTHS = 6
VERSION_DAY = date.fromisoformat(__version_date__)


@dataclass(frozen=True, slots=True)
class Packager:
    """`updates` is "" where nobody can be asked for the newest version."""

    built: date | None = None
    updates: str = ""

    @property
    def updates_host(self) -> str:
        """Who is asked."""
        return urlsplit(self.updates).netloc.rpartition("@")[2]

    @property
    def day(self) -> date:
        """From when its age counts: the day of the build, in a copy of the source the version's."""
        return self.built or VERSION_DAY

    def age_months(self, today: date) -> int | None:
        """Returns its age in whole months; None where the clock stands before its day."""
        if today < self.day:
            return None
        months = (today.year - self.day.year) * 12 + today.month - self.day.month
        return months - (today.day < self.day.day)

    def is_old(self, today: date) -> bool:
        """Whether the engine has likely been mended since; a clock that is wrong says nothing."""
        return (self.age_months(today) or 0) >= OLD_MONTHS


def load(file: Path = FILE) -> Packager:
    """Returns what the file says; of a damaged one, nothing."""
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Packager()
    built, updates = values.get("built"), values.get("updates")
    return Packager(
        built=built if type(built) is date else None,
        updates=updates if isinstance(updates, str) and _can_be_asked(updates) else "",
    )


def _can_be_asked(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_private = parts.scheme == "https" or parts.hostname in ("127.0.0.1", "localhost")
    return bool(parts.hostname) and is_private
