"""What PySide6 does to the interpreter and must not do here: one fatal defect, one waste.

**The defect**, with PySide6 6.12 on Python 3.11. Calls of Qt methods that return nothing, true or
false take a reference from None, True or False and never give it back. From Python 3.12 on these
objects are immortal and nothing happens; on 3.11 a count, about 4,000 for None at the start,
reaches zero after as many calls and the process aborts ("none_dealloc", "bool_dealloc"). Measured
with PySide6-Essentials 6.12.0 on Python 3.11.7: 1,000 calls of `QObject.setObjectName` take 1,000
references of None.

**The waste**, in every Python. PySide6 puts an `__import__` of its own in the place of Python's, so
that a module can say `from __feature__ import snake_case`. To see who might, it reads the source of
every module that is imported from then on, and Python's `linecache` keeps what was read: a third
of a millisecond for each module at the start, and 4 MB in a window at rest. Nobody here says that.
"""

from __future__ import annotations

import builtins
import sys

_PLENTY = 1 << 40  # at a million calls a second it lasts twelve days
_ENOUGH = 1 << 32
_SINGLETONS = (None, True, False, NotImplemented)


def keep_singletons_alive() -> None:
    """Gives them so many references on Python 3.11 that no session can use them up."""
    if sys.version_info >= (3, 12):
        return
    import ctypes

    for each in _SINGLETONS:
        if sys.getrefcount(each) < _ENOUGH:
            # An object's count is its first field in all builds but those that trace references.
            ctypes.c_ssize_t.from_address(id(each)).value += _PLENTY


def import_without_reading_sources() -> None:
    """Puts the `__import__` back that PySide6 replaced; nothing where it has replaced none."""
    # The first of Qt's modules replaces it, and only the first.
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
