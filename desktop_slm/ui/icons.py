"""The one set of icons: line SVGs of `resources/icons` in any colour and size, rendered once.

Widgets ask the theme, which knows colours and zoom; this module only draws.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    """Returns an icon of `size_px` logical pixels for a screen of that pixel ratio."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(QByteArray(source(name).replace("currentColor", colour).encode()))
    pixels = round(size_px * ratio)
    made = QPixmap(QSize(pixels, pixels))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    drawing.render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return made


@cache
def source(name: str) -> str:
    """Returns the SVG's text. Raises FileNotFoundError where there is no such icon."""
    file = resources.files("desktop_slm.resources") / "icons" / f"{name}.svg"
    return file.read_text(encoding="utf-8")
