"""Chats of other apps: whole, in their order, and refused where a file lies."""

from __future__ import annotations

import io
import json
import random
import zipfile
from typing import Any

import pytest

from desktop_slm.assistants.chat_files.chat_file import ChatFile, NewerChats, NotChats
from desktop_slm.assistants.chat_files.reading import read
from tests.fakes.gpt4all_chats import Said, chat_bytes

SAID = [
    Said("Prompt", "Where to?"),
    Said("Response", "To Łódź 😀.", is_stopped=True, is_liked=True),
    Said("Prompt", "Why?"),
    Said("Response", "It rains.", improved="It does not rain."),
]


def _only(content: bytes) -> ChatFile:
    (chat,) = read(content)
    return chat


@pytest.mark.parametrize("version", range(1, 13))
@pytest.mark.parametrize("has_state", [False, True])
def test_every_version_of_gpt4alls_form_is_read(version: int, has_state: bool) -> None:
    chat = _only(chat_bytes(SAID, version=version, has_state=has_state))
    assert (chat.title, chat.app, chat.created.year) == ("Trip", "GPT4All", 2023)
    assert [(each.role, each.text) for each in chat.branch] == [
        ("user", "Where to?"),
        ("assistant", "To Łódź 😀."),
        ("user", "Why?"),
        ("assistant", "It does not rain."),
    ]
    answer = chat.messages[1]
    assert (answer.state, answer.details) == ("stopped", {"model_name": "Llama 3 8B", "rating": 1})


def test_gpt4alls_thinking_and_code_are_kept() -> None:
    said = [Said("Prompt", "2*21?"), Said("Response", "42", thinking="Easy.", code="2*21")]
    answer = _only(chat_bytes(said)).messages[1]
    assert (answer.thinking, answer.text) == ("Easy.", "2*21\n\n42")


def test_no_damage_to_a_chat_of_gpt4all_does_more_than_refuse_it() -> None:
    chance = random.Random(7)
    whole = chat_bytes([*SAID, Said("Response", "Yes", thinking="Hm", code="1")])
    refused = 0
    for _ in range(2000):
        content = bytearray(whole[: chance.randrange(8, len(whole) + 1)])
        for _ in range(chance.randrange(3)):
            content[chance.randrange(4, len(content))] = chance.randrange(256)
        try:
            read(bytes(content))
        except NotChats:
            refused += 1
    assert refused > 1000


def _node(key: str, parent: str | None, role: str = "", text: Any = None) -> dict[str, Any]:
    message = None
    if role:
        content = {"content_type": "text", "parts": [text]} if isinstance(text, str) else text
        message = {
            "author": {"role": role},
            "create_time": 1_700_000_000.5,
            "content": content,
            "metadata": {"model_slug": "gpt-4o"},
        }
    return {"id": key, "parent": parent, "message": message, "children": []}


def _export(*nodes: dict[str, Any], current: str) -> list[dict[str, Any]]:
    mapping = {node["id"]: node for node in nodes}
    return [
        {
            "title": "Rain",
            "create_time": 1_700_000_000,
            "mapping": mapping,
            "current_node": current,
        }
    ]


BRANCHED = _export(
    _node("answer 2", "ask", "assistant", "No."),
    _node("root", None),
    _node("hidden", "root", "system", "Be good."),
    _node("ask", "hidden", "user", "Does it rain?"),
    _node("answer 1", "ask", "assistant", "Yes."),
    _node("tool", "answer 1", "tool", "result"),
    _node("more", "tool", "user", "Where?"),
    current="more",
)


def test_chatgpts_branches_are_kept_and_what_has_no_words_is_passed_over() -> None:
    chat = _only(json.dumps(BRANCHED).encode())
    assert [each.text for each in chat.branch] == ["Does it rain?", "Yes.", "Where?"]
    (other,) = [each for each in chat.messages if each.text == "No."]
    assert other.parent == chat.branch[0].number
    assert other.details == {"model_name": "gpt-4o"}
    assert (chat.title, chat.app) == ("Rain", "ChatGPT")


def test_chatgpts_zip_is_read_as_it_was_sent() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("user.json", "{}")
        archive.writestr("conversations.json", json.dumps(BRANCHED))
    assert _only(buffer.getvalue()).title == "Rain"


def test_words_beside_pictures_are_kept_and_code_is_code() -> None:
    picture = {"content_type": "multimodal_text", "parts": [{"asset": 1}, "What is it?"]}
    code = {"content_type": "code", "language": "python", "text": "print(1)"}
    chat = _only(
        json.dumps(
            _export(
                _node("a", None, "user", picture), _node("b", "a", "assistant", code), current="b"
            )
        ).encode()
    )
    assert [each.text for each in chat.branch] == [
        "[…]\n\nWhat is it?",
        "```python\nprint(1)\n```",
    ]


def test_a_circle_of_nodes_ends() -> None:
    circle = _export(_node("a", "b", "user", "x"), _node("b", "a", "user", "y"), current="b")
    assert read(json.dumps(circle).encode()) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"[" * 100_000,
        b"{}",
        b'{"format": "desktop-slm chats", "version": 1}',
        b'{"format": "desktop-slm chats", "version": true, "chats": []}',
        b'[{"mapping": {"a": 3}}]',
        b"PK\x03\x04 broken",
    ],
)
def test_what_holds_no_chats_is_refused(content: bytes) -> None:
    with pytest.raises(NotChats):
        read(content)


def test_a_newer_form_is_told_from_a_broken_one() -> None:
    with pytest.raises(NewerChats):
        read(b'{"format": "desktop-slm chats", "version": 2, "chats": []}')
