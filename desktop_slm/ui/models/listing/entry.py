"""One line of the Models page as a value, and how the lines are found out in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.errors import DesktopSlmError, ModelVanished
from desktop_slm.models import computer
from desktop_slm.models.computer import Computer
from desktop_slm.models.facts import FileFacts, FileKind
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Library, Place, Vanished
from desktop_slm.models.verification import Verifications, Verified

if TYPE_CHECKING:
    from desktop_slm.tuning.trial.records import Claim


@dataclass(frozen=True, slots=True)
class Entry:
    """A model with what is known of its file by now.

    `changed` is its last verification where the file has changed since; `memory_bytes` is measured
    while it is loaded, and 0 otherwise.
    """

    model: InstalledModel
    verified: Verified | None = None
    facts: FileFacts | None = None
    problem: DesktopSlmError | None = None
    memory_bytes: int = 0
    claim: Claim | None = None  # what a trial on the person's document found
    changed: Verified | None = None

    @property
    def is_usable(self) -> bool:
        """Whether it can be chosen, as far as anybody knows."""
        is_for_text = self.facts is None or self.facts.kind is FileKind.TEXT
        return self.problem is None and is_for_text

    @property
    def is_gone(self) -> bool:
        """Whether the file is no longer where it was."""
        return isinstance(self.problem, ModelVanished)

    def remembering(self, known: Entry | None) -> Entry:
        """Returns the line with what was known of the same file, until it is looked into again."""
        if known is None or known.model != self.model or self.problem is not None:
            return self
        return replace(self, facts=known.facts, problem=known.problem)


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows before any file is looked into."""

    computer: Computer
    device: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the page's knowledge comes from."""

    library: Library
    engine: TextEngine
    verifications: Verifications
    inspection: Inspection
    claim_of: Callable[[InstalledModel, str], Claim | None] = lambda model, sha256: None

    def overview(self) -> Overview:
        """Returns the models, seen from outside their files, and the computer. Blocks."""
        facts = self.engine.facts
        return Overview(
            computer.measure(),
            facts.device if facts else "",
            (
                *(self._entry(model) for model in self.library.models()),
                *(_gone(model) for model in self.library.vanished()),
            ),
        )

    def look_into(self, entry: Entry) -> Entry:
        """Returns the line with what the file says of itself, or why it is of no use. Blocks."""
        if entry.is_gone:
            return entry
        try:
            return replace(entry, facts=self.inspection.facts(entry.model.path))
        except DesktopSlmError as error:
            return replace(entry, problem=error)

    def _entry(self, model: InstalledModel) -> Entry:
        loaded = self.engine.loaded
        is_loaded = loaded is not None and loaded.path == model.path
        memory_bytes = self.engine.memory_bytes if is_loaded else 0
        try:
            verified = self.verifications.last(model)
            claim = self.claim_of(model, verified.sha256 if verified else "")
            entry = Entry(model, verified, memory_bytes=memory_bytes, claim=claim)
            if verified is None:
                entry = replace(entry, changed=self.verifications.changed_since(model))
            return entry
        except DesktopSlmError as error:
            return Entry(model, problem=error, memory_bytes=memory_bytes)


def _gone(vanished: Vanished) -> Entry:
    place = Place.IN_PLACE if vanished.is_in_place else Place.FOLDER
    id_ = f"gone:{vanished.path}"
    model = InstalledModel(id_, vanished.name, vanished.path, 0, "", place)
    return Entry(model, problem=ModelVanished(path=vanished.path))
