"""What is said of coverage and time."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.summaries.summary import Coverage
from desktop_slm.documents.document import Document, Format
from desktop_slm.ui.summaries.running.pace import Pace
from desktop_slm.ui.summaries.words import Words


@pytest.mark.parametrize(
    ("coverage", "is_draft", "said"),
    [
        (Coverage(84, 1, 52, 52, 84), False, "Model read all of 84 pages"),
        (Coverage(1, 1, 1, 1, 1), False, "Model read the whole page"),
        (Coverage(86, 1, 5, 5, 84, ((12, "no text"), (80, "no text"))), False,
         "Model read 84 of 86 pages"),
        (Coverage(86, 1, 52, 37, 61), True,
         "Draft from the first 61 of 86 pages (37 of 52 passages)"),
        (Coverage(84, 1, 52, 52, 84), True, "Draft: 84 pages read, the notes are not joined yet."),
    ],
)  # fmt: skip
def test_coverage_is_said_exactly(
    qtbot: QtBot, coverage: Coverage, is_draft: bool, said: str
) -> None:
    assert Words().coverage(coverage, is_draft=is_draft) == said


def test_pages_that_were_not_read_are_named_with_the_reason(qtbot: QtBot) -> None:
    coverage = Coverage(9, 1, 1, 1, 6, ((2, "no text"), (3, "damaged"), (7, "no text")))
    assert Words().gaps(coverage) == [
        "2 pages were not read: no text, most likely a picture (2, 7).",
        "Page 3 was not read: damaged.",
    ]


def test_a_document_without_pages_has_parts(qtbot: QtBot) -> None:
    words = Words()
    words.take(Document("a.docx", Format.DOCX, "0" * 64))
    evidence = Evidence(3, 0, 4, "The\nwords", 1.0)
    assert words.chip(3) == "part 3"
    assert words.source(evidence) == "Source, part 3: The words"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (20, "less than a minute left"),
        (370, "about 6 min left"),
        (9000, "about 2.5 h left"),
    ],
)
def test_time_left_is_rounded(qtbot: QtBot, seconds: float | None, said: str) -> None:
    assert Words().time_left(seconds) == said


def test_the_pace_counts_only_what_was_read_now() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    pace.begin(50, 0)
    assert pace.left_s(50) is None
    for _ in range(4):
        now[0] += 10.0
        pace.note_passage()
    assert pace.left_s(20) == pytest.approx(200)


def test_joining_takes_time_too() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    pace.begin(49, 2)  # 49 notes, 7 joins, 1 join
    for _ in range(4):
        now[0] += 10.0
        pace.note_passage()
    assert pace.left_s(0) == pytest.approx(8 * 10 * 1.5)
    assert pace.left_s(0, joins_share=0.5) == pytest.approx(4 * 10 * 1.5)
