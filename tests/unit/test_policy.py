"""The organisation's policy: what it may say, who may write it, and that a broken one ends all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm import policy
from desktop_slm.errors import ExportForbidden, PolicyUnreadable, PrintForbidden
from desktop_slm.policy import Policy
from tests.fakes.policies import set_policy

_HASH = "ab" * 32
_WHOLE = f"""
offline = true
mirror = "https://models.example.org/"
allowed_models = ["{_HASH.upper()}"]
lock_after_min = 15
keep_days = 90
exports = false
printing = false
models_folder = "{Path(os.sep, "srv", "models").as_posix()}"
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    policy.current.cache_clear()
    yield
    policy.current.cache_clear()


@pytest.mark.skipif(sys.platform == "win32", reason="the path is one of POSIX")
def test_everything_can_be_set() -> None:
    found = policy.parse(_WHOLE)
    assert found == Policy(
        offline=True,
        mirror="https://models.example.org",
        allowed_models=frozenset({_HASH}),
        lock_after_min=15,
        keep_days=90,
        exports=False,
        printing=False,
        models_folder=Path("/srv/models"),
    )
    assert found.sets_anything
    assert found.settings == {"lock_after_min": 15}


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    found = policy.load(tmp_path / "policy.toml")
    assert found == Policy()
    assert not found.sets_anything
    assert found.settings == {}
    assert found.allows_model(_HASH)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ofline = true", "“ofline” is not a setting of a policy"),
        ('offline = "yes"', "“offline” has to be true or false"),
        ("exports = 0", "“exports” has to be true or false"),
        ('mirror = "models.example.org"', "“mirror” has to be an address"),
        ('mirror = "file:///etc"', "“mirror” has to be an address"),
        ('mirror = "https://[::1"', "“mirror” has to be an address"),
        ('allowed_models = "all"', "“allowed_models” has to be a list"),
        ('allowed_models = ["abc"]', "“allowed_models” has to be a list"),
        ("lock_after_min = 0", "“lock_after_min” has to be 1, 5, 15, 30 or 60"),
        ("lock_after_min = true", "“lock_after_min” has to be 1, 5, 15, 30 or 60"),
        ("keep_days = 0", "“keep_days” has to be a number of days"),
        ("keep_days = 1.5", "“keep_days” has to be a number of days"),
        ('models_folder = "models"', "“models_folder” has to be the whole path"),
        ("offline = true\noffline = false", "overwrite"),
        ("[offline", "Expected ']'"),
    ],
)
def test_a_policy_that_breaks_a_rule_is_none_of_which_a_part_holds(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        policy.parse(text)
    assert why in str(caught.value)


def test_a_broken_file_ends_with_one_sentence_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = set_policy(monkeypatch, tmp_path, "ofline = true")
    with pytest.raises(PolicyUnreadable) as caught:
        policy.current()
    said = str(caught.value)
    assert str(path) in said
    assert "“ofline”" in said
    assert "\n" not in said
    for other in (b"\xff\xfe", b"#" * (2 << 20)):
        path.write_bytes(other)
        with pytest.raises(PolicyUnreadable):
            policy.current()


@pytest.mark.skipif(os.name != "posix", reason="rights as on POSIX")
def test_a_file_that_others_can_write_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = set_policy(monkeypatch, tmp_path, "offline = true")
    assert policy.current().offline
    policy.current.cache_clear()
    path.chmod(0o666)
    with pytest.raises(PolicyUnreadable, match="others than the administrator"):
        policy.current()
    path.chmod(0o644)
    monkeypatch.setattr(policy, "_ADMINISTRATOR", os.getuid() + 1)
    with pytest.raises(PolicyUnreadable, match="others than the administrator"):
        policy.current()


@pytest.mark.skipif(sys.platform != "linux", reason="the place on Linux")
def test_no_variable_leads_to_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DESKTOP_SLM_DATA_DIR", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert policy.place() == Path("/etc/desktop-slm/policy.toml")


def test_exports_and_printing_are_refused_where_that_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy.require_export()
    policy.require_print()
    set_policy(monkeypatch, tmp_path, "exports = false\nprinting = false")
    with pytest.raises(ExportForbidden):
        policy.require_export()
    with pytest.raises(PrintForbidden):
        policy.require_print()


def test_the_mirror_takes_the_place_of_the_person_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "https://own.example.org")
    set_policy(monkeypatch, tmp_path, 'mirror = "https://models.example.org"')
    assert not policy.begin(is_offline=False)
    assert os.environ["HF_ENDPOINT"] == "https://models.example.org"
