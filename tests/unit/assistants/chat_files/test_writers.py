"""Chats in files: everything is there, and nothing in it loads or runs."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from desktop_slm.assistants.chat_files import chat_file
from desktop_slm.assistants.chat_files.blocks import BlockKind, blocks_of
from desktop_slm.assistants.chat_files.chat_file import ChatFile, FileMessage
from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.assistants.chat_files.formats import content
from desktop_slm.assistants.chat_files.reading import read
from tests.data.hostile_answers import HOSTILE

MOMENT = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
ANSWER = """# Plan

Take the **first** train, *not* the `second`, see [the site](https://example.org/a).

1. Pack
   - socks
2. Go

> Mind the gap

| From | To |
|---|---|
| Ulm | Bonn |

```python
print("<hello>")
```
"""


def _chat(answer: str = ANSWER, question: str = "How do I *get* there?\n# now") -> ChatFile:
    return ChatFile(
        "Trip <1>",
        MOMENT,
        (
            FileMessage(
                1, None, "user", question, MOMENT, details={"attachments": [{"name": "a.pdf"}]}
            ),
            FileMessage(
                2,
                1,
                "assistant",
                answer,
                MOMENT,
                "stopped",
                "Let me think.",
                {"model_name": "Qwen", "practice": True},
            ),
            FileMessage(3, 1, "assistant", "Another", MOMENT),
        ),
        2,
    )


def _text(chosen: ChatFormat, chat: ChatFile) -> str:
    return content(chat, chosen).decode()


def _docx(chat: ChatFile) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content(chat, ChatFormat.DOCX))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_markdown_keeps_what_the_model_wrote_and_makes_text_of_what_was_typed() -> None:
    made = _text(ChatFormat.MARKDOWN, _chat())
    assert made.startswith("# Trip \\<1\\>\n\n> **Practice model: do not rely on this**\n")
    assert "How do I \\*get\\* there?  \n\\# now" in made
    assert "## Qwen (stopped)" in made
    assert ANSWER.strip() in made
    assert "> Let me think." in made
    assert "*Attached: a.pdf*" in made
    assert "Another" not in made and "1 more message stands in other branches" in made


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("![x](http://a.b/c.png)", "\\![x](http://a.b/c.png)"),
        ("<img src=x>", "\\<img src=x>"),
        ("[x](file:///etc/passwd)", "[x]\\(file:///etc/passwd)"),
        ("[x](javascript:alert(1))", "[x]\\(javascript:alert(1))"),
        ("[x]: http://a.b", "\\[x]: http://a.b"),
        ("`<b>` and ``![x](y)``", "`<b>` and ``![x](y)``"),
        ("[x](https://a.b)", "[x](https://a.b)"),
    ],
)
def test_nothing_in_markdown_loads(line: str, written: str) -> None:
    assert f"\n{written}\n" in _text(ChatFormat.MARKDOWN, _chat(line))


def test_code_that_was_cut_off_takes_nothing_behind_it_along() -> None:
    chat = _chat("```\nlet a")
    more = FileMessage(9, 2, "user", "And <then>?", MOMENT)
    longer = ChatFile(chat.title, MOMENT, (*chat.messages, more), 9)
    assert "let a\n```\n\n## You\n\nAnd \\<then\\>?" in _text(ChatFormat.MARKDOWN, longer)


def test_html_is_one_file_that_loads_nothing() -> None:
    made = _text(ChatFormat.HTML, _chat())
    assert "default-src 'none'" in made and "<script" not in made
    assert "<h3" in made and "<strong>first</strong>" in made and "<em>not</em>" in made
    assert '<a rel="noreferrer" href="https://example.org/a"' in made
    assert "print(&quot;&lt;hello&gt;&quot;)" in made
    assert '<td dir="auto">Ulm</td>' in made
    assert "<title>Trip &lt;1&gt;</title>" in made


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_answers_become_text(hostile: str) -> None:
    hostile = hostile[:20_000]
    made = _text(ChatFormat.HTML, _chat(hostile))
    allowed = re.compile(
        r"</?(?:!DOCTYPE|html|head|meta|title|style|body|h[1-6]|p|section|details|summary|pre|code"
        r"|em|strong|a|blockquote|table|tr|td|hr)\b",
        re.IGNORECASE,
    )
    for tag in re.findall(r"<[!/]?\w+", made.split("<body>")[1]):
        assert allowed.match(tag), tag
    for address in re.findall(r'href="([^"]*)"', made):
        assert address.startswith(("http://", "https://", "mailto:"))
    for part in _docx(_chat(hostile)).values():
        ElementTree.fromstring(part)


def test_the_word_document_has_all_that_was_written() -> None:
    members = _docx(_chat())
    body = members["word/document.xml"].decode()
    for words in ("Plan", "first", "Ulm", "socks", "print(&quot;", "Let me think."):
        assert words.replace("&quot;", '"') in body
    assert "(https://example.org/a)" in body
    assert "customXml" not in members["[Content_Types].xml"].decode()


def test_json_comes_back_with_every_branch() -> None:
    chat = _chat()
    (back,) = read(content(chat, ChatFormat.JSON))
    assert back == chat
    data = json.loads(content(chat, ChatFormat.JSON))
    assert (data["format"], data["version"]) == (chat_file.FORMAT, 1)


def test_lists_quotes_and_tables_are_told_apart() -> None:
    kinds = [(block.kind, block.marker, block.level) for block in blocks_of(ANSWER)]
    assert (BlockKind.HEADING, "", 1) in kinds
    assert (BlockKind.ITEM, "1.", 1) in kinds
    assert (BlockKind.ITEM, "•", 2) in kinds
    assert (BlockKind.ITEM, "2.", 1) in kinds
    assert any(block.quotes for block in blocks_of(ANSWER))
    assert sum(block.kind is BlockKind.ROW for block in blocks_of(ANSWER)) == 2


def test_what_is_too_deep_is_shown_as_it_is() -> None:
    deep = ">" * 200 + " end"
    assert blocks_of(deep)[0].text == deep
