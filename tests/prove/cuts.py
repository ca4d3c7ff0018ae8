"""P9: a model file that was cut is refused by its header, whatever its size was said to be."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from desktop_slm.errors import ModelError
from desktop_slm.gguf import header
from tests.fakes.tiny_models import make_llama
from tests.prove.part import Broken, Figures, Slice

_FIRST = (0, 1, 3, 4, 5, 8, 12, 16, 20, 23, 24, 25)


def cut(given: Slice) -> Figures:
    """Cuts a model at the start, in its header, and anywhere: the header check alone refuses."""
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        path = make_llama(Path(folder) / "tiny.gguf")
        data, begin = path.read_bytes(), header.read(path).data_offset
        size = len(data)
        places = [*_FIRST, size // 100, size // 2, size - 1][: given.count]
        while len(places) < given.count:
            places.append(chance.randrange(begin if len(places) % 2 else size))
        for place in places:
            try:
                header.parse(data[:place], place, "cut.gguf")
            except ModelError:
                continue
            raise Broken(f"a file cut after {place} bytes of {size} passed")
    return {"cuts": len(places), "passed": 0}
