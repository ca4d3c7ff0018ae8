"""Zipped formats made to hurt, in the reader child: broken members, bombs, towers."""

from __future__ import annotations

import io
import random
import time
import zipfile
from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents import wire
from desktop_slm.documents.assembly import assemble
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.draft import Draft
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.reading import read
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker, WorkerEnded
from tests.fakes import hostile, office
from tests.fakes.documents import docx, heading, para, word, zipped

SOON_S = 10
SEEDS = {
    "a.docx": docx(
        heading("H") + '<w:p><w:ins w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>',
        comments=word("comments", f'<w:comment w:id="1">{para("c")}</w:comment>'),
    ),
    "a.odt": office.odt(
        '<text:tracked-changes><text:changed-region text:id="i"><text:insertion/>'
        "</text:changed-region></text:tracked-changes>" + office.h("H")
        + office.p('a<text:change-start text:change-id="i"/>b<text:note><text:note-body>'
                   f'{office.p("n")}</text:note-body></text:note>')
        + f"<text:list><text:list-item>{office.p('x')}</text:list-item></text:list>"
    ),
    "a.pptx": office.pptx([office.slide(office.title("H"), office.shape(office.paragraph("x")))]),
    "a.xlsx": office.xlsx(
        {"S": office.sheet(office.row(1, office.words("A1", "x"), office.number("B1", 2.5, 1)))},
        formats=["#,##0.00"],
    ),
    "a.epub": office.epub(
        {"a.xhtml": office.chapter("<h1>H</h1><p>x</p>")},
        parts={"OEBPS/nav.xhtml": office.navigation(("a.xhtml", "H"))},
    ),
}  # fmt: skip


def _with_a_broken_member(data: bytes, randomly: random.Random) -> bytes:
    """Returns the ZIP with one member mutated: its sums are right, so that it is read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = randomly.choice(sorted(files))
    files[name] = hostile.mutated(files[name], randomly) if files[name] else b"<"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member, content in files.items():
            archive.writestr(member, content)
    return out.getvalue()


@pytest.mark.parametrize("name", SEEDS)
def test_broken_members_end_in_a_document_or_a_document_error(tmp_path: Path, name: str) -> None:
    randomly = random.Random(7)
    path = tmp_path / name
    worker = Worker("reader", Grant(read=(str(tmp_path),)))
    worker.start()
    ends: set[type] = set()
    try:
        for number in range(120):
            make = hostile.mutated if number % 6 == 0 else _with_a_broken_member
            path.write_bytes(make(SEEDS[name], randomly))
            draft = Draft(name)
            try:
                for message in worker.request(
                    "read",
                    path=str(path),
                    password="",
                    limits=ReadLimits().to_dict(),
                    changes=randomly.choice(list(Changes)),
                ):
                    if message.fields["event"] != "done":
                        wire.take(draft, message.fields)
            except errors.DocumentError as error:
                ends.add(type(error))
                continue
            ends.add(type(assemble(draft)))
    except WorkerEnded as end:
        pytest.fail(f"the child died: {end.ending}")
    finally:
        worker.stop(grace_s=0.2)
    assert len(ends) > 1


BOMB = " " * 80_000_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.odt", lambda: office.odt_of(BOMB)),
        ("a.pptx", lambda: office.pptx([BOMB])),
        ("a.xlsx", lambda: office.xlsx({"S": BOMB})),
        ("a.xlsx", lambda: office.xlsx({"S": office.sheet("")}, strings=BOMB)),
        ("a.epub", lambda: office.epub({"a.xhtml": BOMB})),
        ("a.epub", lambda: zipped({"mimetype": BOMB})),
    ],
)
def test_a_bomb_is_refused_at_once(tmp_path: Path, name: str, data: object) -> None:
    assert callable(data)
    path = tmp_path / name
    path.write_bytes(data())
    started = time.monotonic()
    with pytest.raises(errors.FileTooLarge):
        read(path)
    assert time.monotonic() - started < SOON_S


def test_a_tower_of_tags_in_a_book_is_read(tmp_path: Path) -> None:
    deep = "".join(f"<div id='{number * 7919 % 10007}'>" for number in range(100_000)) + "words"
    path = tmp_path / "a.epub"
    path.write_bytes(office.epub({"a.xhtml": deep}))
    started = time.monotonic()
    assert read(path).pages[0].text == "words"
    assert time.monotonic() - started < SOON_S


def test_towers_of_tables_and_lists_end_soon(tmp_path: Path) -> None:
    tables = "<table:table><table:table-row><table:table-cell>" * 60
    path = tmp_path / "a.odt"
    path.write_bytes(office.odt(tables + office.p("deep") + "</table:table-cell></table:table-row>"
                                "</table:table>" + office.p("after")))  # fmt: skip
    with pytest.raises(errors.DamagedFile):
        read(path)


def test_a_table_of_thirty_megabytes_is_read_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w") as file:
        file.write("name;city;note\n")
        for number in range(400_000):
            file.write(f"Person {number};Berlin;some words that fill the line, {number}\n")
    document = read(path, limits=ReadLimits(characters=2_000_000, memory_bytes=200 << 20))
    assert 1_900_000 < document.characters <= 2_000_000
    assert str(document.warnings[0]).startswith("The file is too large: it was read up to line")


def test_the_choice_of_changes_reaches_the_child(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(SEEDS["a.docx"])
    assert read(path, changes=Changes.SHOWN).pages[0].text == "H\n\n[inserted by A: x]"
    assert read(path, changes=Changes.ORIGINAL).pages[0].text == "H"
