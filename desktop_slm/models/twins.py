"""Whether a file has the very same bytes as a model of the list, whatever the names.

Only files of the same size are read; samples tell nearly all of those apart at once, so that the
whole is read only where the answer is most likely yes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_slm.gguf.parts import parts_of
from desktop_slm.models.copying import Meter, Progress
from desktop_slm.models.fingerprint import sha256
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.verification import Verifications

_SAMPLE_BYTES = 64 << 10
_SAMPLES = 16


def find(
    path: Path,
    models: Sequence[InstalledModel],
    verifications: Verifications,
    on_progress: Callable[[Progress], object],
) -> InstalledModel | None:
    """Returns the model with the bytes of the file and its parts, or None."""
    try:
        size = sum(part.stat().st_size for part in parts_of(path))
    except OSError:
        return None
    for model in models:
        if model.size_bytes == size and _is_same(path, model, verifications, on_progress):
            return model
    return None


def _is_same(
    path: Path,
    model: InstalledModel,
    verifications: Verifications,
    on_progress: Callable[[Progress], object],
) -> bool:
    pairs = list(zip(parts_of(path), parts_of(model.path), strict=False))
    if len(parts_of(path)) != len(parts_of(model.path)):
        return False
    with contextlib.suppress(OSError):
        if not all(_sample(one) == _sample(other) for one, other in pairs):
            return False
        verified = verifications.last(model)
        work = model.size_bytes * (1 if verified else 2)
        meter = Meter(work, on_progress)
        found = _fingerprint(path, meter)
        return found == (verified.sha256 if verified else _fingerprint(model.path, meter))
    return False


def _fingerprint(path: Path, meter: Meter) -> str:
    meter.begin(path.name)
    return " ".join(sha256(part, meter.add) for part in parts_of(path))


def _sample(path: Path) -> list[bytes]:
    """Returns the file's size and pieces from all over it."""
    size = path.stat().st_size
    step = max((size - _SAMPLE_BYTES) // (_SAMPLES - 1), 1)
    pieces = [str(size).encode()]
    with path.open("rb", buffering=0) as file:
        for at in range(0, max(size - _SAMPLE_BYTES, 0) + 1, step):
            file.seek(at)
            pieces.append(file.read(_SAMPLE_BYTES))
    return pieces
