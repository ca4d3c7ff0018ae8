"""The check as a job of the analysis child: its request, its answer, and both read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_slm import errors
from desktop_slm.assistants.exports.embedded import NoData
from desktop_slm.assistants.exports.seal import NewerFormat
from desktop_slm.assistants.verification.check import Checked, check
from desktop_slm.assistants.verification.findings import Finding, FindingKind
from desktop_slm.documents import wire
from desktop_slm.documents.document import Document


def request(name: str, documents: Sequence[Document], pdf_pages: Sequence[str]) -> dict[str, Any]:
    """Returns the fields that go to the child; the export itself is the payload."""
    return {
        "name": name,
        "documents": [wire.to_dict(document) for document in documents],
        "pdf_pages": list(pdf_pages),
    }


def run(fields: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    """Returns the answer. Raises NotAnExport, NewerExport."""
    documents = [wire.from_dict(document) for document in fields["documents"]]
    try:
        checked = check(content, documents, fields["pdf_pages"])
    except NoData:
        raise errors.NotAnExport(name=fields["name"]) from None
    except NewerFormat:
        raise errors.NewerExport(name=fields["name"]) from None
    return {
        "findings": [
            {"kind": finding.kind.value, "fields": dict(finding.fields)}
            for finding in checked.findings
        ],
        "counts": [checked.sentences, checked.footnotes, checked.pages],
    }


def answered(fields: Mapping[str, Any]) -> Checked:
    """Returns what the child's answer says."""
    findings = tuple(
        Finding(FindingKind(each["kind"]), each["fields"]) for each in fields["findings"]
    )
    return Checked(findings, *fields["counts"])
