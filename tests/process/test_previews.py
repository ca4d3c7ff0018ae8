"""A model is known before it is downloaded: small pieces, the token, bad servers, bad files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm.errors import (
    BrokenModel,
    DesktopSlmError,
    FileUnknown,
    HostRefused,
    HubRefused,
    HubUnreachable,
    NotGguf,
    OfflineNow,
    RedirectedTooOften,
    RepoGated,
    SignInPage,
    WrongLength,
)
from desktop_slm.models import prospect as prospects
from desktop_slm.models.fit import Label
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.previews import STEPS_BYTES, Previews
from desktop_slm.models.prospect import Prospect, Use
from desktop_slm.models.remote import RemoteFile
from desktop_slm.models.shape import Shape
from tests.fakes import described
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.getting import FILE, REPO, Getting, serving
from tests.fakes.hub_content import Bytes, Content, header_of_keys
from tests.fakes.hub_server import (
    STORE_HOST,
    Drop,
    Elsewhere,
    Fault,
    HubServer,
    IgnoreRange,
    Length,
    Loop,
    Page,
    Shifted,
    Status,
)
from tests.fakes.remote_models import QWEN3_4B, Kind, header, on_hub

_TOKEN = "hf_vErYsEcReTtOkEn0123456789"
_SIZE = 2_497_281_312
_FIRST = STEPS_BYTES[0]
# A server cannot take back what it has given to the system when the other side hangs up.
_ON_THE_WAY = 4 << 20


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    with serving(monkeypatch) as hub:
        yield hub


@pytest.fixture
def getting(tmp_path: Path, hub: HubServer) -> Getting:
    return Getting(tmp_path / "data", is_direct=True)


@pytest.fixture
def model(hub: HubServer) -> Content:
    return hub.add(REPO, FILE, on_hub(_SIZE))


def _look(getting: Getting, file: str = FILE, *, size: int | None = None) -> Prospect:
    hub = getting.hub
    repository = hub.repository(REPO)
    wanted = next(each for each in repository.files if each.file == file)
    if size is not None:
        wanted = RemoteFile(file, size, wanted.sha256)
    return Previews(hub, DirectInspection()).look(repository, wanted)


def _add(hub: HubServer, kind: Kind, size: int = _SIZE) -> None:
    hub.add(REPO, FILE, on_hub(size, kind))


# What is known, and for how little


def test_one_small_piece_tells_what_a_model_is_and_takes(
    hub: HubServer, model: Content, getting: Getting
) -> None:
    found = _look(getting)
    assert (found.use, found.architecture, found.license) == (Use.TEXT, "qwen3", "apache-2.0")
    assert (found.layers, found.context_tokens, found.size_label) == (36, 262_144, "4.0B")
    assert found.shape == Shape(
        cache_bytes_per_token=36 * 2 * 8 * 128 * 2, kv_heads=8, head_size=128, embedding_size=2560
    )
    (asked,) = [each for each in hub.requests_to_store() if each.method == "GET"]
    assert asked.headers["range"] == f"bytes=0-{_FIRST - 1}"
    assert hub.sent_bytes == _FIRST
    assert len(header()) > 5 * _FIRST  # the vocabulary was not fetched


def test_real_children_say_the_same(hub: HubServer, model: Content, tmp_path: Path) -> None:
    getting = Getting(tmp_path / "data")
    repository = getting.hub.repository(REPO)
    found = Previews(getting.hub, Inspection()).look(repository, repository.files[0])
    assert (found.architecture, found.layers, hub.sent_bytes) == ("qwen3", 36, _FIRST)
    noted = [each.size_bytes for each in getting.log.latest() if each.purpose == "facts of a file"]
    assert _FIRST <= sum(noted) < 2 * _FIRST
    assert not getting.paths.models.exists()


def test_figures_behind_a_long_text_cost_a_second_piece_and_no_byte_twice(
    hub: HubServer, getting: Getting
) -> None:
    _add(hub, Kind(padding_bytes=200_000))
    assert _look(getting).layers == 36
    assert hub.sent_bytes == STEPS_BYTES[1]


def test_figures_that_are_missing_are_looked_for_in_the_whole_header(
    hub: HubServer, getting: Getting
) -> None:
    _add(hub, Kind(figures={"block_count": 36}))
    found = _look(getting)
    assert found.shape is None and found.layers == 36
    assert hub.sent_bytes <= STEPS_BYTES[2]


def test_the_whole_of_a_small_file_is_enough(hub: HubServer, getting: Getting) -> None:
    keys: dict[str, int | str] = {"general.architecture": "llama", "llama.block_count": 2}
    data = header_of_keys(keys)
    hub.add(REPO, FILE, Bytes(data))
    assert _look(getting).shape is None
    assert hub.sent_bytes == len(data)


def test_a_file_is_asked_once(hub: HubServer, model: Content, getting: Getting) -> None:
    repository = getting.hub.repository(REPO)
    previews = Previews(getting.hub, DirectInspection())
    for _ in range(2):
        previews.look(repository, repository.files[0])
    assert hub.sent_bytes == _FIRST


@pytest.mark.parametrize(
    ("kind", "use"),
    [
        (Kind("bert", figures={**QWEN3_4B, "pooling_type": 2}), Use.EMBEDDING),
        (Kind("qwen3", "adapter", figures={}, vocabulary=0), Use.ADAPTER),
        (Kind("clip", "mmproj", figures={}, vocabulary=0), Use.PROJECTOR),
        (Kind("gemma4-assistant"), Use.DRAFT),
        (Kind("dream"), Use.DIFFUSION),
        (Kind("qwen3tts"), Use.SPEECH),
        (Kind("qwen3", "imatrix", figures={}, vocabulary=0), Use.CALIBRATION),
        (Kind("qwen17moe"), Use.NEWER_ENGINE),
    ],
)
def test_what_is_no_model_for_chat_here_is_told_by_its_first_bytes(
    hub: HubServer, getting: Getting, kind: Kind, use: Use
) -> None:
    _add(hub, kind, len(header(kind)) + 1000)
    found = _look(getting)
    assert (found.use, found.architecture) == (use, kind.architecture)
    assert hub.sent_bytes <= _FIRST


def test_memory_is_that_of_the_same_shape_in_the_catalog(
    hub: HubServer, model: Content, getting: Getting
) -> None:
    found = _look(getting)
    exact = prospects.judge(_SIZE, "Q4_K_M", found, described.LAPTOP.machine())
    rough = prospects.judge(_SIZE, "Q4_K_M", None, described.LAPTOP.machine())
    assert (exact.label, exact.need.is_rough, rough.need.is_rough) == (Label.FITS, False, True)
    assert 0.7 < rough.need.total_bytes / exact.need.total_bytes < 1.3


# Servers that do not keep to the rules


def test_a_server_without_ranges_does_not_make_us_fetch_the_whole_file(
    hub: HubServer, model: Content, getting: Getting
) -> None:
    hub.store_faults.append(IgnoreRange())
    assert _look(getting).layers == 36
    assert hub.sent_bytes < _FIRST + _ON_THE_WAY


def test_without_ranges_the_second_piece_is_read_up_to(hub: HubServer, getting: Getting) -> None:
    _add(hub, Kind(padding_bytes=200_000))
    hub.store_faults += [IgnoreRange(), IgnoreRange()]
    assert _look(getting).layers == 36
    assert hub.sent_bytes < 2 * (STEPS_BYTES[1] + _ON_THE_WAY)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Length(100), WrongLength),
        (Shifted(), HubRefused),
        (Drop(after_bytes=1000), HubUnreachable),
        (Page(), SignInPage),
        (Status(404), HubRefused),
        (Status(503), HubRefused),
        (Status(416), HubRefused),
        (Elsewhere("http://192.0.2.1/m.gguf"), HostRefused),
        (Loop(), RedirectedTooOften),
    ],
)
def test_what_cannot_be_right_is_refused_at_once(
    hub: HubServer, model: Content, getting: Getting, fault: Fault, error: type[DesktopSlmError]
) -> None:
    hub.store_faults.append(fault)
    with pytest.raises(error):
        _look(getting)
    assert hub.sent_bytes <= _FIRST


def test_a_size_that_the_hub_takes_back_is_noticed_before_the_first_byte(
    hub: HubServer, model: Content, getting: Getting
) -> None:
    with pytest.raises(WrongLength):
        _look(getting, size=_SIZE - 1)
    assert hub.sent_bytes == 0


def test_a_file_that_is_gone_is_said(hub: HubServer, model: Content, getting: Getting) -> None:
    repository = getting.hub.repository(REPO)
    del hub.files[REPO][FILE]
    with pytest.raises(FileUnknown):
        Previews(getting.hub, DirectInspection()).look(repository, repository.files[0])


# Files that lie


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"<html>" + bytes(200), NotGguf),
        (b"GGUF" + struct.pack("<IQQ", 9, 0, 1) + bytes(200), BrokenModel),
        (b"GGUF" + struct.pack("<IQQ", 3, 0, 1 << 40) + bytes(200), BrokenModel),
        (b"GGUF" + struct.pack("<IQQQ", 3, 0, 5, 1 << 62) + bytes(200), BrokenModel),
        (
            header_of_keys({"general.architecture": "llama", "llama.block_count": 1 << 30}),
            BrokenModel,
        ),
        (header_of_keys({"general.name": "no architecture"}), BrokenModel),
    ],
)
def test_a_hostile_header_is_a_verdict_and_no_more(
    hub: HubServer, getting: Getting, data: bytes, error: type[DesktopSlmError]
) -> None:
    hub.add(REPO, FILE, Bytes(data))
    with pytest.raises(error):
        _look(getting)
    assert hub.sent_bytes == len(data)


def test_a_header_without_an_end_is_given_up(hub: HubServer, getting: Getting) -> None:
    endless = b"GGUF" + struct.pack("<IQQ", 3, 0, 4000)
    for number in range(40):
        name = f"key{number}".encode()
        endless += struct.pack("<Q", len(name)) + name + struct.pack("<IQ", 8, 1 << 20)
        endless += bytes(1 << 20)
    hub.add(REPO, FILE, Bytes(endless))
    with pytest.raises(BrokenModel, match="endless"):
        _look(getting)
    assert hub.sent_bytes == STEPS_BYTES[-1]


def test_a_hostile_header_harms_a_child_alone(hub: HubServer, tmp_path: Path) -> None:
    hub.add(REPO, FILE, Bytes(b"GGUF" + struct.pack("<IQQQ", 3, 0, 5, 1 << 62) + bytes(200)))
    getting = Getting(tmp_path / "data")
    repository = getting.hub.repository(REPO)
    with pytest.raises(BrokenModel) as caught:
        Previews(getting.hub, Inspection()).look(repository, repository.files[0])
    assert caught.value.fields["name"] == FILE


# Who may see what


def test_a_gated_file_is_read_with_the_token_which_stays_with_the_hub(
    hub: HubServer, model: Content, tmp_path: Path
) -> None:
    hub.gated[REPO] = _TOKEN
    mirror = hub.address.removeprefix("http://")
    getting = Getting(tmp_path / "data", token=_TOKEN, mirror=mirror, is_direct=True)
    assert _look(getting).layers == 36
    carried = {each.host for each in hub.asked if _TOKEN in each.headers.get("authorization", "")}
    assert carried == {"127.0.0.1"}
    assert any(each.host == STORE_HOST for each in hub.asked)
    assert _TOKEN not in getting.written()


def test_an_open_file_is_read_without_the_token(
    hub: HubServer, model: Content, tmp_path: Path
) -> None:
    _look(Getting(tmp_path / "data", token=_TOKEN, is_direct=True))
    assert not any("authorization" in each.headers for each in hub.asked)


def test_a_gated_file_without_a_token_says_so(
    hub: HubServer, model: Content, getting: Getting
) -> None:
    hub.gated[REPO] = _TOKEN
    with pytest.raises(RepoGated):
        _look(getting)
    assert hub.sent_bytes == 0


def test_offline_no_child_is_started(hub: HubServer, model: Content, tmp_path: Path) -> None:
    online = Getting(tmp_path / "data", is_direct=True)
    repository = online.hub.repository(REPO)
    asked = len(hub.asked)

    def refuse(name: str) -> object:
        from desktop_slm.workers.launcher_child import Refused

        raise Refused

    offline = Getting(tmp_path / "data", spawner=refuse)  # type: ignore[arg-type]
    with pytest.raises(OfflineNow):
        Previews(offline.hub, DirectInspection()).look(repository, repository.files[0])
    assert len(hub.asked) == asked
