"""The one set of icons: line SVGs of `resources/icons` in any colour and size, rendered once.

Widgets ask the theme, which knows colours and zoom; this module only draws.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    """Returns an icon of `size_px` logical pixels for a screen of that pixel ratio."""
    made = QPixmap(_shape(name, size_px, ratio))
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setBackground(QColor(colour))
    painter.eraseRect(0, 0, size_px, size_px)  # `fillRect` would do, see `Button`
    painter.end()
    return made


@lru_cache(maxsize=256)
def _shape(name: str, size_px: int, ratio: float) -> QPixmap:
    """Returns an icon in black: colouring it takes a tenth of the time of drawing it."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(QByteArray(source(name).encode()))  # `currentColor` is black
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
