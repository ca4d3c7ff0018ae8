"""Summaries: their documents and their versions; the steps of a run are kept by `steps`.

Redoing a summary adds a version and overwrites none. Items, options and receipts are plain JSON
values that belong to `assistants`; nothing here looks into them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_slm.errors import Invariant
from desktop_slm.storage.chats.messages import Details, storable
from desktop_slm.storage.database import Database
from desktop_slm.storage.documents import (
    DOCUMENT_COLUMNS,
    NewDocument,
    StoredDocument,
    document_from,
    erase_unused_documents,
    keep_document,
    load_content,
)
from desktop_slm.storage.keeping import file_in, keep_on_top, put_away
from desktop_slm.storage.runs import RunState, mark_interrupted
from desktop_slm.storage.steps import erase_unused_steps
from desktop_slm.storage.times import Clock, from_stored, to_stored


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the list; `state` is that of the newest version, None before the first."""

    id: int
    title: str
    created: datetime
    changed: datetime
    state: RunState | None
    is_pinned: bool = False
    is_archived: bool = False
    folder_id: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One run over a summary's documents, numbered from 1, with what it has brought so far."""

    id: int
    summary_id: int
    number: int
    state: RunState
    model: str
    options: Details
    created: datetime
    changed: datetime
    items: Sequence[Any]
    receipt: Details


_SUMMARY = (
    "SELECT id, title, created, changed,"
    " (SELECT state FROM versions WHERE summary_id = summaries.id ORDER BY number DESC LIMIT 1),"
    " pinned, archived, folder_id FROM summaries"
)
_VERSION = (
    "SELECT id, summary_id, number, state, model, options, created, changed, items, receipt"
    " FROM versions"
)


