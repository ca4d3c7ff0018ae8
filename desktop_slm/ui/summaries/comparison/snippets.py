"""A few words of a passage for one line of the list, from shortly before the first that differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_slm.assistants.comparison.comparison import Passage
from desktop_slm.assistants.comparison.report import Run, runs
from desktop_slm.ui import plain_text

_BEFORE, _LENGTH = 28, 260


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words and which of them differ, as start and length in Qt's count (UTF-16)."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(passages: Sequence[Passage]) -> Snippet:
    """Returns the words on one line; a passage that differs as a whole has no marks."""
    parts = [run for passage in passages for run in _short(passage)]
    if len({run.is_marked for run in parts}) == 1:
        return Snippet(plain_text.one_line("".join(run.text for run in parts))[:_LENGTH], ())
    text, marks = "", []
    for run in parts:
        words = _inline(run.text)
        if run.is_marked:
            marks.append((_units(text), _units(words)))
        text += words
    return Snippet(text, tuple(marks))


def _short(passage: Passage) -> list[Run]:
    """Returns the runs of a passage, cut to what a line can show."""
    found: list[Run] = []
    room = _LENGTH
    for run in runs(passage):
        text = run.text
        if not found and not run.is_marked and len(text) > _BEFORE and passage.marks:
            cut = text.rfind(" ", 0, len(text) - _BEFORE + 8)
            text = "…" + text[max(cut, len(text) - 2 * _BEFORE) :]
        found.append(Run(text[:room], run.is_marked))
        room -= len(text)
        if room <= 0:
            break
    return found


def _inline(text: str) -> str:
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{plain_text.one_line(text)}{after}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
