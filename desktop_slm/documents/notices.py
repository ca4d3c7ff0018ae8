"""What a reader has to say about a document: typed, with the sentence a person reads.

Like the errors, a notice is a kind and fields; the sentence is a template over the fields in plain
English, which the terminal prints and the window translates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class NoticeKind(StrEnum):
    """What there is to say."""

    CHANGES = "changes"
    CHANGES_ORIGINAL = "changes, original"
    CHANGES_SHOWN = "changes, shown"
    COMMENTS = "comments"
    MACROS = "macros"
    PICTURES = "pictures"
    OBJECTS = "objects"
    HIDDEN_SHEETS = "hidden sheets"
    HIDDEN_SLIDES = "hidden slides"
    HIDDEN_CELLS = "hidden cells"
    ROWS_MISSING = "rows missing"
    LINES_MISSING = "lines missing"
    HIDDEN_TEXT = "hidden text"
    HIDDEN_WORDS = "hidden words"
    TEXT_LAYER = "text layer"
    LOOKS_SCANNED = "looks scanned"
    PAGES_DAMAGED = "pages damaged"
    PAGES_MISSING = "pages missing"
    PART_MISSING = "part missing"
    REST_MISSING = "rest missing"
    REPEATED_LINES = "repeated lines"
    OTHER_FORMAT = "other format"
    GUESSED_ENCODING = "guessed encoding"
    UNREADABLE_CHARACTERS = "unreadable characters"
    PICTURE_PAGES = "picture pages"
    FIELDS_AND_NOTES = "fields and notes"
    MARKS_WITHOUT_WORDS = "marks without words"
    FILES_NOT_READ = "files not read"
    RECOGNIZED = "recognized"
    RECOGNITION_MISSING = "recognition missing"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know about how a document was read."""

    kind: NoticeKind
    fields: Mapping[str, int | str] = field(default_factory=dict)

    def __str__(self) -> str:
        return TEMPLATES[self.kind].format(
            **{
                name: _Count(value) if isinstance(value, int) else value
                for name, value in self.fields.items()
            }
        )


class _Count(int):
    """A number that a template can follow with a noun: `{pages:page}` gives "2 pages"."""

    def __format__(self, noun: str) -> str:
        if not noun:
            return f"{int(self):,}"
        return f"{int(self):,} {noun}{'' if self == 1 else 's'}"


TEMPLATES: Mapping[NoticeKind, str] = {
    NoticeKind.CHANGES: (
        "{changes:change}, {comments:comment}: read as if every change was accepted; "
        "comments are left out."
    ),
    NoticeKind.CHANGES_ORIGINAL: (
        "{changes:change}, {comments:comment}: read as it was before the changes; "
        "comments are left out."
    ),
    NoticeKind.CHANGES_SHOWN: (
        "{changes:change}, {comments:comment}: shown in the text, in square brackets."
    ),
    NoticeKind.COMMENTS: "Left out: {comments:comment}.",
    NoticeKind.MACROS: "Left out and not run: {parts:part} of the file with macros.",
    NoticeKind.PICTURES: "Not read: {pictures:picture}.",
    NoticeKind.OBJECTS: "Not read: {objects:embedded object} (charts, formulas or other files).",
    NoticeKind.HIDDEN_SHEETS: "Left out: {sheets:hidden sheet} ({names}).",
    NoticeKind.HIDDEN_SLIDES: "Left out: {slides:hidden slide}.",
    NoticeKind.HIDDEN_CELLS: "Left out: {cells:cell} in hidden rows and columns.",
    NoticeKind.ROWS_MISSING: (
        "The sheet “{sheet}” is too large: it was read up to row {row}. The rows below are missing."
    ),
    NoticeKind.LINES_MISSING: (
        "The file is too large: it was read up to line {line}, {read_mb} of {total_mb} MB. "
        "The lines below are missing."
    ),
    NoticeKind.HIDDEN_TEXT: (
        "Left out: {characters:character} on {pages:page} that nobody sees on the page "
        "(hidden, white or outside it)."
    ),
    NoticeKind.HIDDEN_WORDS: "Left out: {characters:character} that the file marks as hidden.",
    NoticeKind.TEXT_LAYER: (
        "Read from the text layer of a scan: {pages:page}. There may be recognition errors."
    ),
    NoticeKind.LOOKS_SCANNED: (
        "No text on {empty} of {total:page}: this looks like a scan of which only a small part "
        "could be read."
    ),
    NoticeKind.PAGES_DAMAGED: "Damaged and left out: {pages:page}.",
    NoticeKind.PAGES_MISSING: "Reading stopped before the end ({why}). Missing: {pages:page}.",
    NoticeKind.REST_MISSING: "Reading stopped before the end ({why}). The rest is missing.",
    NoticeKind.PART_MISSING: "Damaged and left out: the file's {part}.",
    NoticeKind.REPEATED_LINES: (
        "Running heads and page numbers, {lines:line}, are shown and left out of summaries."
    ),
    NoticeKind.OTHER_FORMAT: "The name says {named}, the content is {found}; it was read as that.",
    NoticeKind.GUESSED_ENCODING: "The file does not name its encoding; it was read as {encoding}.",
    NoticeKind.UNREADABLE_CHARACTERS: (
        "Not readable in {encoding} and shown as \N{REPLACEMENT CHARACTER}: {characters:character}."
    ),
    NoticeKind.PICTURE_PAGES: (
        "Mostly a picture: {pages:page}. A stamp, page number or fax line there is not their text."
    ),
    NoticeKind.FIELDS_AND_NOTES: (
        "Read at the end of their pages: {fields:filled form field}, {notes:note}. "
        "Empty form fields: {empty}."
    ),
    NoticeKind.MARKS_WITHOUT_WORDS: (
        "Seen and not read, for want of words: {marks} highlights and drawings."
    ),
    NoticeKind.FILES_NOT_READ: "Attached and not read: {files}.",
    NoticeKind.RECOGNIZED: (
        "Read by text recognition from pictures ({languages}): {pages:page}. Check names and "
        "numbers at the source; doubtful words: {words}."
    ),
    NoticeKind.RECOGNITION_MISSING: (
        "Text recognition is not installed, so pictures of pages were not read: {pages:page}."
    ),
}
