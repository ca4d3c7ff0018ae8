"""What engine children that are thrown away are asked: does a model fit, does a card work?

A dry run of a file that lies, or a broken driver, may end its process: no loaded model is in it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from desktop_slm.engine.devices import CARDS
from desktop_slm.engine.protocol import MemoryNeed
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import (
    DesktopSlmError,
    EngineHung,
    EngineStopped,
    FileMissing,
    ModelTooLarge,
)
from desktop_slm.gguf.parts import parts_of
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_DRY_RUN_S, _SMOKE_S = 20.0, 30.0
# Times its own size that a model takes at most, with caches, and what the program takes.
_SURELY_FITS, _PROGRAM_BYTES = 8, 64 << 20
_log = logging.getLogger(__name__)


def free_bytes() -> int:
    """Returns how much memory programs can still take without swapping."""
    import psutil

    return int(psutil.virtual_memory().available)


def grant_for(model: Model) -> Grant:
    """Returns the files that a child may read for a model. Raises FileMissing."""
    paths = (*parts_of(model.path), *model.adapters)
    for path in paths:
        if not path.is_file():
            raise FileMissing(name=path.name)
    return Grant(read=tuple(str(path.resolve()) for path in paths), devices=True)


class Trials:
    """Asks each question in a child of its own; a device is tried once while the program runs."""

    def __init__(
        self, start_worker: Callable[[Grant], Worker], free_bytes: Callable[[], int]
    ) -> None:
        self._start_worker = start_worker
        self._free_bytes = free_bytes
        self._sound: dict[str, bool] = {}

    def foresee(self, model: Model) -> MemoryNeed:
        """Returns how much memory a model will take, without loading it. Blocks under a second.

        Raises the errors of loading for a file that cannot be run.
        """
        request = model.to_request().to_wire()
        try:
            fields = self._ask(grant_for(model), "foresee", _DRY_RUN_S, request=request)
        except WorkerEnded as ended:
            raise EngineStopped(how=str(ended.ending), details=ended.ending.last_words) from None
        except WorkerSilent:
            raise EngineHung(seconds=_DRY_RUN_S) from None
        return MemoryNeed.from_wire(fields["need"])

    def require_memory(self, model: Model) -> None:
        """Refuses a model that would push everything else out. Raises ModelTooLarge."""
        free = self._free_bytes()
        # A small file needs no dry run: it fits several times over.
        if model.path.stat().st_size * _SURELY_FITS + _PROGRAM_BYTES < free:
            return
        needed = self.foresee(model).total_bytes
        if needed > free:
            raise ModelTooLarge(
                name=model.path.name, needed_mb=needed // 10**6, free_mb=free // 10**6
            )

    def broken_cards(self, described: Iterable[Mapping[str, Any]]) -> list[str]:
        """Returns those of a child's devices that are graphics cards and do not compute."""
        cards = [str(each["name"]) for each in described if each["kind"] in CARDS]
        return [card for card in cards if not self._is_sound(card)]

    def _is_sound(self, device: str) -> bool:
        if device not in self._sound:
            try:
                self._ask(Grant(devices=True), "smoke", _SMOKE_S, device=device)
                self._sound[device] = True
            except (WorkerEnded, WorkerSilent, DesktopSlmError) as error:
                _log.info("a device failed its test: %s", type(error).__name__)
                self._sound[device] = False
        return self._sound[device]

    def _ask(
        self, grant: Grant, operation: str, timeout_s: float, **fields: Any
    ) -> Mapping[str, Any]:
        worker = self._start_worker(grant)
        try:
            worker.start()
            return worker.request(operation, **fields).result(timeout_s).fields
        finally:
            worker.stop(grace_s=0.2)
