"""The menu of a message: copying in two forms, and what the footer offers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.message_body import MessageBody

Extra = tuple[str, str, Callable[[], object]]  # words, icon, what it does


def add_copying(menu: Menu, body: MessageBody, extras: tuple[Extra, ...] = ()) -> None:
    """Adds copying the whole message as text and as Markdown, and whatever else it offers."""
    tr = QCoreApplication.translate
    menu.addSeparator()
    menu.add(tr("MessageMenu", "Copy message as text"), lambda: copy(body.as_text()), icon="copy")
    menu.add(tr("MessageMenu", "Copy message as Markdown"), lambda: copy(body.source()))
    if extras:
        menu.addSeparator()
    for words, icon, act in extras:
        menu.add(words, act, icon=icon)


def copy(text: str) -> None:
    """Puts text on the clipboard, and nothing but text."""
    QGuiApplication.clipboard().setText(text)
