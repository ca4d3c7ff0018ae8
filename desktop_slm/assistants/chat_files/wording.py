"""The words of an exported chat that are the app's own: in English, as a summary's receipt is."""

from __future__ import annotations

from desktop_slm.assistants.chat_files.chat_file import APP, ChatFile, FileMessage

PRACTICE = "Practice model: do not rely on this"
THINKING = "Thinking"
NO_TITLE = "Chat"
_ENDS = {
    "stopped": "stopped",
    "interrupted": "cut off",
    "failed": "ended by an error",
}


def title(chat: ChatFile) -> str:
    """Returns what stands over the chat."""
    return " ".join(chat.title.split()) or NO_TITLE


def facts(chat: ChatFile) -> list[str]:
    """Returns what is said under the title."""
    said = [f"Begun on {chat.created:%Y-%m-%d %H:%M} UTC"]
    if chat.app != APP:
        said.append(f"Imported from {' '.join(chat.app.split())}")
    others = len(chat.messages) - len(chat.branch)
    if others:
        more = "1 more message stands" if others == 1 else f"{others} more messages stand"
        said.append(f"{more} in other branches, which only the JSON has")
    return said + assistants(chat)


def assistants(chat: ChatFile) -> list[str]:
    """Returns which assistants wrote, each with its note on what a small model can and cannot do.

    What stands there may have come with an imported file, and be anything.
    """
    found: dict[str, str] = {}
    for message in chat.branch:
        wrote = message.details.get("assistant")
        if isinstance(wrote, dict) and (name := " ".join(str(wrote.get("name", "")).split())):
            found[name] = " ".join(str(wrote.get("note", "")).split())
    return [f"{name}: {note}" if note else name for name, note in found.items()]


def is_practice(chat: ChatFile) -> bool:
    """Whether the practice model wrote any of it."""
    return any(message.details.get("practice") for message in chat.branch)


def speaker(message: FileMessage) -> str:
    """Returns who speaks: "You", or the model by its name."""
    if message.role == "user":
        return "You"
    if message.role == "system":
        return "Instructions"
    name = str(message.details.get("model_name") or "Model")
    end = _ENDS.get(message.state, "")
    said = " ".join(name.split())
    return f"{said} ({end})" if end else said


def attached(message: FileMessage) -> list[str]:
    """Returns the names of what went with a message."""
    stored = message.details.get("attachments")
    names = (each.get("name") for each in stored or () if isinstance(each, dict))
    return [" ".join(str(name).split()) for name in names if name]
