"""The tree of steps behind a summary: from each sentence down to the passages that were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

# The node of an item that a person wrote: no step made it.
NO_NODE = -1


class StepKind(StrEnum):
    """What was done at a step."""

    READ = "read"  # passages
    JOIN = "join"  # notes
    REPAIR = "repair"  # of length or language
    MERGE = "merge"  # of entries, without a model


@dataclass(frozen=True, slots=True)
class Node:
    """A step: the key under which its text is kept, its passages, the nodes that it was made of."""

    kind: StepKind
    key: str = ""
    passages: tuple[int, ...] = ()
    inputs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """All steps of a summary, inputs before what is made of them, and the node of each item."""

    nodes: tuple[Node, ...] = ()
    items: tuple[int, ...] = ()

    def passages(self, item: int) -> tuple[int, ...]:
        """Returns the passages on which an item of the summary can rest, in order."""
        return tuple(sorted({p for node in self.below(item) for p in self.nodes[node].passages}))

    def below(self, item: int) -> tuple[int, ...]:
        """Returns the nodes from an item down, the item's own first."""
        found: dict[int, None] = {}
        waiting = [self.items[item]] if self.items[item] != NO_NODE else []
        while waiting:
            node = waiting.pop()
            if node not in found:
                found[node] = None
                waiting.extend(reversed(self.nodes[node].inputs))
        return tuple(found)

    def to_plain(self) -> dict[str, Any]:
        """Returns the form that JSON carries."""
        return {
            "nodes": [
                [node.kind.value, node.key, list(node.passages), list(node.inputs)]
                for node in self.nodes
            ],
            "items": list(self.items),
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Tree:
        """Returns the tree that `to_plain` wrote."""
        return cls(
            tuple(
                Node(StepKind(kind), str(key), tuple(passages), tuple(inputs))
                for kind, key, passages, inputs in plain["nodes"]
            ),
            tuple(plain["items"]),
        )


NO_TREE = Tree()


@dataclass
class GrowingTree:
    """A tree while its steps are made."""

    nodes: list[Node] = field(default_factory=list)

    def add(self, node: Node) -> int:
        """Adds a step whose inputs are there; returns its number."""
        self.nodes.append(node)
        return len(self.nodes) - 1

    def grown(self, items: Sequence[int]) -> Tree:
        """Returns the tree with the node of each item."""
        return Tree(tuple(self.nodes), tuple(items))
