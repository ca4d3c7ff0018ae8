"""How often counted tests repeat what they try: few times here, more often in `dev.py prove`."""

from __future__ import annotations

import os

PREFIX = "DESKTOP_SLM_COUNT_"


def count(name: str, usual: int) -> int:
    """Returns how often to try, as `prove` says it; else the usual number."""
    return int(os.environ.get(PREFIX + name.upper(), usual))


def seed(usual: int) -> int:
    """Returns the seed of what is drawn by chance: another one for every part of a long run."""
    return int(os.environ.get(PREFIX + "SEED", usual))
