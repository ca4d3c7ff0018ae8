"""`desktop-slm compare`: real children, real files, the status for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.assistants.comparison.comparing import Step, compare
from desktop_slm.assistants.comparison.comparison import ChangeKind
from desktop_slm.documents.reading import read
from desktop_slm.errors import ComparisonFailed
from desktop_slm.workers.process import Worker
from tests.fakes.documents import Pdf, docx, heading, para, paragraph
from tests.process.cli_runs import Terminal

_RENT = "The tenant shall pay a monthly rent of {0} euro to the landlord."
_KEYS = "The keys of the flat are handed over by the caretaker."
_DOGS = "Dogs must not be kept in the flat."


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "lease.docx"
    body = heading("Lease") + "".join(para(each) for each in (_RENT.format(900), _KEYS, _DOGS))
    path.write_bytes(docx(body))
    return path


def _pdf(path: Path, rent: int, dogs: str = _DOGS) -> Path:
    """Writes the same text as lines of a PDF, over two pages."""
    first, second = _RENT.format(rent).split(" rent of ")
    pdf = Pdf()
    pdf.page(paragraph(["Lease"], size=18) + paragraph([first, "rent of"], y=680))
    pdf.page(paragraph([second]) + paragraph([_KEYS], y=690) + paragraph([dogs], y=660))
    path.write_bytes(pdf.bytes())
    return path


def test_a_word_document_is_the_same_as_its_pdf(
    terminal: Terminal, word: Path, tmp_path: Path
) -> None:
    ran = terminal.run("compare", word, _pdf(tmp_path / "lease.pdf", 900))
    assert (ran.status, ran.errors) == (0, "")
    assert "No differences were found in the text that could be read." in ran.output


def test_changes_end_with_status_1_and_lead_to_both_places(
    terminal: Terminal, word: Path, tmp_path: Path
) -> None:
    pdf = _pdf(tmp_path / "lease.pdf", 950, "Dogs may be kept in the flat.")
    ran = terminal.run("compare", "--json", word, pdf)
    assert (ran.status, ran.errors) == (1, "")
    found = ran.json
    assert (found["equal"], found["counts"]["changed"], found["counts"]["matter"]) == (False, 2, 2)
    rent, dogs = found["changes"]
    assert rent["touches"] == ["number"]
    assert set(dogs["touches"]) >= {"negation", "must or may"}
    assert [each["page"] for each in rent["after"]] == [1, 2]
    documents = {"before": read(word), "after": read(pdf)}
    for change in found["changes"]:
        for side, document in documents.items():
            for each in change[side]:
                assert document.text(each["page"], each["start"], each["end"]) == each["quote"]


def test_text_for_people_names_pages_and_words(
    terminal: Terminal, word: Path, tmp_path: Path
) -> None:
    ran = terminal.run("compare", word, _pdf(tmp_path / "lease.pdf", 950))
    assert "1. Part 1 → page 1, changed (number):" in ran.output
    assert "of [-900-] euro to the landlord." in ran.output
    assert "of {+950+} euro to the landlord." in ran.output


@pytest.mark.parametrize("ending", ["txt", "md", "html", "json"])
def test_a_file_is_written_as_its_name_asks(
    terminal: Terminal, word: Path, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"changes.{ending}"
    pdf = _pdf(tmp_path / "lease.pdf", 950)
    ran = terminal.run("compare", word, pdf, "--output", target)
    assert (ran.status, ran.output, ran.errors) == (1, "", "")
    text = target.read_text(encoding="utf-8")
    assert "950" in text
    if ending == "json":
        assert json.loads(text)["counts"]["changed"] == 1


@pytest.mark.parametrize("name", ["missing.pdf", "changes.xyz"])
def test_an_error_ends_with_status_2_and_one_line(
    terminal: Terminal, word: Path, tmp_path: Path, name: str
) -> None:
    words = ("compare", word, tmp_path / name)
    if name == "changes.xyz":
        words = ("compare", word, word, "--output", tmp_path / name)  # type: ignore[assignment]
    ran = terminal.run(*words)
    assert (ran.status, ran.output) == (2, "")
    assert ran.errors.count("\n") == 1
    assert name in ran.errors


def test_documents_that_were_read_are_compared_in_the_child(word: Path) -> None:
    document = read(word)
    steps: list[Step] = []
    found = compare(document, word, on_step=steps.append)
    assert found.comparison.is_equal
    assert found.comparison.counts == dict.fromkeys(ChangeKind, 0)
    assert steps[0].name == "lease.docx"
    assert steps[-1] == Step("")


def test_a_child_that_ends_is_a_typed_error(word: Path) -> None:
    document = read(word)

    with pytest.raises(ComparisonFailed):
        compare(document, document, start_worker=lambda: Worker("nothing"))


def test_a_comparison_can_be_stopped(word: Path) -> None:
    wish = Cancellation()
    with pytest.raises(Cancelled):
        compare(word, word, on_step=lambda _step: wish.cancel(), cancellation=wish)
