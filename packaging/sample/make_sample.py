"""Writes the document that the empty Summarize page offers.

    python3 packaging/sample/make_sample.py

Every name, figure and date in it is invented. Its fonts are two that every PDF reader brings along,
so that it holds none; the same text gives the same bytes.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

TARGET = (
    Path(__file__).resolve().parents[2]
    / "desktop_slm"
    / "resources"
    / "samples"
    / "sample-lease.pdf"
)
_WIDTH, _HEIGHT = 595, 842  # A4, in points
_LEFT, _TOP, _SIZE, _LEADING, _CHARACTERS = 72, 770, 10.5, 15.5, 84

# A heading begins with "# ", a title with "## "; a blank line ends a paragraph.
PAGES = (
    """
## Lease of an office

Sample document of Desktop SLM. All names and figures are invented.

# 1. Parties and premises

This lease is made on 3 March 2026 between Nordlicht Estates Ltd, Harbour Road 8, Sample Town
(the landlord), and Birch & Finch Studio (the tenant). The landlord lets to the tenant the office
on the second floor of Mill Lane 14, Sample Town, with 86 square metres and two parking places.

# 2. Term

The lease begins on 1 May 2026 and ends on 30 April 2031. The tenant may extend it once by three
years. To do so the tenant must write to the landlord by 31 October 2030 at the latest.

# 3. Rent

The rent is 1,480 euros a month. It is due on the third working day of each month. From 1 May 2028
the rent rises by 2.5 percent each year. For each late payment the landlord may charge 40 euros.

# 4. Running costs

The tenant pays 210 euros a month in advance for heating, water and waste. The landlord must send
an account by 30 June of the following year. The difference is paid within 30 days.

# 5. Deposit

Before the keys are handed over the tenant pays a deposit of 4,440 euros, which is three months'
rent. The landlord returns it within six months after the end of the lease, less what is owed.
""",
    """
# 6. Use and subletting

The premises are let as an office. The tenant must not sublet them, in whole or in part, without
the written consent of the landlord. As an exception, one desk may be lent to a guest for up to
four weeks in a calendar year without consent; the tenant must tell the landlord beforehand.

# 7. Repairs

The landlord keeps the roof, the walls and the heating in repair. The tenant must report damage
within three days. The tenant pays for small repairs of up to 120 euros each, but not for more
than 480 euros in a year. Damage by water that the tenant did not cause is always the landlord's.

# 8. Insurance

The tenant must hold a liability insurance of at least 1,000,000 euros during the whole term and
show the policy within 14 days after the beginning of the lease.

# 9. Ending the lease early

Either party may end the lease with six months' notice to the end of a quarter, for the first time
to 31 March 2029. If the tenant is more than two months behind with the rent, the landlord may end
it with 14 days' notice. This does not apply if the tenant pays everything within those 14 days.

# 10. Return of the premises

On the last day the tenant returns the premises clean, with all five keys. Holes in the walls must
be filled. The tenant does not have to paint the walls.

# 11. Changes

Changes to this lease are valid in writing only. Signed in Sample Town on 3 March 2026.
""",
)


def main() -> int:
    """Writes the file."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(pdf(PAGES))
    return 0


def pdf(pages: tuple[str, ...]) -> bytes:
    """Returns a PDF of plain pages."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
    ]
    for number, text in enumerate(pages):
        stream = _content(text, f"{number + 1} / {len(pages)}")
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(page.encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects)


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
    )


def _content(text: str, foot: str) -> bytes:
    """Returns the drawing of a page: its paragraphs, line by line, and its number."""
    parts, y = [], float(_TOP)
    for paragraph in text.strip().split("\n\n"):
        words = " ".join(paragraph.split("\n"))
        font, size = "F1", _SIZE
        for mark, mark_size in (("## ", 18.0), ("# ", 11.5)):
            if words.startswith(mark):
                font, size, words = "F2", mark_size, words.removeprefix(mark)
        for line in textwrap.wrap(words, _CHARACTERS):
            parts.append(_line(font, size, y, line))
            y -= _LEADING
        y -= 2 if font == "F2" else 9
    parts.append(_line("F1", 9, 40, foot))
    return b"\n".join(parts)


def _line(font: str, size: float, y: float, words: str) -> bytes:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {_LEFT} {y:.1f} Td ({escaped}) Tj ET".encode("cp1252")


def _file(objects: list[bytes]) -> bytes:
    """Returns numbered objects with the table that says where they are."""
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(made))
    )


if __name__ == "__main__":
    raise SystemExit(main())
