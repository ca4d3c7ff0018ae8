"""Runs before the program: gives back the variables that PyInstaller's loader has changed.

The loader points LD_LIBRARY_PATH into our folder for this process. What we start, the browser
first of all, has to see the libraries of its own system.
"""

from __future__ import annotations

import os

_OURS = "LD_LIBRARY_PATH"

_before = os.environ.pop(f"{_OURS}_ORIG", None)
if _before is None:
    os.environ.pop(_OURS, None)
else:
    os.environ[_OURS] = _before
for _name in [name for name in os.environ if name.startswith("_PYI_")]:
    del os.environ[_name]
