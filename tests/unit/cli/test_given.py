"""Which files are meant by what was named on the command line."""

from __future__ import annotations

from pathlib import Path

from desktop_slm.cli.given import files_of


def test_a_folder_stands_for_its_files_in_order(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.pdf", "a.md", ".hidden", ".git/config", "c.txt"):
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "folder" / "link.md").symlink_to(tmp_path / "folder" / "a.md")
    single = str(tmp_path / "none.pdf")
    found = list(files_of([single, str(tmp_path / "folder")]))
    assert found[0] == single
    names = [Path(each).relative_to(tmp_path / "folder").as_posix() for each in found[1:]]
    assert names == ["a.md", "c.txt", "b/a.pdf", "b/z.txt"]
