"""What the hub says of a repository, through huggingface_hub. Fetch child only."""

from __future__ import annotations

from typing import Any

from huggingface_hub import HfApi
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

from desktop_slm.errors import HubRefused, HubUnreachable, RepoGated, RepoUnknown, WorldError

_TIMEOUT_S = 20.0
_MAX_FILES = 2000


def files(repo: str, revision: str) -> dict[str, Any]:
    """Returns the GGUF files of a repository with their sizes and SHA-256.

    Raises RepoUnknown, RepoGated, HubRefused, HubUnreachable.
    """
    try:
        info = HfApi(token=False).model_info(
            repo, revision=revision, files_metadata=True, timeout=_TIMEOUT_S
        )
    except Exception as error:  # huggingface_hub lets its HTTP library's errors through
        raise _translate(error, repo) from None
    listed = [
        {
            "file": sibling.rfilename,
            "size_bytes": sibling.size or 0,
            "sha256": sibling.lfs.sha256 if sibling.lfs else "",
        }
        for sibling in (info.siblings or [])[:_MAX_FILES]
        if sibling.rfilename.lower().endswith(".gguf")
    ]
    license_name = info.card_data.get("license") if info.card_data else ""
    return {
        "repo": info.id,
        "revision": info.sha or "",
        "license": str(license_name or ""),
        "is_gated": bool(info.gated),
        "files": listed,
    }


def _translate(error: Exception, repo: str) -> WorldError:
    if isinstance(error, GatedRepoError):
        return RepoGated(repo=repo)
    if isinstance(error, RepositoryNotFoundError | RevisionNotFoundError | HFValidationError):
        return RepoUnknown(repo=repo)
    if isinstance(error, HfHubHTTPError):
        return HubRefused(status=error.response.status_code)
    return HubUnreachable(details=type(error).__name__)
