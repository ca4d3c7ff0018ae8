"""Names what was changed in a PDF, from the letters and digits that can be read back from it.

Only asked where the hash of the file says that something was changed. Spaces, hyphens and marks do
not survive a PDF, so what has none but these changed cannot be named; lines written from right to
left come back in another order and are named with the rest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from desktop_slm.assistants.exports.parts import PartKind
from desktop_slm.assistants.exports.written import Written
from desktop_slm.assistants.verification.findings import Finding, of_part

_PAGE_NUMBER = re.compile(r"\s*\b\d+ ?/ ?\d+\s*$")


def changed(expected: Sequence[Written], pages: Iterable[str]) -> list[Finding]:
    """Returns the parts whose letters are not on the pages, in their order."""
    title = _letters(expected[0].text)
    found = "".join(_letters(_without_foot(page, title)) for page in pages)
    findings, place = [], 0
    for line in expected:
        wanted = _letters(line.text)
        at = found.find(wanted, place)
        if at >= 0:
            place = at + len(wanted)
        elif line.part.kind is not PartKind.FRAME:
            findings.append(of_part(line.part))
    return findings


def _without_foot(page: str, title: str) -> str:
    """Returns a page's text without its last line: the title, perhaps cut, and the number."""
    number = _PAGE_NUMBER.search(page)
    if number is None:
        return page
    text = page[: number.start()]
    before, _, last = text.rpartition("\n")
    return before if last and title.startswith(_letters(last)) else text


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
