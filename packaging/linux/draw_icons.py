"""Draws the icon: `draw_icons.py ICON.svg FOLDER SIZE ...`, in the environment of the build.

With the sizes `ico` and `icns` it makes those of Windows and macOS.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_ICNS_SIZES = (32, 64, 128, 256, 512, 1024)


def draw(source: Path, size: int) -> bytes:
    """Returns the icon as a PNG of this size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def main(source: Path, folder: Path, sizes: list[str]) -> None:
    """Draws every size."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication([])
    for size in sizes:
        if size in ("ico", "icns"):
            wanted = _ICO_SIZES if size == "ico" else _ICNS_SIZES
            pictures = [Image.open(io.BytesIO(draw(source, number))) for number in wanted]
            pictures[-1].save(
                folder / f"desktop-slm.{size}",
                append_images=pictures[:-1],
                sizes=[(number, number) for number in wanted],
            )
        else:
            (folder / f"{size}.png").write_bytes(draw(source, int(size)))
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