class Summaries:
    """All summaries of one database. May be used from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # The list

    def create(self, title: str) -> Summary:
        """Makes a summary without documents or versions."""
        now = self._now()
        number = self._database.insert(
            "INSERT INTO summaries (title, created, changed) VALUES (?, ?, ?)",
            (storable(title), now, now),
        )
        return self.summary(number)

    def summary(self, summary_id: int) -> Summary:
        """Returns one summary, deleted or not; raises Invariant where there is none."""
        row = self._database.row(f"{_SUMMARY} WHERE id = ?", (summary_id,))
        if row is None:
            raise Invariant(details="no such summary")
        return _summary_from(row)

    def recent(
        self, limit: int = 200, after: Summary | None = None, *, with_archived: bool = False
    ) -> tuple[Summary, ...]:
        """Returns a page of the list, last changed first; `after` ended the page before."""
        changed, number = (to_stored(after.changed), after.id) if after else (1 << 62, 0)
        rows = self._database.rows(
            f"{_SUMMARY} WHERE deleted IS NULL AND (changed, id) < (?, ?)"
            " AND (archived IS NULL OR ?) ORDER BY changed DESC, id DESC LIMIT ?",
            (changed, number, with_archived, limit),
        )
        return tuple(map(_summary_from, rows))

    def rename(self, summary_id: int, title: str) -> None:
        """Gives the summary another title."""
        self._database.execute(
            "UPDATE summaries SET title = ? WHERE id = ?", (storable(title), summary_id)
        )

    def pin(self, summary_id: int, *, pinned: bool) -> None:
        """Keeps the summary at the top of the list, or no longer."""
        keep_on_top(self._database, "summaries", summary_id, self._now() if pinned else None)

    def archive(self, summary_id: int, *, archived: bool) -> None:
        """Takes the summary out of the list for later, or brings it back."""
        put_away(self._database, "summaries", summary_id, self._now() if archived else None)

    def move(self, summary_id: int, folder_id: int | None) -> None:
        """Puts the summary into a folder, or out of any."""
        file_in(self._database, "summaries", summary_id, folder_id, self._now())

    def delete(self, summary_id: int) -> None:
        """Takes the summary out of the list; `restore` brings it back until it is purged."""
        self._database.execute(
            "UPDATE summaries SET deleted = ? WHERE id = ?", (self._now(), summary_id)
        )

    def restore(self, summary_id: int) -> None:
        """Undoes `delete`."""
        self._database.execute("UPDATE summaries SET deleted = NULL WHERE id = ?", (summary_id,))

    def purge_deleted(self, until: datetime) -> int:
        """Erases the summaries deleted until that moment for good; returns how many.

        Documents and steps go with the last summary that rests on them.
        """
        with self._database.transaction():
            count = self._database.execute(
                "DELETE FROM summaries WHERE deleted <= ?", (to_stored(until),)
            )
            if count:
                erase_unused_documents(self._database)
                erase_unused_steps(self._database)
        if count:
            self._database.settle_erasure()
        return count

    # Documents

    def add_document(self, summary_id: int, document: NewDocument) -> StoredDocument:
        """Keeps a document as the next one of this summary."""
        now = self._now()
        with self._database.transaction():
            document_id = keep_document(self._database, document, now)
            self._database.execute(
                "INSERT INTO summary_documents (summary_id, position, document_id)"
                " SELECT ?, count(*), ? FROM summary_documents WHERE summary_id = ?",
                (summary_id, document_id, summary_id),
            )
            self._touch(summary_id)
        return self.documents(summary_id)[-1]

    def documents(self, summary_id: int) -> tuple[StoredDocument, ...]:
        """Returns the documents of a summary in their order."""
        rows = self._database.rows(
            f"SELECT {DOCUMENT_COLUMNS} FROM documents"
            " JOIN summary_documents ON document_id = documents.id"
            " WHERE summary_id = ? ORDER BY position",
            (summary_id,),
        )
        return tuple(map(document_from, rows))

    def content(self, document_id: int) -> dict[str, Any]:
        """Returns the document's content as it was given."""
        return load_content(self._database, document_id)

    # Versions

    def begin(self, summary_id: int, options: Details, model: str) -> Version:
        """Adds a version that this process is running now."""
        now = self._now()
        with self._database.transaction():
            number = self._database.insert(
                "INSERT INTO versions"
                " (summary_id, number, state, writer, model, options, created, changed)"
                " SELECT ?, coalesce(max(number), 0) + 1, 'running', ?, ?, ?, ?, ?"
                " FROM versions WHERE summary_id = ?",
                (
                    summary_id,
                    self._database.session,
                    model,
                    json.dumps(dict(options)),
                    now,
                    now,
                    summary_id,
                ),
            )
            self._touch(summary_id)
        return self.version(number)

    def resume(self, version_id: int) -> Version:
        """Says that this process goes on with a version; its steps are still there."""
        self._set_state(version_id, RunState.RUNNING)
        return self.version(version_id)

    def save(self, version_id: int, items: Sequence[Any], receipt: Details) -> None:
        """Keeps what there is so far, or what a person edited."""
        self._database.execute(
            "UPDATE versions SET items = ?, receipt = ?, changed = ? WHERE id = ?",
            (json.dumps(list(items)), json.dumps(dict(receipt)), self._now(), version_id),
        )

    def finish(
        self, version_id: int, state: RunState, items: Sequence[Any], receipt: Details
    ) -> None:
        """Keeps the result together with how the run ended."""
        with self._database.transaction():
            self.save(version_id, items, receipt)
            self._set_state(version_id, state)
            self._touch(self.version(version_id).summary_id)

    def version(self, version_id: int) -> Version:
        """Returns one version; raises Invariant where there is none."""
        row = self._database.row(f"{_VERSION} WHERE id = ?", (version_id,))
        if row is None:
            raise Invariant(details="no such version")
        return _version_from(row)

    def versions(self, summary_id: int) -> tuple[Version, ...]:
        """Returns the versions of a summary, first to newest."""
        rows = self._database.rows(
            f"{_VERSION} WHERE summary_id = ? ORDER BY number", (summary_id,)
        )
        return tuple(map(_version_from, rows))

    def versions_of(self, sha256: str) -> tuple[Version, ...]:
        """Returns the versions of all summaries of a file that are not deleted, newest first."""
        rows = self._database.rows(
            f"{_VERSION} WHERE summary_id IN (SELECT summary_id FROM summary_documents"
            " JOIN documents ON documents.id = document_id"
            " JOIN summaries ON summaries.id = summary_id"
            " WHERE sha256 = ? AND deleted IS NULL) ORDER BY id DESC",
            (sha256,),
        )
        return tuple(map(_version_from, rows))

    def versions_by(self, model: str, limit: int = 10) -> tuple[Version, ...]:
        """Returns the versions that a model made last, newest first."""
        rows = self._database.rows(
            f"{_VERSION} WHERE model = ? ORDER BY id DESC LIMIT ?", (model, limit)
        )
        return tuple(map(_version_from, rows))

    def mark_interrupted(self) -> int:
        """Marks the runs whose process is gone as cut off; returns how many."""
        return mark_interrupted(
            self._database, "versions", lambda number: self._set_state(number, RunState.INTERRUPTED)
        )

    # Rows

    def _set_state(self, version_id: int, state: RunState) -> None:
        writer = self._database.session if state is RunState.RUNNING else None
        self._database.execute(
            "UPDATE versions SET state = ?, writer = ?, changed = ? WHERE id = ?",
            (state.value, writer, self._now(), version_id),
        )

    def _touch(self, summary_id: int) -> None:
        self._database.execute(
            "UPDATE summaries SET changed = ? WHERE id = ?", (self._now(), summary_id)
        )

    def _now(self) -> int:
        return to_stored(self._clock())


def _summary_from(row: tuple[Any, ...]) -> Summary:
    number, title, created, changed, state, pinned, archived, folder_id = row
    return Summary(
        number,
        title,
        from_stored(created),
        from_stored(changed),
        RunState(state) if state else None,
        is_pinned=pinned is not None,
        is_archived=archived is not None,
        folder_id=folder_id,
    )


def _version_from(row: tuple[Any, ...]) -> Version:
    number, summary_id, count, state, model, options, created, changed, items, receipt = row
    return Version(
        number,
        summary_id,
        count,
        RunState(state),
        model,
        json.loads(options),
        from_stored(created),
        from_stored(changed),
        json.loads(items),
        json.loads(receipt),
    )
