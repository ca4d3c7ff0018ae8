"""What PySide6 does to the interpreter, and is kept from doing."""

from __future__ import annotations

import linecache
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from desktop_slm.ui import interpreter


def test_more_calls_than_none_has_references_do_not_end_the_process() -> None:
    interpreter.keep_singletons_alive()
    thing = QObject()
    for _ in range(20_000):
        thing.setObjectName("x")
        thing.blockSignals(False)
    assert thing.objectName() == "x"


def test_the_source_of_a_module_imported_after_qt_is_not_read_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "imported_after_qt.py").write_text("from PySide6 import QtWidgets")
    import imported_after_qt  # type: ignore[import-not-found]

    del sys.modules["imported_after_qt"]
    assert imported_after_qt.__file__ not in linecache.cache
