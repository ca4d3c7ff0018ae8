"""The software bill of materials: CycloneDX 1.6 in JSON; the same input gives the same bytes.

Written by ourselves: it is one small object, and the library for it would bring ten distributions
into the environment that packages are made in. A test validates it with that library's schema.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from project import NAME, version

from desktop_slm.licensing.part import Part

_SPACE = uuid.UUID("6f1c5f3e-8f0b-5c58-9d1c-0e3b7a6f2d41")  # of our own: names give numbers in it
_ADDRESS = "pkg:generic/desktop-slm"


def write(
    parts: Sequence[Part], files: Mapping[str, Part], hashes: Mapping[str, str], moment: int
) -> bytes:
    """Returns the bill of a package: its parts, and below each its files with their hashes.

    `moment` is the time of the source, in seconds since 1970.
    """
    components = [_component(part, _files(part, files, hashes)) for part in parts]
    main: dict[str, Any] = {
        "type": "application",
        "bom-ref": NAME,
        "name": NAME,
        "version": version(),
        "purl": f"{_ADDRESS}@{version()}",
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    }
    bill: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z"),
            "component": main,
        },
        "components": components,
        "dependencies": _dependencies(parts),
    }
    return _numbered(bill)


def with_archives(bill: bytes, archives: Mapping[str, str]) -> bytes:
    """Returns a bill that names the files of a release, too, with their hashes."""
    content = json.loads(bill)
    content["metadata"]["component"]["components"] = [
        _file(name, digest, f"archive/{name}") for name, digest in sorted(archives.items())
    ]
    return _numbered(content)


def _numbered(bill: dict[str, Any]) -> bytes:
    """Returns the bytes of a bill under the number that follows from its content."""
    bill.pop("serialNumber", None)
    content = json.dumps(bill, sort_keys=True)
    bill["serialNumber"] = f"urn:uuid:{uuid.uuid5(_SPACE, content)}"
    return json.dumps(bill, indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n"


def _component(part: Part, files: list[dict[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": part.kind,
        "bom-ref": _reference(part),
        "name": part.name,
        "version": part.version,
        "licenses": _licenses(part.license),
    }
    if part.kind != "data":
        made["purl"] = part.purl
    if part.address:
        made["externalReferences"] = [{"type": "website", "url": part.address}]
    if files:
        made["components"] = files
    return made


def _licenses(expression: str) -> list[dict[str, Any]]:
    return [{"expression": expression}]


def _reference(part: Part) -> str:
    return f"{part.purl}#{part.within}" if part.within else part.purl


def _files(
    part: Part, files: Mapping[str, Part], hashes: Mapping[str, str]
) -> list[dict[str, Any]]:
    return [
        _file(name, hashes[name], f"{_reference(part)}/{name}")
        for name, owner in sorted(files.items())
        if owner == part
    ]


def _file(name: str, digest: str, reference: str) -> dict[str, Any]:
    return {
        "type": "file",
        "bom-ref": reference,
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }


def _dependencies(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Returns who brings what: the app the distributions, and these what lies in them."""
    parts = tuple(parts)
    inner: dict[str, list[str]] = {NAME: []}
    references = {part.name: _reference(part) for part in parts if part.is_distribution}
    by_name = {name.lower().replace("_", "-"): ref for name, ref in references.items()}
    for part in parts:
        outer = by_name.get(part.within.lower().replace("_", "-"), NAME)
        inner.setdefault(outer, []).append(_reference(part))
    return [{"ref": ref, "dependsOn": sorted(below)} for ref, below in sorted(inner.items())]
