"""A summary as text for the clipboard and for files, with its pages, coverage and origin."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject

from desktop_slm.assistants.evidence import pages_of
from desktop_slm.assistants.summary import Item
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Work

# What Markdown would read as a mark. Text of a model stays text in whatever shows the file.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LINE_MARKS = re.compile(r"^(\s*)([-+=]|\d+[.)])")


class Written(QObject):
    """Writes the shown version of a work."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def plain(self, work: Work) -> str:
        """Returns the summary as plain text."""
        lines = [work.name, "", *self._head(work), ""]
        lines += [f"- {_one_line(item.text)} {self._places(item)}" for item in work.items]
        return "\n".join([*lines, "", self._foot(work)]) + "\n"

    def markdown(self, work: Work) -> str:
        """Returns the summary as Markdown; nothing in it is a mark but ours."""
        lines = [f"# {escaped(work.name)}", ""]
        for line in self._head(work):
            lines += [f"*{escaped(line)}*", ""]
        lines += [f"- {escaped(item.text)} {escaped(self._places(item))}" for item in work.items]
        return "\n".join([*lines, "", escaped(self._foot(work))]) + "\n"

    def _head(self, work: Work) -> list[str]:
        lines = [self._words.practice_notice()] if work.is_practice else []
        if work.coverage is not None:
            lines.append(self._words.coverage(work.coverage, is_draft=work.is_draft))
            lines += self._words.gaps(work.coverage)
        return lines

    def _places(self, item: Item) -> str:
        pages = pages_of(item.evidence)
        if not pages:
            return f"[{self._words.no_source()}]"
        return f"[{', '.join(map(self._words.chip, pages))}]"

    def _foot(self, work: Work) -> str:
        return f"{work.model_name} · {self._words.link_notice()}"


def escaped(text: str) -> str:
    """Returns one line of text with every mark of Markdown made a letter."""
    return _LINE_MARKS.sub(r"\1\\\2", _MARKS.sub(r"\\\1", _one_line(text)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
