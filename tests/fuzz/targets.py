"""What is fuzzed: each target, honest inputs to begin from, and the errors that are its answer."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_slm.assistants.chat_files import blocks as chat_blocks
from desktop_slm.assistants.chat_files import chat_file, reading
from desktop_slm.assistants.chat_files.chat_file import (
    ChatFile,
    FileMessage,
    NewerChats,
    NotChats,
)
from desktop_slm.assistants.personas import file_form
from desktop_slm.assistants.personas.fields import NewerForm, Unfit
from desktop_slm.errors import ModelError, ProtocolError
from desktop_slm.gguf import beginning, header
from desktop_slm.ui.widgets.blocks import BlockSplitter
from desktop_slm.workers.channel import Channel
from tests.data.hostile_answers import NAMING


@dataclass(frozen=True)
class Target:
    """One thing that takes bytes; every exception but `answers` is a finding."""

    run: Callable[[bytes], object]
    seeds: Callable[[], Sequence[bytes]]
    answers: tuple[type[Exception], ...]
    modules: tuple[str, ...]  # whose lines count as coverage

    def try_one(self, data: bytes) -> None:
        """Runs it once. Raises whatever is a finding."""
        try:
            self.run(data)
        except self.answers:
            return


def _header(data: bytes) -> None:
    header.parse(data, max(len(data), 1 << 20), "fuzzed.gguf")


def _beginning(data: bytes) -> None:
    beginning.read(data, "fuzzed.gguf")


def _channel(data: bytes) -> None:
    channel = Channel(io.BytesIO(data), io.BytesIO())
    while channel.receive() is not None:
        pass


def _markdown(data: bytes) -> None:
    """The window's blocks: whatever the pieces, all of the text comes out again."""
    text = data.decode("utf-8", "replace")
    whole, pieces = BlockSplitter(), BlockSplitter()
    whole.feed(text)
    step = 1 + len(data) % 17
    for at in range(0, len(text), step):
        pieces.feed(text[at : at + step])
        pieces.tail()
    for splitter in (whole, pieces):
        splitter.finish()
    sources = ["".join(block.source for block in each.finished) for each in (whole, pieces)]
    if sources[0] != sources[1]:
        raise AssertionError("pieces and the whole differ")


def _chat_blocks(data: bytes) -> None:
    chat_blocks.blocks_of(data.decode("utf-8", "replace"))


def _chats(data: bytes) -> None:
    """What is read can be written and read again."""
    for chat in reading.read(data):
        again = chat_file.chat_from_dict(json.loads(json.dumps(chat_file.chat_to_dict(chat))))
        if len(again.messages) != len(chat.messages):
            raise AssertionError("a chat lost messages")


def _assistant(data: bytes) -> None:
    """What is read can be written and read again."""
    assistant = file_form.read(data)
    file_form.read(file_form.write(assistant))


def _models() -> Sequence[bytes]:
    from tests.fakes.tiny_models import make_llama

    with TemporaryDirectory() as folder:
        path = make_llama(Path(folder) / "tiny.gguf")
        data = path.read_bytes()[: header.read(path).data_offset]
    return [data, data[:2_000], data[:400], data[:24]]


def _lines() -> Sequence[bytes]:
    return [
        b'{"id":1,"event":"done"}\n',
        b'{"id":1,"op":"read","payload_bytes":3}\nabc{"hello":{}}\n',
        b'{"a":[[[[{}]]]],"b":-1e9}\n\n',
    ]


def _texts() -> Sequence[bytes]:
    own = [
        "# H\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| c | d |\n\n```py\nx\n```\n> q\n\n1. x\n",
        "$$x^2$$ and \\(y\\) [l](http://x) **b** `c` ~~~\n***\nS\n===\n",
    ]
    return [text.encode("utf-8", "replace") for text in (*own, *NAMING[:40])]


def _chat_files() -> Sequence[bytes]:
    from tests.fakes.gpt4all_chats import Said, chat_bytes

    now = datetime(2026, 11, 21, tzinfo=UTC)
    chat = ChatFile("t", now, (FileMessage(0, None, "user", "words", now),), 0)
    said = [Said("Prompt", "Hello"), Said("Response", "Hi", thinking="Hm", code="1")]
    theirs = [chat_bytes(said, version=version) for version in (1, 6, 10, 12)]
    chatgpt = json.dumps(
        [
            {
                "title": "t",
                "create_time": 1.7e9,
                "current_node": "b",
                "mapping": {
                    "a": {"id": "a", "parent": None, "children": ["b"], "message": None},
                    "b": {
                        "id": "b",
                        "parent": "a",
                        "children": [],
                        "message": {
                            "author": {"role": "user"},
                            "create_time": 1.7e9,
                            "content": {"content_type": "text", "parts": ["words"]},
                        },
                    },
                },
            }
        ]
    ).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("conversations.json", chatgpt)
    own = json.dumps(chat_file.to_dict([chat])).encode()
    return [own, chatgpt, out.getvalue(), *theirs]


def _assistants() -> Sequence[bytes]:
    from desktop_slm.assistants.personas import shipped

    return [file_form.write(assistant) for assistant in shipped.all_in()]


_IMPORTERS = "desktop_slm/assistants/chat_files"
TARGETS: dict[str, Target] = {
    "gguf": Target(_header, _models, (ModelError,), ("desktop_slm/gguf",)),
    "gguf-beginning": Target(_beginning, _models, (ModelError,), ("desktop_slm/gguf",)),
    "protocol": Target(_channel, _lines, (ProtocolError,), ("desktop_slm/workers/channel",)),
    "markdown": Target(_markdown, _texts, (), ("desktop_slm/ui/widgets",)),
    "chat-markdown": Target(_chat_blocks, _texts, (), (f"{_IMPORTERS}/blocks",)),
    "chats": Target(_chats, _chat_files, (NotChats, NewerChats), (_IMPORTERS,)),
    "assistants": Target(
        _assistant, _assistants, (Unfit, NewerForm), ("desktop_slm/assistants/personas",)
    ),
}
