"""What an organisation sets about models: no network, only some files, a folder for all."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from desktop_slm.errors import ModelForbidden, OfflineByPolicy
from desktop_slm.models.connections import Purpose
from desktop_slm.models.fetching import FetchChildren, Request
from desktop_slm.models.library import Library, Place
from desktop_slm.models.remote import RemoteFile
from desktop_slm.models.wanted import Wanted
from tests.fakes.getting import Getting
from tests.fakes.model_files import write_model
from tests.fakes.policies import set_policy
from tests.fakes.record import open_record


def _spawn(name: str) -> NoReturn:
    raise AssertionError(f"the {name} child was started")


def test_offline_nothing_is_started_and_nothing_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policy(monkeypatch, tmp_path / "etc", "offline = true")
    log = open_record()
    children = FetchChildren(_spawn, log)
    with pytest.raises(OfflineByPolicy):
        children.ask(Request("search", {"words": "x"}, Purpose.SEARCH))
    assert log.latest() == ()


@pytest.mark.parametrize("sha256", ["b" * 64, ""])
def test_a_model_that_is_not_allowed_is_not_got(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sha256: str
) -> None:
    set_policy(monkeypatch, tmp_path / "etc", f'allowed_models = ["{"a" * 64}"]')
    wanted = Wanted("a/b", "main", (RemoteFile("m.gguf", 5, sha256),), "mit", True)
    with pytest.raises(ModelForbidden, match="m"):
        Getting(tmp_path, spawner=_spawn).get(wanted)


def test_the_models_of_everybody_are_on_the_list_beside_one_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    set_policy(monkeypatch, tmp_path / "etc", f'models_folder = "{shared.as_posix()}"')
    theirs = write_model(shared / "Apple-1B-Q4_0.gguf")
    paths = Getting(tmp_path).paths
    own = write_model(paths.models / "Berry-2B-Q4_0.gguf")
    found = Library(paths).models()
    assert {model.path: model.place for model in found if not model.is_practice} == {
        theirs: Place.FOLDER,
        own: Place.FOLDER,
    }
