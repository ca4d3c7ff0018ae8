"""A release is signed with a key of the moment, and every change after that is named."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.unit.packaging import ROOT, load

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no OpenSSH here")
_PACKAGE = "desktop-slm-{}-linux-amd64.tar.xz"


@pytest.fixture(scope="module")
def release() -> ModuleType:
    return load("release")


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return _new_key(tmp_path / "keys" / "mine")


def _new_key(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)]
    subprocess.run(words, check=True)
    return path


@pytest.fixture
def allowed(release: ModuleType, key: Path) -> Path:
    file = key.with_name("allowed_signers")
    file.write_text(release.allowed_line(key) + "\n")
    return file


@pytest.fixture
def folder(release: ModuleType, tmp_path: Path, key: Path, allowed: Path) -> Path:
    """A signed release."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / _name(release)).write_bytes(b"a package")
    (folder / f"desktop-slm_{release.version()}-1_amd64.deb").write_bytes(b"another")
    bill = tmp_path / "bill.json"
    bill.write_text(json.dumps({"metadata": {"component": {"name": "desktop-slm"}}}))
    release.sign(folder, key, allowed, bill)
    return folder


def _name(release: ModuleType) -> str:
    return _PACKAGE.format(release.version())


def test_a_release_is_as_it_was_signed(release: ModuleType, folder: Path, allowed: Path) -> None:
    assert release.verify(folder, allowed) == 3  # two packages and the bill
    bill = json.loads((folder / f"desktop-slm-{release.version()}.cdx.json").read_text())
    [archive, _] = bill["metadata"]["component"]["components"]
    assert archive["hashes"][0]["content"] in (folder / "SHA256SUMS").read_text()


def test_the_command_of_the_readme_says_the_same(folder: Path, allowed: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = next(line for line in readme.splitlines() if line.startswith("| Linux | `ssh-keygen"))
    shell = command.split("`")[1]
    shutil.copy(allowed, folder / "allowed_signers")
    ran = subprocess.run(shell, shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0 and 'Good "file" signature for desktop-slm' in ran.stdout
    (folder / "SHA256SUMS").write_bytes((folder / "SHA256SUMS").read_bytes() + b"\n")
    ran = subprocess.run(shell, shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode != 0


def test_one_byte_that_was_changed_is_found_in_its_file(
    release: ModuleType, folder: Path, allowed: Path
) -> None:
    package = folder / _name(release)
    content = bytearray(package.read_bytes())
    content[3] ^= 1
    package.write_bytes(content)
    with pytest.raises(release.ReleaseWrong) as caught:
        release.verify(folder, allowed)
    assert str(caught.value) == f"{package.name} was changed"


Spoil = Callable[[Path, str], object]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder, name: (folder / name).unlink(), "is missing"),
        (lambda folder, name: (folder / "more.deb").touch(), "more.deb was not signed"),
        (lambda folder, name: (folder / "SHA256SUMS.sig").unlink(), "SHA256SUMS.sig is missing"),
        (
            lambda folder, name: (folder / "SHA256SUMS").write_text("0" * 64 + f"  {name}\n"),
            "does not hold",
        ),
    ],
)
def test_what_is_missing_added_or_forged_is_named(
    release: ModuleType, folder: Path, allowed: Path, spoil: Spoil, words: str
) -> None:
    spoil(folder, _name(release))
    with pytest.raises(release.ReleaseWrong, match=words):
        release.verify(folder, allowed)


def test_a_stranger_s_signature_does_not_count(
    release: ModuleType, folder: Path, key: Path, tmp_path: Path
) -> None:
    other = _new_key(tmp_path / "keys" / "other")
    allowed = tmp_path / "others"
    allowed.write_text(release.allowed_line(other) + "\n")
    with pytest.raises(release.ReleaseWrong, match="does not hold"):
        release.verify(folder, allowed)
    with pytest.raises(release.ReleaseWrong, match="does not hold"):
        release.sign(folder, key, allowed, tmp_path / "bill.json")


def test_the_same_packages_give_the_same_release(
    release: ModuleType, folder: Path, key: Path, allowed: Path, tmp_path: Path
) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    release.sign(folder, key, allowed, tmp_path / "bill.json")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_packages_of_another_version_are_not_signed_with_these(
    release: ModuleType, folder: Path, key: Path, allowed: Path, tmp_path: Path
) -> None:
    (folder / "desktop-slm_0.0.1-1_amd64.deb").touch()
    with pytest.raises(release.BuildFailed, match=r"0\.0\.1"):
        release.sign(folder, key, allowed, tmp_path / "bill.json")


def test_a_key_in_the_repository_is_refused(release: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(release.BuildFailed, match="keep the key elsewhere"):
        release.sign(tmp_path, ROOT / "key", tmp_path / "allowed")


def test_the_verbs_end_with_a_status(
    release: ModuleType, folder: Path, allowed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["verify", str(folder), "--allowed", str(allowed)]
    assert release.main(words) == 0
    assert capsys.readouterr().out == "3 files are as they were signed.\n"
    (folder / _name(release)).write_bytes(b"x")
    assert release.main(words) == 1
    assert _name(release) in capsys.readouterr().err
