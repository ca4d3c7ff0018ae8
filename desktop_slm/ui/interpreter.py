"""One guard against a fatal defect between PySide6 6.12 and Python 3.11.

Calls of Qt methods that return nothing, true or false take a reference from None, True or False
and never give it back. From Python 3.12 on these objects are immortal and nothing happens; on
3.11 a count, about 4,000 for None at the start, reaches zero after as many calls and the process
aborts ("none_dealloc", "bool_dealloc"). Measured with PySide6-Essentials 6.12.0 on Python 3.11.7:
1,000 calls of `QObject.setObjectName` take 1,000 references of None.
"""

from __future__ import annotations

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
