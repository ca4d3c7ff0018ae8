"""Attachments: what is stored of them, and what the model reads."""

from __future__ import annotations

from desktop_slm.assistants.attachments import (
    Attachment,
    attachments_of,
    details_of,
    full_text,
)
from desktop_slm.documents.document import Document, Format, Page, SkippedPage, SkipReason
from desktop_slm.storage.chats.conversations import Conversations


def test_all_pages_of_a_document_go_with_it_and_the_unread_are_counted() -> None:
    document = Document(
        name="lease.pdf",
        format=Format.PDF,
        sha256="",
        pages=(Page(1, "1", "First."), Page(3, "3", "Third.")),
        skipped=(SkippedPage(2, SkipReason.NO_TEXT),),
    )
    assert Attachment.of_document(document) == Attachment(
        "lease.pdf", "First.\n\nThird.", 3, 1, format="pdf", starts=((1, 0), (3, 8))
    )


def test_attachments_come_back_from_the_database_as_they_were(
    conversations: Conversations,
) -> None:
    given = (Attachment("lease.pdf", "The rent is 900.", 2, 1), Attachment("Pasted", "x"))
    turn = conversations.begin_chat("How much?", user_details=details_of(given))
    assert attachments_of(conversations.message(turn.user.id)) == given
    assert attachments_of(turn.answer) == ()


def test_fields_of_a_newer_version_are_left_out(conversations: Conversations) -> None:
    details = {"attachments": [{"name": "a", "text": "b", "colour": "red"}]}
    turn = conversations.begin_chat("x", user_details=details)
    assert attachments_of(turn.user) == (Attachment("a", "b"),)


def test_the_model_reads_each_text_under_its_name_and_then_the_words() -> None:
    given = (Attachment("a.txt", "One.\n"), Attachment("b.txt", "Two."))
    assert full_text("Compare", given) == "a.txt:\n\nOne.\n\nb.txt:\n\nTwo.\n\nCompare"
    assert full_text("Only words", ()) == "Only words"
