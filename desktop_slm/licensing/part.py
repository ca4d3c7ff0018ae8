"""One thing that is carried along, as everything about it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOT_IN_A_PURL = re.compile(r"[^a-z0-9.-]+")


class PartUnclear(Exception):
    """What a part is, or under which license, is not known; the message says which and what to do.

    For those who make packages: nothing is left out of a list in silence.
    """


@dataclass(frozen=True, slots=True)
class Part:
    """`license` is an SPDX expression; `within` the distribution that brings it, "" for itself.

    `texts` are the license texts, whole; `files` patterns of the files of a package that are of it.
    """

    name: str
    version: str
    license: str
    texts: tuple[str, ...]
    address: str = ""
    kind: str = "library"  # or "data"
    within: str = ""
    files: tuple[str, ...] = ()
    is_distribution: bool = False

    @property
    def purl(self) -> str:
        """The package address by which lists of weaknesses know it."""
        kind = "pypi" if self.is_distribution else "generic"
        name = _NOT_IN_A_PURL.sub("-", self.name.partition(",")[0].lower()).strip("-")
        version = _NOT_IN_A_PURL.sub("-", self.version.lower()).strip("-")
        return f"pkg:{kind}/{name}@{version}"
