"""Answers checked against the documents of their chat: which sentences, which documents, kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_slm.assistants.attachments import Attachment, attachments_of, details_of
from desktop_slm.assistants.chat_evidence import (
    EVIDENCE,
    AnswerCheck,
    CheckedAnswer,
    documents_of,
    from_memory,
    is_to_be_checked,
    sentences_in,
)
from desktop_slm.assistants.evidence import Support
from desktop_slm.documents.document import Document, Format, Page, SkippedPage, SkipReason
from desktop_slm.storage.chats.messages import Message, MessageState, Role
from tests.fakes.plain_set import PlainSet


def _message(number: int, role: Role, text: str = "x", *files: Attachment) -> Message:
    return Message(
        number,
        1,
        number - 1 or None,
        role,
        MessageState.COMPLETE,
        datetime(2026, 1, 1, tzinfo=UTC),
        text,
        details=details_of(files),
    )


LEASE = Attachment("lease.pdf", "The rent is 900 euros a month.", 1, format="pdf")
ADDENDUM = Attachment("addendum.txt", "Dogs are allowed in the garden.", 1)


@pytest.mark.parametrize(
    ("markdown", "sentences"),
    [
        ("# Rent\nThe **rent** is `900`.", ["The rent is 900."]),
        ("It is\npaid monthly.", ["It is paid monthly."]),
        ("1. One thing is sure.\n2) Another is not.", ["One thing is sure.", "Another is not."]),
        ("> - [x] Quoted and done it is.", ["Quoted and done it is."]),
        ("See [the lease](https://a.b/c) for it.", ["See the lease for it."]),
        ("A snake_case_name stays as it is.", ["A snake_case_name stays as it is."]),
        ("Yes, gladly.\n\nReally, is that so?\n\nIn short, this is it:", []),
        ("| a | b |\n|---|---|\n| 1 | 2 |", []),
        ("```\nx = 1. It is code.\n```\nThis stands behind it.", ["This stands behind it."]),
        ("It costs 5.\n\nIt costs 5.", ["It costs 5."]),
        ("租金是九百欧元。可以养狗。", ["租金是九百欧元。", "可以养狗。"]),
    ],
)
def test_what_claims_something_is_looked_for(markdown: str, sentences: list[str]) -> None:
    assert sentences_in(markdown) == sentences


def test_the_documents_of_an_answer_are_those_before_it_and_the_assistant_s() -> None:
    path = [
        _message(1, Role.USER, "a", LEASE),
        _message(2, Role.ASSISTANT),
        _message(3, Role.USER, "b", ADDENDUM),
        _message(4, Role.ASSISTANT),
    ]
    own = Attachment("rules.txt", "Rules.")
    names = [(source.message_id, source.name) for source, _ in documents_of(path, 2, [own])]
    assert names == [(None, "rules.txt"), (1, "lease.pdf")]
    assert len(documents_of(path, 4)) == 2


def test_a_check_finds_each_sentence_in_its_document_and_can_be_kept() -> None:
    path = [_message(1, Role.USER, "a", LEASE, ADDENDUM), _message(2, Role.ASSISTANT)]
    check = AnswerCheck(documents_of(path, 2), PlainSet)
    text = "The rent is 900 euros a month. Dogs are allowed in the garden.\n\n| a |\n|---|"
    checked = check.check(text)
    assert [item.evidence[0].document for item in checked.items] == [0, 1]
    assert checked.found == 2
    assert checked.has_unchecked
    kept = replace(path[1], details=checked.to_details())
    assert CheckedAnswer.of(kept.details) == checked
    assert not is_to_be_checked(kept)


def test_a_sentence_that_names_a_file_is_looked_for_in_that_one() -> None:
    path = [_message(1, Role.USER, "a", LEASE, ADDENDUM), _message(2, Role.ASSISTANT)]
    check = AnswerCheck(documents_of(path, 2), PlainSet)
    (item,) = check.check("According to addendum.txt, the rent is 900 euros a month.").items
    assert item.support is not Support.FULL


@pytest.mark.parametrize("kept", ["no", {}, {"items": [{"text": "x"}], "sources": []}, None])
def test_what_a_stranger_s_file_says_of_evidence_is_nothing_or_whole(kept: object) -> None:
    message = replace(_message(2, Role.ASSISTANT), details={EVIDENCE: kept})
    assert CheckedAnswer.of(message.details) is None


def test_an_answer_is_checked_once_it_has_ended() -> None:
    answer = _message(2, Role.ASSISTANT, "Some text.")
    assert is_to_be_checked(answer)
    assert is_to_be_checked(replace(answer, details={EVIDENCE: None}))  # it went on since
    for state in (MessageState.STREAMING, MessageState.FAILED):
        assert not is_to_be_checked(replace(answer, state=state))
    assert not is_to_be_checked(_message(1, Role.USER))


def test_the_first_answer_without_a_document_says_so_and_no_other() -> None:
    plain = [_message(1, Role.USER), _message(2, Role.ASSISTANT), _message(3, Role.USER)]
    assert from_memory(plain) == 2
    assert from_memory([_message(1, Role.USER, "a", LEASE), *plain[1:]]) is None
    assert from_memory(plain, [LEASE]) is None
    assert from_memory([]) is None


def test_a_document_s_pages_are_known_again_from_what_is_stored() -> None:
    document = Document(
        "a.pdf",
        Format.PDF,
        "",
        pages=(Page(1, "", "First page."), Page(3, "", "Third\n\npage.")),
        skipped=(SkippedPage(2, SkipReason.NO_TEXT),),
    )
    attachment = Attachment.of_document(document)
    message = _message(1, Role.USER, "x", attachment)
    stored = replace(message, details={"attachments": [_as_json(attachment)]})
    (found,) = attachments_of(stored)
    assert found == attachment
    assert found.page_texts == ((1, "First page."), (3, "Third\n\npage."))


def _as_json(attachment: Attachment) -> dict[str, object]:
    starts = [list(pair) for pair in attachment.starts]
    return {
        "name": attachment.name,
        "text": attachment.text,
        "pages": attachment.pages,
        "unread_pages": attachment.unread_pages,
        "format": attachment.format,
        "starts": starts,
    }


def test_an_attachment_of_an_earlier_version_is_one_page() -> None:
    stored = replace(
        _message(1, Role.USER), details={"attachments": [{"name": "a", "text": "All of it."}]}
    )
    (found,) = attachments_of(stored)
    assert found.page_texts == ((1, "All of it."),)


@pytest.mark.parametrize("starts", ["ab", 5, [[1]], [["x", 2]], None])
def test_page_starts_of_a_stranger_s_file_are_left_out(starts: object) -> None:
    stored = replace(
        _message(1, Role.USER),
        details={"attachments": [{"name": "a", "text": "All.", "starts": starts}]},
    )
    assert attachments_of(stored)[0].starts == ()
