"""`desktop-slm verify` and `--output`: real children, real files, the status for scripts."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm.assistants.exports import embedded, formats
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.assistants.verification.verifying import verify
from desktop_slm.cli import exporting
from desktop_slm.documents.document import Document, SkippedPage, SkipReason
from desktop_slm.documents.reading import read
from desktop_slm.errors import OutputUnknown
from tests.fakes import exported as fakes
from tests.fakes.documents import Pdf
from tests.process.cli_runs import Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    pdf = Pdf()
    for number in range(1, 4):
        words = f"The rent of part {number} is {number}00 euro a month."
        pdf.page(f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET")
    path = tmp_path / "lease.pdf"
    path.write_bytes(pdf.bytes())
    return path


def _exported(lease: Path, chosen: ExportFormat) -> Path:
    path = lease.with_name(f"summary.{chosen.value}")
    path.write_bytes(formats.content(fakes.of_document(read(lease)), chosen))
    return path


@pytest.mark.parametrize("chosen", [ExportFormat.DOCX, ExportFormat.HTML])
def test_an_unchanged_export_ends_with_status_0(
    terminal: Terminal, lease: Path, chosen: ExportFormat
) -> None:
    ran = terminal.run("verify", _exported(lease, chosen), lease)
    assert (ran.status, ran.errors) == (0, "")
    assert "3 sentences, 3 quotes found at the place, 3 pages accounted for" in ran.output
    assert "It does not show who made it" in ran.output


def test_a_changed_export_ends_with_status_1_and_is_named(terminal: Terminal, lease: Path) -> None:
    path = _exported(lease, ExportFormat.MARKDOWN)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- The rent of part 2", "- The rent of part 9"), encoding="utf-8")
    ran = terminal.run("verify", "--json", path, lease)
    assert ran.status == 1
    assert not ran.json["unchanged"]
    assert [each["sentence"] for each in ran.json["findings"]] == [
        "Sentence 2 was changed after the export."
    ]


def test_another_version_of_the_document_is_said(terminal: Terminal, lease: Path) -> None:
    path = _exported(lease, ExportFormat.JSON)
    lease.write_bytes(Pdf().page("BT /F1 12 Tf 72 720 Td (No rent at all.) Tj ET").bytes())
    ran = terminal.run("verify", path, lease)
    assert ran.status == 1
    for words in (
        "is another file than the one",
        "Pages or parts of “lease.pdf”: 1; the receipt says 3.",
        "footnote 1 is not on page 1",
    ):
        assert words in ran.output


def test_a_file_that_is_no_export_is_one_line(terminal: Terminal, lease: Path) -> None:
    ran = terminal.run("verify", lease, lease)
    assert (ran.status, ran.output) == (1, "")
    assert ran.errors.count("\n") == 1
    assert "carries no data of Desktop SLM" in ran.errors


def test_a_pdf_is_written_without_a_screen(terminal: Terminal, lease: Path) -> None:
    path = lease.with_name("summary.pdf")
    code = (
        "from pathlib import Path\n"
        "from desktop_slm.cli import exporting\n"
        "from desktop_slm.documents.reading import read\n"
        "from tests.fakes import exported\n"
        f"exporting.write(Path({str(path)!r}), exported.of_document(read(Path({str(lease)!r}))))\n"
    )
    variables = terminal.environment()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        variables.pop(name, None)
    ran = subprocess.run(
        [sys.executable, "-c", code], env=variables, capture_output=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert embedded.find(path.read_bytes()).format is ExportFormat.PDF
    assert terminal.run("verify", path, lease).status == 0


def test_pictures_of_pages_are_read_where_the_summary_rests_on_them(tmp_path: Path) -> None:
    summary, document = fakes.sample()
    scan = replace(document, pages=document.pages[:2], skipped=_without_text(3, 8))
    asked: list[bool] = []

    def read_scan(_path: object, /, *, ocr: bool = False) -> Document:
        asked.append(ocr)
        return document if ocr else scan

    path = tmp_path / "summary.json"
    path.write_bytes(formats.content(summary, ExportFormat.JSON))
    verdict = verify(path, [tmp_path / "scan.pdf"], read=read_scan)
    assert verdict.findings == ()
    assert asked == [False, True]


def _without_text(first: int, last: int) -> tuple[SkippedPage, ...]:
    return tuple(SkippedPage(page, SkipReason.NO_TEXT) for page in range(first, last + 1))


def test_a_name_without_a_known_ending_is_refused() -> None:
    with pytest.raises(OutputUnknown, match="does not end in a format"):
        exporting.format_of(Path("summary.xyz"))
    assert exporting.format_of(Path("Summary.HTM")) is ExportFormat.HTML


def test_several_summaries_get_a_file_each() -> None:
    assert exporting.paths_of(Path("a/notes.md"), 3) == [
        Path("a/notes.md"), Path("a/notes-2.md"), Path("a/notes-3.md"),
    ]  # fmt: skip
    assert exporting.paths_of(Path("notes.md"), 0) == []
