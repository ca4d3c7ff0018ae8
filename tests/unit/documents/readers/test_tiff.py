from __future__ import annotations

import struct

import pytest

from desktop_slm.documents.readers.tiff import count_frames


def classic(*directories: tuple[int, int], order: str = "<") -> bytes:
    """A TIFF of directories without entries: each is its place and that of the next."""
    data = bytearray(1000)
    data[0:8] = (b"II" if order == "<" else b"MM") + struct.pack(
        order + "HI", 42, directories[0][0]
    )
    for place, after in directories:
        data[place : place + 6] = struct.pack(order + "HI", 0, after)
    return bytes(data)


@pytest.mark.parametrize("order", "<>")
def test_directories_are_counted_along_their_chain(order: str) -> None:
    assert count_frames(classic((8, 100), (100, 40), (40, 0), order=order)) == 3


def test_a_chain_that_bites_its_tail_ends() -> None:
    assert count_frames(classic((8, 100), (100, 8))) == 2


def test_a_chain_that_leaves_the_file_ends() -> None:
    assert count_frames(classic((8, 5000))) == 1
    assert count_frames(b"II*\x00\xff\xff\xff\x7f") == 1


def test_big_tiff_is_counted() -> None:
    head = b"II" + struct.pack("<HHHQ", 43, 8, 0, 16)
    assert count_frames(head + struct.pack("<QQ", 0, 32) + struct.pack("<QQ", 0, 0)) == 2
