"""What a confined process cannot do, tried from inside with native calls."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker
from tests.fakes.worker_child import spawn

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filters are Linux's")


@linux_only
def test_a_sealed_child_can_read_what_it_was_granted_and_nothing_else(tmp_path: Path) -> None:
    granted, elsewhere = tmp_path / "granted.txt", tmp_path / "elsewhere.txt"
    granted.write_text("x")
    elsewhere.write_text("x")
    worker = Worker("test", Grant(read=(str(granted),)), spawner=spawn)
    hello = worker.start()
    try:
        reply = worker.request("try", granted=str(granted), elsewhere=str(elsewhere)).result(10)
    finally:
        worker.stop(grace_s=0.2)
    assert set(reply.fields["allowed"]) == {"read granted", "import", "thread"}
    enforced = hello["confinement"]
    assert (enforced["network"], enforced["programs"], enforced["files"]) == ("kernel",) * 3
    assert granted.read_text() == "x"


def test_the_memory_limit_holds() -> None:
    worker = Worker("test", spawner=spawn)
    worker.start()
    try:
        assert worker.request("allocate", size_bytes=100 << 20).result(5).fields["got"]
        assert not worker.request("allocate", size_bytes=2 << 30).result(5).fields["got"]
    finally:
        worker.stop(grace_s=0.2)
