"""The writer of each format. PDF is drawn by the window's side."""

from __future__ import annotations

import json
from collections.abc import Sequence

from desktop_slm.assistants.chat_files import chat_file, docx, html_page, markdown
from desktop_slm.assistants.chat_files.chat_file import ChatFile
from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.assistants.chat_files.citations import FROM_MEMORY, from_memory


def content(chat: ChatFile, chosen: ChatFormat) -> bytes:
    """Returns the file of every format but PDF."""
    match chosen:
        case ChatFormat.MARKDOWN:
            return markdown.content(chat).encode()
        case ChatFormat.HTML:
            return html_page.content(chat).encode()
        case ChatFormat.DOCX:
            return docx.content(chat)
        case ChatFormat.JSON:
            return all_content([chat])
    raise ValueError(chosen)


def all_content(chats: Sequence[ChatFile]) -> bytes:
    """Returns the JSON file of several chats, which can be imported again."""
    data = chat_file.to_dict(chats)
    for chat, stored in zip(chats, data["chats"], strict=True):
        at = from_memory(chat.branch)
        for message in stored["messages"]:
            if message["number"] == at:
                message["remark"] = FROM_MEMORY
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(errors="surrogatepass")
