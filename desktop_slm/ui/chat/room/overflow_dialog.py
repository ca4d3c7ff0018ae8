"""Asks what shall go to the model where a turn does not fit: each way with its price."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.context import NoLarger, Overflow
from desktop_slm.ui import quantities
from desktop_slm.ui.chat.answers import figures
from desktop_slm.ui.widgets.choice_dialog import Choice, ChoiceDialog, Option

if TYPE_CHECKING:
    from desktop_slm.ui.theme import Theme

LARGER, SUMMARIZE, LEAVE_OUT = "larger", "summarize", "leave out"


def open_dialog(
    theme: Theme, overflow: Overflow, parent: QWidget, on_chosen: Callable[[str], object]
) -> ChoiceDialog:
    """Opens the dialog over a window; there has to be a way that it can offer."""
    tr = QCoreApplication.translate
    sentence = " ".join(filter(None, (needed(overflow), why_no_larger(overflow))))
    choice = Choice(
        title=tr("Overflow", "This does not fit"),
        sentence=sentence,
        options=_options(overflow),
        action=tr("Overflow", "Go on"),
    )
    dialog = ChoiceDialog(theme, choice, parent=parent)
    dialog.chosen.connect(on_chosen)
    dialog.open()
    return dialog


def has_way(overflow: Overflow) -> bool:
    """Whether there is anything to offer."""
    return overflow.larger is not None or overflow.has_older


def needed(overflow: Overflow) -> str:
    """Returns how much is needed and how much there is."""
    words = QCoreApplication.translate(
        "Overflow",
        "This needs room for {needed} tokens and an answer, and the model has {room}. Nothing was "
        "sent yet, and nothing is cut unless you choose it here.",
    )
    return words.format(
        needed=quantities.whole(overflow.needed_tokens),
        room=quantities.whole(overflow.context_tokens),
    )


def alone(overflow: Overflow) -> str:
    """Returns what to do where nothing can be left out and there is no more room."""
    words = QCoreApplication.translate(
        "Overflow",
        "This message alone needs room for {needed} tokens and an answer, and the model has "
        "{room}. It stays in the box: shorten it, remove a file, or choose another model.",
    )
    said = words.format(
        needed=quantities.whole(overflow.needed_tokens),
        room=quantities.whole(overflow.context_tokens),
    )
    return " ".join(filter(None, (said, why_no_larger(overflow))))


def why_no_larger(overflow: Overflow) -> str:
    """Returns why more room is not offered, or ""."""
    tr = QCoreApplication.translate
    if overflow.no_larger is None:
        return ""
    return {
        NoLarger.TRAINED: tr("Overflow", "The model was not made for more."),
        NoLarger.MEMORY: tr("Overflow", "More does not fit into this computer’s memory."),
        NoLarger.TOO_LONG: tr("Overflow", "It is too long for the largest room of this model."),
        NoLarger.UNKNOWN: tr("Overflow", "What more room would take could not be measured."),
    }[overflow.no_larger]


def _options(overflow: Overflow) -> list[Option]:
    tr = QCoreApplication.translate
    options = [_larger(overflow)] if overflow.larger is not None else []
    if overflow.has_older:
        options += [
            Option(
                SUMMARIZE,
                tr("Overflow", "Summarize the earlier messages"),
                tr(
                    "Overflow",
                    "The model writes a summary of the oldest messages, which goes in their place. "
                    "They stay here, marked as not sent.",
                ),
            ),
            Option(
                LEAVE_OUT,
                tr("Overflow", "Leave out the oldest messages"),
                tr("Overflow", "They stay here, marked, and the model does not see them any more."),
            ),
        ]
    return options


def _larger(overflow: Overflow) -> Option:
    tr = QCoreApplication.translate
    larger = overflow.larger
    assert larger is not None
    words = tr("Overflow", "Give the model more room: {tokens} tokens")
    price = tr(
        "Overflow",
        "Takes about {size} more memory and loads the model again. It holds for all chats; the "
        "settings take it back.",
    )
    parts = [price.format(size=figures.size(larger.added_bytes))]
    if not larger.added_bytes:  # the engine begins with more than the settings allowed
        parts = [
            tr(
                "Overflow",
                "Takes no more memory and loads the model again. It holds for all chats; the "
                "settings take it back.",
            )
        ]
    if larger.is_tight:
        parts.append(tr("Overflow", "Close other programs first: memory is tight."))
    return Option(
        LARGER, words.format(tokens=quantities.whole(larger.context_tokens)), " ".join(parts)
    )
