"""Recognises a data folder that other computers share: a network drive or a synced folder.

SQLite's locks and shared memory do not hold there, and two computers writing the same file damage
it. Only names and mounts are looked at; nothing is opened on the other side.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath

_NETWORK_TYPES = {
    "nfs": "NFS",
    "nfs4": "NFS",
    "cifs": "SMB",
    "smb2": "SMB",
    "smb3": "SMB",
    "smbfs": "SMB",
    "fuse.sshfs": "SSHFS",
    "fuse.osxfuse": "FUSE",
    "macfuse": "FUSE",
    "fuse.rclone": "rclone",
    "fuse.gvfsd-fuse": "GVfs",
    "fuse.kio-fuse": "KIO",
    "fuse.davfs": "WebDAV",
    "davfs": "WebDAV",
    "webdav": "WebDAV",
    "afpfs": "AFP",
    "afs": "AFS",
    "9p": "9P",
    "ceph": "Ceph",
    "fuse.ceph": "Ceph",
    "fuse.glusterfs": "GlusterFS",
    "lustre": "Lustre",
    "gpfs": "GPFS",
    "beegfs": "BeeGFS",
    "ocfs2": "OCFS2",
    "gfs2": "GFS2",
    "ncpfs": "NCP",
    "fuse.s3fs": "S3",
    "vboxsf": "VirtualBox",
    "vmhgfs": "VMware",
    "fuse.vmhgfs-fuse": "VMware",
    "prl_fs": "Parallels",
}

# A file that the service leaves in the root of what it syncs.
_MARKERS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
)
_MARKER_PATTERNS = ((re.compile(r"\._?sync_[0-9a-f]+\.db"), "Nextcloud"),)

# What the services call their folder when nobody renames it.
_FOLDER_NAMES = (
    (re.compile(r"dropbox( \(.+\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"onedrive( ?-.+)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"google ?drive(-.+)?|my drive", re.IGNORECASE), "Google Drive"),
    (re.compile(r"nextcloud", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"owncloud", re.IGNORECASE), "ownCloud"),
    (re.compile(r"icloud ?drive", re.IGNORECASE), "iCloud"),
    (re.compile(r"com~apple~clouddocs", re.IGNORECASE), "iCloud"),
    (re.compile(r"mobile documents", re.IGNORECASE), "iCloud"),
    (re.compile(r"cloudstorage", re.IGNORECASE), "a cloud service"),
    (re.compile(r"pcloud ?drive", re.IGNORECASE), "pCloud"),
    (re.compile(r"megasync", re.IGNORECASE), "MEGA"),
    (re.compile(r"box( sync|-box)", re.IGNORECASE), "Box"),
)


class Sharing(Enum):
    """Why other computers see a folder."""

    NETWORK = "network"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True)
class SharedLocation:
    """What was found; `name` is a product or protocol, `root` the folder that is shared."""

    sharing: Sharing
    name: str
    root: PurePath


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted file system."""

    point: PurePath
    kind: str


def recognise(folder: Path) -> SharedLocation | None:
    """Returns how other computers share this folder, or None; the folder need not exist yet."""
    whole = Path(os.path.realpath(folder))
    return _recognise_network(whole) or recognise_synced(whole)


def recognise_synced(folder: Path) -> SharedLocation | None:
    """Looks for the marks of sync services in the folder and those above it."""
    for place in (folder, *folder.parents):
        name = _marker_in(place) or _named_like(place)
        if name is not None:
            return SharedLocation(Sharing.SYNCED, name, place)
    return None


def recognise_mount(folder: PurePath, mounts: Iterable[Mount]) -> SharedLocation | None:
    """Returns the network file system that holds the folder, of the mounts given."""
    around = [mount for mount in mounts if folder.is_relative_to(mount.point)]
    # The deepest one holds the folder; of two at the same place, the later one.
    mount = max(reversed(around), key=lambda mount: len(mount.point.parts), default=None)
    name = _NETWORK_TYPES.get(mount.kind.lower()) if mount else None
    return SharedLocation(Sharing.NETWORK, name, mount.point) if mount and name else None


def recognise_drive(folder: PurePath, drive_type: int) -> SharedLocation | None:
    """Says whether a Windows path is on a share; `drive_type` is what GetDriveTypeW says."""
    start = folder.drive.upper()
    is_device = start.startswith((r"\\?", r"\\.")) and not start.startswith("\\\\?\\UNC")
    if (start.startswith("\\\\") and not is_device) or drive_type == _DRIVE_REMOTE:
        return SharedLocation(Sharing.NETWORK, "SMB", PurePath(folder.anchor))
    return None


_DRIVE_REMOTE = 4


def _marker_in(folder: Path) -> str | None:
    try:
        entries = os.listdir(folder)
    except OSError:
        return None
    present = set(entries)
    for marker, name in _MARKERS:
        if marker in present:
            return name
    for pattern, name in _MARKER_PATTERNS:
        if any(map(pattern.fullmatch, entries)):
            return name
    return None


def _named_like(folder: Path) -> str | None:
    return next((name for names, name in _FOLDER_NAMES if names.fullmatch(folder.name)), None)


if sys.platform == "win32":

    def _recognise_network(folder: Path) -> SharedLocation | None:
        import ctypes

        return recognise_drive(folder, ctypes.windll.kernel32.GetDriveTypeW(folder.anchor))

else:

    def _recognise_network(folder: Path) -> SharedLocation | None:
        import psutil  # 30 ms, and only asked for before a folder's first use

        return recognise_mount(
            folder,
            [
                Mount(PurePath(part.mountpoint), part.fstype)
                for part in psutil.disk_partitions(all=True)
                if part.mountpoint
            ],
        )
