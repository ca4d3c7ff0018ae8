"""Makes the glance of a document from its sentences."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.evidence.languages import Language, language_of
from desktop_slm.assistants.glance.glance import Entry, Glance
from desktop_slm.assistants.glance.key_sentences import KeySentences
from desktop_slm.assistants.glance.key_terms import key_terms
from desktop_slm.assistants.glance.mentions import amount_entries, date_entries, name_entries
from desktop_slm.assistants.glance.sentences import Sentence
from desktop_slm.documents.document import BlockKind, Document

_LEAST_KEY_SENTENCES, _MOST_KEY_SENTENCES = 3, 12
_SENTENCES_EACH = 12  # so many sentences of a document for each key sentence
_TERMS = 24
_MOST_PLACES = 20
_SAMPLES = 8


def make(document: Document, sentences: Sequence[Sentence], key_sentences: KeySentences) -> Glance:
    """Returns the glance; `sentences` are all of the document's."""
    language = language_of_document(document)
    most = min(max(len(sentences) // _SENTENCES_EACH, _LEAST_KEY_SENTENCES), _MOST_KEY_SENTENCES)
    chosen = key_sentences.of_document(most)
    return Glance(
        outline=tuple(_outline(document)),
        key_sentences=tuple(Entry(_text(document, place), (place,)) for place in chosen),
        key_terms=tuple(_term_entries(document, sentences)),
        dates=tuple(date_entries(sentences, language, document.is_uncertain)),
        amounts=tuple(amount_entries(sentences, language, document.is_uncertain)),
        names=tuple(name_entries(sentences, language)),
    )


def language_of_document(document: Document) -> Language:
    """Returns the language of most of the text, by samples from all of it."""
    step = max(len(document.pages) // _SAMPLES, 1)
    texts = [page.text[:600] for page in document.pages[::step]]
    return language_of(" ".join(texts)[:4000])


def _outline(document: Document) -> Iterator[Entry]:
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.start < block.end:
            place = Place(block.page, block.start, block.end)
            yield Entry(_text(document, place), (place,), level=block.level)


def _term_entries(document: Document, sentences: Sequence[Sentence]) -> Iterable[Entry]:
    around = {(each.place.page, each.place.start): each.text for each in sentences}
    starts = sorted(around)
    for term in key_terms(sentences, _TERMS):
        place = term.places[0]
        sentence = around[starts[bisect.bisect_right(starts, (place.page, place.start)) - 1]]
        yield Entry(_text(document, place), term.places[:_MOST_PLACES], len(term.places), sentence)


def _text(document: Document, place: Place) -> str:
    return document.text(place.page, place.start, place.end)
