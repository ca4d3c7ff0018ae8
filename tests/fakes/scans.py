"""Pages of text as pictures, drawn by Qt: what a scanner would make of a print."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

TEXTS = {
    "eng": (
        "Rent and repairs",
        "The tenant shall pay the rent of 1,250.00 pounds on the first day of each month. Where "
        "the rent is not paid within fourteen days, the landlord may charge interest at 4.5 per "
        "cent a year, unless the delay was caused by the bank. The tenant keeps the garden and "
        "the windows clean and lets the landlord inspect the rooms after a notice of 24 hours.",
        "Repairs that cost more than 300 pounds are the duty of the landlord; smaller ones are "
        "paid by the tenant. The agreement begins on 1 March 2024 and ends on 28 February 2027.",
    ),
    "deu": (
        "Miete und Reparaturen",
        "Der Mieter zahlt die Miete von 1.250,00 Euro am ersten Tag jedes Monats. Wird die Miete "
        "nicht innerhalb von vierzehn Tagen gezahlt, so darf der Vermieter Zinsen in Höhe von 4,5 "
        "Prozent im Jahr verlangen, außer wenn die Bank die Verspätung verursacht hat. Der Mieter "
        "hält den Garten und die Fenster sauber und meldet größere Schäden unverzüglich.",
        "Für Schönheitsreparaturen gelten die üblichen Fristen. Das Mietverhältnis beginnt am "
        "1. März 2024 und endet am 28. Februar 2027.",
    ),
    "fra": (
        "Loyer et travaux",
        "Le locataire paie le loyer de 1 250,00 euros le premier jour de chaque mois. Si le loyer "
        "n'est pas payé dans les quatorze jours, le bailleur peut demander des intérêts de 4,5 "
        "pour cent par an, sauf si le retard a été causé par la banque. Le locataire garde le "
        "jardin et les fenêtres propres et laisse le bailleur visiter les pièces.",
        "Les réparations qui coûtent plus de 300 euros sont à la charge du propriétaire. Le bail "
        "commence le 1er mars 2024 et finit le 28 février 2027 à Besançon.",
    ),
}
_A4_INCHES = (8.27, 11.69)


def draw(paragraphs: Sequence[str], dpi: int = 300, size: float = 11, columns: int = 1) -> Any:
    """Returns a grey page of Pillow: the first paragraph as its heading, then the rest."""
    assert QGuiApplication.instance() is not None
    width, height = (round(inches * dpi) for inches in _A4_INCHES)
    picture = QImage(width, height, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    margin, gap = 0.9 * dpi, 0.2 * dpi
    painter = QPainter(picture)
    font = QFont("DejaVu Serif")
    font.setPixelSize(round(1.7 * size * dpi / 72))
    painter.setFont(font)
    painter.drawText(QRectF(margin, margin, width - 2 * margin, dpi), paragraphs[0])
    font.setPixelSize(round(size * dpi / 72))
    painter.setFont(font)
    column = (width - 2 * margin - (columns - 1) * gap) / columns
    each = -(-len(paragraphs[1:]) // columns)
    for number in range(columns):
        y = margin + 0.5 * dpi
        for text in paragraphs[1 + number * each : 1 + (number + 1) * each]:
            room = QRectF(margin + number * (column + gap), y, column, height)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
            y += painter.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() + gap
    painter.end()
    line = picture.bytesPerLine()
    return Image.frombytes("L", (width, height), bytes(picture.constBits()), "raw", "L", line)


def grainy(page: Any, grain: int = 35) -> Any:
    """Returns a page as a bad copy: a little askew, blurred and full of grain."""
    askew = page.rotate(0.5, fillcolor=255, resample=Image.Resampling.BICUBIC)
    blurred = askew.filter(ImageFilter.GaussianBlur(1.0))
    return ImageChops.add(blurred, Image.effect_noise(page.size, grain), 1, -148)


def pdf(*pages: Any) -> bytes:
    """Returns a PDF in which every page is one picture."""
    file = io.BytesIO()
    pages[0].save(file, "PDF", resolution=300, save_all=True, append_images=pages[1:])
    return file.getvalue()


def encoded(page: Any, form: str, **options: Any) -> bytes:
    """Returns a picture in a format of Pillow's."""
    file = io.BytesIO()
    page.save(file, form, dpi=(300, 300), **options)
    return file.getvalue()


def accuracy(text: str, paragraphs: Sequence[str]) -> float:
    """Returns the share of the words that were drawn and stand in the text."""
    drawn, found = Counter(" ".join(paragraphs).split()), Counter(text.split())
    return (drawn & found).total() / drawn.total()
