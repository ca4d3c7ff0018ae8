"""Questions as they are kept: with the documents they are over, their steps and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from desktop_slm.assistants.asking.answer import Answer
from desktop_slm.assistants.asking.question import Approach, Question
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.storage.database import Database
from desktop_slm.storage.questions import Questions, StoredQuestion
from desktop_slm.storage.runs import RunState
from desktop_slm.storage.steps import Owner, Step, Steps
from desktop_slm.storage.summaries import Summaries
from desktop_slm.storage.times import Clock

_APPROACH, _MODEL_NAME, _PRACTICE = "approach", "model_name", "practice"
# A question over files that no summary is of is kept for so long, to go on where it was cut off.
_NAMELESS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """A question read from the database; `answer` is None where there is none yet."""

    id: int
    question: Question
    state: RunState
    answer: Answer | None
    model_id: str
    model_name: str
    is_practice: bool


class QuestionSteps:
    """The steps of one question, in the database."""

    def __init__(self, steps: Steps, question_id: int) -> None:
        self._steps = steps
        self._question_id = question_id

    def find(self, key: str) -> Step | None:
        """Returns the note with what it took, or None."""
        return self._steps.find(self._question_id, [key]).get(key)

    def keep(self, key: str, step: Step) -> None:
        """Keeps a note."""
        self._steps.keep(self._question_id, key, step)


class QuestionRecord:
    """A question under way; say once how it ended."""

    def __init__(self, questions: Questions, steps: Steps, question_id: int) -> None:
        self.id = question_id
        self.steps = QuestionSteps(steps, question_id)
        self._questions = questions

    def finish(self, answer: Answer) -> None:
        """Keeps the answer; one that was stopped counts so."""
        state = RunState.STOPPED if answer.is_stopped else RunState.COMPLETE
        self._questions.finish(self.id, state, answer.to_plain())

    def fail(self) -> None:
        """Says that the run ended in an error; what was read stays for the next attempt."""
        self._questions.finish(self.id, RunState.FAILED, {})

    def forget(self) -> None:
        """Erases the question with its answer and steps."""
        self._questions.delete(self.id)


class QuestionRecords:
    """Keeps and finds questions. May be used from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._questions = Questions(database, clock)
        self._steps = Steps(database, Owner.QUESTION)
        self._summaries = Summaries(database, clock)
        self._clock = clock

    def documents_of(self, summaries: Sequence[int]) -> tuple[int, ...]:
        """Returns the ids of the documents of some summaries, each once, in order."""
        found = (each.id for number in summaries for each in self._summaries.documents(number))
        return tuple(dict.fromkeys(found))

    def begin(
        self, question: Question, options: SummaryOptions, documents: Sequence[int] = ()
    ) -> QuestionRecord:
        """Keeps a question over documents; without any it is forgotten after some days."""
        stored = self._questions.begin(
            question.text,
            options.model.id,
            {
                _APPROACH: question.approach.value if question.approach else "",
                _MODEL_NAME: options.model.name,
                _PRACTICE: options.model.is_practice,
            },
            documents,
        )
        return QuestionRecord(self._questions, self._steps, stored.id)

    def resume(self, question_id: int) -> QuestionRecord:
        """Goes on with a question that was stopped, cut off or failed."""
        self._questions.resume(question_id)
        return QuestionRecord(self._questions, self._steps, question_id)

    def of(self, documents: Sequence[int]) -> tuple[KeptQuestion, ...]:
        """Returns the questions over just these documents, the newest last."""
        self._questions.mark_interrupted()
        return tuple(map(_kept, self._questions.of_documents(documents)))

    def delete(self, question_id: int) -> None:
        """Erases a question with its answer for good."""
        self._questions.delete(question_id)

    def erase_old(self) -> None:
        """Erases what was left of questions over files that nothing else is kept of."""
        self._questions.mark_interrupted()
        self._questions.erase_nameless(self._clock() - _NAMELESS)


def _kept(stored: StoredQuestion) -> KeptQuestion:
    approach = stored.options.get(_APPROACH)
    return KeptQuestion(
        id=stored.id,
        question=Question(stored.question, Approach(approach) if approach else None),
        state=stored.state,
        answer=Answer.from_plain(stored.answer) if stored.answer else None,
        model_id=stored.model,
        model_name=str(stored.options.get(_MODEL_NAME, stored.model)),
        is_practice=bool(stored.options.get(_PRACTICE)),
    )
