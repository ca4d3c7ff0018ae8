from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from desktop_slm.storage.locations import (
    Mount,
    Sharing,
    recognise,
    recognise_drive,
    recognise_mount,
    recognise_synced,
)


def mounts(*pairs: tuple[str, str]) -> list[Mount]:
    return [Mount(PurePosixPath(point), kind) for point, kind in pairs]


MOUNTS = mounts(
    ("/", "ext4"),
    ("/export", "nfs4"),
    ("/export/ada/local", "ext4"),
    ("/mnt/share", "cifs"),
    ("/mnt/c", "9p"),
    ("/run/user/1000/gvfs", "fuse.gvfsd-fuse"),
    ("/srv", "ext4"),
    ("/srv", "fuse.sshfs"),
)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/export/ada/.local/share/desktop-slm", "NFS"),
        ("/mnt/share/x", "SMB"),
        ("/mnt/share", "SMB"),
        ("/mnt/c/Users/ada", "9P"),
        ("/run/user/1000/gvfs/smb-share:server=a", "GVfs"),
        ("/srv/data", "SSHFS"),
    ],
)
def test_a_network_mount_is_named(folder: str, name: str) -> None:
    found = recognise_mount(PurePosixPath(folder), MOUNTS)
    assert found is not None
    assert (found.sharing, found.name) == (Sharing.NETWORK, name)


@pytest.mark.parametrize("folder", ["/var/lib/x", "/export/ada/local/x", "/mnt/shared", "/mnt"])
def test_a_local_mount_is_not_a_share(folder: str) -> None:
    assert recognise_mount(PurePosixPath(folder), MOUNTS) is None


@pytest.mark.parametrize(
    ("marker", "name"),
    [
        (".dropbox.cache", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_a_folder_below_a_services_mark_is_synced(tmp_path: Path, marker: str, name: str) -> None:
    (tmp_path / marker).touch()
    found = recognise_synced(tmp_path / "not" / "made yet")
    assert found is not None
    assert (found.sharing, found.name, found.root) == (Sharing.SYNCED, name, tmp_path)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Contoso Ltd", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-ada@example.org", "Google Drive"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Library/CloudStorage/Other-1", "a cloud service"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "ownCloud"),
    ],
)
def test_a_services_usual_folder_is_synced(tmp_path: Path, folder: str, name: str) -> None:
    found = recognise_synced(tmp_path / folder / "data")
    assert found is not None
    assert (found.sharing, found.name) == (Sharing.SYNCED, name)


@pytest.mark.parametrize("folder", ["Documents", "my-dropbox-notes", "box", "onedriver", "sync"])
def test_an_ordinary_folder_is_not_synced(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    assert recognise_synced(tmp_path / folder / "data") is None


@pytest.mark.parametrize(
    ("folder", "drive_type", "is_share"),
    [
        (r"C:\Users\ada\AppData", 3, False),
        (r"Z:\data", 4, True),
        (r"\\server\share\data", 1, True),
        (r"\\?\UNC\server\share\data", 1, True),
        (r"\\?\C:\data", 3, False),
    ],
)
def test_windows_shares_are_told_from_drives(folder: str, drive_type: int, is_share: bool) -> None:
    found = recognise_drive(PureWindowsPath(folder), drive_type)
    assert (found is not None) == is_share


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    found = recognise(tmp_path / "link" / "data")
    assert found is not None
    assert found.root == PurePath(tmp_path / "Dropbox")


def test_looking_makes_nothing(tmp_path: Path) -> None:
    recognise(tmp_path / "new" / "data")
    assert list(tmp_path.iterdir()) == []
