"""How fast a download is beside huggingface_hub's own, over loopback and hashing included.

    python3 -m benchmarks.download [MEGABYTES] [ROUNDS]

Serves a generated file from a process of its own and fetches it in turn with `hf_hub_download`
and with a fetch child, each in a fresh process; the times are those of the transfers alone, from
the first question to the file in its place; a small file before it has each load its libraries.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_slm.models import fetch
from desktop_slm.models.order import Order
from desktop_slm.workers import environment
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker

REPO, FILE, SMALL = "some/model", "model-Q4_K_M.gguf", "small.gguf"
_SERVER = """
import sys
from tests.fakes.hub_content import Generated
from tests.fakes.hub_server import HubServer
with HubServer(chunk_bytes=1 << 20) as hub:
    small = hub.add({repo!r}, {small!r}, Generated(1000))
    content = hub.add({repo!r}, {file!r}, Generated({size}))
    print(hub.address, content.sha256, small.sha256, flush=True)
    sys.stdin.read()
"""
_THEIRS = """
import sys, time
from huggingface_hub import hf_hub_download
hf_hub_download({repo!r}, {small!r}, local_dir=sys.argv[1], token=False)
begun = time.perf_counter()
hf_hub_download({repo!r}, {file!r}, local_dir=sys.argv[1], token=False)
print(time.perf_counter() - begun)
"""


def main(megabytes: int, rounds: int) -> None:
    """Prints one JSON value with both speeds."""
    size = megabytes * 1_000_000
    program = _SERVER.format(repo=REPO, file=FILE, small=SMALL, size=size)
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None and server.stdin is not None
        address, sha256, small_sha256 = server.stdout.readline().split()
        os.environ.update({"HF_ENDPOINT": address, "DESKTOP_SLM_HOSTS": "localhost"})
        ours, theirs = [], []
        for _ in range(rounds):
            theirs.append(_theirs())
            ours.append(_ours(size, sha256, small_sha256))
        server.stdin.close()
    print(json.dumps(_result(size, ours, theirs), indent=1))


def _result(size: int, ours: list[float], theirs: list[float]) -> Mapping[str, Any]:
    our_s, their_s = statistics.median(ours), statistics.median(theirs)
    return {
        "megabytes": size / 1e6,
        "rounds": len(ours),
        "hf_hub_download_mb_per_s": round(size / 1e6 / their_s, 1),
        "ours_with_sha256_mb_per_s": round(size / 1e6 / our_s, 1),
        "ratio": round(their_s / our_s, 2),
        "ratios": [round(theirs[n] / ours[n], 2) for n in range(len(ours))],
    }


def _theirs() -> float:
    program = _THEIRS.format(repo=REPO, file=FILE, small=SMALL)
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", program, folder],
            env={**os.environ, **fetch.QUIET, "HF_HOME": folder},
            check=True,
            capture_output=True,
            text=True,
        )
    return float(done.stdout)


def _ours(size: int, sha256: str, small_sha256: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        grant = Grant(read=environment.network_files(), write=(folder,))
        worker = Worker("fetch", grant)
        worker.start()
        try:
            _fetch(worker, Order(REPO, "main", SMALL, 1000, small_sha256, Path(folder)))
            begun = time.perf_counter()
            _fetch(worker, Order(REPO, "main", FILE, size, sha256, Path(folder)))
            return time.perf_counter() - begun
        finally:
            worker.stop(grace_s=0)


def _fetch(worker: Worker, order: Order) -> None:
    worker.request("download", order=order.to_wire()).result()


if __name__ == "__main__":
    main(*(int(word) for word in (sys.argv[1:] + ["200", "5"][len(sys.argv) - 1 :])))
