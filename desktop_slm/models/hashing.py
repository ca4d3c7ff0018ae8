"""A SHA-256 that is computed on a thread of its own, while the next bytes come in."""

from __future__ import annotations

import hashlib
import queue
import threading

_BATCH_BYTES = 512 << 10
_MOST_BATCHES = 16


class BackgroundHash:
    """Takes bytes in order and gives the digest at the end. For one caller's thread.

    hashlib lets other threads run while it works, so that hashing costs a fast connection
    nothing where there is a second core.
    """

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._batch: list[bytes] = []
        self._batch_bytes = 0
        self._batches: queue.Queue[list[bytes] | None] = queue.Queue(_MOST_BATCHES)
        self._thread = threading.Thread(target=self._work, name="hash", daemon=True)
        self._thread.start()

    def update(self, data: bytes) -> None:
        """Adds bytes; waits where the hash is far behind."""
        self._batch.append(data)
        self._batch_bytes += len(data)
        if self._batch_bytes >= _BATCH_BYTES:
            self._hand_over()

    def finish(self) -> str:
        """Returns the digest of all that was added; nothing may be added afterwards."""
        self._hand_over()
        self._batches.put(None)
        self._thread.join()
        return self._digest.hexdigest()

    def _hand_over(self) -> None:
        self._batches.put(self._batch)
        self._batch, self._batch_bytes = [], 0

    def _work(self) -> None:
        while (batch := self._batches.get()) is not None:
            for data in batch:
                self._digest.update(data)
