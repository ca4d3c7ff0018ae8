from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import Notice, NoticeKind
from tests.fakes.office import h, odt, odt_of, odt_styles, p
from tests.fakes.reading import blocks, read_here

WHO = (
    "<office:change-info><dc:creator>Ann</dc:creator><dc:date>2024-05-06T07:08:09</dc:date>"
    "</office:change-info>"
)


def test_sections_are_pages_and_properties_are_read(tmp_path: Path) -> None:
    meta = "<dc:title>Lease</dc:title><meta:initial-creator>Ann</meta:initial-creator>"
    meta += "<meta:creation-date>2024-02-03T10:00:00</meta:creation-date>"
    meta += "<dc:language>de</dc:language>"
    body = p("Before") + h("One") + p("a") + h("Two", 2) + h("Three")
    document = read_here(tmp_path, odt(body, meta=meta))
    assert document.format is Format.ODT
    assert [(page.label, page.text) for page in document.pages] == [
        ("", "Before"),
        ("One", "One\n\na\n\nTwo"),
        ("Three", "Three"),
    ]
    assert [found.level for found in document.headings] == [1, 2, 1]
    assert (document.title, document.author) == ("Lease", "Ann")
    assert (document.date, document.language) == ("2024-02-03", "de")


LISTS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" '
    'text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>'
)


def items(*bodies: str, more: str = ' text:style-name="L"') -> str:
    inner = "".join(f"<text:list-item>{body}</text:list-item>" for body in bodies)
    return f"<text:list{more}>{inner}</text:list>"


def test_the_labels_of_lists_are_drawn(tmp_path: Path) -> None:
    deep = items(p("dot"), more="")
    body = items(p("one") + items(p("sub") + deep, p("sub"), more=""), p("two") + p("goes on"))
    body += (
        p("between")
        + items(p("again"))
        + items(p("further"), more=' text:style-name="L" text:continue-numbering="true"')
    )
    document = read_here(tmp_path, odt(body, LISTS))
    assert document.pages[0].text == (
        "1. one\n  1.a) sub\n    - dot\n  1.b) sub\n2. two\n\ngoes on\n\nbetween\n\n"
        "1. again\n2. further"
    )


def test_headings_carry_the_number_that_the_outline_gives_them(tmp_path: Path) -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    parts = {"styles.xml": odt_styles(outline)}
    body = h("Rent") + h("Sum", 2) + h("Due", 2) + h("Term")
    body += '<text:h text:outline-level="1" text:is-list-header="true">Signed</text:h>'
    document = read_here(tmp_path, odt(body, parts=parts))
    titles = [found.title for found in document.headings]
    assert titles == ["I Rent", "I.1 Sum", "I.2 Due", "II Term", "Signed"]


def test_tables_notes_spaces_and_frames(tmp_path: Path) -> None:
    row = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in "xy")
    table = f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    note = f"<text:note><text:note-citation>7</text:note-citation><text:note-body>{p('The note')}"
    note += "</text:note-body></text:note>"
    spaces = 'a<text:s text:c="2000000000"/>b<text:tab/>c<text:line-break/>d'
    frame = f"<draw:frame><svg:title>no</svg:title><draw:text-box>{p('Box')}</draw:text-box>"
    body = table + p(f"Text{note} on") + p(spaces) + p(frame + "</draw:frame>Around")
    document = read_here(tmp_path, odt(body))
    assert blocks(document) == [
        "| x | y |", "Text[1] on", "a b c\nd", "Box", "Around", "[1] The note"
    ]  # fmt: skip
    assert blocks(document, BlockKind.FOOTNOTE) == ["[1] The note"]


def test_a_table_of_contents_is_marked_as_repeated(tmp_path: Path) -> None:
    index = f"<text:table-of-content><text:index-body>{p('Rent 3')}</text:index-body>"
    document = read_here(tmp_path, odt(index + "</text:table-of-content>" + h("Rent")))
    assert blocks(document, BlockKind.REPEATED) == ["Rent 3"]


CHANGED = odt(
    "<text:tracked-changes>"
    f'<text:changed-region text:id="i"><text:insertion>{WHO}</text:insertion></text:changed-region>'
    f'<text:changed-region text:id="d"><text:deletion>{WHO}{p("900")}</text:deletion>'
    "</text:changed-region>"
    f'<text:changed-region text:id="f"><text:format-change>{WHO}</text:format-change>'
    "</text:changed-region></text:tracked-changes>"
    + p(
        'Rent is <text:change text:change-id="d"/><text:change-start text:change-id="i"/>950'
        '<text:change-end text:change-id="i"/> a month'
        "<office:annotation><dc:creator>Bob</dc:creator><dc:date>2024-06-07T08:09:10</dc:date>"
        f"{p('Why?')}</office:annotation>."
    )
)


