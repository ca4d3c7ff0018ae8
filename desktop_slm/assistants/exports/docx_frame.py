"""The parts of a Word document that hold no words of a summary: relations, styles, lists, marks.

All text that comes in here is escaped already.
"""

from __future__ import annotations

from collections.abc import Iterable

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BOOKMARK = "sentence_"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "footnotes")
_LABEL_TWIPS, _VALUE_TWIPS = 2400, 6626  # together A4 without its margins
_STORE = "{0F3C5D52-7C57-4D5E-9B0A-5D3B1C0A4E11}"


def parts(title: str, *, has_data: bool = True, more_styles: str = "") -> dict[str, str]:
    """Returns all parts by name; `has_data` where a custom part holds the export's data.

    What a summary's export has of these is part of its seal: a change here changes that, too.
    """
    data_relation = [("customXml", "../customXml/item1.xml")] if has_data else []
    data_parts = {
        "customXml/_rels/item1.xml.rels": _relations(("customXmlProps", "itemProps1.xml")),
        "customXml/itemProps1.xml": _item_properties(),
    }
    return {
        "[Content_Types].xml": _content_types(has_data=has_data),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            ("core", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            *((name, f"{name}.xml") for name in _PARTS), *data_relation
        ),
        **(data_parts if has_data else {}),
        "docProps/core.xml": _core(title),
        "docProps/app.xml": (
            f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>Desktop SLM</Application></Properties>'
        ),
        "word/settings.xml": (
            f'{HEAD}<w:settings {_W}><w:zoom w:percent="100"/>'
            '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
            '<w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
        ),
        "word/numbering.xml": _numbering(),
        "word/styles.xml": _styles(more_styles),
    }


def document(body: str) -> str:
    """Returns the main part: A4, margins of an inch."""
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
        'w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    return f"{HEAD}<w:document {_W}><w:body>{body}{section}</w:body></w:document>"


def footnotes(notes: str) -> str:
    """Returns the part of the footnotes with the two that Word wants for its rules."""
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
        f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for number, kind, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    return f"{HEAD}<w:footnotes {_W}>{rules}{notes}</w:footnotes>"


def paragraph(style: str, runs: str) -> str:
    """Returns a paragraph of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def run(text: str, style: str = "") -> str:
    """Returns a run of text."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def reference(number: int) -> str:
    """Returns the mark of a footnote in the text."""
    return (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )


def references(numbers: Iterable[int]) -> str:
    """Returns the marks of some footnotes; a comma keeps 1 and 2 from being read as 12."""
    return run(",", "FootnoteReference").join(map(reference, numbers))


def bookmark(number: int) -> str:
    """Returns the mark of a sentence's beginning."""
    name = f"{BOOKMARK}{number}"
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def footnote(number: int, runs: str) -> str:
    """Returns a footnote."""
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{number}">{paragraph("FootnoteText", mark + runs)}</w:footnote>'


def row(label: str, value: str) -> str:
    """Returns a row of the receipt."""
    cells = ((_LABEL_TWIPS, "RowLabel", label), (_VALUE_TWIPS, "RowValue", value))
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, runs)}</w:tc>'
        for width, style, runs in cells
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"


def table(rows: str) -> str:
    """Returns the table of the receipt."""
    width = _LABEL_TWIPS + _VALUE_TWIPS
    columns = f'<w:gridCol w:w="{_LABEL_TWIPS}"/><w:gridCol w:w="{_VALUE_TWIPS}"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _content_types(*, has_data: bool) -> str:
    made = f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    made += "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{name}+xml"/>'
        for name in _PARTS
    )
    office = "application/vnd.openxmlformats"
    kinds = {
        "docProps/core.xml": f"{office}-package.core-properties+xml",
        "docProps/app.xml": f"{office}-officedocument.extended-properties+xml",
    }
    if has_data:
        kinds["customXml/itemProps1.xml"] = f"{office}-officedocument.customXmlProperties+xml"
    for name, kind in kinds.items():
        made += f'<Override PartName="/{name}" ContentType="{kind}"/>'
    return (
        f'{HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    kinds = {"core": f"{_RELATIONS}/metadata/core-properties"}
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kinds.get(kind, f"{_R}/{kind}")}" '
        f'Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_RELATIONS}">{made}</Relationships>'


def _item_properties() -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return (
        f'{HEAD}<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="{space}"><ds:schemaRefs>'
        '<ds:schemaRef ds:uri="urn:desktop-slm:export:1"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _core(title: str) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_RELATIONS.removesuffix("/relationships")}/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>Desktop SLM</dc:creator></cp:coreProperties>"
    )


def _numbering() -> str:
    return (
        f'{HEAD}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType '
        'w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
        'w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" '
        'w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId '
        'w:val="0"/></w:num></w:numbering>'
    )


def _styles(more: str) -> str:
    after, small, muted = '<w:spacing w:after="{0}"/>', '<w:sz w:val="18"/>', "5B6472"
    grey = f'<w:color w:val="{muted}"/>'
    warn = '<w:shd w:val="clear" w:color="auto" w:fill="FDF1D6"/>'
    made = [
        style("paragraph", "Normal", "Normal", after.format(120), "", is_default=True),
        style("paragraph", "Title", "Title", after.format(160), '<w:b/><w:sz w:val="36"/>'),
        style(
            "paragraph",
            "Heading1",
            "heading 1",
            '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
            '<w:b/><w:sz w:val="26"/>',
        ),
        style("paragraph", "Notice", "Notice", warn + after.format(160), "<w:b/>"),
        style(
            "paragraph",
            "Facts",
            "Facts",
            '<w:spacing w:before="160" w:after="200"/><w:contextualSpacing/>',
            grey + small,
        ),
        style(
            "paragraph",
            "ListBullet",
            "List Bullet",
            '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:before="60" w:after="60"/>',
            "",
        ),
        style("paragraph", "BodyText", "Body Text", '<w:spacing w:before="240"/>', ""),
        style("paragraph", "FootnoteText", "footnote text", after.format(40), small),
        style("paragraph", "RowLabel", "Receipt Name", after.format(20), grey + small),
        style("paragraph", "RowValue", "Receipt Value", after.format(20), small),
        style("character", "Strong", "Strong", "", "<w:b/>"),
        style("character", "Remark", "Remark", "", grey + small),
        style(
            "character",
            "FootnoteReference",
            "footnote reference",
            "",
            '<w:vertAlign w:val="superscript"/>',
        ),
    ]
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    return f"{HEAD}<w:styles {_W}>{defaults}{''.join(made)}{more}</w:styles>"


def style(
    kind: str, identity: str, name: str, paragraph_look: str, look: str, *, is_default: bool = False
) -> str:
    """Returns a style of paragraphs or characters."""
    default = ' w:default="1"' if is_default else ""
    based = '<w:basedOn w:val="Normal"/>' if kind == "paragraph" and not is_default else ""
    paragraph_part = f"<w:pPr>{paragraph_look}</w:pPr>" if paragraph_look else ""
    run_part = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f"{based}<w:qFormat/>{paragraph_part}{run_part}</w:style>"
    )
