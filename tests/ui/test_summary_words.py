"""What is said of coverage and time, and a summary as text."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.lengths import Length
from desktop_slm.assistants.summary import Coverage, Item
from desktop_slm.documents.document import Document, Format
from desktop_slm.ui.summaries.pace import Pace
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Work
from desktop_slm.ui.summaries.written import Written, escaped


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


def _work() -> Work:
    evidence = Evidence(14, 0, 4, "text", 0.9)
    return Work(
        "report.pdf",
        Length.STANDARD,
        items=(Item("Revenue *rose*.", (evidence,)), Item("Profit doubled.")),
        coverage=Coverage(84, 1, 52, 52, 84),
        is_draft=False,
        model_name="Qwen3 4B",
    )


def test_a_copy_has_pages_coverage_and_origin(qtbot: QtBot) -> None:
    assert Written(Words()).plain(_work()) == (
        "report.pdf\n\nModel read all of 84 pages\n\n"
        "- Revenue *rose*. [p. 14]\n"
        "- Profit doubled. [No passage found that supports this.]\n\n"
        "Qwen3 4B · a link means that the words were found there, "
        "not that the sentence is right\n"
    )


def test_what_the_practice_model_made_is_headed_so(qtbot: QtBot) -> None:
    work = _work()
    work.is_practice = True
    plain, markdown = Written(Words()).plain(work), Written(Words()).markdown(work)
    assert plain.split("\n")[2] == "Practice model: do not rely on this"
    assert "*Practice model: do not rely on this*" in markdown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("![x](file:///etc/passwd)", r"\!\[x\](file:///etc/passwd)"),
        ("<script>", r"\<script\>"),
        ("# no\nheading", r"\# no heading"),
        ("1. no list", r"\1. no list"),
        ("- no list", r"\- no list"),
    ],
)
def test_markdown_of_a_model_is_text_in_an_export(text: str, written: str) -> None:
    assert escaped(text) == written
