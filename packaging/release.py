"""Makes a release of what lies in dist/: hashes, a bill of materials, a signature; and checks one.

    python3 packaging/release.py sign --key KEY [FOLDER]
    python3 packaging/release.py verify [FOLDER]
    python3 packaging/release.py allow --key KEY      # the line for packaging/allowed_signers

KEY is an SSH key of the packager's, kept outside of the repository; `ssh-keygen -t ed25519` makes
one. Its public half stands in packaging/allowed_signers. Standard library and OpenSSH alone.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import bill_of_materials
from project import BILL, DIST, NAME, ROOT, BuildFailed, version

ALLOWED = ROOT / "packaging" / "allowed_signers"
SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
SIGNER, PURPOSE = "desktop-slm", "file"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


class ReleaseWrong(Exception):
    """A release is not what was signed; the message names what differs."""


def main(words: Sequence[str] | None = None) -> int:
    """Runs one of the verbs."""
    parser = argparse.ArgumentParser(description="Sign and check a release.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name in ("sign", "verify", "allow"):
        verb = verbs.add_parser(name)
        if name != "verify":
            verb.add_argument("--key", type=Path, required=True, help="the packager's SSH key")
        if name != "allow":
            verb.add_argument("folder", type=Path, nargs="?", default=DIST)
            verb.add_argument("--allowed", type=Path, default=ALLOWED, help="who may sign")
        if name == "sign":
            verb.add_argument("--bill", type=Path, default=BILL, help="the bill of the build")
    options = parser.parse_args(words)
    try:
        _VERBS[options.verb](options)
    except (BuildFailed, ReleaseWrong) as problem:
        print(f"release.py: {problem}", file=sys.stderr)
        return 1
    return 0


def sign(folder: Path, key: Path, allowed: Path, bill: Path = BILL) -> None:
    """Writes bill, hashes and signature beside the packages, and checks them as others will.

    Raises BuildFailed where something is missing; ReleaseWrong where the key is not an allowed one.
    """
    if key.resolve().is_relative_to(ROOT):
        raise BuildFailed(f"{key} lies in the repository; keep the key elsewhere")
    if not allowed.exists():
        raise BuildFailed(
            f"{allowed} is not there. Put your key's public half into it first: "
            f"release.py allow --key {key} >> {allowed}"
        )
    archives = {file.name: _sha256(file) for file in _packages(folder)}
    if not bill.exists():
        raise BuildFailed(f"{bill} is not there; python3 dev.py package writes it")
    written = folder / f"{NAME}-{version()}.cdx.json"
    written.write_bytes(bill_of_materials.with_archives(bill.read_bytes(), archives))
    sums = {**archives, written.name: _sha256(written)}
    lines = (f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    (folder / SIGNATURE).unlink(missing_ok=True)
    _ssh_keygen("-Y", "sign", "-f", key, "-n", PURPOSE, folder / SUMS)
    verify(folder, allowed)


def verify(folder: Path, allowed: Path) -> int:
    """Returns how many files are as they were signed. Raises ReleaseWrong, naming all others."""
    require_signature(folder, allowed)
    signed = dict(_signed(folder / SUMS))
    wrong = []
    for name, digest in signed.items():
        file = folder / name
        if not file.is_file():
            wrong.append(f"{name} is missing")
        elif _sha256(file) != digest:
            wrong.append(f"{name} was changed")
    known = {*signed, SUMS, SIGNATURE}
    wrong += [f"{each.name} was not signed" for each in _files(folder) if each.name not in known]
    if wrong:
        raise ReleaseWrong("; ".join(wrong))
    return len(signed)


def require_signature(folder: Path, allowed: Path) -> None:
    """Raises ReleaseWrong where the list of hashes is not signed by one who may."""
    for needed in (folder / SUMS, folder / SIGNATURE, allowed):
        if not needed.is_file():
            raise ReleaseWrong(f"{needed} is missing")
    words = ("-Y", "verify", "-f", allowed, "-I", SIGNER, "-n", PURPOSE, "-s", folder / SIGNATURE)
    try:
        _ssh_keygen(*words, given=(folder / SUMS).read_bytes())
    except BuildFailed as problem:
        raise ReleaseWrong(f"the signature of {SUMS} does not hold: {problem}") from None


def allowed_line(key: Path) -> str:
    """Returns the line that allows a key to sign releases."""
    public = _ssh_keygen("-y", "-f", key).split()
    return f'{SIGNER} namespaces="{PURPOSE}" {public[0]} {public[1]}'


def _packages(folder: Path) -> list[Path]:
    """Returns the packages of this version. Raises BuildFailed for none, or others beside them."""
    own = f"{NAME}-{version()}.cdx.json"
    found = [each for each in _files(folder) if each.name not in (SUMS, SIGNATURE, own)]
    if not found:
        raise BuildFailed(f"{folder} holds no package; python3 dev.py package builds them")
    if others := [each.name for each in found if version() not in each.name]:
        raise BuildFailed(
            f"{folder} holds what is not of version {version()}, take it away: {', '.join(others)}"
        )
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.is_file())


def _signed(sums: Path) -> Iterator[tuple[str, str]]:
    for line in sums.read_text(encoding="utf-8").splitlines():
        found = _LINE.fullmatch(line)
        if found is None or "/" in found[2] or "\\" in found[2]:
            raise ReleaseWrong(f"{sums.name} has a line that is none: {line[:80]!r}")
        yield found[2], found[1]


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _ssh_keygen(*words: str | Path, given: bytes | None = None) -> str:
    """Returns what ssh-keygen prints. Raises BuildFailed."""
    line = ["ssh-keygen", *map(str, words)]
    try:
        done = subprocess.run(line, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise BuildFailed("ssh-keygen is not here; it is part of OpenSSH") from None
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise BuildFailed(said or f"ssh-keygen ended with {done.returncode}")
    return done.stdout.decode(errors="replace")


def _verify(options: argparse.Namespace) -> None:
    count = verify(options.folder, options.allowed)
    print(f"{count} files are as they were signed.")


_VERBS = {
    "sign": lambda options: sign(options.folder, options.key, options.allowed, options.bill),
    "verify": _verify,
    "allow": lambda options: print(allowed_line(options.key)),
}


if __name__ == "__main__":
    sys.exit(main())
