"""Downloads over real HTTP from a hub that misbehaves: the right file or none, and why."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_slm.errors import (
    CertificateRefused,
    ConnectionLost,
    DesktopSlmError,
    DownloadedElsewhere,
    FileNameRefused,
    FileUnknown,
    FolderUnwritable,
    HashUnknown,
    HostRefused,
    HubRefused,
    HubUnreachable,
    LicenseNotAccepted,
    NoRoomForDownload,
    OfflineNow,
    ProxyFailed,
    RateLimited,
    RedirectedTooOften,
    RepoUnknown,
    SignInPage,
    Stalled,
    VersionUnknown,
    WrongHash,
    WrongLength,
)
from desktop_slm.models.connections import Purpose
from desktop_slm.models.fetching import Request
from desktop_slm.models.order import Order, Patience
from desktop_slm.models.remote import RemoteFile
from desktop_slm.models.wanted import Wanted
from desktop_slm.workers.launcher_child import Refused
from tests.counts import count
from tests.fakes.getting import FILE, REPO, Getting, is_right, serving, variables, wanted
from tests.fakes.hub_content import Bytes, Content, Generated
from tests.fakes.hub_server import (
    COMMIT,
    Drip,
    Drop,
    Elsewhere,
    Fault,
    Flip,
    HubServer,
    IgnoreRange,
    Length,
    Loop,
    Page,
    Silence,
    Status,
    Truncate,
)

_TLS = Path(__file__).resolve().parents[1] / "data" / "tls"
_SIZE = count("size", 3_000_000)
_CHUNK_BYTES = 64 << 10


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    with serving(monkeypatch) as hub:
        yield hub


@pytest.fixture
def content(hub: HubServer) -> Content:
    return hub.add(REPO, FILE, Generated(_SIZE))


@pytest.fixture
def getting(tmp_path: Path) -> Getting:
    return Getting(tmp_path / "data")


@pytest.fixture
def direct(tmp_path: Path) -> Getting:
    return Getting(tmp_path / "data", is_direct=True)


def test_ten_drops_of_a_large_file_cost_no_more_than_a_chunk_each(
    hub: HubServer, getting: Getting
) -> None:
    content = hub.add(REPO, FILE, Generated(200_000_000))
    hub.store_faults += [Drop(tenth / 10) for tenth in range(10)]
    path = getting.get(wanted(content))
    assert is_right(path, content)
    assert hub.sent_bytes <= content.size + 10 * _CHUNK_BYTES
    assert len(hub.requests_to_store()) == 11
    assert getting.left() == ["some", "some/Tiny-GGUF", f"some/Tiny-GGUF/{FILE}"]
    received = [progress.received for progress in getting.seen]
    assert received == sorted(received)


@pytest.mark.parametrize(
    "faults",
    [
        pytest.param([Drop(after_bytes=0)] * 3, id="nothing at all three times"),
        pytest.param([Truncate(7)], id="truncation"),
        pytest.param([Flip()], id="a wrong byte, once"),
        pytest.param([Drop(0.5), IgnoreRange()], id="no ranges"),
        pytest.param([Drop(0.5), Status(416)], id="416"),
        pytest.param([Status(403)], id="an address that expired"),
        pytest.param([Status(429)], id="429"),
        pytest.param([Status(500), Status(503)], id="500 and 503"),
        pytest.param([Silence()], id="a stall"),
        pytest.param([Drip(0.01)], id="a drip"),
    ],
)
def test_what_passes_ends_in_the_right_file(
    hub: HubServer, content: Content, direct: Getting, faults: list[Fault]
) -> None:
    hub.store_faults += faults
    assert is_right(direct.get(wanted(content)), content)
    assert direct.left() == ["some", "some/Tiny-GGUF", f"some/Tiny-GGUF/{FILE}"]
    assert not hub.store_faults


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_hub_that_is_busy_for_a_moment_is_asked_again(
    hub: HubServer, content: Content, direct: Getting, status: int
) -> None:
    hub.hub_faults.append(Status(status))
    assert is_right(direct.get(wanted(content)), content)


def test_retry_after_is_kept_to(hub: HubServer, content: Content, getting: Getting) -> None:
    hub.store_faults.append(Status(429, {"Retry-After": "1"}))
    begun = time.monotonic()
    getting.get(wanted(content))
    assert time.monotonic() - begun >= 1.0


_FINAL: list[tuple[str, str, list[Fault], type[DesktopSlmError], bool]] = [
    # what, where, the faults, the error, whether a part may be kept
    ("wrong bytes", "store", [Flip(), Flip()], WrongHash, False),
    ("wrong length", "store", [Length(100)], WrongLength, True),
    ("401 of the hub", "hub", [Status(401)], RepoUnknown, True),
    ("403 of the hub", "hub", [Status(403)], HubRefused, True),
    ("404 of the hub", "hub", [Status(404)], HubRefused, True),
    ("404 of the store", "store", [Status(404)], HubRefused, True),
    ("403 of the store", "store", [Status(403)] * 4, HubRefused, True),
    ("416", "store", [Status(416)] * 4, HubRefused, True),
    ("429 for an hour", "store", [Status(429, {"Retry-After": "3600"})], RateLimited, True),
    ("429 for an hour, hub", "hub", [Status(429, {"Retry-After": "3600"})], RateLimited, True),
    ("429 again and again", "store", [Status(429)] * 4, RateLimited, True),
    ("500", "store", [Status(500)] * 4, HubRefused, True),
    ("503", "hub", [Status(503)] * 4, HubRefused, True),
    ("407", "hub", [Status(407)], ProxyFailed, True),
    ("endless redirect of the hub", "hub", [Loop()], RedirectedTooOften, True),
    ("endless redirect of the store", "store", [Loop()], RedirectedTooOften, True),
    ("elsewhere", "hub", [Elsewhere("https://models.invalid/x")], HostRefused, True),
    ("elsewhere, store", "store", [Elsewhere("https://models.invalid/x")], HostRefused, True),
    ("no encryption", "hub", [Elsewhere("http://huggingface.co/x")], HostRefused, True),
    ("a sign-in page", "store", [Page()], SignInPage, True),
    ("drips", "store", [Drip(0.05)] * 4, Stalled, True),
    ("silence", "store", [Silence(3.0)] * 9, Stalled, True),
    ("drops", "store", [Drop(after_bytes=10)] * 4, ConnectionLost, True),
]


@pytest.mark.parametrize(
    ("where", "faults", "kind", "may_keep"),
    [pytest.param(*rest, id=name) for name, *rest in _FINAL],
)
def test_what_does_not_pass_ends_in_no_file_and_its_own_sentence(
    hub: HubServer,
    content: Content,
    direct: Getting,
    where: str,
    faults: list[Fault],
    kind: type[DesktopSlmError],
    may_keep: bool,
) -> None:
    (hub.store_faults if where == "store" else hub.hub_faults).extend(faults)
    with pytest.raises(kind) as caught:
        direct.get(wanted(content))
    assert type(caught.value) is kind and str(caught.value)
    assert FILE not in " ".join(direct.left())
    if not may_keep:
        assert direct.left() == []
    direct.downloader.discard(wanted(content))
    assert direct.left() == []


def test_a_wrong_hash_is_fetched_again_once_and_both_are_named(
    hub: HubServer, content: Content, direct: Getting
) -> None:
    hub.store_faults += [Flip(), Flip(2_000_000)]
    with pytest.raises(WrongHash) as caught:
        direct.get(wanted(content))
    assert len(hub.requests_to_store()) == 2
    assert content.sha256 in str(caught.value)
    assert str(caught.value.fields["found"]) != content.sha256
    assert "wrong hash" in [progress.stage for progress in direct.seen]


def test_a_hub_that_has_another_file_by_now_is_noticed_before_the_first_byte(
    hub: HubServer, content: Content, direct: Getting
) -> None:
    pinned = wanted(Generated(_SIZE, seed=9))
    with pytest.raises(WrongHash):
        direct.get(pinned)
    longer = (RemoteFile(FILE, _SIZE + 1, content.sha256),)
    with pytest.raises(WrongLength):
        direct.get(Wanted(REPO, COMMIT, longer, "mit", is_license_accepted=True))
    assert hub.sent_bytes == 0


def test_what_the_hub_does_not_have_is_said(
    hub: HubServer, content: Content, direct: Getting
) -> None:
    with pytest.raises(FileUnknown):
        direct.get(wanted(content, file="renamed.gguf"))
    with pytest.raises(RepoUnknown):
        direct.get(wanted(content, repo="some/other"))
    files = wanted(content).files
    with pytest.raises(VersionUnknown):
        direct.get(Wanted(REPO, "f" * 40, files, "mit", is_license_accepted=True))
    assert direct.left() == []


def test_a_renamed_repository_is_followed(
    hub: HubServer, content: Content, direct: Getting
) -> None:
    hub.renamed["old/Tiny-GGUF"] = REPO
    assert direct.hub.repository("old/Tiny-GGUF").repo == REPO
    assert is_right(direct.get(wanted(content, repo="old/Tiny-GGUF")), content)


@pytest.mark.parametrize(
    "file", ["../m.gguf", "a/../m.gguf", "/m.gguf", "m.txt", "a\\m.gguf", "CON.gguf", ".m.gguf"]
)
def test_no_name_leads_out_of_the_models_folder(
    hub: HubServer, content: Content, direct: Getting, file: str
) -> None:
    with pytest.raises(FileNameRefused):
        direct.get(wanted(content, file=file))
    assert not hub.asked


def test_nothing_is_asked_before_the_license_is_accepted(
    hub: HubServer, content: Content, direct: Getting
) -> None:
    given = wanted(content)
    with pytest.raises(LicenseNotAccepted):
        direct.get(Wanted(given.repo, given.revision, given.files, "llama3.2"))
    unknown = (RemoteFile(FILE, _SIZE, ""),)
    with pytest.raises(HashUnknown):
        direct.get(Wanted(REPO, COMMIT, unknown, "mit", is_license_accepted=True))
    assert not hub.asked


def test_offline_means_that_no_child_is_started(
    hub: HubServer, content: Content, tmp_path: Path
) -> None:
    def refuse(name: str) -> object:
        raise Refused

    getting = Getting(tmp_path / "data", spawner=refuse)  # type: ignore[arg-type]
    with pytest.raises(OfflineNow):
        getting.get(wanted(content))
    assert not hub.asked and getting.log.latest() == ()


def test_nobody_there_is_said_after_some_attempts(hub: HubServer, getting: Getting) -> None:
    content = hub.add(REPO, FILE, Generated(_SIZE))
    hub.__exit__()
    try:
        with pytest.raises(HubUnreachable):
            getting.get(wanted(content))
    finally:
        hub._thread.join()
    assert [progress.stage for progress in getting.seen].count("waiting") == 3


def test_a_private_certificate_authority_is_trusted_only_where_it_is_named(
    getting: Getting, monkeypatch: pytest.MonkeyPatch
) -> None:
    with HubServer(_TLS / "server.pem") as hub:
        for name, value in variables(hub).items():
            monkeypatch.setenv(name, value)
        content = hub.add(REPO, FILE, Generated(_SIZE))
        with pytest.raises(CertificateRefused) as caught:
            getting.get(wanted(content))
        assert caught.value.fields["host"] == "127.0.0.1"
        assert not hub.asked and FILE not in " ".join(getting.left())
        monkeypatch.setenv("SSL_CERT_FILE", str(_TLS / "authority.pem"))
        assert is_right(getting.get(wanted(content)), content)


def test_a_proxy_is_used(
    hub: HubServer, content: Content, getting: Getting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://mirror.invalid")
    monkeypatch.setenv("HTTP_PROXY", hub.address)
    monkeypatch.setenv("NO_PROXY", "localhost")
    assert is_right(getting.get(wanted(content)), content)
    assert "mirror.invalid" in {asked.headers["host"] for asked in hub.asked}


def test_the_limit_of_the_rate_is_kept(hub: HubServer, content: Content, getting: Getting) -> None:
    begun = time.monotonic()
    getting.get(wanted(content), limit=2_500_000)
    assert 1.1 <= time.monotonic() - begun <= 3.0
    assert all(p.bytes_per_s < 3_500_000 for p in getting.seen if p.stage == "receiving")


def test_progress_comes_a_few_times_a_second(
    hub: HubServer, content: Content, direct: Getting
) -> None:
    direct.get(wanted(content), limit=3_000_000)
    assert 2 <= sum(progress.stage == "receiving" for progress in direct.seen) <= 7


def test_a_file_that_is_there_is_not_fetched_again(
    hub: HubServer, content: Content, direct: Getting
) -> None:
    path = direct.get(wanted(content))
    assert direct.get(wanted(content)) == path
    assert hub.sent_bytes == content.size
    path.write_bytes(b"GGUF" + bytes(_SIZE - 4))
    assert is_right(direct.get(wanted(content)), content)


def test_a_disk_without_room_to_spare_is_noticed_before_the_first_byte(
    hub: HubServer, content: Content, direct: Getting
) -> None:
    direct.spare_bytes = 1 << 60
    with pytest.raises(NoRoomForDownload) as caught:
        direct.get(wanted(content))
    assert hub.sent_bytes == 0
    assert str(direct.paths.models) in str(caught.value)


def test_a_divided_model_is_on_the_list_when_all_its_files_are_there(
    hub: HubServer, direct: Getting
) -> None:
    parts = [hub.add(REPO, f"Big-0000{n}-of-00003.gguf", Generated(_SIZE, n)) for n in (1, 2, 3)]
    files = tuple(
        RemoteFile(f"Big-0000{n}-of-00003.gguf", part.size, part.sha256)
        for n, part in enumerate(parts, 1)
    )
    given = Wanted(REPO, COMMIT, files, "mit", is_license_accepted=True)
    path = direct.get(given)
    assert path.name == "Big-00001-of-00003.gguf"
    asked = [asked.path.rpartition("/")[2] for asked in hub.requests_to_store()]
    assert asked == [file.file for file in reversed(files)]
    assert direct.seen[-1].received == direct.seen[-1].size_bytes == 3 * _SIZE


@pytest.mark.skipif(sys.platform != "linux", reason="flock and /proc")
def test_two_processes_do_not_write_one_file(
    hub: HubServer, content: Content, tmp_path: Path
) -> None:
    hub.store_faults.append(Silence(20.0))
    first, second = Getting(tmp_path / "data"), Getting(tmp_path / "data")
    first.patience = Patience()
    queue = first.queue()
    queue.add(wanted(content))
    _wait(lambda: bool(hub.requests_to_store()))
    with pytest.raises(DownloadedElsewhere):
        second.get(wanted(content))
    queue.close()


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_the_child_writes_nowhere_but_in_the_models_folder(
    hub: HubServer, content: Content, getting: Getting, tmp_path: Path
) -> None:
    order = Order(REPO, COMMIT, FILE, _SIZE, content.sha256, tmp_path / "elsewhere", spare_bytes=0)
    order.folder.mkdir()
    getting.paths.models.mkdir(parents=True)
    request = Request(
        "download", {"order": order.to_wire()}, Purpose.DOWNLOAD, (getting.paths.models,)
    )
    with pytest.raises(FolderUnwritable):
        getting.children.ask(request)
    assert list(order.folder.iterdir()) == []


def test_the_record_names_hosts_and_bytes_and_no_words(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    getting.hub.search("tiny secretword")
    getting.get(wanted(content))
    found = {(each.host, each.purpose): each.size_bytes for each in getting.log.latest()}
    assert found["localhost", "download"] == content.size
    assert found["127.0.0.1", "search"] > 0
    assert "secretword" not in getting.written()


def test_a_downloaded_model_is_noted_as_verified(hub: HubServer, getting: Getting) -> None:
    content = hub.add(REPO, FILE, Bytes(b"GGUF" + b"x" * 100))
    getting.get(wanted(content))
    assert content.sha256 in (getting.folder / "verified.json").read_text()


def _wait(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)
