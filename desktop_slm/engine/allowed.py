"""Keeps models that the organisation does not allow from being loaded.

The files themselves are read for that, once while the program runs: what a file in the data folder
says of a fingerprint can be written by whoever it is to keep from something.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop_slm import policy
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import ModelForbidden
from desktop_slm.gguf.parts import parts_of

_State = tuple[str, int, int, int, int, int]
_known: dict[_State, str] = {}


def require_allowed(model: Model) -> None:
    """Raises ModelForbidden, or OSError where a file cannot be read. Blocks a second per GB."""
    found = policy.current()
    if found.allowed_models is None:
        return
    for path in (*parts_of(model.path), *model.adapters):
        if not found.allows_model(_fingerprint(path)):
            raise ModelForbidden(name=path.name)


def _fingerprint(path: Path) -> str:
    """Returns the SHA-256; a file that changed is another one, and its change cannot be hidden."""
    found = path.stat()
    state = (str(path.resolve()), found.st_dev, found.st_ino, found.st_size,
             found.st_mtime_ns, found.st_ctime_ns)  # fmt: skip
    if state not in _known:
        with path.open("rb", buffering=0) as file:
            _known[state] = hashlib.file_digest(file, "sha256").hexdigest()
    return _known[state]
