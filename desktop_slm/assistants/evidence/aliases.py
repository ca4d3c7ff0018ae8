"""The words by which a document goes on calling someone: "Brightwell Ceramics (the Tenant)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_slm.assistants.terms import fold

_DEFINED = re.compile(
    r"(?P<name>[A-ZÄÖÜÉÈÀ][\w&.’'-]*(?:\s+(?:(?:of|de|du|von|der|et|and|&)\s+)?[A-ZÄÖÜÉÈÀ][\w&.’'-]*){0,5})"
    r",?\s*\(\s*(?:(?:the|der|die|das|le|la|l['’]|ci-après|nachfolgend|im Folgenden|hereinafter|"
    r"called|genannt|dénommée?|as)[\s:,]*)*[\"“„«']?\s*(?P<alias>[A-ZÄÖÜÉÈÀ]?[^\W\d_]{2,30})\s*[\"“”»']?\s*\)"
)
_MOST = 200


@dataclass(frozen=True, slots=True)
class Aliases:
    """For each word of a name what stands for it, and the other way round; `roles` are those."""

    same: Mapping[str, frozenset[str]]
    roles: frozenset[str]


def of(sentences: Iterable[str]) -> Aliases:
    """Returns what the sentences of a document define."""
    found: dict[str, frozenset[str]] = {}
    roles: set[str] = set()
    for text in sentences:
        if "(" not in text or len(roles) > _MOST:
            continue
        for match in _DEFINED.finditer(text):
            alias = fold(match["alias"])
            roles.add(alias)
            for word in match["name"].split():
                plain = fold(word.strip(".,’'"))
                if len(plain) > 2:
                    found[plain] = found.get(plain, frozenset()) | {alias}
                    found[alias] = found.get(alias, frozenset()) | {plain}
    return Aliases(found, frozenset(roles))
