"""What Ctrl+K offers: the actions of the window, what is in the list, assistants and prompts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_slm.ui import plain_text
from desktop_slm.ui.finding import actions
from desktop_slm.ui.finding.actions import Act
from desktop_slm.ui.finding.palette_list import Offer
from desktop_slm.ui.key_list import shown_keys
from desktop_slm.ui.sidebar.entry import Entry, EntryKey, Kind
from desktop_slm.ui.sidebar.history_model import shown_title

if TYPE_CHECKING:
    from desktop_slm.ui.chat.answering.assistant_list import AssistantList
    from desktop_slm.ui.page_stack import PageStack
    from desktop_slm.ui.sidebar.history_rows import FolderRow

Group = tuple[str, list[Offer]]  # under its heading


def action_offers(acts: Mapping[Act, Callable[[], object]]) -> list[Offer]:
    """Returns an offer for each action that the window can run, but for the one that leads here."""
    return [
        Offer(
            action.words,
            acts[action.act],
            note=shown_keys(action.keys[0]) if action.keys else "",
            icon=action.icon,
        )
        for action in actions.of_window()
        if action.act is not None and action.act is not Act.FIND
    ]


def entry_offers(entries: Iterable[Entry], open_entry: Callable[[EntryKey], object]) -> list[Offer]:
    """Returns an offer for each chat and summary."""
    return [_entry_offer(entry, open_entry) for entry in entries]


def folder_offers(folders: Iterable[FolderRow], show: Callable[[int], object]) -> Group:
    """Returns an offer for each folder."""
    offers = [
        Offer(plain_text.one_line(each.name), partial(show, each.id), icon="folder")
        for each in folders
    ]
    return QCoreApplication.translate("Offers", "Folders"), offers


def library_offers(library: AssistantList, pages: PageStack) -> Group:
    """Returns an offer for each assistant, to begin a chat with, and for each prompt."""
    tr = QCoreApplication.translate
    assistants = [
        Offer(
            plain_text.one_line(each.name),
            partial(pages.begin_with, each.key),
            note=tr("Offers", "New chat"),
            icon=each.icon,
        )
        for each in library.assistants
        if each.name
    ]
    prompts = [
        Offer(
            f"/{each.name}",
            partial(pages.insert_prompt, each.name),
            note=tr("Offers", "Into the box"),
            icon="square-slash",
        )
        for each in library.prompts
    ]
    return tr("Offers", "Assistants and prompts"), [*assistants, *prompts]


def _entry_offer(entry: Entry, open_entry: Callable[[EntryKey], object]) -> Offer:
    icon = "file-text" if entry.key.kind is Kind.SUMMARY else "message-square"
    icon = "archive" if entry.is_archived else icon
    return Offer(shown_title(entry), lambda: open_entry(entry.key), icon=icon)
