from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import Document, Format
from desktop_slm.documents.readers import msg_rtf
from tests.fakes.hostile import mutated
from tests.fakes.mail import Tree, attached_file, attached_message, compound, msg
from tests.fakes.reading import read_here

HEAD = {0x0037: "The plan", 0x0C1A: "Ann Lee", 0x5D01: "ann@example.org", 0x0E04: "Bob; Zoë"}


def _read(folder: Path, tree: Tree) -> Document:
    return read_here(folder, compound(tree), "a.msg")


def test_headers_and_text(tmp_path: Path) -> None:
    document = _read(tmp_path, msg({**HEAD, 0x1000: "Hello,\r\n\r\nsee you."}))
    assert document.format is Format.MSG
    assert (document.title, document.date) == ("The plan", "2026-11-02")
    assert document.pages[0].text == (
        "The plan\n\nFrom: Ann Lee <ann@example.org>\nTo: Bob; Zoë\nDate: 2026-11-02 12:00 UTC"
        "\n\nHello,\n\nsee you."
    )


def test_a_long_text_lies_in_whole_sectors(tmp_path: Path) -> None:
    text = "\n\n".join(f"Paragraph {number}." for number in range(2_000))
    document = _read(tmp_path, msg({**HEAD, 0x1000: text}))
    assert document.pages[0].text.endswith("Paragraph 1998.\n\nParagraph 1999.")


def test_html_where_there_is_no_text(tmp_path: Path) -> None:
    document = _read(tmp_path, msg({**HEAD, 0x1013: "<p>Grüße<p>b".encode("cp1252")}))
    assert document.pages[0].text.endswith("Grüße\n\nb")


def test_compressed_rtf_where_there_is_nothing_else(tmp_path: Path) -> None:
    document = _read(tmp_path, msg({**HEAD, 0x1009: _SPEC_EXAMPLE}))
    assert document.pages[0].text.endswith("\n\nhello world")


# The example of [MS-OXRTFCP] 3.1.1.
_SPEC_EXAMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3206865"
    "6c090020627705b06c647d0a800fa0"
)


def test_rtf_is_expanded_as_specified() -> None:
    expected = b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert msg_rtf.expand(_SPEC_EXAMPLE) == expected
    plain = struct.pack("<IIII", 20, 5, 0x414C454D, 0) + b"{\\rtf and more"
    assert msg_rtf.expand(plain) == b"{\\rtf"
    assert msg_rtf.expand(b"short") == b""
    assert expected.startswith(cut := msg_rtf.expand(_SPEC_EXAMPLE[:30])) and cut


def test_files_and_mails_that_are_attached(tmp_path: Path) -> None:
    inner = msg({0x0037: "Inner", 0x1000: "Inside"}, header=24)
    tree = msg(
        {**HEAD, 0x1000: "x"},
        {
            "a": attached_file("notes.txt", b"Some notes"),
            "b": attached_message(inner),
            "c": attached_file("p.png", b"\x89PNG\0"),
        },
    )
    document = _read(tmp_path, tree)
    assert [page.label for page in document.pages] == [
        "The plan", "notes.txt", "Attached mail: Inner",
    ]  # fmt: skip
    assert document.pages[1].text == "Some notes"
    assert "p.png (5 bytes)" in str(document.warnings[0])


def test_an_old_office_file_in_a_mail_does_not_make_it_one(tmp_path: Path) -> None:
    old = compound({"WordDocument": b"x" * 5_000})
    tree = msg({**HEAD, 0x1000: "x"}, {"a": attached_file("a.doc", old)})
    document = _read(tmp_path, tree)
    assert "a.doc" in str(document.warnings[0])
    with pytest.raises(errors.OldFormat):
        read_here(tmp_path, old, "a.doc")


def test_rings_in_chains_and_tree_end(tmp_path: Path) -> None:
    data = bytearray(compound(msg({**HEAD, 0x1000: "x" * 9_000})))
    fat = struct.unpack_from("<I", data, 76)[0]
    for number in range(100):
        struct.pack_into("<I", data, (fat + 1) * 512 + 4 * number, number)
    with pytest.raises(errors.DamagedFile):
        read_here(tmp_path, bytes(data), "a.msg")


def test_broken_messages_end_in_a_document_or_a_document_error(tmp_path: Path) -> None:
    whole = compound(msg({**HEAD, 0x1000: "Words", 0x1009: _SPEC_EXAMPLE}, {
        "a": attached_file("a.txt", b"words"), "b": attached_message(msg({0x37: "I"}, header=24)),
    }))  # fmt: skip
    randomly = random.Random(5)
    for _ in range(300):
        try:
            read_here(tmp_path, mutated(whole, randomly), "a.msg")
        except errors.DocumentError:
            continue
