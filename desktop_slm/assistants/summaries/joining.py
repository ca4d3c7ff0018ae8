"""Joins notes in a tree, level by level, until one is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from desktop_slm.assistants.summaries.notes import Note, NoteTask, NoteWriter
from desktop_slm.assistants.summaries.sizes import Size, Sizes
from desktop_slm.assistants.summaries.summary import Joining
from desktop_slm.assistants.summaries.tree import GrowingTree, Node, StepKind
from desktop_slm.documents.passages import CountTokens

_GAP = "\n\n"
_T = TypeVar("_T")


class JoinPlan(Protocol):
    """What of a plan decides how notes are joined."""

    @property
    def sizes(self) -> Sizes:
        """How much is written at each step."""

    @property
    def join_tokens(self) -> int:
        """How many tokens of notes go into one request."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A note with its step, and what it was made of: the text that the model was given."""

    text: str
    node: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """The notes that are left: one, but where it was stopped or a request failed."""

    notes: tuple[Leaf, ...]
    is_cancelled: bool = False


@dataclass
class Joiner:
    """Joins the notes of one summary; `task_of` says what is asked at a size."""

    plan: JoinPlan
    task_of: Callable[[Size], NoteTask]
    writer: NoteWriter
    tree: GrowingTree
    count_tokens: CountTokens
    emit: Callable[[Joining], None] = field(default=lambda event: None)

    def join(self, notes: Sequence[Leaf]) -> Joined:
        """Returns what is left of the notes; where it was stopped, those of the level before."""
        left = list(notes)
        while len(left) > 1:
            counts = self.count_tokens([note.text for note in left])
            groups = grouped(left, counts, self.plan.join_tokens)
            sizes = self.plan.sizes
            size = sizes.final if len(groups) == 1 else sizes.join
            joined = self._level(groups, self.task_of(size))
            if joined is None:
                return Joined(tuple(left), is_cancelled=True)
            if len(joined) >= len(left):
                break  # every request failed: the notes stand as they are
            left = joined
        return Joined(tuple(left))

    def _level(self, groups: Sequence[Sequence[Leaf]], task: NoteTask) -> list[Leaf] | None:
        """Returns a note for each group, the group itself where that failed; None if stopped."""
        joined: dict[int, list[Leaf]] = {}
        texts = [_GAP.join(note.text for note in group) for group in groups]
        self.emit(Joining(0, len(groups)))

        def on_note(index: int, note: Note) -> None:
            inputs = tuple(leaf.node for leaf in groups[index])
            node = self.tree.add(Node(StepKind.JOIN, note.key, inputs=inputs))
            joined[index] = [Leaf(note.text, node, texts[index])]
            self.emit(Joining(len(joined), len(groups)))

        def on_failed(index: int, why: str) -> None:
            joined[index] = list(groups[index])
            self.emit(Joining(len(joined), len(groups)))

        self.writer.write_all(task, texts, on_note, on_failed)
        if len(joined) < len(groups):
            return None
        return [leaf for index in sorted(joined) for leaf in joined[index]]


def grouped(notes: Iterable[_T], counts: Sequence[int], budget: int) -> list[list[_T]]:
    """Puts neighbouring notes together, as many as fit, and never a group of one among several."""
    groups: list[list[_T]] = [[]]
    size = 0
    for note, count in zip(notes, counts, strict=True):
        if len(groups[-1]) >= 2 and size + count > budget:
            groups.append([])
            size = 0
        groups[-1].append(note)
        size += count
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2].extend(groups.pop())
    return groups
