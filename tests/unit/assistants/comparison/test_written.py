"""A comparison as text, Markdown and HTML."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.comparison.making import compare
from desktop_slm.assistants.comparison.report import Report, report
from desktop_slm.assistants.comparison.written import ReportFormat, written
from tests.unit.assistants.comparison.versions import document


@pytest.fixture
def made() -> Report:
    around = "The flat lies on the second floor."
    before = document([around, "The rent is 900 euro.", "It is big and bright."], name="<a>.md")
    after = document(
        [around], ["The rent is 950 euro.", "It is large and bright.", "<b>New</b> *words*"]
    )
    return report(compare(before, after))


def test_the_text_shows_words_as_wdiff_does(made: Report) -> None:
    text = written(made, ReportFormat.TEXT)
    assert "1. Page 1 → 2, changed (number):" in text
    assert "   - The rent is [-900-] euro.\n   + The rent is {+950+} euro." in text
    assert text.index("[-900-]") < text.index("Other changes") < text.index("[-big-]")
    assert "3 changes: 1 added, 0 removed, 2 changed, 0 moved." in text


def test_markdown_of_a_document_stays_letters(made: Report) -> None:
    text = written(made, ReportFormat.MARKDOWN)
    assert "> Earlier: The rent is ~~900~~ euro." in text
    assert "> Later: The rent is **950** euro." in text
    assert r"\*words\*" in text


def test_html_of_a_document_stays_letters(made: Report) -> None:
    text = written(made, ReportFormat.HTML)
    assert "The rent is <del>900</del> euro." in text
    assert "The rent is <ins>950</ins> euro." in text
    assert "&lt;b&gt;New&lt;/b&gt;" in text
    assert "<b>" not in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize("chosen", ReportFormat)
def test_equal_versions_are_said_to_be_so(chosen: ReportFormat) -> None:
    same = document(["The rent is 900 euro."])
    text = written(report(compare(same, same)), chosen)
    assert "No differences were found in the text that could be read" in text
