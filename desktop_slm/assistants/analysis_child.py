"""The analysis child: looks for evidence in a document, off the window's interpreter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, NoReturn

from desktop_slm.assistants.document_sets.opened_set import SetJobs
from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.glance import glance
from desktop_slm.assistants.omissions import wire as omissions_wire
from desktop_slm.assistants.opened_document import OpenedDocument
from desktop_slm.documents import wire
from desktop_slm.errors import Invariant
from desktop_slm.workers import host
from desktop_slm.workers.confine import Limits, Profile

_MEMORY_BYTES = 2 << 30


def run() -> NoReturn:
    """Becomes the analysis child."""
    parent = host.connect("analysis", Profile.SEALED, Limits(memory_bytes=_MEMORY_BYTES))
    analysis = _Analysis()
    jobs = {
        "open": analysis.open,
        "evidence": analysis.evidence,
        "key_sentences": analysis.key_sentences,
        "glance": analysis.glance,
        "omissions": analysis.omissions,
        "check_export": _check_export,
        "compare": _compare,
        "read_chats": _read_chats,
        "assistant_file": _assistant_file,
        **SetJobs().jobs(),
    }
    host.serve_jobs(parent, jobs)


def _check_export(
    request: Mapping[str, Any], payload: bytes, reply: host.Reply
) -> Mapping[str, Any]:
    """Returns what does not fit in an exported summary, which is the payload."""
    from desktop_slm.assistants.verification import check_job

    return check_job.run(request, payload)


def _assistant_file(
    request: Mapping[str, Any], payload: bytes, reply: host.Reply
) -> Mapping[str, Any]:
    """Returns the assistant in a file from anywhere, which is the payload."""
    from desktop_slm.assistants.personas import file_job

    return file_job.run(request, payload)


def _read_chats(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> Mapping[str, Any]:
    """Sends the chats of a file from anywhere, which is the payload."""
    from desktop_slm.assistants.chat_files import reading

    return reading.run(request, payload, lambda chat: reply.event("chat", chat=chat))


def _compare(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> Mapping[str, Any]:
    """Returns what happened between two versions of a document."""
    from desktop_slm.assistants.comparison import making
    from desktop_slm.assistants.comparison import wire as comparison_wire

    documents = (wire.from_dict(request[name]) for name in ("before", "after"))
    return {"comparison": comparison_wire.to_dict(making.compare(*documents))}


class _Analysis:
    """The document that is looked at."""

    def __init__(self) -> None:
        self._document: OpenedDocument | None = None

    def open(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        """Takes a document."""
        self._document = OpenedDocument(wire.from_dict(request["document"]))
        return {}

    @property
    def _opened(self) -> OpenedDocument:
        if self._document is None:
            raise Invariant(details="no document is open")
        return self._document

    def evidence(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        """Returns what supports each of the given sentences."""
        find = self._opened.find
        return {"findings": [asdict(find(str(sentence))) for sentence in request["sentences"]]}

    def key_sentences(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        """Returns the places of the key sentences of each passage."""
        share = float(request["share"])
        passages = [[Place(*span) for span in spans] for spans in request["passages"]]
        found = [self._opened.key_sentences.of_passage(spans, share) for spans in passages]
        return {
            "places": [[[each.page, each.start, each.end] for each in places] for places in found]
        }

    def glance(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        """Returns what the document says at a glance."""
        return {"glance": glance.to_dict(self._opened.glance)}

    def omissions(
        self, request: Mapping[str, Any], payload: bytes, reply: host.Reply
    ) -> Mapping[str, Any]:
        """Returns what no source of a summary touches."""
        places = [Place(*place) for place in request["places"]]
        return {"omissions": omissions_wire.to_dict(self._opened.omissions.find(places))}
