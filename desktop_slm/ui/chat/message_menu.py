"""The menu of a message: copying, quoting, and what can be done with it in its chat."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from desktop_slm.ui.chat.wish import Wish
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.message_body import MessageBody

Ask = Callable[[Wish], object]


def add_copying(menu: Menu, body: MessageBody, quote: Callable[[str], object], ask: Ask) -> None:
    """Adds copying the message and the whole chat, and quoting what is selected in it."""
    tr = QCoreApplication.translate
    selected = body.selected_text()
    menu.addSeparator()
    quoting = menu.add(
        tr("MessageMenu", "Quote the selection"), lambda: quote(selected), icon="quote"
    )
    quoting.setEnabled(bool(selected.strip()))
    menu.addSeparator()
    menu.add(tr("MessageMenu", "Copy message as text"), lambda: copy(body.as_text()), icon="copy")
    menu.add(tr("MessageMenu", "Copy message as Markdown"), lambda: copy(body.source()))
    menu.add(tr("MessageMenu", "Copy the whole chat"), lambda: ask(Wish.COPY_CHAT))


def add_answer_acts(menu: Menu, ask: Ask, ask_question: Ask, *, has_text: bool) -> None:
    """Adds what can be done with an answer; `ask_question` is about the message before it."""
    tr = QCoreApplication.translate
    menu.addSeparator()
    menu.add(tr("MessageMenu", "Answer again"), lambda: ask(Wish.ANSWER_AGAIN), icon="refresh-cw")
    menu.add(tr("MessageMenu", "Edit your message"), lambda: ask_question(Wish.EDIT), icon="pencil")
    if has_text:
        menu.add(tr("MessageMenu", "Edit this answer"), lambda: ask(Wish.EDIT), icon="pen-line")
    _add_ends(menu, ask, tr("MessageMenu", "Delete this answer"))
    menu.add(
        tr("MessageMenu", "Delete your message and all behind it"),
        lambda: ask_question(Wish.DELETE),
    )


def add_question_acts(menu: Menu, ask: Ask, *, is_answered: bool) -> None:
    """Adds what can be done with a person's message."""
    tr = QCoreApplication.translate
    menu.addSeparator()
    if not is_answered:
        words = tr("MessageMenu", "Answer this message")
        menu.add(words, lambda: ask(Wish.ANSWER), icon="refresh-cw")
    menu.add(tr("MessageMenu", "Edit your message"), lambda: ask(Wish.EDIT), icon="pencil")
    _add_ends(menu, ask, tr("MessageMenu", "Delete your message and all behind it"))


def _add_ends(menu: Menu, ask: Ask, delete_words: str) -> None:
    tr = QCoreApplication.translate
    menu.add(
        tr("MessageMenu", "Continue from here in a new chat"),
        lambda: ask(Wish.FORK),
        icon="message-square",
    )
    menu.addSeparator()
    menu.add(delete_words, lambda: ask(Wish.DELETE), icon="trash-2")


def quoted(text: str) -> str:
    """Returns a text as it is quoted in a message."""
    return "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines()) + "\n\n"


def copy(text: str) -> None:
    """Puts text on the clipboard, and nothing but text."""
    QGuiApplication.clipboard().setText(text)
