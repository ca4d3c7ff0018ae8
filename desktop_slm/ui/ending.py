"""How a window ends, for `app`, which then closes the program, locks it, or opens it once more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_slm.storage.backups.restoring import Ready
    from desktop_slm.ui.places import Place
    from desktop_slm.ui.sidebar.entry import EntryKey


class EndKind(Enum):
    """What comes after the window's end."""

    CLOSED = "closed"
    LOCKED = "locked"  # asks for the passphrase, then opens again where it was
    RESTORING = "restoring"  # a prepared backup takes the place of the data
    ERASING = "erasing"  # everything goes, and the program with it


@dataclass(frozen=True, slots=True)
class Ending:
    """Why the window ended; `place` and `entry` are what it showed."""

    kind: EndKind = EndKind.CLOSED
    ready: Ready | None = None
    place: Place | None = None
    entry: EntryKey | None = None
