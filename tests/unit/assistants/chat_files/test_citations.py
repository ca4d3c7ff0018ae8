"""An exported chat says what its answers rest on, and what was not found."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from desktop_slm.assistants.chat_evidence import EVIDENCE, CheckedAnswer, Source
from desktop_slm.assistants.chat_files import chat_file, formats, gathering
from desktop_slm.assistants.chat_files.chat_file import ChatFile, FileMessage
from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.assistants.chat_files.citations import FROM_MEMORY, citations
from desktop_slm.assistants.chat_files.importing import import_files
from desktop_slm.assistants.evidence import Evidence
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.imported_chats import ImportedChats
from desktop_slm.storage.database import Database
from tests.fakes.cited_chats import ANSWER, MOMENT, checked_details, lease_chat, plain_chat


def _text(chat: ChatFile, chosen: ChatFormat) -> str:
    return formats.content(chat, chosen).decode()


def _docx(chat: ChatFile, member: str) -> str:
    with zipfile.ZipFile(io.BytesIO(formats.content(chat, ChatFormat.DOCX))) as archive:
        return archive.read(f"word/{member}.xml").decode()


def test_markdown_has_a_footnote_behind_each_sentence_and_none_in_code() -> None:
    made = _text(lease_chat(), ChatFormat.MARKDOWN)
    assert "The rent is **900 euros** a month.[^1][^2] It is due" in made
    assert "see [lease](https://x.y/a).[^3] *(found in part; not in the document: third)*" in made
    assert "- Pets are welcome! *(no passage found that supports this)*" in made
    assert "```\nThe rent is 900 euros a month.\n```" in made
    assert "[^1]: lease \\<1\\>.pdf, page 3: “The rent amounts to 900 euros.”" in made
    assert "[^3]: lease \\<1\\>.pdf, page 4: “Due on the third.”" in made
    assert "1 of 3 sentences found in lease \\<1\\>.pdf." in made
    assert "Tables and code were not looked for." in made


def test_footnotes_of_the_model_s_own_are_none_of_ours() -> None:
    made = _text(lease_chat(f"So it says[^1].\n\n{ANSWER}"), ChatFormat.MARKDOWN)
    assert "So it says\\[^1]." in made
    assert made.count("[^1]:") == 1


def test_html_links_each_sentence_to_its_source_and_back() -> None:
    made = _text(lease_chat(), ChatFormat.HTML)
    assert '<sup><a id="ref-1" href="#note-1">1</a></sup>' in made
    assert made.index("a month.") < made.index('id="ref-1"') < made.index("It is due")
    assert 'href="#ref-3"' in made and "lease &lt;1&gt;.pdf, page 4:" in made
    assert '<span class="remark">(no passage found that supports this)</span>' in made
    for number in (1, 2, 3):
        assert made.count(f'id="note-{number}"') == made.count(f'id="ref-{number}"') == 1


def test_word_has_real_footnotes() -> None:
    body, notes = _docx(lease_chat(), "document"), _docx(lease_chat(), "footnotes")
    numbers = re.findall(r'<w:footnoteReference w:id="(\d+)"', body)
    assert numbers == ["1", "2", "3"]
    assert "lease &lt;1&gt;.pdf, page 3: “The rent amounts to 900 euros.”" in notes
    assert "no passage found that supports this" in body and "1 of 3 sentences found" in body


def test_a_sentence_that_its_answer_does_not_have_keeps_its_source() -> None:
    chat = lease_chat("Something else.")
    assert "“The rent is 900 euros a month.”[^1][^2]" in _text(chat, ChatFormat.MARKDOWN)
    assert "“The rent is 900 euros a month.”<sup>" in _text(chat, ChatFormat.HTML)
    assert _docx(chat, "document").count("footnoteReference w:id") == 3


def test_numbers_run_through_all_answers() -> None:
    chat = lease_chat()
    more = FileMessage(3, 2, "assistant", ANSWER, MOMENT, details=checked_details())
    longer = replace(chat, messages=(*chat.messages, more), shown=3)
    assert [note.number for note in citations(longer).notes] == [1, 2, 3, 4, 5, 6]


def test_one_sentence_is_no_plural() -> None:
    kept = checked_details()[EVIDENCE]
    chat = lease_chat(details={EVIDENCE: {**kept, "items": kept["items"][2:]}})
    assert "0 of 1 sentence found in" in _text(chat, ChatFormat.MARKDOWN)


@pytest.mark.parametrize("chosen", [ChatFormat.MARKDOWN, ChatFormat.HTML, ChatFormat.JSON])
def test_an_answer_from_memory_says_so_once(chosen: ChatFormat) -> None:
    assert _text(plain_chat(), chosen).count(FROM_MEMORY) == 1
    assert FROM_MEMORY not in _text(lease_chat(), chosen)
    assert _docx(plain_chat(), "document").count(FROM_MEMORY) == 1


def test_an_answer_of_an_assistant_with_documents_is_not_from_memory() -> None:
    chat = plain_chat()
    wrote = {"assistant": {"key": "own:1", "name": "Reader", "note": "", "documents": 1}}
    answered = replace(chat.messages[1], details=wrote)
    read = replace(chat, messages=(chat.messages[0], answered, *chat.messages[2:]))
    assert FROM_MEMORY not in _text(read, ChatFormat.MARKDOWN)


def test_json_brings_the_sources_back_to_the_messages_they_are_of(
    database: Database, tmp_path: Path
) -> None:
    conversations, chats = Conversations(database, lambda: MOMENT), ImportedChats(database)
    for number in range(3):  # so that ids are others than the numbers in the file
        conversations.begin_chat(f"before {number}")
    path = tmp_path / "chats.json"
    path.write_bytes(formats.all_content([lease_chat()]))
    (chat_id,) = import_files([path], chats).chats
    asked, answer = chats.messages(chat_id)
    checked = CheckedAnswer.of(answer.details)
    assert checked is not None and asked.id != 1
    assert checked.sources == (Source(asked.id, 0, "lease <1>.pdf"),)
    assert [asdict(item) for item in checked.items] == [
        asdict(item)
        for item in CheckedAnswer.of(checked_details()).items  # type: ignore[union-attr]
    ]
    again = gathering.chat_file(conversations, chats, chat_id)
    assert [note.place for note in citations(again).notes] == [
        "lease <1>.pdf, page 3", "lease <1>.pdf, page 7", "lease <1>.pdf, page 4",
    ]  # fmt: skip
    assert import_files([path], chats).known == 1


def test_what_a_stranger_s_file_says_of_sources_leads_to_nobody_else() -> None:
    from desktop_slm.assistants.chat_prompt import remapped

    moved = remapped(checked_details(message_id=77), {1: 5})
    checked = CheckedAnswer.of(moved)
    assert checked is not None and checked.sources[0].message_id == 0
    assert remapped({"sent_from": ["x"], "earlier_note": "y"}, {1: 5}) == {}
    assert remapped({"sent_from": 1}, {1: 5}) == {"sent_from": 5}


@pytest.mark.parametrize(
    ("member", "value"),
    [("unknown", [1]), ("evidence", [asdict(Evidence(1, 0, 1, "x", 1.0, document=9))]),
     ("evidence", [{**asdict(Evidence(1, 0, 1, "x", 1.0)), "page": "x"}]), ("doubts", ["new"])],
)  # fmt: skip
def test_damaged_evidence_is_none(member: str, value: object) -> None:
    kept = checked_details()[EVIDENCE]
    kept["items"][0][member] = value
    chat = lease_chat(details={EVIDENCE: kept})
    assert CheckedAnswer.of(chat.messages[1].details) is None
    assert "[^1]" not in _text(chat, ChatFormat.MARKDOWN)


def test_the_documented_example_is_what_is_written(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[4] / "docs" / "reference.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(\{\"format\": \"desktop-slm chats.*?)```", manual, re.DOTALL)
    assert example is not None
    (chat,) = chat_file.from_dict(json.loads(example[1]))
    assert [note.place for note in citations(chat).notes] == ["lease.pdf, page 1"]
    kept = chat.messages[1].details[EVIDENCE]
    mine = checked_details()[EVIDENCE]
    assert set(kept) == set(mine)
    assert set(kept["items"][0]) == set(mine["items"][0])
    assert set(kept["items"][0]["evidence"][0]) == set(mine["items"][0]["evidence"][0])
