"""ChatGPT's data export: `conversations.json`, alone or in the ZIP that is sent to the person.

A conversation is a `mapping` of nodes, each with parent and children, and `current_node`, the last
one of the branch that is shown. Nodes without text (roots, tools, hidden context) are passed over
and their children hang on what came before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desktop_slm.assistants.chat_files.chat_file import (
    MOST_MESSAGES,
    MOST_TITLE,
    ChatFile,
    FileMessage,
    NotChats,
    moment,
    text_of,
)

APP = "ChatGPT"
_ROLES = ("user", "assistant")
_NOT_TEXT = "[…]"  # where a picture or a sound was; the words beside it are kept


def is_export(data: object) -> bool:
    """Whether this is a list of conversations of ChatGPT."""
    return isinstance(data, list) and all(
        isinstance(each, Mapping) and isinstance(each.get("mapping"), Mapping) for each in data
    )


def chats(data: list[Mapping[str, Any]]) -> tuple[ChatFile, ...]:
    """Returns the conversations that have a message. Raises NotChats."""
    found = (_chat(each) for each in data)
    return tuple(chat for chat in found if chat.messages)


def _chat(data: Mapping[str, Any]) -> ChatFile:
    nodes = data["mapping"]
    if len(nodes) > MOST_MESSAGES:
        raise NotChats("too many messages")
    created = moment(data.get("create_time") or 0)
    numbers: dict[str, int | None] = {}
    messages: list[FileMessage] = []
    for key, node in _in_order(nodes):
        before = numbers.get(str(node.get("parent")))
        message = _message(node, len(messages) + 1, before, created)
        if message is None:
            numbers[key] = before
        else:
            messages.append(message)
            numbers[key] = message.number
    shown = numbers.get(str(data.get("current_node"))) or (
        messages[-1].number if messages else None
    )
    title = text_of(data.get("title"))[:MOST_TITLE]
    return ChatFile(title, created, tuple(messages), shown, APP)


def _in_order(nodes: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yields every node after its parent, each once; what hangs in a circle has no beginning."""
    children: dict[str, list[str]] = {}
    waiting: list[str] = []
    for key, node in nodes.items():
        if not isinstance(node, Mapping):
            raise NotChats("a node that is none")
        parent = node.get("parent")
        if isinstance(parent, str) and parent in nodes:
            children.setdefault(parent, []).append(key)
        else:
            waiting.append(key)
    waiting.reverse()
    while waiting:
        key = waiting.pop()
        yield key, nodes[key]
        waiting += reversed(children.get(key, []))


def _message(
    node: Mapping[str, Any], number: int, parent: int | None, otherwise: Any
) -> FileMessage | None:
    message = node.get("message")
    if not isinstance(message, Mapping):
        return None
    author, metadata = message.get("author"), message.get("metadata")
    role = author.get("role") if isinstance(author, Mapping) else None
    metadata = metadata if isinstance(metadata, Mapping) else {}
    text = _text(message.get("content")).strip()
    if role not in _ROLES or not text or metadata.get("is_visually_hidden_from_conversation"):
        return None
    created = message.get("create_time")
    model = text_of(metadata.get("model_slug")) if role == "assistant" else ""
    return FileMessage(
        number,
        parent,
        str(role),
        text,
        moment(created) if created else otherwise,
        details={"model_name": model} if model else {},
    )


def _text(content: object) -> str:
    if not isinstance(content, Mapping):
        return ""
    match content.get("content_type"):
        case "text" | "multimodal_text":
            parts = content.get("parts")
            words = [
                part if isinstance(part, str) else _NOT_TEXT
                for part in (parts if isinstance(parts, list) else [])
            ]
            return "" if all(word == _NOT_TEXT for word in words) else "\n\n".join(words)
        case "code":
            return f"```{text_of(content.get('language'))}\n{text_of(content.get('text'))}\n```"
    return ""
