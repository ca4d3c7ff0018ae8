"""How recognised words become a page, without Tesseract."""

from __future__ import annotations

import pytest

pytest.importorskip("tesserocr", reason="text recognition is not installed")

from desktop_slm.documents import wire
from desktop_slm.documents.assembly import assemble
from desktop_slm.documents.document import BlockKind, Document, Format
from desktop_slm.documents.draft import Draft
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.ocr import ReadPicture
from desktop_slm.documents.readers.ocr_page import send
from desktop_slm.documents.readers.ocr_words import Word
from desktop_slm.documents.readers.sink import Sink
from tests.fakes.reading import Recorder, blocks


def line(text: str, *, new: bool = False, height: float = 30, sure: float = 96) -> list[Word]:
    """The words of one line; `new` begins a paragraph."""
    return [
        Word(word, sure, 0, 40, height, True, starts_line=not i, starts_paragraph=new and not i)
        for i, word in enumerate(text.split())
    ]


def page(*lines: list[Word], written: tuple[Element, ...] = ()) -> Document:
    recorder = Recorder()
    picture = ReadPicture([word for each in lines for word in each], "eng", 2000, 200)
    send(Sink(recorder, "ab"), 1, "1", picture, written)
    draft = Draft("a.png", format=Format.IMAGE)
    for event in recorder.events:
        wire.take(draft, event)
    return assemble(draft)


def test_lines_of_a_paragraph_are_one_text_and_cut_words_are_whole() -> None:
    found = page(line("The land-", new=True), line("lord pays."), line("Another one.", new=True))
    assert blocks(found) == ["The landlord pays.", "Another one."]


def test_large_short_lines_are_headings() -> None:
    text = [line(f"Some words of the text number {number}", new=not number) for number in range(6)]
    found = page(line("Rent", new=True, height=48), *text)
    assert [heading.title for heading in found.headings] == ["Rent"]


def test_doubtful_words_are_marked_and_numbers_sooner() -> None:
    words = [line("1,250", sure=85), line("euros", sure=85), line("hm", sure=50)]
    found = page(line("It costs", new=True), *words)
    assert [found.text(1, *span) for span in found.uncertain_spans(1)] == ["1,250", "hm"]


def test_a_doubtful_half_makes_the_whole_word_doubtful() -> None:
    found = page(line("The land-", new=True), line("lord", sure=40))
    assert [found.text(1, *span) for span in found.uncertain_spans(1)] == ["landlord"]


def test_a_bullet_makes_an_item_and_spans_stay_at_their_words() -> None:
    found = page(line("• clean", new=True), line("windovvs", sure=40))
    assert blocks(found, BlockKind.LIST_ITEM) == ["clean windovvs"]
    assert [found.text(1, *span) for span in found.uncertain_spans(1)] == ["windovvs"]


def test_what_was_written_on_the_page_follows() -> None:
    note = Element(BlockKind.PARAGRAPH, "Note: check this")
    found = page(line("Words", new=True), written=(note,))
    assert blocks(found) == ["Words", "Note: check this"]


def placed(text: str, left: int, top: int, *, starts_line: bool = False) -> Word:
    """A word of 100 by 40 pixels with its place."""
    right, bottom = left + 100, top + 40
    return Word(text, 96, top, bottom, 30, True, starts_line, False, left=left, right=right)


def on_picture(words: list[Word], turn: int = 0) -> Document:
    recorder = Recorder()
    send(Sink(recorder, "ab"), 1, "1", ReadPicture(words, "eng", 2000, 200, turn, 1000))
    draft = Draft("a.png", format=Format.IMAGE)
    for event in recorder.events:
        wire.take(draft, event)
    return assemble(draft)


def test_words_keep_their_places_and_lines_are_one_rectangle() -> None:
    words = [
        placed("The", 100, 200, starts_line=True),
        placed("rent", 220, 204),
        placed("is", 100, 300, starts_line=True),
    ]
    found = on_picture(words).recognition(1)
    assert found is not None
    assert found.rectangles(0, 8) == ((0.1, 0.1, 0.32, 0.122),)
    assert found.rectangles(4, 11) == ((0.22, 0.102, 0.32, 0.122), (0.1, 0.15, 0.2, 0.17))
    assert found.rectangles(11, 12) == ()


def test_a_cut_word_stands_at_two_places() -> None:
    words = [
        placed("land-", 800, 200, starts_line=True),
        placed("lord", 100, 300, starts_line=True),
    ]
    found = on_picture(words).recognition(1)
    assert found is not None
    assert found.rectangles(0, 8) == ((0.8, 0.1, 0.9, 0.12), (0.1, 0.15, 0.2, 0.17))


@pytest.mark.parametrize(
    ("turn", "place"),
    [
        (90, (0.88, 0.1, 0.9, 0.2)),
        (180, (0.8, 0.88, 0.9, 0.9)),
        (270, (0.1, 0.8, 0.12, 0.9)),
    ],
)
def test_places_are_those_before_the_picture_was_turned(
    turn: int, place: tuple[float, ...]
) -> None:
    found = on_picture([placed("The", 100, 200, starts_line=True)], turn).recognition(1)
    assert found is not None
    (box,) = found.rectangles(0, 3)
    assert box == pytest.approx(place)


def test_places_are_stored_with_the_document() -> None:
    made = on_picture([placed("The", 100, 200, starts_line=True)])
    assert wire.from_dict(wire.to_dict(made)) == made
