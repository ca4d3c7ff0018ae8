"""Long answers in four forms, of as many tokens as wanted; a token is taken as four characters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from benchmarks import report

CHARACTERS_A_TOKEN = 4


def _sentences(characters: int) -> list[str]:
    found: list[str] = []
    pages = max(characters // 2000, 1)
    for page in report.report(pages).pages:
        for paragraph in page.text.split("\n"):
            found += [f"{each.removesuffix('.')}." for each in paragraph.split(". ") if each]
    return found


def paragraphs(characters: int) -> str:
    """Returns prose as models write it: headings, paragraphs of three sentences, a list."""
    parts: list[str] = []
    sentences = _sentences(characters)
    for at in range(0, len(sentences) - 6, 7):
        parts.append(f"## Part {at // 7 + 1}")
        parts.append(" ".join(sentences[at : at + 3]))
        parts.append("\n".join(f"- **Point:** {each}" for each in sentences[at + 3 : at + 6]))
    return "\n\n".join(parts)[:characters]


def one_paragraph(characters: int) -> str:
    """Returns the same words without a line end."""
    return " ".join(_sentences(characters))[:characters]


def code_block(characters: int) -> str:
    """Returns one block of Python."""
    lines = ["```python"]
    size, number = 0, 0
    while size < characters:
        number += 1
        added = [
            f"def measure_{number}(values: list[float], limit: float = {number}.5) -> float:",
            f'    """Returns the mean of the values under a limit, {number} at most."""',
            f"    kept = [value for value in values if value < limit][:{number}]",
            "    if not kept:  # nothing is left",
            f'        raise ValueError(f"no value under {{limit}} in part {number}")',
            "    return sum(kept) / len(kept)",
            "",
        ]
        lines += added
        size += sum(len(line) + 1 for line in added)
    return "\n".join([*lines, "```"])


def table(characters: int) -> str:
    """Returns one table of four columns."""
    rows = ["| No. | Place | What was done | Cost |", "|--:|---|---|--:|"]
    size = 0
    for number, sentence in enumerate(_sentences(characters), 1):
        if size >= characters:
            break
        row = f"| {number} | Site {number % 40} | {sentence[:90].replace('|', ' ')} | {number}.50 |"
        rows.append(row)
        size += len(row) + 1
    return "\n".join(rows)


FORMS: Mapping[str, Callable[[int], str]] = {
    "paragraphs": paragraphs,
    "one paragraph": one_paragraph,
    "code": code_block,
    "table": table,
}
