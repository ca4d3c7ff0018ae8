"""A document in the analysis child; each index is made when it is first asked for, and once."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from desktop_slm.assistants.evidence import Finding, Support
from desktop_slm.assistants.evidence.index import EvidenceIndex
from desktop_slm.assistants.glance import making
from desktop_slm.assistants.glance.glance import Glance
from desktop_slm.assistants.glance.key_sentences import KeySentences
from desktop_slm.assistants.glance.sentences import Sentence, sentences_of
from desktop_slm.assistants.omissions.finding import findings_in
from desktop_slm.assistants.omissions.search import OmissionSearch
from desktop_slm.assistants.terms import split_words, terms
from desktop_slm.documents.document import Document


class OpenedDocument:
    """All that can be asked of one document without a model."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences in reading order."""
        return sentences_of(self.document)

    @cached_property
    def evidence(self) -> EvidenceIndex:
        """Finds the places on which a sentence rests."""
        return EvidenceIndex(
            ((each.place, each.text) for each in self.sentences), self.document.is_uncertain
        )

    def find(self, sentence: str) -> Finding:
        """Returns what supports a sentence, and what of it the document lacks."""
        finding = self.evidence.find(sentence)
        if finding.support is Support.FULL:
            return finding
        missing = (word for word in split_words(sentence) if not self._has(word))
        return replace(finding, missing=tuple(dict.fromkeys(missing)))

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(term for each in self.sentences for term in terms(each.text))

    def _has(self, word: str) -> bool:
        return all(term in self._terms for term in terms(word))

    @cached_property
    def key_sentences(self) -> KeySentences:
        """Ranks the sentences."""
        return KeySentences(self.sentences)

    @cached_property
    def omissions(self) -> OmissionSearch:
        """Looks for what a summary leaves out."""
        language = making.language_of_document(self.document)
        return OmissionSearch(
            self.document,
            self.sentences,
            lambda sentence: findings_in(self.document, sentence, language),
        )

    @cached_property
    def glance(self) -> Glance:
        """What the document says at a glance."""
        return making.make(self.document, self.sentences, self.key_sentences)
