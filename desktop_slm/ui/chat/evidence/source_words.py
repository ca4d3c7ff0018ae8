"""How the sources of an answer are named: "p. 14", or with the document where there are several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_slm.assistants.attachments import Attachment
from desktop_slm.assistants.chat_evidence import CheckedAnswer, Source
from desktop_slm.assistants.evidence import Evidence

_PAGED = ("pdf", "picture")
_MOST_NAME = 24


def cited(checked: CheckedAnswer, evidence: Evidence, attachment: Attachment | None) -> str:
    """Returns what a chip says."""
    name = _short(checked.sources[evidence.document].name)
    place = _place(evidence.page, attachment)
    if not place:
        return name
    return f"{name} {place}" if len(checked.sources) > 1 else place


def read_out(checked: CheckedAnswer, evidence: Evidence) -> str:
    """Returns what is read out for a chip."""
    words = QCoreApplication.translate("AnswerSources", "Source, {name}, part {page}: {quote}")
    return words.format(
        name=checked.sources[evidence.document].name,
        page=evidence.page,
        quote=" ".join(evidence.quote.split()),
    )


def page_name(number: int, attachment: Attachment) -> str:
    """Returns "Page 4", or "Part 4" for a format without pages."""
    tr = QCoreApplication.translate
    is_paged = attachment.format in _PAGED
    words = tr("AnswerSources", "Page {0}") if is_paged else tr("AnswerSources", "Part {0}")
    return words.format(number)


def documents(sources: Sequence[Source]) -> str:
    """Returns the names of some documents, as many as fit a line."""
    tr = QCoreApplication.translate
    names = list(dict.fromkeys(_short(source.name) for source in sources))
    if len(names) == 1:
        return names[0]
    return tr("AnswerSources", "{count} documents").format(count=len(names))


def _place(page: int, attachment: Attachment | None) -> str:
    tr = QCoreApplication.translate
    if attachment is None or (len(attachment.starts) < 2 and attachment.format not in _PAGED):
        return ""
    is_paged = attachment.format in _PAGED
    words = tr("AnswerSources", "p. {0}") if is_paged else tr("AnswerSources", "part {0}")
    return words.format(page)


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= _MOST_NAME else f"{line[: _MOST_NAME - 1]}…"
