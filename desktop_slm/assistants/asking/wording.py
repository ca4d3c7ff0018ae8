"""What an answer says of itself in plain English: which files were read, and how; and why so."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_slm.assistants.asking.answer import Answer, DocumentReading
from desktop_slm.assistants.asking.ask_plan import AskPlan
from desktop_slm.assistants.asking.need import Need
from desktop_slm.assistants.asking.question import Decision, Reason

_NEEDS = {
    Need.COUNT: "the question asks for a number",
    Need.LIST: "the question asks about all there is",
    Need.COMPARE: "the question asks for a comparison",
    Need.SUMMARY: "the question asks about the whole",
    Need.PLACE: "",
}
_REASONS = {
    Reason.ASKED: "as you asked",
    Reason.SHORT: "it is short",
    Reason.NO_WORDS: "no passage has a word of the question",
    Reason.FOUND: "the best passages for the question",
}


def reason(decision: Decision) -> str:
    """Returns why the documents are read so, in a few words."""
    if decision.reason is Reason.NEED:
        return _NEEDS[decision.need]
    return _REASONS[decision.reason]


def plan_sentence(plan: AskPlan) -> str:
    """Returns "To be read: a.pdf whole; b.pdf in 6 of 40 passages (…): 14 requests"."""
    parts = _parts(
        [each.name for each in plan.choices if each.chosen and each.is_whole],
        [(each.name, len(each.chosen), each.total) for each in plan.choices if not each.is_whole],
        "whole",
    )
    requests = "1 request" if plan.requests == 1 else f"up to {plan.requests} requests"
    return f"To be read: {'; '.join(parts)} ({reason(plan.decision)}): {requests}"


def read_sentence(answer: Answer) -> str:
    """Returns "lease.pdf and addendum.docx were read whole; report.pdf in 6 of 40 passages."."""
    whole = [each.name for each in answer.readings if each.is_whole and each.passages]
    parts = _parts(
        whole,
        [(each.name, each.read, each.passages) for each in answer.readings if not each.is_whole],
        "was read whole" if len(whole) == 1 else "were read whole",
    )
    return "; ".join(parts) + "."


def further_sentences(answer: Answer) -> list[str]:
    """Returns what else has to be said: silent files, what was left out, that it was stopped."""
    said = []
    silent = [each.name for each in answer.readings if each.is_silent]
    if silent:
        said.append(f"Nothing on this was found in {joined(silent)}.")
    said += [_gap(each) for each in answer.readings if each.pages_without_text]
    said += [
        f"Of {each.name} some passages could not be read: {', '.join(each.failed)}."
        for each in answer.readings
        if each.failed
    ]
    if answer.is_stopped:
        said.append("Stopped: what was planned was not all read.")
    return said


def count_sentence(answer: Answer) -> str:
    """Returns how much was found, where a number was asked for; the app counts, not the model."""
    if answer.decision.need is not Need.COUNT:
        return ""
    number = len(answer.items)
    return "1 entry was found." if number == 1 else f"{number} entries were found."


def joined(names: Sequence[str]) -> str:
    """Returns "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _parts(
    whole: Sequence[str], in_part: Sequence[tuple[str, int, int]], how_whole: str
) -> list[str]:
    parts = [f"{joined(whole)} {how_whole}"] if whole else []
    parts += [f"{name} in {read} of {total} passages" for name, read, total in in_part if read]
    unread = [name for name, read, _ in in_part if not read]
    if unread:
        parts.append(f"nothing of {joined(unread)}, where no passage fits the question")
    return parts


def _gap(reading: DocumentReading) -> str:
    count = reading.pages_without_text
    pages = "1 page" if count == 1 else f"{count} pages"
    return f"Of {reading.name} {pages} had no text to read."
