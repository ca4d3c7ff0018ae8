"""All that the app can do by key or by name: one list for the window, Ctrl+K and F1.

An action with a name can be run by the window (see `MainWindow`) and is found with Ctrl+K; those
without one belong to the place that they are done in, and stand in F1's list alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication


class Group(Enum):
    """Where an action can be done."""

    EVERYWHERE = "everywhere"
    CHAT = "chat"
    SUMMARY = "summary"
    DOCUMENT = "document"
    LIST = "list"


class Act(Enum):
    """What the window itself can do."""

    NEW_CHAT = "new chat"
    TEMPORARY = "new temporary chat"
    NEW_FOLDER = "new folder"
    SUMMARIZE = "summarize a file"
    FIND = "find"
    FIND_IN_CHAT = "find in this chat"
    SEARCH = "search in everything"
    MODELS = "models"
    ASSISTANTS = "assistants"
    SETTINGS = "settings"
    STOP = "stop"
    CHANGE_PANE = "from the list to the page"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual size"
    KEYS = "this list"
    LOCK = "lock the app"
    CLOSE = "close the window"


@dataclass(frozen=True, slots=True)
class Action:
    """What is done, with which keys; the first of them is shown, each is understood."""

    words: str
    keys: tuple[str, ...] = ()
    act: Act | None = None
    is_shortcut: bool = True  # of the window; else a focused widget is asked first
    icon: str = ""


def groups(send_key: str) -> tuple[tuple[Group, tuple[Action, ...]], ...]:
    """Returns every action, in the words of the language in force."""
    return (
        (Group.EVERYWHERE, _everywhere()),
        (Group.CHAT, _in_chat(send_key)),
        (Group.SUMMARY, _in_summary()),
        (Group.DOCUMENT, _in_document()),
        (Group.LIST, _in_list()),
    )


def of_window() -> tuple[Action, ...]:
    """Returns the actions that the window can run."""
    found = (action for _, actions in groups("enter") for action in actions)
    return tuple(action for action in found if action.act is not None)


def title(group: Group) -> str:
    """Returns the heading of a group."""
    tr = QCoreApplication.translate
    return {
        Group.EVERYWHERE: tr("Actions", "Everywhere"),
        Group.CHAT: tr("Actions", "In a chat"),
        Group.SUMMARY: tr("Actions", "In a summary"),
        Group.DOCUMENT: tr("Actions", "In a document"),
        Group.LIST: tr("Actions", "In the list at the side"),
    }[group]


def _everywhere() -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    return (
        Action(tr("Actions", "New chat"), ("Ctrl+N",), Act.NEW_CHAT, icon="message-square"),
        Action(tr("Actions", "New temporary chat"), ("Ctrl+Shift+N",), Act.TEMPORARY, icon="clock"),
        Action(tr("Actions", "New folder"), (), Act.NEW_FOLDER, icon="folder"),
        Action(tr("Actions", "Summarize a file"), ("Ctrl+O",), Act.SUMMARIZE, icon="file-text"),
        Action(tr("Actions", "Find a chat or an action"), ("Ctrl+K",), Act.FIND, icon="search"),
        Action(tr("Actions", "Search in everything"), ("Ctrl+Shift+F",), Act.SEARCH, icon="search"),
        Action(tr("Actions", "Models"), (), Act.MODELS, icon="box"),
        Action(tr("Actions", "Assistants and prompts"), (), Act.ASSISTANTS, icon="sparkles"),
        Action(tr("Actions", "Settings"), ("Ctrl+,",), Act.SETTINGS, icon="settings"),
        Action(
            tr("Actions", "Stop the answer or the summary"),
            ("Esc",),
            Act.STOP,
            is_shortcut=False,
            icon="stop",
        ),
        Action(
            tr("Actions", "From the list to the page and back"),
            ("F6",),
            Act.CHANGE_PANE,
            is_shortcut=False,
            icon="columns-2",
        ),
        Action(tr("Actions", "Larger"), ("Ctrl++", "Ctrl+="), Act.LARGER, icon="plus"),
        Action(tr("Actions", "Smaller"), ("Ctrl+-",), Act.SMALLER, icon="minus"),
        Action(tr("Actions", "Usual size"), ("Ctrl+0",), Act.USUAL_SIZE, icon="type"),
        Action(tr("Actions", "The list of keys"), ("F1",), Act.KEYS, icon="circle-help"),
        Action(tr("Actions", "Lock the app"), ("Ctrl+L",), Act.LOCK, icon="lock"),
        Action(tr("Actions", "Close the window"), ("Ctrl+Q", "Ctrl+W"), Act.CLOSE, icon="x"),
    )


def _in_chat(send_key: str) -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    enter, other = "Return", "Shift+Return"
    if send_key == "ctrl+enter":
        enter, other = "Ctrl+Return", "Return"
    return (
        Action(tr("Actions", "Send"), (enter,)),
        Action(tr("Actions", "New line"), (other,)),
        Action(tr("Actions", "In an empty box: edit the last message"), ("Up",)),
        Action(
            tr("Actions", "Find in this chat"),
            ("Ctrl+F",),
            Act.FIND_IN_CHAT,
            is_shortcut=False,
            icon="search",
        ),
        Action(tr("Actions", "Next match"), ("F3",)),
        Action(tr("Actions", "Match before"), ("Shift+F3",)),
        Action(tr("Actions", "Rename the chat"), ("F2",)),
    )


def _in_summary() -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    return (
        Action(tr("Actions", "Sentence before"), ("Up",)),
        Action(tr("Actions", "Next sentence"), ("Down",)),
        Action(tr("Actions", "To its source"), ("Return",)),
        Action(tr("Actions", "Checked by me"), ("Space",)),
        Action(tr("Actions", "Next one that is not checked"), ("N",)),
        Action(tr("Actions", "Edit the sentence"), ("F2",)),
        Action(tr("Actions", "Add a sentence below"), ("Ins",)),
        Action(tr("Actions", "Remove the sentence"), ("Del",)),
        Action(tr("Actions", "Undo"), ("Ctrl+Z",)),
        Action(tr("Actions", "Move the sentence up"), ("Alt+Up",)),
        Action(tr("Actions", "Move the sentence down"), ("Alt+Down",)),
    )


def _in_document() -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    return (
        Action(tr("Actions", "Find words"), ("Ctrl+F",)),
        Action(tr("Actions", "Next match"), ("F3",)),
        Action(tr("Actions", "Match before"), ("Shift+F3",)),
        Action(tr("Actions", "Larger pages or text"), ("+",)),
        Action(tr("Actions", "Smaller pages or text"), ("-",)),
        Action(tr("Actions", "In the text: a caret, to select with Shift"), ("Return",)),
    )


def _in_list() -> tuple[Action, ...]:
    tr = QCoreApplication.translate
    return (
        Action(tr("Actions", "Open"), ("Return",)),
        Action(tr("Actions", "Rename"), ("F2",)),
        Action(tr("Actions", "Delete"), ("Del",)),
    )