@pytest.mark.parametrize(
    ("changes", "kind", "text"),
    [
        (Changes.ACCEPTED, NoticeKind.CHANGES, "Rent is 950 a month."),
        (Changes.ORIGINAL, NoticeKind.CHANGES_ORIGINAL, "Rent is 900 a month."),
        (
            Changes.SHOWN,
            NoticeKind.CHANGES_SHOWN,
            "Rent is [deleted by Ann, 2024-05-06: 900][inserted by Ann, 2024-05-06: 950] a month "
            "[comment by Bob, 2024-06-07: Why?].",
        ),
    ],
)
def test_changes_are_read_as_asked_for_and_counted(
    tmp_path: Path, changes: Changes, kind: NoticeKind, text: str
) -> None:
    document = read_here(tmp_path, CHANGED, changes=changes)
    assert document.pages[0].text == text
    assert document.warnings == (Notice(kind, {"changes": 2, "comments": 1}),)


def test_an_inserted_paragraph_end_is_none_in_the_original(tmp_path: Path) -> None:
    region = f'<text:changed-region text:id="i"><text:insertion>{WHO}</text:insertion>'
    body = f"<text:tracked-changes>{region}</text:changed-region></text:tracked-changes>"
    body += p('One <text:change-start text:change-id="i"/>new')
    body += p('newer<text:change-end text:change-id="i"/>and two.')
    assert read_here(tmp_path, odt(body)).pages[0].text == "One new\n\nnewerand two."
    original = read_here(tmp_path, odt(body), changes=Changes.ORIGINAL)
    assert original.pages[0].text == "One and two."


STYLES = (
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>'
    '</style:style><style:style style:name="H2" style:family="text" style:parent-style-name="H"/>'
    '<style:style style:name="W" style:family="text"><style:text-properties fo:color="#FFFFFF"/>'
    '</style:style><style:style style:name="G" style:family="paragraph">'
    '<style:paragraph-properties fo:background-color="#000080"/></style:style>'
)


@pytest.mark.parametrize(
    "words",
    [
        '<text:span text:style-name="H">ignore all</text:span>',
        '<text:span text:style-name="H2">ignore all</text:span>',
        '<text:span text:style-name="W">ignore all</text:span>',
        '<text:hidden-text text:is-hidden="true">ignore all</text:hidden-text>',
        '<text:variable-set text:display="none">ignore all</text:variable-set>',
    ],
)
def test_hidden_words_are_left_out_and_said(tmp_path: Path, words: str) -> None:
    document = read_here(tmp_path, odt(p(f"Seen{words}."), STYLES))
    assert document.pages[0].text == "Seen."
    assert document.warnings == (Notice(NoticeKind.HIDDEN_WORDS, {"characters": 10}),)


def test_white_words_on_a_colour_are_seen(tmp_path: Path) -> None:
    body = p('<text:span text:style-name="W">On blue</text:span>', "G")
    document = read_here(tmp_path, odt(body, STYLES))
    assert (document.pages[0].text, document.warnings) == ("On blue", ())


def test_what_is_no_text_is_counted(tmp_path: Path) -> None:
    formula = "<draw:frame><draw:object/><draw:image/></draw:frame>"
    picture = "<draw:frame><draw:image/></draw:frame>"
    parts = {"Basic/Standard/M.xml": "x", "Basic/Standard/script-lb.xml": "x"}
    document = read_here(tmp_path, odt(p(f"Text{formula}{picture}"), parts=parts))
    assert document.warnings == (
        Notice(NoticeKind.PICTURES, {"pictures": 1}),
        Notice(NoticeKind.OBJECTS, {"objects": 1}),
        Notice(NoticeKind.MACROS, {"parts": 1}),
    )


def test_an_encrypted_text_asks_for_its_password(tmp_path: Path) -> None:
    space = 'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    manifest = f"<m:manifest {space}><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    for parts in ({"META-INF/manifest.xml": manifest}, {"encrypted-package": "x"}):
        with pytest.raises(errors.PasswordNeeded):
            read_here(tmp_path, odt_of("\x01\x02", parts))


def test_what_comes_before_damage_is_kept(tmp_path: Path) -> None:
    whole = odt_of(
        '<t:x xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:p>Kept</t:p><t:p></t:x>'
    )
    document = read_here(tmp_path, whole)
    assert document.pages[0].text == "Kept"
    assert document.skipped[0].why is SkipReason.DAMAGED


def test_entities_and_towers_are_refused(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    for content in (laughs, "<x>" * 5_000 + "</x>" * 5_000, "", "<not xml"):
        with pytest.raises(errors.DamagedFile):
            read_here(tmp_path, odt_of(content))


def test_a_text_of_pictures_alone_is_said_to_be_that(tmp_path: Path) -> None:
    with pytest.raises(errors.NoText):
        read_here(tmp_path, odt(p("<draw:frame><draw:image/></draw:frame>")))


def test_an_empty_text_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(errors.EmptyFile):
        read_here(tmp_path, odt(p("")))
