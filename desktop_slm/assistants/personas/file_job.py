"""Reading an assistant's file as a job of the analysis child: its answer, and how it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop_slm import files
from desktop_slm.assistants.analysis_worker import AnalysisWorker, StartWorker, analysis_worker
from desktop_slm.assistants.personas import fields, file_form
from desktop_slm.assistants.personas.assistant import Assistant
from desktop_slm.errors import AssistantNewer, AssistantUnfit

JOB = "assistant_file"


def run(request: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    """Returns the child's answer. Raises AssistantUnfit, AssistantNewer."""
    name = str(request["name"])
    with _named(name):
        return {"assistant": fields.to_fields(file_form.read(content))}


def read_file(path: Path, start: StartWorker = analysis_worker) -> Assistant:
    """Returns the assistant in a stranger's file. Blocks.

    What the child answers is checked again: a file may have taken it over. Raises FileUnreadable,
    AssistantUnfit, AssistantNewer, AnalysisFailed.
    """
    content = _content(path)
    with AnalysisWorker((), "open", start) as child:
        answer = child.ask(JOB, content, name=path.name).fields.get("assistant")
    with _named(path.name):
        return fields.from_fields(answer if isinstance(answer, dict) else {})


def _content(path: Path) -> bytes:
    content = files.content_up_to(path, file_form.MOST_BYTES)
    if content is None:
        raise AssistantUnfit(name=path.name, why="it is larger than 4 MB")
    return content


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Turns what is wrong with values into errors that name the file."""
    try:
        yield
    except fields.NewerForm:
        raise AssistantNewer(name=name) from None
    except fields.Unfit as error:
        raise AssistantUnfit(name=name, why=str(error)) from None
