"""Where a repository's file lies in the models folder: under owner and name, as on the hub.

Names come from the network, so each part is checked before it becomes a path.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from desktop_slm.errors import FileNameRefused, RepoUnknown

_REPO = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9][A-Za-z0-9._-]{0,95}")
_PART = re.compile(r"[A-Za-z0-9_(][A-Za-z0-9 ._+,()@=-]{0,200}")
_WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(10)}
)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOST_PARTS = 4


def final_path(folder: Path, repo: str, file: str) -> Path:
    """Returns where the finished file lies. Raises RepoUnknown, FileNameRefused."""
    if not is_repo(repo):
        raise RepoUnknown(repo=repo)
    parts = file.split("/")
    if len(parts) > _MOST_PARTS or not all(_is_safe(part) for part in [*repo.split("/"), *parts]):
        raise FileNameRefused(file=file)
    if not file.lower().endswith(".gguf"):
        raise FileNameRefused(file=file)
    return folder.joinpath(*repo.split("/"), *parts)


def part_path(folder: Path, repo: str, file: str, sha256: str) -> Path:
    """Returns where the file lies while it comes in: beside its place, under no model's name."""
    if not is_sha256(sha256):
        raise FileNameRefused(file=file)
    return final_path(folder, repo, file).with_name(f".{sha256[:24]}.part")


def remove_part(folder: Path, repo: str, file: str, sha256: str) -> None:
    """Removes what has come of a file, and the folders that are empty then."""
    path = part_path(folder, repo, file, sha256)
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
    remove_empty_folders(folder, path.parent)


def remove_empty_folders(folder: Path, inner: Path) -> None:
    """Removes `inner` and the folders around it, up to `folder`, as far as they are empty."""
    while inner != folder and folder in inner.parents:
        try:
            inner.rmdir()
        except OSError:
            return
        inner = inner.parent


def is_repo(name: str) -> bool:
    """Whether this is how the hub names a repository."""
    return _REPO.fullmatch(name) is not None and ".." not in name and "--" not in name


def is_sha256(text: str) -> bool:
    """Whether this is a SHA-256 in lower-case hexadecimal."""
    return _SHA256.fullmatch(text) is not None


def _is_safe(part: str) -> bool:
    return (
        _PART.fullmatch(part) is not None
        and part[-1] not in " ."
        and part.split(".", maxsplit=1)[0].strip().lower() not in _WINDOWS_DEVICES
    )
