"""How wide messages and the box are at most."""

from __future__ import annotations

COLUMN_PX = 720
