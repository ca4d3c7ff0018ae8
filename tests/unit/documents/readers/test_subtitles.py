from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import Format
from tests.fakes.reading import read_here

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>Good morning,</i>

2
00:00:03,600 --> 00:00:06,000
everybody &amp; welcome.

3
00:00:20,000 --> 00:00:22,000
ANN: The budget is
12,000 euros.

4
00:00:22,100 --> 00:00:24,000
BOB: Agreed.

5
00:05:02,000 --> 00:05:04,000
{\\an8}Next point.
"""


def test_cues_become_paragraphs_with_a_time_every_five_minutes(tmp_path: Path) -> None:
    document = read_here(tmp_path, SRT, "talk.srt")
    assert document.format is Format.SRT
    assert [(page.label, page.text) for page in document.pages] == [
        (
            "0:00:01",
            "Good morning, everybody & welcome.\n\n"
            "ANN: The budget is 12,000 euros.\n\nBOB: Agreed.",
        ),
        ("0:05:02", "Next point."),
    ]


def test_vtt_with_voices_notes_and_styles(tmp_path: Path) -> None:
    text = (
        "WEBVTT - Board meeting\n\nSTYLE\n::cue { color: red }\n\nNOTE not said\n\n"
        "intro\n00:01.000 --> 00:02.000 align:start\n<v.loud Ann Lee>Hello <c.red>all</c>\n\n"
        "00:02.100 --> 00:03.000\n<v Ann Lee>and thanks.\n\n"
        "00:03.100 --> 00:04.000\n<v Bob>Hi <00:03.500>there\n"
    )
    document = read_here(tmp_path, text, "a.vtt")
    assert (document.format, document.title) == (Format.VTT, "Board meeting")
    assert document.pages[0].text == "Ann Lee: Hello all and thanks.\n\nBob: Hi there"


def test_lines_that_captions_repeat_are_read_once(tmp_path: Path) -> None:
    cues = ["we meet again", "we meet again\nto talk", "to talk\nabout rent"]
    text = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{i}.000 --> 00:0{i + 1}.000\n{words}" for i, words in enumerate(cues)
    )
    assert "we meet again we meet" not in read_here(tmp_path, text, "a.vtt").pages[0].text


def test_dashes_are_other_speakers(tmp_path: Path) -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n- Yes.\n\n2\n00:00:02,000 --> 00:00:03,000\n- No.\n"
    assert read_here(tmp_path, text, "a.srt").pages[0].text == "Yes.\n\nNo."


def test_no_cue_is_an_empty_file(tmp_path: Path) -> None:
    with pytest.raises(errors.EmptyFile):
        read_here(tmp_path, "WEBVTT\n\nNOTE x\n", "a.vtt")


def test_a_block_of_a_million_lines_does_not_take_long(tmp_path: Path) -> None:
    text = SRT.replace("Next point.", "x\n" * 300_000)
    assert read_here(tmp_path, text, "a.srt").pages[1].text.startswith("x x")
    hostile = "WEBVTT\n\n" + "-->\n" * 200_000 + "\n\n00:01.000 --> 00:02.000\nend\n"
    assert read_here(tmp_path, hostile, "a.vtt").pages[0].text == "end"
