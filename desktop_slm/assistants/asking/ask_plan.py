"""The plan of an answer: which passages of which documents are read, in how many requests."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_slm.assistants.asking.instructions import SIZES, AskInstructions
from desktop_slm.assistants.asking.need import need_of
from desktop_slm.assistants.asking.question import Approach, Decision, Question, Reason
from desktop_slm.assistants.document_sets.set_analysis import Ranked
from desktop_slm.assistants.summaries.pace import USUAL_FILL, Pace
from desktop_slm.assistants.summaries.readings import Part, Reading
from desktop_slm.assistants.summaries.sizes import Sizes
from desktop_slm.documents.passages import CountTokens, Passage

# So many passages are read where the best of them do; more where many documents have some.
BEST_PASSAGES = 8
_MOST_DOCUMENTS = 24
# Passages of this size leave a small model the thread; smaller ones cost a prompt each.
_PASSAGE_TOKENS, _LEAST_PASSAGE_TOKENS = 600, 64
_JOIN_TOKENS = 1200
# Of the notes on a passage most say that there is nothing.
_TELLING = 0.4
_TAIL_TOKENS = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """Which passages of a document are read, and of how many."""

    name: str
    chosen: tuple[int, ...]
    total: int

    @property
    def is_whole(self) -> bool:
        """Whether all of them are."""
        return len(self.chosen) == self.total


@dataclass(frozen=True, slots=True)
class AskPlan:
    """What will be read; `origins` says for each reading its document and the passage there.

    `requests` is the most that can come, `seconds` what is foreseen, None without a known pace.
    """

    question: Question
    decision: Decision
    choices: tuple[Choice, ...]
    readings: tuple[Reading, ...]
    origins: tuple[tuple[int, int], ...]
    join_tokens: int
    requests: int
    seconds: float | None

    @property
    def sizes(self) -> Sizes:
        """How much is written at each step."""
        return SIZES


@dataclass(frozen=True, slots=True)
class PassageRoom:
    """How large passages may be for a question in a model's context."""

    passage_tokens: int
    join_tokens: int

    @classmethod
    def of(cls, question_tokens: int, context_tokens: int) -> PassageRoom:
        """Returns the room; of a small context a quarter is left for the instruction."""
        room = context_tokens * 3 // 4 - question_tokens
        note = min(SIZES.note.tokens, context_tokens // 4)
        join = min(SIZES.join.tokens, context_tokens // 4)
        return cls(
            max(_LEAST_PASSAGE_TOKENS, min(_PASSAGE_TOKENS, room - note)),
            max(_LEAST_PASSAGE_TOKENS, min(_JOIN_TOKENS, room - join)),
        )


def decide(question: Question, passages: int, ranked: Sequence[Ranked]) -> Decision:
    """Returns how so many passages are read; `ranked` are those that the search found."""
    need = need_of(question.text)
    if question.approach is not None:
        return Decision(need, question.approach, Reason.ASKED)
    if need.is_of_all:
        return Decision(need, Approach.WHOLE, Reason.NEED)
    if passages <= BEST_PASSAGES:
        return Decision(need, Approach.WHOLE, Reason.SHORT)
    if not ranked:
        return Decision(need, Approach.WHOLE, Reason.NO_WORDS)
    return Decision(need, Approach.PASSAGES, Reason.FOUND)


def make(
    question: Question,
    passages: Sequence[Sequence[Passage]],
    names: Sequence[str],
    ranked: Sequence[Ranked],
    room: PassageRoom,
    count_tokens: CountTokens,
    pace: Pace | None = None,
) -> AskPlan:
    """Returns the plan for the passages of each document."""
    decision = decide(question, sum(map(len, passages)), ranked)
    if decision.approach is Approach.WHOLE:
        chosen = [tuple(range(len(each))) for each in passages]
    else:
        chosen = _best(ranked, len(passages))
    origins = [(document, index) for document, each in enumerate(chosen) for index in each]
    readings = tuple(
        _reading(number, passages[document][index])
        for number, (document, index) in enumerate(origins)
    )
    instructions = AskInstructions(question.text)
    asked = count_tokens([instructions.read().instruction])[0]
    joins = 0 if decision.need.is_listed else _joins(len(readings), room.join_tokens)
    requests = len(readings) + joins
    read = sum(each.tokens + _TAIL_TOKENS for each in readings) + asked
    read += joins * (room.join_tokens // 2)
    fill = pace.fill if pace else USUAL_FILL
    new = int((len(readings) * SIZES.note.tokens * _TELLING + joins * SIZES.final.tokens) * fill)
    return AskPlan(
        question=question,
        decision=decision,
        choices=tuple(
            Choice(name, some, len(every))
            for name, some, every in zip(names, chosen, passages, strict=True)
        ),
        readings=readings,
        origins=tuple(origins),
        join_tokens=room.join_tokens,
        requests=requests,
        seconds=pace.seconds(read, new) if pace else None,
    )


def _best(ranked: Sequence[Ranked], documents: int) -> list[tuple[int, ...]]:
    """Returns the best passages, at least one of each document that the search found.

    So a document that answers in other words than the best one is not crowded out by it.
    """
    first: dict[int, Ranked] = {}
    for each in ranked:
        first.setdefault(each.document, each)
    chosen = list(first.values())[:_MOST_DOCUMENTS]
    rest = (each for each in ranked if each not in chosen)
    chosen += list(rest)[: max(BEST_PASSAGES - len(chosen), 0)]
    by_document: list[list[int]] = [[] for _ in range(documents)]
    for each in chosen:
        by_document[each.document].append(each.passage)
    return [tuple(sorted(each)) for each in by_document]


def _joins(readings: int, join_tokens: int) -> int:
    """Returns how many requests join the findings of so many passages at most."""
    joins, notes, size = 0, readings, SIZES.note.tokens
    while notes > 1:
        fan = max(2, join_tokens // max(int(size * _TELLING), 1))
        notes = math.ceil(notes / fan)
        joins, size = joins + notes, SIZES.join.tokens
    return joins


def _reading(number: int, passage: Passage) -> Reading:
    parts = tuple(
        Part(at, at + span.end - span.start, number, span.page)
        for at, span in zip(passage.starts, passage.spans, strict=True)
    )
    return Reading(number, passage.text, passage.tokens, parts)
