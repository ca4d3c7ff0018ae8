"""The question for a newer version, when a person asks it; nothing is got, opened or changed."""

from __future__ import annotations

from itertools import zip_longest

from desktop_slm import __version__
from desktop_slm.models.connections import Purpose
from desktop_slm.models.fetching import FetchChildren, Request
from desktop_slm.packager import Packager

_TIMEOUT_S = 60.0


def newest_version(children: FetchChildren, packager: Packager) -> str:
    """Returns the newest version. The child knows itself whom it may ask. Blocks.

    Raises:
        OfflineNow, OfflineByPolicy: the app is offline, and nothing was started.
        FetchStopped: the child ended.
        UpdatesUnreachable, UpdatesUnclear: there was no answer, or none that names a version.
    """
    request = Request(
        "newest", {}, Purpose.VERSION, timeout_s=_TIMEOUT_S, host=packager.updates_host
    )
    return str(children.ask(request)["version"])


def is_newer(found: str, own: str = __version__) -> bool:
    """Whether a version comes after ours, number by number."""
    pairs = zip_longest(_numbers(found), _numbers(own), fillvalue=0)
    return next((ours < theirs for theirs, ours in pairs if theirs != ours), False)


def _numbers(version: str) -> list[int]:
    return [int(part) if part.isdigit() else 0 for part in version.split(".")]
