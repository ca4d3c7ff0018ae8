"""The tracked changes of an OpenDocument text: said at its start, pointed to from its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_slm.documents.readers.revisions import Change, Revisions, Who

_MAX_REGIONS = 100_000


@dataclass(slots=True)
class Region:
    """One change; the words that were deleted stand here and not in the text."""

    change: Change | None = None  # None: how something looks, which is not read
    author: list[str] = field(default_factory=list)
    date: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def who(self) -> Who:
        """Who made the change, and when."""
        return Who("".join(self.author), "".join(self.date))


class TrackedChanges:
    """The changes by their ids, and those that are open at the place that is being read."""

    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions
        self._regions: dict[str, Region] = {}
        self._open: dict[str, bool] = {}  # whether the words of an open change are read

    def add(self, id: str) -> Region:
        """Returns a new change to be filled in."""
        region = Region()
        if len(self._regions) < _MAX_REGIONS:
            self._regions[id] = region
        return region

    def say_what(self, region: Region, change: Change) -> None:
        """Says of what kind a change is; it counts from here."""
        region.change = change
        self._revisions.changes += 1

    @property
    def is_left_out(self) -> bool:
        """Whether the words at this place belong to a change that is not read."""
        return not all(self._open.values())

    def begin(self, id: str) -> str:
        """Begins inserted words; returns what stands before them."""
        region = self._regions.get(id)
        if region is None or region.change is None:
            return ""
        self._open[id] = self._revisions.reads(region.change)
        return self._revisions.opening(region.change, region.who) if self._open[id] else ""

    def end(self, id: str) -> str:
        """Ends inserted words; returns what stands after them."""
        return self._revisions.closing if self._open.pop(id, False) else ""

    def deleted(self, id: str) -> str:
        """Returns what stands where words were deleted."""
        region = self._regions.get(id)
        if region is None or region.change is not Change.DELETED:
            return ""
        if not self._revisions.reads(Change.DELETED):
            return ""
        words = "\n".join(region.words)
        opening = self._revisions.opening(Change.DELETED, region.who)
        return f"{opening}{words}{self._revisions.closing}"
