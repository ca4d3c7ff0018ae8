"""All parts with version, license and text; what is open is said, never left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm.licensing import collecting, distributions, notes
from desktop_slm.licensing.notes import DistributionNote
from desktop_slm.licensing.part import Part, PartUnclear

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def parts() -> tuple[Part, ...]:
    return collecting.collect(lambda library: "1.2.3")


def test_every_part_has_version_license_and_text(parts: tuple[Part, ...]) -> None:
    assert len(parts) > 50
    assert [each.name for each in parts if not (each.version and each.license and each.texts)] == []


@pytest.mark.parametrize(
    ("name", "license_id", "words"),
    [
        ("Qt", "LGPL-3.0-only", "you may replace them"),
        ("llama.cpp and ggml", "MIT", "ggml authors"),
        ("SQLite3 Multiple Ciphers", "MIT", "Ulrich Telle"),
        ("Lucide icons", "ISC AND MIT", "Lucide Icons and Contributors"),
        ("Python", "Python-2.0.1", "PYTHON SOFTWARE FOUNDATION LICENSE"),
        ("STIX Two Math", "OFL-1.1", "SIL OPEN FONT LICENSE"),
    ],
)
def test_what_is_no_distribution_is_there(
    parts: tuple[Part, ...], name: str, license_id: str, words: str
) -> None:
    [part] = [each for each in parts if each.name == name]
    assert part.license == license_id
    assert words in "\n".join(part.texts)


def test_the_libraries_within_pdfium_have_their_texts(parts: tuple[Part, ...]) -> None:
    [pdfium] = [part for part in parts if part.name.startswith("PDFium")]
    assert len(pdfium.texts) > 20
    assert any("FreeType" in text for text in pdfium.texts)


def test_the_one_text_lists_all_and_has_each_text_once(parts: tuple[Part, ...]) -> None:
    text = collecting.whole_text(parts)
    for part in parts:
        assert f"\n{part.name} {part.version}: {part.license}\n" in text
    once = sum(len(each) for each in {text for part in parts for text in part.texts})
    assert once < len(text) < once + 400 * len(parts)
    assert "Its text stands above, at " in text
    assert collecting.whole_text(parts) == text


def test_the_license_of_the_app_is_the_one_beside_it() -> None:
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert len(own) > 9_000
    assert " ".join(own.split()) in " ".join(notes.text("Apache-2.0.txt").split())


def test_a_distribution_without_a_license_ends_it() -> None:
    known = notes.load()
    less = {name: note for name, note in known.distributions.items() if name != "ziamath"}
    with pytest.raises(PartUnclear, match=r"ziamath .* names no license"):
        list(distributions.parts(replace(known, distributions=less), is_strict=True))
    [shown] = [
        part
        for part in distributions.parts(replace(known, distributions=less), is_strict=False)
        if part.name == "ziamath"
    ]
    assert shown.license == "license not named"


def test_a_distribution_without_a_text_ends_it() -> None:
    known = notes.load()
    less = {**known.distributions, "latex2mathml": DistributionNote(license="MIT")}
    with pytest.raises(PartUnclear, match=r"latex2mathml .* brings no license text"):
        list(distributions.parts(replace(known, distributions=less), is_strict=True))


def test_a_part_that_came_in_another_version_has_to_be_looked_up_again() -> None:
    known = notes.load()
    other = [replace(note, pinned="1.0") if note.name == "Qt" else note for note in known.parts]
    with pytest.raises(PartUnclear, match="look up its version and license again"):
        collecting.collect(known=replace(known, parts=tuple(other)))
    assert collecting.collect(known=replace(known, parts=tuple(other)), is_strict=False)


def test_a_text_that_is_not_there_is_named() -> None:
    with pytest.raises(PartUnclear, match=r"none\.txt"):
        notes.text("none.txt")


def test_a_package_shows_the_text_that_was_written_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Jinja2" in collecting.shown_text()
    monkeypatch.setattr(collecting, "FILE", tmp_path / "licenses.txt")
    part = Part("Qt", "9.9", "MIT", ("a text",))
    collecting.FILE.write_text(collecting.whole_text([part]), encoding="utf-8")
    assert collecting.shown_text() == collecting.whole_text([part])
    assert collecting.shown_lines(["Jinja2", "Qt"]) == ["Qt 9.9: MIT"]
