"""Reading a document with text recognition in the languages that the person chose."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from desktop_slm.documents import reading, recognition
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import Contents, Progress
from desktop_slm.ui import language
from desktop_slm.ui.core import Core


def languages(core: Core) -> str:
    """Returns the languages for `reading.read`; any thread."""
    return core.settings.ocr_languages or recognition.usual(language.code())


class RecognizedReading:
    """Reads as `reading.read` does. Made on the Qt thread; any thread may call it."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def __call__(
        self,
        path: Path | Contents,
        on_progress: Callable[[Progress], None] | None = None,
        cancel: threading.Event | None = None,
        /,
        *,
        ocr: bool = False,
    ) -> Document:
        """Returns what is in a file. Raises what `reading.read` raises."""
        chosen = languages(self._core)
        return reading.read(path, on_progress, cancel, ocr=ocr, ocr_language=chosen)
