"""The hub seen from the window: typed requests to the fetch child, which lives for one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_slm.errors import FetchStopped
from desktop_slm.models.access import Access
from desktop_slm.models.connections import Purpose
from desktop_slm.models.fetching import FetchChildren, Request, Stopper

_TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a repository; `sha256` is "" where the hub does not tell it."""

    file: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Repository:
    """What a repository holds that can be run; `license_link` is "" or where its text stands."""

    repo: str
    revision: str
    license: str
    is_gated: bool
    files: tuple[RemoteFile, ...]
    license_link: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A repository that a search brought."""

    repo: str
    downloads: int
    likes: int
    license: str
    is_gated: bool


class Hub:
    """Asks the hub. Blocks; each question starts a fetch child."""

    def __init__(self, children: FetchChildren, access: Access | None = None) -> None:
        self._children = children
        self._access = access or Access()

    def repository(
        self, repo: str, revision: str = "main", stopper: Stopper | None = None
    ) -> Repository:
        """Returns what a repository holds.

        Raises:
            OfflineNow: the app is offline, and nothing was started.
            Stopped, FetchStopped: the child ended.
            NetworkError: the hub's answer, or none.
        """
        fields = self._access.ask(
            lambda token: self._ask(
                "files", Purpose.LIST, stopper, repo=repo, revision=revision, token=token
            )
        )
        return Repository(
            repo=fields["repo"],
            revision=fields["revision"],
            license=fields["license"],
            is_gated=fields["is_gated"],
            files=tuple(RemoteFile(**file) for file in fields["files"]),
            license_link=fields["license_link"],
        )

    def search(self, words: str, stopper: Stopper | None = None) -> tuple[Found, ...]:
        """Returns the repositories that fit the words. Raises as `repository`."""
        fields = self._ask("search", Purpose.SEARCH, stopper, words=words)
        return tuple(Found(**found) for found in fields["found"])

    def beginning(
        self, repository: Repository, file: RemoteFile, span: range, stopper: Stopper | None = None
    ) -> bytes:
        """Returns the bytes of a file that `span` names, fewer only where the file ends before.

        Raises as `repository`, SignInPage, WrongLength.
        """
        piece = {
            "repo": repository.repo,
            "revision": repository.revision,
            "file": file.file,
            "size_bytes": file.size_bytes,
            "start": span.start,
            "length": len(span),
        }
        found: list[bytes] = []

        def ask(token: str) -> object:
            fields = {"piece": piece, "token": token}
            request = Request("beginning", fields, Purpose.FACTS, timeout_s=_TIMEOUT_S)
            return self._children.ask(request, on_bytes=found.append, stopper=stopper)

        self._access.ask(ask)
        data = b"".join(found)
        if not 0 < len(data) <= len(span):  # the child has met strangers
            raise FetchStopped(how="bytes that nobody asked for")
        return data

    def _ask(
        self, operation: str, purpose: Purpose, stopper: Stopper | None, **fields: str
    ) -> Mapping[str, Any]:
        request = Request(operation, fields, purpose, timeout_s=_TIMEOUT_S)
        return self._children.ask(request, stopper=stopper)
