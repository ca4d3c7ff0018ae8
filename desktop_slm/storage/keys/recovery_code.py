"""The recovery code: 130 random bits that a person prints, under which the key lies once more.

Seven groups of four characters of Crockford's base32, which has no I, L, O or U to be taken for
something else; the last two are a check, so that a slip of the pen is told from a wrong code.
"""

from __future__ import annotations

import hashlib
import secrets

from desktop_slm.errors import CodeMistyped

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0"})
_RANDOM = 26  # characters of five bits each
_CHECK = 2
_GROUP = 4
LENGTH = _RANDOM + _CHECK


def draw() -> str:
    """Returns a new code as it is shown and printed."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    return _grouped(letters + _check(letters))


def normalized(text: str) -> str:
    """Returns a typed code as `draw` wrote it; capitals, spaces and hyphens do not matter.

    Raises CodeMistyped where the check does not fit.
    """
    letters = "".join(text.upper().split()).replace("-", "").translate(_ALIKE)
    is_code = len(letters) == LENGTH and set(letters) <= set(_ALPHABET)
    if not is_code or _check(letters[:_RANDOM]) != letters[_RANDOM:]:
        raise CodeMistyped
    return _grouped(letters)


def is_code(text: str) -> bool:
    """Whether this is a recovery code, of whatever data; no passphrase is one by chance."""
    try:
        normalized(text)
    except CodeMistyped:
        return False
    return True


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + _GROUP] for at in range(0, LENGTH, _GROUP))


def _check(letters: str) -> str:
    digest = hashlib.sha256(b"desktop-slm recovery " + letters.encode("ascii")).digest()
    return "".join(_ALPHABET[byte % 32] for byte in digest[:_CHECK])
