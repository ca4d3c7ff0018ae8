"""The analysis child: one for a document, which it indexes once for every question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_slm.assistants.analysis import Analysis
from desktop_slm.assistants.opened_document import OpenedDocument
from desktop_slm.documents.passages import cut
from desktop_slm.errors import AnalysisFailed
from desktop_slm.workers.process import Worker
from tests.process.cli_runs import Terminal
from tests.unit.assistants.glance.lease import LEASE, document_of


def test_the_child_answers_as_the_code_does_and_is_started_once() -> None:
    document = document_of(LEASE)
    here = OpenedDocument(document)
    workers: list[Worker] = []

    def start() -> Worker:
        workers.append(Worker("analysis"))
        return workers[-1]

    with Analysis(document, start) as analysis:
        assert analysis.glance() == here.glance
        assert analysis.omissions([]) == here.omissions.find([])
        passages = cut(document, lambda texts: [len(text.split()) for text in texts], 40)
        found = analysis.key_sentences([passage.spans for passage in passages], 0.3)
        assert len(found) == len(passages)
        assert all(found)
        assert found == [
            here.key_sentences.of_passage(passage.spans, 0.3)  # type: ignore[arg-type]
            for passage in passages
        ]
    assert len(workers) == 1


def test_a_child_that_is_gone_is_an_error_and_no_hang() -> None:
    with Analysis(document_of(LEASE)) as analysis:
        analysis.glance()
        analysis.close()
        with pytest.raises(AnalysisFailed):
            analysis.omissions([])


def test_the_terminal_shows_a_document_at_a_glance(tmp_path: Path) -> None:
    path = tmp_path / "lease.md"
    path.write_text(
        "# The lease\n\nThe yearly rent is £48,000, due on 4 March 2022. The rent must be paid.\n"
    )
    terminal = Terminal(tmp_path / "data")
    shown = terminal.run("read", path, "--glance")
    assert shown.status == 0
    assert shown.output.startswith("lease.md (1 page)\n\nOutline\n- The lease (p. 1)\n")
    assert "\nAmounts\n- £48,000 (p. 1)\n" in shown.output
    found = json.loads(terminal.run("read", path, "--glance", "--json").output)
    assert [entry["text"] for entry in found["dates"]] == ["4 March 2022"]
    assert found["amounts"][0]["kind"] == "money"
    place = found["amounts"][0]["places"][0]
    whole = json.loads(terminal.run("read", path, "--json").output)
    page = whole["pages"][place["page"] - 1]["text"]
    assert page[place["start"] : place["end"]] == "£48,000"
