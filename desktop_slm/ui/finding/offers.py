"""What Ctrl+K offers: the actions of the window, and the chats and summaries of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from desktop_slm.ui.finding import actions
from desktop_slm.ui.finding.actions import Act
from desktop_slm.ui.finding.palette_list import Offer
from desktop_slm.ui.key_list import shown_keys
from desktop_slm.ui.sidebar.entry import Entry, EntryKey, Kind
from desktop_slm.ui.sidebar.history_model import shown_title


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


def _entry_offer(entry: Entry, open_entry: Callable[[EntryKey], object]) -> Offer:
    icon = "file-text" if entry.key.kind is Kind.SUMMARY else "message-square"
    icon = "archive" if entry.is_archived else icon
    return Offer(shown_title(entry), lambda: open_entry(entry.key), icon=icon)
