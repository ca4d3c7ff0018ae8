"""Finds in a sentence what must not be overlooked: amounts, dates, duties and exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.glance.amounts import amounts_in
from desktop_slm.assistants.glance.dated import dates_in
from desktop_slm.assistants.glance.sentences import Sentence
from desktop_slm.assistants.omissions.clauses import duty_in, exception_in
from desktop_slm.assistants.omissions.omissions import Finding, FindingKind
from desktop_slm.documents.document import BlockKind, Document


def findings_in(document: Document, sentence: Sentence, language: Language) -> Iterator[Finding]:
    """Yields every amount and date, and at most one duty and one exception; code is left out.

    An amount or a date that was recognised in a picture with doubt is not shown as found.
    """
    if sentence.kind is BlockKind.CODE:
        return
    for kind, start, end in _spans(sentence.text, language):
        page, begin = sentence.place.page, sentence.place.start
        is_value = kind in (FindingKind.AMOUNT, FindingKind.DATE)
        if is_value and document.is_uncertain(page, begin + start, begin + end):
            continue
        place = Place(page, begin + start, begin + end)
        yield Finding(kind, place, sentence.text[start:end], sentence.place, sentence.text)


def _spans(text: str, language: Language) -> Iterator[tuple[FindingKind, int, int]]:
    dates = dates_in(text, language)
    for amount in amounts_in(text, language):
        if not any(date.start < amount.end and amount.start < date.end for date in dates):
            yield FindingKind.AMOUNT, amount.start, amount.end
    for date in dates:
        yield FindingKind.DATE, date.start, date.end
    for kind, span in (
        (FindingKind.DUTY, duty_in(text)),
        (FindingKind.EXCEPTION, exception_in(text)),
    ):
        if span is not None:
            yield kind, *span
