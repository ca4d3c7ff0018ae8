"""Questions over documents, with their answers; the steps of a run are kept by `steps`.

Answers and options are plain JSON values that belong to `assistants`; nothing here looks into
them. A question goes with the last summary of any of its documents.
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
from desktop_slm.storage.runs import RunState, mark_interrupted
from desktop_slm.storage.steps import erase_unused_steps
from desktop_slm.storage.times import Clock, from_stored, to_stored


@dataclass(frozen=True, slots=True)
class StoredQuestion:
    """A question with what has come of it; `answer` is {} where nothing has."""

    id: int
    state: RunState
    model: str
    question: str
    options: Details
    answer: Details
    created: datetime


_COLUMNS = "id, state, model, question, options, answer, created"


class Questions:
    """All questions of one database. May be used from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def begin(
        self, question: str, model: str, options: Details, documents: Sequence[int]
    ) -> StoredQuestion:
        """Keeps a question that this process is answering now, over documents by their ids."""
        now = to_stored(self._clock())
        with self._database.transaction():
            number = self._database.insert(
                "INSERT INTO questions (state, writer, model, question, options, created, changed)"
                " VALUES ('running', ?, ?, ?, ?, ?, ?)",
                (
                    self._database.session,
                    model,
                    storable(question),
                    json.dumps(dict(options)),
                    now,
                    now,
                ),
            )
            for position, document_id in enumerate(documents):
                self._database.execute(
                    "INSERT INTO question_documents (question_id, position, document_id)"
                    " VALUES (?, ?, ?)",
                    (number, position, document_id),
                )
        return self.question(number)

    def resume(self, question_id: int) -> None:
        """Says that this process goes on with a question; its steps are still there."""
        self._set_state(question_id, RunState.RUNNING)

    def finish(self, question_id: int, state: RunState, answer: Details) -> None:
        """Keeps the answer together with how the run ended."""
        with self._database.transaction():
            self._database.execute(
                "UPDATE questions SET answer = ? WHERE id = ?",
                (json.dumps(dict(answer)), question_id),
            )
            self._set_state(question_id, state)

    def question(self, question_id: int) -> StoredQuestion:
        """Returns one question; raises Invariant where there is none."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM questions WHERE id = ?", (question_id,))
        if row is None:
            raise Invariant(details="no such question")
        return _question_from(row)

    def of_documents(self, documents: Sequence[int]) -> tuple[StoredQuestion, ...]:
        """Returns the questions over just these documents, in this order, the newest last."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM questions"
            " WHERE (SELECT json_group_array(document_id) FROM (SELECT document_id"
            " FROM question_documents WHERE question_id = questions.id ORDER BY position)) = ?"
            " ORDER BY id",
            (json.dumps(list(documents), separators=(",", ":")),),
        )
        return tuple(map(_question_from, rows))

    def delete(self, question_id: int) -> None:
        """Erases a question with its answer for good."""
        with self._database.transaction():
            self._database.execute("DELETE FROM questions WHERE id = ?", (question_id,))
            erase_unused_steps(self._database)
        self._database.settle_erasure()

    def erase_nameless(self, until: datetime) -> int:
        """Erases the questions over files that no summary is of, last changed until that moment;
        returns how many."""
        with self._database.transaction():
            count = self._database.execute(
                "DELETE FROM questions WHERE changed <= ? AND writer IS NULL"
                " AND id NOT IN (SELECT question_id FROM question_documents)",
                (to_stored(until),),
            )
            if count:
                erase_unused_steps(self._database)
        if count:
            self._database.settle_erasure()
        return count

    def mark_interrupted(self) -> int:
        """Marks the runs whose process is gone as cut off; returns how many."""
        return mark_interrupted(
            self._database,
            "questions",
            lambda number: self._set_state(number, RunState.INTERRUPTED),
        )

    def _set_state(self, question_id: int, state: RunState) -> None:
        writer = self._database.session if state is RunState.RUNNING else None
        self._database.execute(
            "UPDATE questions SET state = ?, writer = ?, changed = ? WHERE id = ?",
            (state.value, writer, to_stored(self._clock()), question_id),
        )


def _question_from(row: tuple[Any, ...]) -> StoredQuestion:
    number, state, model, question, options, answer, created = row
    return StoredQuestion(
        number,
        RunState(state),
        model,
        question,
        json.loads(options),
        json.loads(answer),
        from_stored(created),
    )
