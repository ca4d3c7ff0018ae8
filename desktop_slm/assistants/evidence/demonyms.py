"""Countries and what belongs to them: "France" and "français", "Schweden" and "schwedisch"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources


@lru_cache(maxsize=65536)
def are_of_one_country(mine: str, its: str) -> bool:
    """Whether two folded words name one country, its people or what comes from it."""
    country = _country(mine)
    return bool(country) and country == _country(its)


def _country(plain: str) -> str:
    """Returns the first word of the line of the longest beginning that fits."""
    beginnings = _countries()
    for length in range(len(plain), 2, -1):
        found = beginnings.get(plain[:length])
        if found and (length > _SHORT or len(plain) - length <= _LONGEST_REST):
            return found
    return ""


_SHORT, _LONGEST_REST = 4, 4


@cache
def _countries() -> Mapping[str, str]:
    file = resources.files("desktop_slm.resources") / "lexicon" / "demonyms.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    groups = [line.split() for line in lines if line and not line.startswith("#")]
    return {word: group[0] for group in groups for word in group}
