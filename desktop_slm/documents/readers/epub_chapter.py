"""The HTML of a chapter, with what books add to it: notes, and pictures that are counted."""

from __future__ import annotations

from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.flow import Flow
from desktop_slm.documents.readers.html import Html

_NOTES = frozenset(("footnote", "endnote", "rearnote"))
_NOTE_ROLES = frozenset(("doc-footnote", "doc-endnote"))
_PICTURES = frozenset(("img", "image", "svg"))


class ChapterHtml(Html):
    """Reads a chapter; what stands in a note is marked as one."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self.pictures = 0
        self._note_tag = ""
        self._note_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes an opening tag."""
        self.pictures += tag in _PICTURES
        super().handle_starttag(tag, attrs)
        if self._note_tag:
            self._note_depth += tag == self._note_tag
        elif _is_note(dict(attrs)):
            self._note_tag, self._note_depth = tag, 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes an element without content: in XHTML it is whole, and opens nothing."""
        self.handle_starttag(tag, attrs)
        if tag not in _PICTURES:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Takes a closing tag."""
        super().handle_endtag(tag)
        if tag == self._note_tag:
            self._note_depth -= 1
            if self._note_depth == 0:
                self._flush()
                self._note_tag = ""

    def _emit(self, element: Element) -> None:
        if self._note_tag and element.kind is not BlockKind.HEADING:
            element.kind, element.level = BlockKind.FOOTNOTE, 0
        super()._emit(element)


def _is_note(attributes: dict[str, str | None]) -> bool:
    kinds = set((attributes.get("epub:type") or "").split())
    return bool(kinds & _NOTES) or attributes.get("role") in _NOTE_ROLES
