"""The widths of the table's columns, and when there is no room for them."""

from __future__ import annotations

DISK_PX = 80
ROOM_PX = 112
VERIFIED_PX = 128
USE_PX = 64
MENU_PX = 32
GAP_PX = 12
NARROW_PX = 640  # under it a line shows disk and room under the name
