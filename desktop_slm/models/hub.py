"""What the hub says of repositories and files, through huggingface_hub. Fetch child only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from huggingface_hub.file_download import get_hf_file_metadata, hf_hub_url

from desktop_slm.models import hosts, web
from desktop_slm.models.places import is_sha256

_TIMEOUT_S = 20.0
_MOST_FILES = 2000
_MOST_FOUND = 30


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file is just now, and what the hub says of it; "" and 0 for what it does not say."""

    address: str
    size_bytes: int
    sha256: str


def files(repo: str, revision: str, token: str = "") -> dict[str, Any]:
    """Returns the GGUF files of a repository with their sizes and SHA-256.

    Raises what `web.translate` returns.
    """
    from huggingface_hub import HfApi  # 0.2 s that a download need not wait for

    try:
        info = HfApi(hosts.endpoint(), token=token or False).model_info(
            repo, revision=revision, files_metadata=True, timeout=_TIMEOUT_S
        )
    except Exception as error:  # huggingface_hub lets its HTTP library's errors through
        raise web.translate(error, repo, revision=revision) from None
    listed = [
        {
            "file": sibling.rfilename,
            "size_bytes": sibling.size or 0,
            "sha256": sibling.lfs.sha256 if sibling.lfs else "",
        }
        for sibling in (info.siblings or [])[:_MOST_FILES]
        if sibling.rfilename.lower().endswith(".gguf")
    ]
    return {
        "repo": info.id,
        "revision": info.sha or "",
        **_license(info.card_data),
        "is_gated": bool(info.gated),
        "files": listed,
    }


def search(words: str, token: str = "") -> dict[str, Any]:
    """Returns the repositories with GGUF files that fit the words, the most fetched first."""
    from huggingface_hub import HfApi

    try:
        found = list(
            HfApi(hosts.endpoint(), token=token or False).list_models(
                search=words, filter="gguf", sort="downloads", limit=_MOST_FOUND
            )
        )
    except Exception as error:
        raise web.translate(error) from None
    return {
        "found": [
            {
                "repo": info.id,
                "downloads": int(info.downloads or 0),
                "likes": int(info.likes or 0),
                "license": _tagged(info.tags or [], "license:"),
                "is_gated": bool(info.gated),
            }
            for info in found
        ]
    }


def locate(repo: str, revision: str, file: str, token: str = "") -> Source:
    """Asks where a file lies; the answer holds for some minutes. Raises as `files`."""
    try:
        address = hf_hub_url(repo, file, revision=revision, endpoint=hosts.endpoint())
        found = get_hf_file_metadata(address, token=token or False, timeout=_TIMEOUT_S)
    except Exception as error:
        raise web.translate(error, repo, file, revision) from error
    etag = (found.etag or "").lower()
    return Source(found.location, found.size or 0, etag if is_sha256(etag) else "")


def _license(card: Any) -> dict[str, str]:
    """Returns the license's name and where it can be read, as the repository's card tells them."""
    if not card:
        return {"license": "", "license_link": ""}
    name, own = str(card.get("license") or ""), str(card.get("license_name") or "")
    return {
        "license": own if own and name in ("", "other") else name,
        "license_link": str(card.get("license_link") or ""),
    }


def _tagged(tags: list[str], prefix: str) -> str:
    return next((tag.removeprefix(prefix) for tag in tags if tag.startswith(prefix)), "")
