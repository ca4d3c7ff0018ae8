"""llama.cpp's built-in chat templates, for models whose own template fails. Child side."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

from desktop_slm.engine import bindings
from desktop_slm.errors import TemplateFailed

_FAMILY_OF_OTHERS = b"chatml"


def apply(template: str, messages: Sequence[tuple[str, str]]) -> str:
    """Returns the prompt for (role, text) messages, in the form of the template's family.

    llama.cpp recognises the family by words in the template and executes nothing of it; one that
    it does not recognise gets ChatML, which more models were trained on than on any other.
    """
    written = _apply(template.encode("utf-8", "replace"), messages)
    if written is None:
        written = _apply(_FAMILY_OF_OTHERS, messages)
    if written is None:
        raise TemplateFailed(why="no built-in template takes these messages")
    return written


def _apply(template: bytes, messages: Sequence[tuple[str, str]]) -> str | None:
    native = bindings.load()
    encoded = [(role.encode(), text.encode("utf-8", "replace")) for role, text in messages]
    chat = (native.llama_chat_message * len(encoded))(*encoded)
    room = 256 + 2 * sum(len(role) + len(text) for role, text in encoded)
    while True:
        buffer = ctypes.create_string_buffer(room)
        size = native.llama_chat_apply_template(template, chat, len(encoded), True, buffer, room)
        if size < 0:
            return None
        if size <= room:
            return buffer.raw[:size].decode("utf-8", "replace")
        room = size
