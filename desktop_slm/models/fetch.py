"""The fetch child: the only process that may use the network, and only for typed requests."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NoReturn

from desktop_slm.workers import host
from desktop_slm.workers.confine import Profile

# Set before huggingface_hub is imported: it reads them once.
_QUIET = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
    "HF_HUB_DISABLE_XET": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    # Nothing is cached: a folder that does not exist is neither read nor made for listings.
    "HF_HOME": os.path.join(os.sep, "nonexistent", "desktop-slm"),
}


def run() -> NoReturn:
    """Becomes the fetch child."""
    os.environ.update(_QUIET)
    parent = host.connect("fetch", Profile.FETCH)
    host.serve_jobs(parent, {"files": _files})


def _files(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    from desktop_slm.models import hub

    return hub.files(str(request["repo"]), str(request.get("revision") or "main"))
