"""What the fetch child is asked to fetch: one file, how it has to be, and how patiently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

SPARE_BYTES = 512 << 20  # what is left free on the disk for everybody else


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for what: in all about three minutes without a byte, then it is an error.

    Delays double from the first to the longest; attempts count those in a row that brought less
    than `least_gain_bytes`. A connection is dropped when `stall_s` brought less than
    `least_bytes_per_s`.
    """

    first_delay_s: float = 1.0
    most_delay_s: float = 30.0
    attempts: int = 8
    stall_s: float = 30.0
    least_bytes_per_s: int = 1024
    least_gain_bytes: int = 1 << 20
    most_wait_s: float = 120.0


PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Order:
    """One file of a repository, to come into `folder`; the child may write nowhere else."""

    repo: str
    revision: str
    file: str
    size_bytes: int
    sha256: str
    folder: Path
    limit_bytes_per_s: int = 0
    spare_bytes: int = SPARE_BYTES
    patience: Patience = PATIENCE

    def to_wire(self) -> dict[str, Any]:
        """Returns the fields of the request."""
        return {**asdict(self), "folder": str(self.folder)}

    @classmethod
    def from_wire(cls, fields: Mapping[str, Any]) -> Order:
        """Returns the order that a request holds."""
        return cls(
            repo=str(fields["repo"]),
            revision=str(fields["revision"]),
            file=str(fields["file"]),
            size_bytes=int(fields["size_bytes"]),
            sha256=str(fields["sha256"]),
            folder=Path(fields["folder"]),
            limit_bytes_per_s=int(fields["limit_bytes_per_s"]),
            spare_bytes=int(fields["spare_bytes"]),
            patience=Patience(**fields["patience"]),
        )
