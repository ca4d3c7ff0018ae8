"""A small lease to look at: pages with headings, prose, a table row and running heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_slm.documents.document import Block, BlockKind, Document, Format, Page

_KINDS = {"#": BlockKind.HEADING, "|": BlockKind.TABLE_ROW, "~": BlockKind.REPEATED}

LEASE = (
    "~ Lease of Quay Street 18\n"
    "# The lease\n"
    "This lease of the shop in Quay Street is made on 4 March 2022 between Harbour Row Estates "
    "and Brightwell Ceramics. The yearly rent is £48,000, payable in quarterly instalments.\n"
    "# Repairs\n"
    "The landlord must keep the roof of the shop in repair. The weather was fine.",
    "~ Lease of Quay Street 18\n"
    "# Ending the lease\n"
    "The tenant may end the lease of the shop on 1 April 2027 with six months' notice, unless rent "
    "is due. A deposit of £12,000 is returned within 28 days.\n"
    "| Rent | £48,000 |\n"
    "# Pets\n"
    "Small animals are welcome.",
)


def document_of(pages: Sequence[str]) -> Document:
    """Returns a document; a line is a block, whose first sign says what it is (# | ~)."""
    made, blocks = [], []
    for number, marked in enumerate(pages, 1):
        text = ""
        for line in marked.split("\n"):
            mark = re.match(r"([#|~]+) ", line)
            words = line[mark.end() :] if mark else line
            kind = _KINDS[mark[1][0]] if mark else BlockKind.PARAGRAPH
            level = len(mark[1]) if mark and kind is BlockKind.HEADING else 0
            blocks.append(Block(kind, number, len(text), len(text) + len(words), level))
            text += words + "\n"
        made.append(Page(number, str(number), text))
    return Document(
        "lease.pdf", Format.PDF, "0" * 64, pages=tuple(made), blocks=tuple(blocks), language="en"
    )
