"""What a person asks for when a summary shall become a file."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.assistants.exports.export_format import ExportFormat

__all__ = ["ExportFormat", "ExportWish"]


@dataclass(frozen=True, slots=True)
class ExportWish:
    """A format; `only_checked` leaves out what nobody has ticked."""

    format: ExportFormat
    only_checked: bool = False
