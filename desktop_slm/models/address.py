"""What a person types or pastes to name a model on the hub: an address, or owner and name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from desktop_slm.models import places

_REVISION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,99}")
_HOSTS = ("huggingface.co", "www.huggingface.co", "hf.co")


@dataclass(frozen=True, slots=True)
class HubAddress:
    """A repository, its revision, and perhaps one of its files."""

    repo: str
    revision: str = "main"
    file: str = ""


def parse(text: str, mirror: str = "") -> HubAddress | None:
    """Returns what is named, or None where these are words to search for.

    Understands owner/name, and addresses of Hugging Face or of `mirror`, a host, with /tree/,
    /blob/ or /resolve/ in them.
    """
    text = text.strip()
    if "://" not in text and text.partition("/")[0].lower() in (*_HOSTS, mirror):
        text = f"https://{text}"
    if "://" not in text:
        return HubAddress(text) if places.is_repo(text) else None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.netloc.lower() not in (*_HOSTS, mirror):
        return None
    return _of_path(unquote(parts.path).strip("/").split("/"))


def is_revision(text: str) -> bool:
    """Whether a branch, tag or commit may be called so."""
    return _REVISION.fullmatch(text) is not None and ".." not in text


def _of_path(steps: list[str]) -> HubAddress | None:
    repo = "/".join(steps[:2])
    if not places.is_repo(repo):
        return None
    if len(steps) < 4 or steps[2] not in ("tree", "blob", "resolve"):
        return HubAddress(repo)
    revision, file = steps[3], "/".join(steps[4:])
    if not is_revision(revision):
        return None
    return HubAddress(repo, revision, file if file.lower().endswith(".gguf") else "")
