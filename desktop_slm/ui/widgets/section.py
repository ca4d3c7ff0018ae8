"""What a message's column is made of: prose, code and tables, each showing blocks its own way."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop_slm.ui.widgets.blocks import Block, Shape
from desktop_slm.ui.widgets.safe_text import SafeText


class Kind(Enum):
    """Which widget shows a block."""

    PROSE = "prose"
    CODE = "code"
    TABLE = "table"


def kind_of(shape: Shape) -> Kind:
    """Returns which widget shows blocks of that shape."""
    return {Shape.CODE: Kind.CODE, Shape.TABLE: Kind.TABLE}.get(shape, Kind.PROSE)


class Section(Protocol):
    """A widget in the column. Finished blocks are shown once and for all, the tail may change."""

    @property
    def text(self) -> SafeText: ...
    def show_blocks(self, finished: Sequence[Block], tail: Sequence[Block]) -> None: ...
    def lay_out(self, width: int) -> int: ...
    def restyle(self) -> None: ...
    def set_streaming(self, streaming: bool) -> None: ...
    def widget(self) -> QWidget: ...
