"""`desktop-slm models search`, `info` and `download`: what Hugging Face has, and getting it."""

from __future__ import annotations

import getpass
import sys
import time
from datetime import UTC, datetime
from pathlib import PurePosixPath

from desktop_slm import paths, policy
from desktop_slm.cli import looking, output
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.session import open_data
from desktop_slm.errors import (
    DesktopSlmError,
    FileUnknown,
    Invariant,
    LicenseNotAccepted,
    OfflineByPolicy,
    OfflineNow,
    PassphraseNeeded,
    RepoGated,
    RepoUnknown,
    StorageError,
)
from desktop_slm.models import address
from desktop_slm.models.access import Access
from desktop_slm.models.address import HubAddress
from desktop_slm.models.connections import ConnectionLog
from desktop_slm.models.download_list import DownloadList, State
from desktop_slm.models.downloading import Downloader, Progress
from desktop_slm.models.fetching import FetchChildren
from desktop_slm.models.hosts import endpoint_host
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.remote import Hub, RemoteFile, Repository
from desktop_slm.models.wanted import Wanted, models_of
from desktop_slm.settings import SettingsFile
from desktop_slm.storage.access_token import AccessToken
from desktop_slm.storage.connections import StoredConnections
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.os_keyring import OsKeyring
from desktop_slm.workers.launcher import Launcher

_PROGRESS_EVERY_S = 0.5
_NOT_RECORDED = (
    "The list of connections is not kept: there is no keyring here. --key-file FILE keeps it."
)
_Model = tuple[RemoteFile, ...]


class HubSession:
    """What the verbs of the hub work with; leaving a `with` closes the record of connections."""

    def __init__(
        self, arguments: Arguments, launcher: Launcher | None, *, may_prompt: bool = True
    ) -> None:
        if launcher is None:
            raise Invariant(details="no launcher")
        if arguments.offline:  # before anybody is asked for a passphrase
            raise OfflineByPolicy if policy.current().offline else OfflineNow
        self.paths = paths.find()
        self.token = AccessToken(OsKeyring())
        mirror = SettingsFile(self.paths.settings).load().token_mirror
        if arguments.token_to_mirror:
            mirror = endpoint_host()
        self.record = _open_record(self.paths, arguments)
        connections = ConnectionLog(_now, StoredConnections(self.record))
        connections.take_over(self.paths.connections)
        prompt = self._ask_for_token if may_prompt else lambda: ""
        access = Access(self._read_token, lambda: mirror, prompt)
        children = FetchChildren(launcher.spawn, connections)
        self.hub = Hub(children, access)
        self.downloader = Downloader(self.paths, children, access, _now)
        self.downloads = DownloadList(self.paths.downloads, _now)

    def __enter__(self) -> HubSession:
        return self

    def __exit__(self, *_ended: object) -> None:
        self.record.close()

    def _read_token(self) -> str:
        try:
            return self.token.read()
        except StorageError as error:  # a locked keyring; the repository's own answer follows
            output.error(error)
            return ""

    def _ask_for_token(self) -> str:
        if not _can_ask():
            return ""
        output.note(f"{endpoint_host()} asks for the access token of an account.")
        token = getpass.getpass("Access token (empty to give up): ").strip()
        if token and not self.token.write(token):
            output.note("There is no keyring here, so the token is not kept.")
        return token


def _open_record(found: paths.Paths, arguments: Arguments) -> Database:
    """Opens the data in which every connection is written down, before one is made.

    Raises PassphraseNeeded where it is there, and nobody gave its passphrase.
    """
    database = open_data(found, arguments)
    if not database.is_stored:
        if found.database.exists():
            raise PassphraseNeeded
        output.note_on_terminal(_NOT_RECORDED)
    return database


def search(arguments: Arguments, launcher: Launcher | None) -> None:
    """Prints the repositories that fit the words."""
    with HubSession(arguments, launcher) as session:
        found = session.hub.search(" ".join(arguments.words_to_find))
    if arguments.json:
        output.result(
            [
                {
                    "repo": each.repo,
                    "downloads": each.downloads,
                    "likes": each.likes,
                    "license": each.license,
                    "gated": each.is_gated,
                }
                for each in found
            ]
        )
        return
    if not found:
        output.note("Nothing was found. Try fewer or other words.")
    for each in found:
        license_name = each.license or "license not stated"
        gated = "  (asks for an account)" if each.is_gated else ""
        words = f"{each.repo}\t{license_name}\t{each.downloads:,} downloads{gated}"
        print("\t".join(output.one_line(part) for part in words.split("\t")))


def info(arguments: Arguments, launcher: Launcher | None) -> None:
    """Prints what a repository holds and what of it would run here."""
    named = address.parse(arguments.repo, endpoint_host())
    if named is None:
        raise RepoUnknown(repo=arguments.repo)
    with HubSession(arguments, launcher, may_prompt=False) as session:
        repository = session.hub.repository(named.repo, named.revision)
        file = arguments.file_wanted or named.file
        looking.show(session.hub, repository, file, as_json=arguments.json)


def download(arguments: Arguments, launcher: Launcher | None) -> int:
    """Gets a model, or lists those of the repository where it is not clear which is meant."""
    named = address.parse(arguments.repo, endpoint_host())
    if named is None:
        raise RepoUnknown(repo=arguments.repo)
    with HubSession(arguments, launcher) as session:
        return _download(session, named, arguments)


