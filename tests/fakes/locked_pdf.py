"""A PDF that asks for a password: AES-256 in its older form, whose check needs one cipher block."""

from __future__ import annotations

import hashlib

from tests.fakes.documents import Pdf

_PERMISSIONS = -4


def locked(password: str) -> Pdf:
    """Returns an empty PDF with a password; streams added to it are encrypted, strings are not."""
    pdf = Pdf()
    key = hashlib.sha256(b"file key").digest()
    user, user_key = _password(password.encode(), b"", key, b"12345678", b"abcdefgh")
    owner, owner_key = _password(b"owner", user, key, b"87654321", b"hgfedcba")
    plain = _PERMISSIONS.to_bytes(4, "little", signed=True) + b"\xff\xff\xff\xffTadb1234"
    number = pdf.add(
        f"<< /Filter /Standard /V 5 /R 5 /Length 256 /P {_PERMISSIONS} "
        f"/U <{user.hex()}> /UE <{user_key.hex()}> /O <{owner.hex()}> /OE <{owner_key.hex()}> "
        f"/Perms <{encrypt_block(key, plain).hex()}> /StmF /StdCF /StrF /StdCF "
        "/CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> >>".encode()
    )
    pdf.trailer += f" /Encrypt {number} 0 R /ID [<00> <00>]"
    pdf.cipher = lambda data: _encrypt(key, data)
    return pdf


def _encrypt(key: bytes, data: bytes) -> bytes:
    padding = 16 - len(data) % 16
    data += bytes([padding]) * padding
    out = [bytes(16)]
    for start in range(0, len(data), 16):
        block = bytes(a ^ b for a, b in zip(data[start : start + 16], out[-1], strict=True))
        out.append(encrypt_block(key, block))
    return b"".join(out)


def _password(
    password: bytes, user: bytes, key: bytes, check_salt: bytes, key_salt: bytes
) -> tuple[bytes, bytes]:
    check = hashlib.sha256(password + check_salt + user).digest() + check_salt + key_salt
    wrapping = hashlib.sha256(password + key_salt + user).digest()
    first = encrypt_block(wrapping, key[:16])
    second = encrypt_block(wrapping, bytes(a ^ b for a, b in zip(first, key[16:], strict=True)))
    return check, first + second


def _double(value: int) -> int:
    return (value << 1) ^ (0x11B if value & 0x80 else 0)


def _make_box() -> bytes:
    """Returns AES's substitution: the inverse in its field, then a turn of bits (FIPS 197)."""
    powers = [1]
    for _ in range(254):
        powers.append(powers[-1] ^ _double(powers[-1]))
    logs = {value: index for index, value in enumerate(powers)}
    box = bytearray(256)
    for value in range(256):
        inverse = powers[(255 - logs[value]) % 255] if value else 0
        turned = inverse
        for shift in range(1, 5):
            turned ^= (inverse << shift | inverse >> (8 - shift)) & 0xFF
        box[value] = turned ^ 0x63
    return bytes(box)


_BOX = _make_box()


def _round_keys(key: bytes) -> list[bytes]:
    words = [key[i : i + 4] for i in range(0, 32, 4)]
    constant = 1
    while len(words) < 60:
        word = words[-1]
        if len(words) % 8 == 0:
            word = (word[1:] + word[:1]).translate(_BOX)
            word = bytes((word[0] ^ constant, *word[1:]))
            constant = _double(constant)
        elif len(words) % 8 == 4:
            word = word.translate(_BOX)
        words.append(bytes(a ^ b for a, b in zip(words[-8], word, strict=True)))
    return [b"".join(words[i : i + 4]) for i in range(0, 60, 4)]


def encrypt_block(key: bytes, block: bytes) -> bytes:
    """Returns 16 bytes encrypted with AES-256."""
    keys = _round_keys(key)
    state = bytes(a ^ b for a, b in zip(block, keys[0], strict=True))
    for number in range(1, 15):
        state = state.translate(_BOX)
        state = bytes(state[(i + 4 * (i % 4)) % 16] for i in range(16))
        if number < 14:
            state = b"".join(_mix(state[i : i + 4]) for i in range(0, 16, 4))
        state = bytes(a ^ b for a, b in zip(state, keys[number], strict=True))
    return state


def _mix(column: bytes) -> bytes:
    total = column[0] ^ column[1] ^ column[2] ^ column[3]
    return bytes(column[i] ^ total ^ _double(column[i] ^ column[(i + 1) % 4]) for i in range(4))
