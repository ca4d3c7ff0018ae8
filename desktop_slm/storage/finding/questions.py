"""Finds words in the questions that documents were asked, and in the answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_slm.storage.database import Database
from desktop_slm.storage.finding.hits import Hit, HitKind
from desktop_slm.storage.finding.search_schema import answer_text
from desktop_slm.storage.finding.search_text import Query, Snippet, snippet
from desktop_slm.storage.times import from_stored


def find(database: Database, query: Query, limit: int) -> list[Hit]:
    """Returns questions that can be opened, the newest first.

    One over files that no summary is of can be opened nowhere, nor can one over a document of which
    every summary was deleted.
    """
    rows = database.rows(
        "SELECT questions.id, questions.question, questions.answer, changed FROM search_questions"
        " CROSS JOIN questions ON questions.id = search_questions.rowid"
        " WHERE search_questions MATCH ? ORDER BY search_questions.rowid DESC LIMIT ?",
        (query.match, 10 * limit),
    )
    hits: list[Hit] = []
    for number, question, answer, changed in rows:
        place = _place(database, number)
        if place is None:
            continue
        hits.append(
            Hit(
                HitKind.QUESTION,
                place.summaries[0],
                Snippet(question, tuple(query.marks(question))),
                snippet(answer_text(answer), query) or Snippet(""),
                from_stored(changed),
                is_archived=place.is_archived,
                folder=place.folder,
                question_id=number,
                summaries=place.summaries,
            )
        )
        if len(hits) == limit:
            break
    return hits


@dataclass(frozen=True, slots=True)
class _Place:
    """The summaries through which a question's documents are asked, in the documents' order."""

    summaries: tuple[int, ...]
    is_archived: bool
    folder: str


def _place(database: Database, question_id: int) -> _Place | None:
    rows = database.rows(
        "SELECT document_id FROM question_documents WHERE question_id = ? ORDER BY position",
        (question_id,),
    )
    left = [document_id for (document_id,) in rows]
    found: list[tuple[int, bool, str]] = []
    while left:
        summary = _summary_of_first(database, left)
        if summary is None:
            return None
        number, documents, archived, folder = summary
        found.append((number, archived, folder))
        left = left[len(documents) :]
    if not found:
        return None
    return _Place(tuple(number for number, _, _ in found), found[0][1], found[0][2])


def _summary_of_first(
    database: Database, documents: Sequence[int]
) -> tuple[int, list[int], bool, str] | None:
    """Returns the newest summary over the first of these documents, or over the first few."""
    rows = database.rows(
        "SELECT summaries.id, archived,"
        " ifnull((SELECT name FROM folders WHERE folders.id = summaries.folder_id), ''),"
        " (SELECT json_group_array(document_id) FROM (SELECT document_id FROM summary_documents"
        " WHERE summary_id = summaries.id ORDER BY position)) AS of_it"
        " FROM summary_documents JOIN summaries ON summaries.id = summary_id"
        " WHERE document_id = ? AND position = 0 AND deleted IS NULL"
        " ORDER BY json_array_length(of_it), summaries.id DESC",
        (documents[0],),
    )
    for number, archived, folder, of_it in rows:
        its = json.loads(of_it)
        if list(documents[: len(its)]) == its:
            return number, its, archived is not None, folder
    return None
