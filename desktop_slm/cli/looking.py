"""`desktop-slm models info REPO [FILE]`: what a repository holds, and what would run here.

The first bytes of one file of each model are read, as in the window's search; nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.errors import DesktopSlmError, FileUnknown, ModelError, UnsupportedModel
from desktop_slm.gguf.tables import ENGINE_VERSION
from desktop_slm.models import listing
from desktop_slm.models import prospect as prospects
from desktop_slm.models.fit import Fit
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.listing import Listed
from desktop_slm.models.machine import Machine
from desktop_slm.models.previews import Previews
from desktop_slm.models.prospect import Prospect, Use
from desktop_slm.models.remote import Hub, RemoteFile, Repository
from desktop_slm.tuning.calibration import Calibration

_MOST_UNASKED = 3
_REASONS = {
    Use.TEXT: "",
    Use.EMBEDDING: "compares texts and writes none",
    Use.ADAPTER: "an adapter: it belongs to another model",
    Use.PROJECTOR: "a part that lets another model see or hear",
    Use.DRAFT: "a part that guesses ahead for another model",
    Use.SPEECH: "makes speech and writes no text",
    Use.DIFFUSION: "writes by diffusion, which this app cannot do",
    Use.CALIBRATION: "holds what the other files were made with; no model",
    Use.INCOMPLETE: "some of its files are missing there",
    Use.OLD_FORMAT: "a format that llama.cpp has given up",
    Use.NEWER_ENGINE: f"needs a newer engine than {ENGINE_VERSION}",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A model with what is known of it; `problem` is why its header says nothing."""

    model: Listed
    prospect: Prospect | None
    problem: DesktopSlmError | None
    fit: Fit

    @property
    def use(self) -> Use:
        """What it is good for; its name comes before what its relatives say."""
        is_told = self.prospect is not None and self.model.use is Use.TEXT
        return self.prospect.use if self.prospect and is_told else self.model.use

    @property
    def reason(self) -> str:
        """Why it cannot be used here, or ""."""
        return str(self.problem) if isinstance(self.problem, ModelError) else _REASONS[self.use]


def show(hub: Hub, repository: Repository, file: str, *, as_json: bool) -> None:
    """Prints what a repository holds, or what is known of one of its files."""
    models = [each for each in listing.of(repository) if not file or _is_named(each, file)]
    if file and not models:
        raise FileUnknown(repo=repository.repo, file=file)
    known = _known(hub, repository, models, is_all=bool(file))
    if as_json:
        output.result(_described(repository, known))
        return
    print(f"{repository.repo}  {repository.license or 'license not stated'}")
    for each in known:
        print(output.one_line(_line(each)))
    families = {each.model.family: each for each in reversed(known)}
    for each in reversed(families.values()):
        if each.prospect is not None:
            output.note(_header_line(each.model.name, each.prospect))
    for each in known:
        if each.problem is not None and not isinstance(each.problem, ModelError):
            output.note(f"Estimated from the size alone: {each.problem}")


def require_runnable(hub: Hub, repository: Repository, files: tuple[RemoteFile, ...]) -> None:
    """Refuses what this build cannot run, before it is fetched; what cannot be asked may pass.

    Raises UnsupportedModel.
    """
    wanted = next((e for e in listing.of(repository) if e.first.file == files[0].file), None)
    if wanted is None:
        return
    try:
        found = Previews(hub, Inspection()).look(repository, wanted.first)
    except DesktopSlmError:
        return  # the download says it better, or the file does
    if found.use is Use.NEWER_ENGINE:
        output.note(f"It {_REASONS[found.use]}.")
        raise UnsupportedModel(name=wanted.name, architecture=found.architecture[:40])


def _known(
    hub: Hub, repository: Repository, models: Sequence[Listed], *, is_all: bool
) -> list[Known]:
    machine = _machine()
    previews = Previews(hub, Inspection())
    found: dict[str, Prospect] = {}
    problems: dict[str, DesktopSlmError] = {}
    asked: set[str] = set()
    for model in models:
        is_due = model.use is Use.TEXT and model.family not in asked
        if is_due and (is_all or len(asked) < _MOST_UNASKED):
            asked.add(model.family)
            try:
                found[model.family] = _look(previews, repository, model)
            except DesktopSlmError as error:
                problems[model.first.file] = error
    return [
        Known(
            each,
            prospect := found.get(each.family) if each.use is Use.TEXT else None,
            problems.get(each.first.file),
            prospects.judge(each.size_bytes, each.format, prospect, machine),
        )
        for each in models
    ]


def _look(previews: Previews, repository: Repository, model: Listed) -> Prospect:
    progress = output.Progress()
    progress.show(f"Reading the header of {model.name}…")
    try:
        return previews.look(repository, model.first)
    finally:
        progress.clear()


def _is_named(model: Listed, file: str) -> bool:
    return file.lower() in model.name.lower() or any(file == each.file for each in model.files)


def _line(known: Known) -> str:
    size = f"{known.model.size_bytes / 1e6:12,.0f} MB"
    count = len(known.model.files)
    files = f" ({count} files)" if count > 1 else ""
    if known.reason:
        return f"{size}  {known.model.name}{files}  {known.reason}"
    about = "about " if known.fit.need.is_rough else ""
    memory = f"{about}{known.fit.need.total_bytes / 1e9:.1f} GB in memory"
    label = known.fit.label.value.capitalize()
    return f"{size}  {known.model.name}{files}  {label}: {memory}"


def _header_line(name: str, found: Prospect) -> str:
    parts = [f"architecture {found.architecture}"]
    parts += [f"{found.layers} layers"] if found.layers else []
    parts += [f"context {found.context_tokens:,}"] if found.context_tokens else []
    parts += [f"{found.experts_used} of {found.experts} experts"] if found.experts else []
    return f"By the header of {name}: {', '.join(parts)}"


def _described(repository: Repository, known: Sequence[Known]) -> dict[str, Any]:
    return {
        "repo": repository.repo,
        "revision": repository.revision,
        "license": repository.license,
        "gated": repository.is_gated,
        "engine": ENGINE_VERSION,
        "files": [
            {"file": f.file, "size_bytes": f.size_bytes, "sha256": f.sha256}
            for f in repository.files
        ],
        "models": [_describe(each) for each in known],
    }


def _describe(known: Known) -> dict[str, Any]:
    runs = not known.reason
    return {
        "name": known.model.name,
        "files": [file.file for file in known.model.files],
        "size_bytes": known.model.size_bytes,
        "format": known.model.format,
        "use": known.use.value,
        "reason": known.reason,
        "fits": known.fit.label.value if runs else None,
        "memory_bytes": known.fit.need.total_bytes if runs else None,
        "is_memory_rough": known.fit.need.is_rough if runs else None,
        "header": known.prospect.to_wire() if known.prospect else None,
        "problem": str(known.problem) if known.problem else "",
    }


def _machine() -> Machine:
    progress = output.Progress()
    progress.show("Measuring this computer…")
    try:
        return Calibration(paths.find()).machine()
    finally:
        progress.clear()