def _download(session: HubSession, named: HubAddress, arguments: Arguments) -> int:
    revision = arguments.revision or named.revision
    repository = session.hub.repository(named.repo, revision)
    candidates = _candidates(repository, arguments.file_wanted or named.file)
    if len(candidates) != 1:
        _show_candidates(repository, candidates, arguments)
        return 2
    wanted = _wanted(repository, candidates[0], arguments)
    looking.require_runnable(session.hub, repository, wanted.files)
    model = _get(session, wanted, arguments)
    if arguments.json:
        output.result(
            {
                "id": model.id,
                "path": str(model.path),
                "size_bytes": model.size_bytes,
                "sha256": [file.sha256 for file in wanted.files],
                "repo": wanted.repo,
                "revision": wanted.revision,
                "license": wanted.license,
            }
        )
    else:
        print(f"{model.id}\t{output.one_line(str(model.path))}")
    return 0


def _candidates(repository: Repository, file: str) -> list[_Model]:
    """Returns the models that may be meant: all, or those whose file or format is named so."""
    models = list(models_of(repository))
    if not file:
        return models
    for fits in (
        lambda name: name == file,
        lambda name: PurePosixPath(name).name.lower() == file.lower(),
        lambda name: file.lower() in PurePosixPath(name).stem.lower(),
    ):
        if found := [model for model in models if fits(model[0].file)]:
            return found
    raise FileUnknown(repo=repository.repo, file=file)


def _show_candidates(
    repository: Repository, candidates: list[_Model], arguments: Arguments
) -> None:
    sizes = [(model[0].file, sum(file.size_bytes for file in model)) for model in candidates]
    if arguments.json:
        output.result(
            {
                "repo": repository.repo,
                "revision": repository.revision,
                "license": repository.license,
                "candidates": [{"file": name, "size_bytes": size} for name, size in sizes],
            }
        )
    for name, size in () if arguments.json else sizes:
        print(f"{size / 1e6:12,.0f} MB  {output.one_line(name)}")
    if candidates:
        output.note("Name one of these files, or what its name alone has, such as Q4_K_M.")
    else:
        output.note(f"{repository.repo} holds no model file that could be run here.")


def _wanted(repository: Repository, files: _Model, arguments: Arguments) -> Wanted:
    """Returns what to get, once its license is accepted."""
    wanted = Wanted(repository.repo, repository.revision, files, repository.license)
    name = wanted.license or "not stated"
    output.note(f"{wanted.repo} · {wanted.name} · {wanted.size_bytes / 1e6:,.0f} MB")
    output.note(f"License: {name}  {repository.license_link or _card(repository)}")
    if not arguments.accept_license:
        if not _can_ask():
            output.note("With --accept-license you say that you have read and accept it.")
            raise LicenseNotAccepted(repo=wanted.repo, license=name)
        if input("Do you accept this license? y or n: ").strip().lower() not in ("y", "yes"):
            raise LicenseNotAccepted(repo=wanted.repo, license=name)
    return Wanted(
        repository.repo,
        repository.revision,
        files,
        repository.license,
        is_license_accepted=True,
    )


def _card(repository: Repository) -> str:
    return f"https://huggingface.co/{repository.repo}"


def _get(session: HubSession, wanted: Wanted, arguments: Arguments) -> InstalledModel:
    line = _Line()
    session.downloads.put(wanted, State.RUNNING)
    try:
        model = session.downloader.get(
            wanted, on_progress=line.show, limit_bytes_per_s=arguments.limit_rate
        )
    except KeyboardInterrupt:
        session.downloads.put(wanted, State.PAUSED)
        line.clear()
        output.note("Stopped. What has come is kept; the same command goes on with it.")
        raise
    except RepoGated:
        session.downloads.remove(wanted.key)
        raise
    except DesktopSlmError as error:
        session.downloads.put(wanted, State.FAILED, error)
        raise
    finally:
        line.clear()
    session.downloads.remove(wanted.key)
    return model


class _Line:
    """The one line of progress."""

    def __init__(self) -> None:
        self._progress = output.Progress()
        self._shown_at = 0.0

    def show(self, progress: Progress) -> None:
        """Shows how far it is, twice a second."""
        now = time.monotonic()
        if progress.stage == "receiving" and now - self._shown_at < _PROGRESS_EVERY_S:
            return
        self._shown_at = now
        self._progress.show(describe(progress))

    def clear(self) -> None:
        """Takes the line away."""
        self._progress.clear()


def describe(progress: Progress) -> str:
    """Returns one line on a download, as "1.10 of 2.50 GB · 11 MB/s · 2 min left"."""
    done = f"{progress.received / 1e9:.2f} of {progress.size_bytes / 1e9:.2f} GB"
    match progress.stage:
        case "waiting":
            return f"{done} · connection lost, trying again"
        case "wrong hash":
            return "What came was not the right file; fetching it once more"
        case "checking":
            return f"{done} · checking the fingerprint"
        case "receiving":
            left = progress.seconds_left
            time_left = f" · {_time(left)} left" if left is not None else ""
            return f"{done} · {progress.bytes_per_s / 1e6:.1f} MB/s{time_left}"
    return f"{done} · connecting"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{max(seconds, 1):.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _now() -> datetime:
    return datetime.now(UTC)
