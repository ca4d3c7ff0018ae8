"""The hub seen from the window: typed requests to the fetch child, which lives for one of them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.errors import HubUnreachable, OfflineNow
from desktop_slm.workers import environment
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.launcher import Launcher
from desktop_slm.workers.launcher_child import Refused
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_LISTING_TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a repository; `sha256` is "" where the hub does not tell it."""

    file: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Repository:
    """What a repository holds that can be run."""

    repo: str
    revision: str
    license: str
    is_gated: bool
    files: tuple[RemoteFile, ...]


class Hub:
    """Asks the hub; each question starts a fetch child through the launcher."""

    def __init__(self, launcher: Launcher) -> None:
        self._launcher = launcher

    def repository(self, repo: str, revision: str = "main") -> Repository:
        """Returns what a repository holds.

        Raises:
            OfflineNow: the app is offline, and nothing was started.
            RepoUnknown, RepoGated, HubRefused, HubUnreachable: the hub's answer, or none.
        """
        grant = Grant(read=environment.network_files())
        worker = Worker("fetch", grant, spawner=self._launcher.spawn)
        try:
            worker.start()
            reply = worker.request("files", repo=repo, revision=revision)
            fields = dict(reply.result(_LISTING_TIMEOUT_S).fields)
        except Refused:
            raise OfflineNow from None
        except (WorkerEnded, WorkerSilent) as error:
            raise HubUnreachable(details=str(error)) from None
        finally:
            worker.stop(grace_s=0.2)
        return Repository(
            repo=fields["repo"],
            revision=fields["revision"],
            license=fields["license"],
            is_gated=fields["is_gated"],
            files=tuple(RemoteFile(**file) for file in fields["files"]),
        )
