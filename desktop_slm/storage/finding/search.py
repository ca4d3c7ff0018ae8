"""Finds words in everything that is stored, newest first, and brings old rows into the index.

A word is found by its beginning, without case and accents; all words of a query have to be there.
What is deleted is not found, what is archived is. Triggers keep the index (see `search_schema`).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from desktop_slm.storage.contents import element
from desktop_slm.storage.database import Database
from desktop_slm.storage.finding import drafts, questions
from desktop_slm.storage.finding.hits import Found, Hit, HitKind
from desktop_slm.storage.finding.search_schema import (
    MOST_PAGES,
    SOURCES,
    Source,
    attached_text,
    insertion,
    item_text,
    page_text,
)
from desktop_slm.storage.finding.search_text import Query, Snippet, snippet
from desktop_slm.storage.finding.shown_text import shown_text
from desktop_slm.storage.times import from_stored

__all__ = ["Found", "Hit", "HitKind", "Search"]

# To be raised where `search_text` comes to make other words of a text: the index is made anew.
_FORM = 1
_ROWS_AT_ONCE = {"contents": 1, "messages": 100, "versions": 20, "questions": 20}
_MOST_OF_ONE = 3  # messages of one chat, pages of one document


class Search:
    """Search over one database. May be used from any thread; blocks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, typed: str, limit: int = 30) -> Found:
        """Returns up to `limit` hits of each kind for what a person typed."""
        query = Query(typed)
        if not query.match:
            return Found(is_prepared=self.is_prepared)
        hits = (
            *self._titles(query, limit),
            *self._messages(query, limit),
            *self._summaries(query, limit),
            *self._documents(query, limit),
            *questions.find(self._database, query, limit),
            *drafts.find(self._database, query, limit),
        )
        return Found(hits, self.is_prepared)

    # Bringing older rows in

    @property
    def is_prepared(self) -> bool:
        """Whether everything is in the index."""
        return self._database.row("SELECT 1 FROM search_progress WHERE mark > 0") is None

    def prepare(self) -> bool:
        """Brings the next rows of a database from before into the index; False when all are in.

        One call takes some ten milliseconds, so that others get at the database in between.
        """
        for source in SOURCES:
            with self._database.transaction():
                mark = self._mark(source)
                if mark > 0:
                    self._bring_in(source, mark)
                    return True
        return False

    def settle(self) -> None:
        """Has the index made anew where this version makes other words of a text.

        They differ with our rules, and with the Unicode that Python knows. To be called once,
        before `prepare`.
        """
        major, minor, _ = map(int, unicodedata.unidata_version.split("."))
        form = -(_FORM * 10_000 + major * 100 + minor)  # below 0: it is no mark
        with self._database.transaction():
            row = self._database.row("SELECT mark FROM search_progress WHERE source = 'form'")
            if row and row[0] != form:
                self._begin_anew()
            self._database.execute("REPLACE INTO search_progress VALUES ('form', ?)", (form,))

    def _begin_anew(self) -> None:
        for source in SOURCES:
            name, table = source.index, source.table
            self._database.execute(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")
            self._database.execute(
                f"UPDATE search_progress SET mark = (SELECT ifnull(max(id), 0) FROM {table})"
                " WHERE source = ?",
                (table,),
            )

    def _mark(self, source: Source) -> int:
        row = self._database.row(
            "SELECT mark FROM search_progress WHERE source = ?", (source.table,)
        )
        return int(row[0]) if row else 0

    def _bring_in(self, source: Source, mark: int) -> None:
        count = _ROWS_AT_ONCE.get(source.table, 500)
        row = self._database.row(
            f"SELECT min(id) FROM"
            f" (SELECT id FROM {source.table} WHERE id <= ? ORDER BY id DESC LIMIT ?)",
            (mark, count),
        )
        first = int(row[0]) if row and row[0] is not None else 0
        statement = insertion(source, "waiting", origin=f"{source.table} AS waiting")
        self._database.execute(
            f"{statement} WHERE waiting.id BETWEEN ? AND ?"
            f" AND {source.condition.format(row='waiting')}",
            (first, mark),
        )
        self._database.execute(
            "UPDATE search_progress SET mark = ? WHERE source = ?",
            (max(first - 1, 0), source.table),
        )

    # The kinds

    def _titles(self, query: Query, limit: int) -> list[Hit]:
        rows = self._database.rows(
            f"SELECT chats.id, chats.title, changed, archived, {_folder('chats')}"
            " FROM search_chats CROSS JOIN chats ON chats.id = search_chats.rowid"
            " WHERE search_chats MATCH ? AND deleted IS NULL"
            " ORDER BY search_chats.rowid DESC LIMIT ?",
            (query.match, 10 * limit),
        )
        hits = [
            Hit(
                HitKind.CHAT,
                number,
                _marked(title, query),
                Snippet(""),
                from_stored(changed),
                is_archived=archived is not None,
                folder=folder,
            )
            for number, title, changed, archived, folder in rows
        ]
        return sorted(hits, key=lambda hit: hit.moment, reverse=True)[:limit]

    def _messages(self, query: Query, limit: int) -> list[Hit]:
        found = self._database.rows(
            "SELECT messages.id, chat_id"
            " FROM search_messages CROSS JOIN messages ON messages.id = search_messages.rowid"
            " CROSS JOIN chats ON chats.id = chat_id"
            " WHERE search_messages MATCH ? AND chats.deleted IS NULL"
            " ORDER BY search_messages.rowid DESC LIMIT ?",
            (query.match, 10 * limit),
        )
        numbers = [*self._streaming(query), *_some_of_each(found)][:limit]
        hits = (self._message_hit(number, query) for number in numbers)
        return [hit for hit in hits if hit is not None]

    def _streaming(self, query: Query) -> list[int]:
        rows = self._database.rows(
            "SELECT messages.id, text FROM messages JOIN chats ON chats.id = chat_id"
            " WHERE state = 'streaming' AND deleted IS NULL ORDER BY messages.id DESC"
        )
        return [number for number, text in rows if query.fits(text)]

    def _message_hit(self, number: int, query: Query) -> Hit | None:
        row = self._database.row(
            "SELECT chat_id, title, messages.created, archived, text, messages.details,"
            f" {_folder('chats')} FROM messages JOIN chats ON chats.id = chat_id"
            " WHERE messages.id = ?",
            (number,),
        )
        if row is None:
            return None
        chat_id, title, created, archived, text, details, folder = row
        # Near the first match alone: what a long answer looks like is not worked out for a line.
        first = next(query.marks(text), (0, 0))[0]
        near = text[max(first - 400, 0) : first + 800]
        shown = (
            snippet(shown_text(near), query)
            or snippet(near, query)
            or snippet(attached_text(details), query)
        )
        return Hit(
            HitKind.MESSAGE,
            chat_id,
            Snippet(title),
            shown or Snippet(" ".join(text[:160].split())),
            from_stored(created),
            message_id=number,
            is_archived=archived is not None,
            folder=folder,
        )

    def _summaries(self, query: Query, limit: int) -> list[Hit]:
        rows = self._database.rows(
            f"SELECT summaries.id, summaries.title, summaries.changed, archived,"
            f" {_folder('summaries')},"
            " ifnull((SELECT items FROM versions WHERE versions.id = version_id), '[]') FROM ("
            " SELECT rowid AS number, NULL AS version_id FROM search_summaries"
            " WHERE search_summaries MATCH ?1 UNION ALL"
            " SELECT summary_id, max(versions.id) FROM search_versions"
            " JOIN versions ON versions.id = search_versions.rowid"
            " WHERE search_versions MATCH ?1 GROUP BY summary_id)"
            " JOIN summaries ON summaries.id = number WHERE deleted IS NULL"
            " ORDER BY summaries.changed DESC, version_id IS NULL LIMIT ?2",
            (query.match, 2 * limit),
        )
        hits: dict[int, Hit] = {}
        for number, title, changed, archived, folder, items in rows:
            shown = snippet(item_text(items), query) or Snippet("")
            hits.setdefault(
                number,
                Hit(
                    HitKind.SUMMARY,
                    number,
                    _marked(title, query),
                    shown,
                    from_stored(changed),
                    is_archived=archived is not None,
                    folder=folder,
                ),
            )
        return list(hits.values())[:limit]

    def _documents(self, query: Query, limit: int) -> list[Hit]:
        named = self._database.rows(
            "SELECT rowid FROM search_documents WHERE search_documents MATCH ?"
            " ORDER BY rowid DESC LIMIT ?",
            (query.match, limit),
        )
        paged = self._database.rows(
            f"SELECT rowid % {MOST_PAGES}, rowid / {MOST_PAGES} FROM search_contents"
            " WHERE search_contents MATCH ? ORDER BY rowid DESC LIMIT ?",
            (query.match, 10 * limit),
        )
        hits = [hit for (number,) in named for hit in self._named_hit(number, query)]
        counts: Counter[int] = Counter()
        for place, content_id in paged:
            if len(hits) >= limit:
                break
            counts[content_id] += 1
            if counts[content_id] <= _MOST_OF_ONE:
                hits += self._page_hit(content_id, place, query)
        return hits[:limit]

    def _named_hit(self, document_id: int, query: Query) -> list[Hit]:
        return [
            _document_hit(row, Snippet(""), query)
            for row in self._opened_by("documents.id", document_id)
        ]

    def _page_hit(self, content_id: int, place: int, query: Query) -> list[Hit]:
        rows = self._opened_by("content_id", content_id)
        body = self._database.row("SELECT body FROM contents WHERE id = ?", (content_id,))
        if not rows or body is None:
            return []
        page = element(body[0], "pages", place)
        shown = snippet(page_text(page), query)
        if shown is None:
            return []
        return [_document_hit(rows[0], shown, query, page=page[0])]

    def _opened_by(self, column: str, number: int) -> Sequence[tuple[Any, ...]]:
        """Returns the newest summary through which a document can be looked at, if there is one."""
        return self._database.rows(
            "SELECT summaries.id, name, summaries.changed, archived,"
            f" {_folder('summaries')}, position FROM documents"
            " JOIN summary_documents ON document_id = documents.id"
            " JOIN summaries ON summaries.id = summary_id"
            f" WHERE {column} = ? AND deleted IS NULL ORDER BY summaries.id DESC LIMIT 1",
            (number,),
        )


def _folder(table: str) -> str:
    return f"ifnull((SELECT folders.name FROM folders WHERE folders.id = {table}.folder_id), '')"


def _marked(title: str, query: Query) -> Snippet:
    return Snippet(title, tuple(query.marks(title)))


def _document_hit(row: Sequence[Any], shown: Snippet, query: Query, page: int | None = None) -> Hit:
    summary_id, name, changed, archived, folder, position = row
    return Hit(
        HitKind.DOCUMENT,
        summary_id,
        _marked(name, query),
        shown,
        from_stored(changed),
        page=page,
        is_archived=archived is not None,
        folder=folder,
        document=position,
    )


def _some_of_each(rows: Iterable[Sequence[Any]]) -> list[int]:
    """Returns the first few of each owner, so that one long chat does not hide the others."""
    counts: Counter[int] = Counter()
    kept = []
    for number, owner in rows:
        counts[owner] += 1
        if counts[owner] <= _MOST_OF_ONE:
            kept.append(number)
    return kept
