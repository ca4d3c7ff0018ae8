"""The check of an export over the window: two files, then what fits and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.exports import formats
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.documents.reading import read
from desktop_slm.ui.summaries.exporting.verify_dialog import VerifyDialog
from tests.fakes import exported as fakes
from tests.ui.summary_bench import Bench, bench, templating

__all__ = ["bench", "templating"]


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    path = tmp_path / "lease.txt"
    path.write_text("The rent is 900 euro a month.\n\nIt is paid on the first.", encoding="utf-8")
    return path


@pytest.fixture
def export(tmp_path: Path, lease: Path) -> Path:
    path = tmp_path / "summary.md"
    summary = fakes.of_document(read(lease))
    path.write_bytes(formats.content(summary, ExportFormat.MARKDOWN))
    return path


@pytest.fixture
def dialog(bench: Bench, qtbot: QtBot) -> Iterator[VerifyDialog]:
    bench.page.resize(1000, 700)
    bench.page.show()
    bench.page.start.verify.click()
    found = bench.page.findChild(VerifyDialog)
    assert found is not None
    yield found
    found.close()


def _verify(dialog: VerifyDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.answered, timeout=20_000):
        dialog.verify.click()


def test_both_files_are_asked_for(
    bench: Bench, dialog: VerifyDialog, export: Path, lease: Path
) -> None:
    bench.dialogs.files = [export, lease]
    assert not dialog.verify.isEnabled()
    dialog.export.choose.click()
    assert dialog.export.name.text() == "summary.md"
    assert not dialog.verify.isEnabled()
    dialog.document.choose.click()
    assert dialog.document.name.text() == "lease.txt"
    assert dialog.verify.isEnabled()


def test_an_unchanged_export_is_said_to_be_so(
    dialog: VerifyDialog, qtbot: QtBot, export: Path, lease: Path
) -> None:
    dialog.take_export(export)
    dialog.take_document(lease)
    _verify(dialog, qtbot)
    assert dialog.outcome.sentence.text().startswith("Nothing was changed since the export.")
    assert dialog.outcome.findings() == []


def test_what_was_changed_is_listed(
    dialog: VerifyDialog, qtbot: QtBot, export: Path, lease: Path
) -> None:
    text = export.read_text(encoding="utf-8")
    export.write_text(text.replace("- The rent", "- The Rent", 1), encoding="utf-8")
    dialog.take_export(export)
    dialog.take_document(lease)
    _verify(dialog, qtbot)
    assert dialog.outcome.findings() == ["Sentence 1 was changed after the export."]
    assert "Sentence 1" in dialog.outcome.accessibleName()


def test_a_file_that_is_no_export_is_said(dialog: VerifyDialog, qtbot: QtBot, lease: Path) -> None:
    dialog.take_export(lease)
    dialog.take_document(lease)
    _verify(dialog, qtbot)
    assert "carries no data of Desktop SLM" in dialog.outcome.sentence.text()
    assert dialog.verify.isEnabled()
