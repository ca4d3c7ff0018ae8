"""What the packages are made of, without building any."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]
PACKAGING = ROOT / "packaging"


@contextmanager
def _found() -> Iterator[None]:
    sys.path.insert(0, str(PACKAGING))
    try:
        yield
    finally:
        sys.path.remove(str(PACKAGING))


def load(name: str) -> ModuleType:
    """Returns one of the modules in `packaging/`, which is no package of Python's."""
    with _found():
        return importlib.import_module(name)
