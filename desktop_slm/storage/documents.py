"""Documents as they were read: who refers to them, and their content, kept once by its hash.

A document's content is whatever JSON object the reader made; it is packed here and not looked
into. The same file read by a newer reader may give another content: what was made from the old
one still points at the old one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_slm.errors import Invariant
from desktop_slm.storage.chats.messages import storable
from desktop_slm.storage.contents import lines_of, pack, unpack
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import from_stored

DOCUMENT_COLUMNS = "id, sha256, name, format, title, added"


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document without its content; `sha256` is that of the file."""

    id: int
    sha256: str
    name: str
    format: str
    title: str
    added: datetime


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to be kept."""

    sha256: str
    name: str
    format: str
    title: str
    content: Mapping[str, Any]


def document_from(row: tuple[Any, ...]) -> StoredDocument:
    """Returns the document in a row of DOCUMENT_COLUMNS."""
    number, sha256, name, kind, title, added = row
    return StoredDocument(number, sha256, name, kind, title, from_stored(added))


def keep_document(database: Database, document: NewDocument, now: int) -> int:
    """Keeps a document inside the caller's transaction and returns its id."""
    content_id = _keep_content(database, document.content)
    name = storable(document.name)
    row = database.row(
        "SELECT id FROM documents WHERE sha256 = ? AND content_id = ? AND name = ?",
        (document.sha256, content_id, name),
    )
    if row:
        return int(row[0])
    return database.insert(
        "INSERT INTO documents (sha256, name, format, title, content_id, added)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (document.sha256, name, document.format, storable(document.title), content_id, now),
    )


def load_content(database: Database, document_id: int) -> dict[str, Any]:
    """Returns what `keep_document` was given; raises Invariant where there is no such document."""
    row = database.row(
        "SELECT body FROM contents JOIN documents ON contents.id = content_id"
        " WHERE documents.id = ?",
        (document_id,),
    )
    if row is None:
        raise Invariant(details="no such document")
    return unpack(row[0])


def erase_unused_documents(database: Database) -> None:
    """Erases the documents that no summary refers to, with their contents and questions."""
    database.execute(
        "DELETE FROM questions WHERE id IN (SELECT question_id FROM question_documents"
        " WHERE document_id NOT IN (SELECT document_id FROM summary_documents))"
    )
    database.execute(
        "DELETE FROM documents WHERE id NOT IN (SELECT document_id FROM summary_documents)"
    )
    database.execute("DELETE FROM contents WHERE id NOT IN (SELECT content_id FROM documents)")


def _keep_content(database: Database, content: Mapping[str, Any]) -> int:
    lines = lines_of(content)
    sha256 = hashlib.sha256(lines).hexdigest()
    row = database.row("SELECT id FROM contents WHERE sha256 = ?", (sha256,))
    if row:
        return int(row[0])
    return database.insert(
        "INSERT INTO contents (sha256, body) VALUES (?, ?)", (sha256, pack(lines))
    )
