"""The writer of each format. PDF is drawn by the window's side."""

from __future__ import annotations

import json
from collections.abc import Sequence

from desktop_slm.assistants.chat_files import chat_file, docx, html_page, markdown
from desktop_slm.assistants.chat_files.chat_file import ChatFile
from desktop_slm.assistants.chat_files.chat_format import ChatFormat


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
    return (json.dumps(chat_file.to_dict(chats), ensure_ascii=False, indent=1) + "\n").encode(
        errors="surrogatepass"
    )
