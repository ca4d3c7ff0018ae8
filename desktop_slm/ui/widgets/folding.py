"""Buttons of a header that give up their words, the first before the last, where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_slm.ui.widgets.button import Button


def fold(buttons: Sequence[Button], room_px: int) -> None:
    """Shows the words of as many buttons as there is room for; the others keep their icon."""
    shown = [each for each in buttons if not each.isHidden()]
    needed = sum(each.full_width() for each in shown)
    for each in shown:
        each.set_words_shown(needed <= room_px)
        needed -= 0 if needed <= room_px else each.full_width() - each.sizeHint().width()
