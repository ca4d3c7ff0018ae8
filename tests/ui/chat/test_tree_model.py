"""The tree of a chat against a model of it: random edits, answers, deletions, undos, forks,
restarts, and messages that wait while an answer is written.

After every step the window shows the model's branch with its arrows and what waits, and the
database holds the model's tree and queue, no more and no less.
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

_STEPS = 120
_SEEDS = range(1, 5)
_SIZE = 800, 400  # the fewer messages are built, the more steps a second can take


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
    waiting: list[str] = field(default_factory=list)

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
        window.page.resize(*_SIZE)
        window.scripted.script = lambda request: f"A{len(window.scripted.requests)}"
        self._begin()

    @property
    def tree(self) -> Tree:
        return self.trees[self.chat_id]

    def step(self) -> str:
        acts: list[Callable[[], None]] = [self.ask, self.ask, self.switch, self.switch]
        acts += [self.edit, self.again, self.reword, self.delete, self.fork, self.restart]
        acts += [self.undo] * 8 if self.deleted else []
        acts += [self.queue, self.queue_and_stop] if not self.tree.waiting else []
        acts += [self.send_waiting, self.remove_waiting] if self.tree.waiting else []
        act = self.random.choice(acts)
        act()
        self.compare()
        return act.__name__

    # What a person does

    def ask(self) -> None:
        self.deleted = None
        self._wished(lambda: self.window.send(self._words("Q")))
        self._take_turn(self.tree.leaf)

    def queue(self) -> None:
        """Writes on while an answer is written; all of it goes, one after the other."""
        first = self._queue()
        if len(self.tree.waiting) > 1 and self.random.random() < 0.5:
            self._click("Remove the message that waits", self.random.choice(self.tree.waiting))
        self._open_gate()
        self._take_all([first, *self.tree.waiting])

    def queue_and_stop(self) -> None:
        """The same, but the answer is stopped: what waits stays where it is."""
        first = self._queue()
        self.window.page.stop()
        self._open_gate()
        self.window.wait(lambda: self.window.page._chat.live is None)
        self._take_turns([first])

    def send_waiting(self) -> None:
        """Sends one of those that wait; the others follow it."""
        chosen = self.random.choice(self.tree.waiting)
        self.tree.waiting.remove(chosen)
        self.tree.waiting.insert(0, chosen)
        self._press("Send now", chosen)
        self._take_all(self.tree.waiting)

    def remove_waiting(self) -> None:
        self._click("Remove the message that waits", self.random.choice(self.tree.waiting))

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
        page.resize(*_SIZE)
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
        self.window.wait(lambda: self._waits_in_window() == self.tree.waiting)
        for chat_id, tree in self.trees.items():
            # It is stored behind the window's back.
            self.window.wait(lambda at=chat_id, tree=tree: self._kept(at) == tree.waiting)  # type: ignore[misc]
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

    def _queue(self) -> str:
        """Begins an answer and lets some messages wait for it; returns what is answered."""
        self.deleted = None
        self.window.hold_answers()
        first = self._words("Q")
        self.window.send(first)
        self.window.wait(lambda: self.window.page._chat.live is not None)
        for _ in range(self.random.randint(1, 3)):
            words = self._words("N")
            self.window.send(words)
            self.tree.waiting.append(words)
        self.window.wait(lambda: self._waits_in_window() == self.tree.waiting)
        return first

    def _open_gate(self) -> None:
        gate, self.window.scripted.gate = self.window.scripted.gate, None
        assert gate is not None
        gate.set()

    def _take_all(self, questions: list[str]) -> None:
        """Waits until these were asked and answered, and nothing waits any more."""
        questions = list(questions)
        self.tree.waiting.clear()
        self.window.wait(lambda: not self._waits_in_window(), 20_000)
        self.window.wait(lambda: self._stored()[-2][2] == questions[-1], 20_000)
        self.window.wait(lambda: self.window.page._chat.live is None, 20_000)
        self._take_turns(questions)

    def _take_turns(self, questions: list[str]) -> None:
        stored, parent = self._stored()[-2 * len(questions) :], self.tree.leaf
        for number, question in enumerate(questions):
            asked, answered = stored[2 * number : 2 * number + 2]
            assert (asked[2], asked[1], answered[1]) == (question, parent, asked[0])
            self.tree.add(asked[0], parent, question, is_answer=False)
            self.tree.add(answered[0], asked[0], answered[2], is_answer=True)
            parent = answered[0]

    def _press(self, name: str, words: str) -> None:
        count = len(self._waits_in_window())
        self.window.wait(lambda: len(self.window.buttons(name)) == count)
        self.window.buttons(name)[self._waits_in_window().index(words)].click()

    def _click(self, name: str, words: str) -> None:
        """Takes a message that waits out of the queue."""
        self._press(name, words)
        self.tree.waiting.remove(words)

    def _kept(self, chat_id: int) -> list[str]:
        return [each.text for each in self.window.chats.waiting(chat_id)]

    def _waits_in_window(self) -> list[str]:
        page = self.window.page
        return [each.text for each in page._sending.pending.of(page._chat.id)]

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


@pytest.mark.parametrize("seed", _SEEDS)
def test_the_tree_in_the_window_is_the_tree_in_the_database(window: ChatWindow, seed: int) -> None:
    walk = Walk(window, seed)
    done = [walk.step() for _ in range(_STEPS)]
    for page in walk.pages:
        page.close()
        page.deleteLater()
    assert {"ask", "edit", "again", "delete", "undo", "switch", "restart", "queue"} <= set(done)
