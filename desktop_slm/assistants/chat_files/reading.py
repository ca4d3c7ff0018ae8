"""Finds out what a file of chats is, and reads it. In a sandbox child only: it may be anything."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from desktop_slm import errors
from desktop_slm.assistants.chat_files import chat_file
from desktop_slm.assistants.chat_files.chat_file import ChatFile, NewerChats, NotChats
from desktop_slm.assistants.chat_files.foreign import chatgpt, gpt4all

MOST_BYTES = 1 << 28
_CHATGPT_MEMBER = "conversations.json"
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError,
    RuntimeError, KeyError, RecursionError,
)  # fmt: skip


def run(
    request: Mapping[str, Any], content: bytes, send: Callable[[dict[str, Any]], object]
) -> dict[str, Any]:
    """Sends the chats of a file one by one: a job of the analysis child.

    Raises NotChatFile, NewerExport.
    """
    name = str(request["name"])
    try:
        for chat in read(content):
            send(chat_file.chat_to_dict(chat))
        return {}
    except NewerChats:
        raise errors.NewerExport(name=name) from None
    except NotChats:
        raise errors.NotChatFile(name=name) from None


def read(content: bytes) -> tuple[ChatFile, ...]:
    """Returns the chats that a file holds. Raises NotChats, NewerChats."""
    if gpt4all.is_chat(content):
        found = gpt4all.chat(content)
        return (found,) if found.messages else ()
    if content.startswith(b"PK\x03\x04"):
        content = _member(content)
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise NotChats("no JSON") from None
    if chatgpt.is_export(data):
        return chatgpt.chats(data)
    return chat_file.from_dict(data)


def _member(content: bytes) -> bytes:
    """Returns what ChatGPT's ZIP holds of conversations."""
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as archive,
            archive.open(_CHATGPT_MEMBER) as file,
        ):
            data = file.read(MOST_BYTES + 1)
    except _DAMAGED:
        raise NotChats("a damaged ZIP") from None
    if len(data) > MOST_BYTES:
        raise NotChats("more than can be read")
    return data
