"""From a chip of an answer to the passage that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_slm.assistants.chat_evidence import CheckedAnswer
from desktop_slm.ui.chat.evidence.passage_dialog import Passage

if TYPE_CHECKING:
    from desktop_slm.ui.chat.open_chat import OpenChat


def passage_of(chat: OpenChat, answer_id: int, item: int, evidence: int) -> Passage | None:
    """Returns the passage, or None where the document is not there any more."""
    answer = next((each for each in chat.state.path if each.id == answer_id), None)
    checked = CheckedAnswer.of(answer.details) if answer is not None else None
    if checked is None:
        return None
    sentence = checked.items[item]
    found = sentence.evidence[evidence]
    source = checked.sources[found.document]
    if source.message_id is not None:
        attachment = chat.state.documents.get((source.message_id, source.number))
    else:
        own = chat.assistant_documents
        attachment = next((each for each in own if each.name == source.name), None)
    if attachment is None:
        return None
    there = tuple(each for each in sentence.evidence if each.document == found.document)
    return Passage(sentence.text, attachment, there, found)
