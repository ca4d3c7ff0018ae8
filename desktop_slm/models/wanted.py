"""A model that somebody wants to have: which files of which revision, and under which license."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from desktop_slm.models import listing, places
from desktop_slm.models.prospect import Use
from desktop_slm.models.remote import RemoteFile, Repository


@dataclass(frozen=True, slots=True)
class Wanted:
    """The files of one model, the first of a divided one first.

    `is_license_accepted` is set by who has shown the license to the person and heard yes.
    """

    repo: str
    revision: str
    files: tuple[RemoteFile, ...]
    license: str
    is_license_accepted: bool = False

    @property
    def key(self) -> str:
        """What makes it the same download as another: the fingerprint of its first file."""
        return self.files[0].sha256

    @property
    def name(self) -> str:
        """The name of its (first) file."""
        return Path(self.files[0].file).name

    @property
    def size_bytes(self) -> int:
        """How large all files are."""
        return sum(file.size_bytes for file in self.files)

    def path(self, folder: Path) -> Path:
        """Returns where the model will lie. Raises RepoUnknown, FileNameRefused."""
        return places.final_path(folder, self.repo, self.files[0].file)

    def to_json(self) -> dict[str, Any]:
        """Returns it as JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Any) -> Wanted:
        """Returns it from JSON. Raises LookupError, TypeError, ValueError, AttributeError."""
        files = tuple(RemoteFile(**file) for file in stored["files"])
        wanted = cls(
            repo=str(stored["repo"]),
            revision=str(stored["revision"]),
            files=files,
            license=str(stored["license"]),
            is_license_accepted=stored["is_license_accepted"] is True,
        )
        if not files or not all(places.is_sha256(file.sha256) for file in files):
            raise ValueError
        return wanted


def models_of(repository: Repository) -> tuple[tuple[RemoteFile, ...], ...]:
    """Returns the models of a repository, each with all its files, by their size."""
    others = (Use.PROJECTOR, Use.CALIBRATION, Use.INCOMPLETE)
    models = [each.files for each in listing.of(repository) if each.use not in others]
    return tuple(sorted(models, key=lambda files: sum(file.size_bytes for file in files)))
