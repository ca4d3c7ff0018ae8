"""How freely an assistant writes, in words: what samplers are set to is nobody's daily business."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop_slm.engine.protocol import Sampling

AS_IT_IS = "as it is"
_TEMPERATURES = {"strict": 0.0, "careful": 0.2, "free": 0.6, "bold": 1.0}


def choices(sampling: Sampling) -> list[tuple[str, str]]:
    """Returns what can be chosen, and what is set where that is none of them."""
    tr = QCoreApplication.translate
    found = [
        ("strict", tr("Freedom", "Always the likeliest word: the same answer each time")),
        ("careful", tr("Freedom", "Careful: for facts and documents")),
        ("free", tr("Freedom", "Freer: for letters and ideas")),
        ("bold", tr("Freedom", "Bold: surprising, and wrong more often")),
    ]
    if chosen(sampling) == AS_IT_IS:
        found.append((AS_IT_IS, words(sampling)))
    return found


def chosen(sampling: Sampling) -> str:
    """Returns which of the choices is set."""
    for name in _TEMPERATURES:
        if sampling == applied(_usual(), name):
            return name
    return AS_IT_IS


def applied(sampling: Sampling, choice: str) -> Sampling:
    """Returns the sampling once that was chosen."""
    if choice not in _TEMPERATURES:
        return sampling
    return replace(_usual(), temperature=_TEMPERATURES[choice])


def words(sampling: Sampling) -> str:
    """Returns the choice, or the values themselves where they are none of the choices."""
    name = chosen(sampling)
    if name != AS_IT_IS:
        return dict(choices(sampling))[name]
    usual = _usual()
    shown = ((each.name, getattr(sampling, each.name)) for each in fields(sampling))
    values = (f"{name} {value:g}" for name, value in shown if value != getattr(usual, name))
    return QCoreApplication.translate("Freedom", "As set: {values}").format(
        values=", ".join(values)
    )


def _usual() -> Sampling:
    from desktop_slm.assistants.personas.assistant import USUAL_SAMPLING

    return USUAL_SAMPLING
