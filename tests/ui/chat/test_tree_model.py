"""The tree of a chat against a model of it: random edits, answers, deletions, undos, forks.

After every step the window shows the model's branch with its arrows, and the database holds the
model's tree, no more and no less.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_slm.storage.chats.messages import Role
from desktop_slm.ui.chat.page import ChatPage
from desktop_slm.ui.chat.question_view import QuestionView
from desktop_slm.ui.chat.wish import Wish
from tests.ui.chat_window import ChatWindow

_STEPS = 110


@dataclass
class Node:
    """A message of the model; `shown` counts up each time it becomes the end of what is seen."""

    number: int
    parent: int | None
    text: str
    is_answer: bool
    shown: int = 0


@dataclass
class Tree:
    """One chat as it should be."""

    nodes: dict[int, Node] = field(default_factory=dict)
    leaf: int | None = None
    count: int = 0

    def path(self) -> list[Node]:
        found, at = [], self.leaf
        while at is not None:
            found.append(self.nodes[at])
            at = self.nodes[at].parent
        return found[::-1]

    def siblings(self, node: Node) -> list[int]:
        return sorted(n for n, each in self.nodes.items() if each.parent == node.parent)

    def add(self, number: int, parent: int | None, text: str, *, is_answer: bool) -> None:
        self.nodes[number] = Node(number, parent, text, is_answer)
        self.see(number)

    def see(self, number: int | None) -> None:
        self.leaf = number
        if number is not None:
            self.count = max(node.shown for node in self.nodes.values()) + 1
            self.nodes[number].shown = self.count

    def under(self, number: int) -> list[int]:
        children = [n for n, each in self.nodes.items() if each.parent == number]
        return [number, *(n for child in children for n in self.under(child))]

    def end_under(self, number: int) -> int:
        parents = {each.parent for each in self.nodes.values()}
        ends = [n for n in self.under(number) if n not in parents]
        return max(ends, key=lambda n: self.nodes[n].shown)


class Walk:
    """A person who does one thing after the other, and knows what should come of it."""

    def __init__(self, window: ChatWindow, seed: int) -> None:
        self.window = window
        self.random = random.Random(seed)
        self.trees: dict[int, Tree] = {}
        self.chat_id = 0
        self.count = 0
        self.pages: list[ChatPage] = []  # that this walk has opened
        self.deleted: tuple[dict[int, Node], int | None] | None = None
        window.scripted.script = lambda request: f"A{len(window.scripted.requests)}"
        self._begin()

    @property
    def tree(self) -> Tree:
        return self.trees[self.chat_id]

    def step(self) -> str:
        acts: list[Callable[[], None]] = [self.ask, self.ask, self.switch, self.switch]
        acts += [self.edit, self.again, self.reword, self.delete, self.fork, self.restart]
        acts += [self.undo] * 8 if self.deleted else []
        act = self.random.choice(acts)
        act()
        self.compare()
        return act.__name__

    # What a person does

    def ask(self) -> None:
        self.deleted = None
        self._wished(lambda: self.window.send(self._words("Q")))
        self._take_turn(self.tree.leaf)

    def edit(self) -> None:
        node = self._any(is_answer=False)
        if node is not None:
            words = self._words("E")
            self._wished(lambda: self.window.page._on_edited(node.number, words))
            self._take_turn(node.parent)

    def again(self) -> None:
        node = self._any(is_answer=True)
        if node is not None:
            self._wished(lambda: self._wish(Wish.ANSWER_AGAIN, node))
            made = self._stored()[-1]
            self.tree.add(made[0], node.parent, made[2], is_answer=True)

    def reword(self) -> None:
        node = self._any(is_answer=True)
        if node is not None:
            words = self._words("W")
            self.window.page._on_edited(node.number, words)
            self.window.wait(lambda: words in self.window.shown())
            self.tree.add(self._stored()[-1][0], node.parent, words, is_answer=True)

    def switch(self) -> None:
        choices = [n for node in self.tree.path() for n in self.tree.siblings(node)]
        others = [n for n in choices if n not in {node.number for node in self.tree.path()}]
        if others:
            wanted = self.random.choice(others)
            end = self.tree.end_under(wanted)
            self.window.page._on_wished(Wish.SHOW, wanted)
            self.window.wait(lambda: self._leaf() == end)
            self.tree.see(end)

    def delete(self) -> None:
        path = self.tree.path()
        if len(path) < 3:
            return
        tree = self.tree
        among = [node for node in path if len(tree.siblings(node)) > 2] or path
        node = self.random.choice(among)
        gone = tree.under(node.number)
        self.deleted = ({n: tree.nodes[n] for n in gone}, tree.leaf)
        beside = sorted((abs(n - node.number), n) for n in tree.siblings(node))[1:]
        for number in gone:
            del tree.nodes[number]
        self._wish(Wish.DELETE, node)
        self.window.wait(lambda: len(self._stored()) == len(tree.nodes))
        tree.see(tree.end_under(beside[0][1]) if beside else node.parent)

    def undo(self) -> None:
        assert self.deleted is not None
        nodes, leaf = self.deleted
        self.deleted = None
        self.window.wait(lambda: bool(self._undo_buttons()))
        self._undo_buttons()[0].click()
        self.tree.nodes.update(nodes)
        self.tree.see(leaf)

    def fork(self) -> None:
        path = self.tree.path()
        if not path or len(self.trees) > 4:
            return
        end = self.random.randrange(len(path))
        before = self.chat_id
        self._wish(Wish.FORK, path[end])
        self.window.wait(lambda: self.window.page._chat.id not in (None, before))
        self.window.wait(lambda: self.window.page._chat.chat is not None)
        self.chat_id = self.window.page._chat.id or 0
        self.trees[self.chat_id] = tree = Tree()
        parent = None
        for number, (stored, node) in enumerate(
            zip(self._stored(), path[: end + 1], strict=True), 1
        ):
            tree.nodes[stored[0]] = Node(stored[0], parent, node.text, node.is_answer, number)
            parent = stored[0]
        tree.leaf = parent
        self.deleted = None

    def restart(self) -> None:
        """Closes the window; another one opens any chat."""
        self.window.page.close()
        if self.pages:
            self.pages.pop().deleteLater()
        self.window.page = page = ChatPage(self.window.core)
        self.pages.append(page)
        page.resize(800, 600)
        page.show()
        self.chat_id = self.random.choice(list(self.trees))
        self.window.page.open_chat(self.chat_id)
        self.window.wait(lambda: self.window.page._chat.chat is not None)
        self.deleted = None

    # What should be there

    def compare(self) -> None:
        path = self.tree.path()
        wanted = [node.text for node in path]
        self.window.wait(
            lambda: [m.text for m in self.window.page._chat.state.path] == wanted, 10_000
        )
        self.window.wait(lambda: self._is_part_of(wanted))
        for view in self.window.answers() + self.window.questions():
            node = self.tree.nodes[view.message.id]
            siblings = self.tree.siblings(node)
            if len(siblings) > 1:
                place = f"{siblings.index(node.number) + 1} / {len(siblings)}"
                self.window.wait(lambda view=view, place=place: place in self.window.words(view))  # type: ignore[misc]
            elif isinstance(view, QuestionView):
                assert " / " not in self.window.words(view)
        for chat_id, tree in self.trees.items():
            stored = {(row[0], row[1], row[2], row[3]) for row in self._rows(chat_id)}
            assert stored == {
                (node.number, node.parent, node.text, node.is_answer)
                for node in tree.nodes.values()
            }
            assert self.window.chats.chat(chat_id).leaf_id == tree.leaf

    # Parts

    def _begin(self) -> None:
        self.window.ask("Q0")
        self.chat_id = self.window.chats.recent()[0].id
        self.trees[self.chat_id] = Tree()
        self._take_turn(None)

    def _take_turn(self, parent: int | None) -> None:
        asked, answered = self._stored()[-2:]
        self.tree.add(asked[0], parent, asked[2], is_answer=False)
        self.tree.add(answered[0], asked[0], answered[2], is_answer=True)

    def _wished(self, act: Callable[[], None]) -> None:
        """Does something that begins an answer, and waits for its end."""
        before = len(self.window.scripted.requests)
        act()
        self.window.wait(lambda: len(self.window.scripted.requests) > before)
        self.window.wait(lambda: self.window.page._chat.live is None)

    def _wish(self, wish: Wish, node: Node) -> None:
        self.window.page._on_wished(wish, node.number)

    def _words(self, letter: str) -> str:
        self.count += 1
        return f"{letter}{self.count}"

    def _any(self, *, is_answer: bool) -> Node | None:
        nodes = [node for node in self.tree.path() if node.is_answer is is_answer]
        return self.random.choice(nodes) if nodes else None

    def _undo_buttons(self) -> list[QPushButton]:
        found = self.window.page.findChildren(QPushButton)
        return [each for each in found if each.accessibleName() == "Undo" and each.isVisible()]

    def _is_part_of(self, wanted: list[str]) -> bool:
        """Whether the messages that are built just now stand in the branch as they should."""
        seen = self.window.shown()
        begins = range(len(wanted) - len(seen) + 1)
        return bool(seen) == bool(wanted) and any(
            wanted[at : at + len(seen)] == seen for at in begins
        )

    def _leaf(self) -> int | None:
        path = self.window.page._chat.state.path
        return path[-1].id if path else None

    def _stored(self) -> list[tuple[int, int | None, str, bool]]:
        return self._rows(self.chat_id)

    def _rows(self, chat_id: int) -> list[tuple[int, int | None, str, bool]]:
        rows = self.window.database.rows(
            "SELECT id, parent_id, text, role FROM messages WHERE chat_id = ? ORDER BY id",
            (chat_id,),
        )
        return [(row[0], row[1], row[2], row[3] == Role.ASSISTANT.value) for row in rows]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_tree_in_the_window_is_the_tree_in_the_database(window: ChatWindow, seed: int) -> None:
    walk = Walk(window, seed)
    done = [walk.step() for _ in range(_STEPS)]
    for page in walk.pages:
        page.close()
        page.deleteLater()
    assert {"ask", "edit", "again", "delete", "undo", "switch", "fork", "restart"} <= set(done)
