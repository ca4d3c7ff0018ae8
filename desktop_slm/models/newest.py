"""Asks the packager's address for the newest version. Fetch child only; answers a version alone."""

from __future__ import annotations

import json
import re

from desktop_slm.errors import DesktopSlmError, UpdatesUnclear, UpdatesUnreachable
from desktop_slm.models.web import Web
from desktop_slm.packager import Packager

_MOST_BYTES = 16 << 10
_OK = 200
_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}")


def newest(packager: Packager, web: Web) -> str:
    """Returns the version that the answer names, a JSON object such as {"version": "1.2.0"}.

    Raises UpdatesUnreachable, UpdatesUnclear.
    """
    host = packager.updates_host
    found = bytearray()
    try:
        with web.client.stream("GET", packager.updates) as response:
            if response.status_code != _OK:
                raise UpdatesUnreachable(host=host, details=str(response.status_code))
            for data in response.iter_bytes():
                found += data
                if len(found) > _MOST_BYTES:
                    raise UpdatesUnclear(host=host)
    except (UpdatesUnreachable, UpdatesUnclear):
        raise
    except DesktopSlmError as error:  # as where it leads elsewhere
        raise UpdatesUnreachable(host=host, details=type(error).__name__) from None
    except Exception as error:  # the HTTP library has many
        raise UpdatesUnreachable(host=host, details=type(error).__name__) from None
    return _version_in(bytes(found), host)


def _version_in(answer: bytes, host: str) -> str:
    try:
        version = json.loads(answer)["version"]
    except (ValueError, RecursionError, KeyError, TypeError):
        raise UpdatesUnclear(host=host) from None
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise UpdatesUnclear(host=host)
    return version
