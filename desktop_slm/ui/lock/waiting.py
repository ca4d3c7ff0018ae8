"""What later starts of the program asked for while the window was locked; done once it is open."""

from __future__ import annotations


class Waiting:
    """The files that wait."""

    def __init__(self) -> None:
        self._files: list[str] = []

    def add(self, files: tuple[str, ...]) -> None:
        """Keeps files for later."""
        self._files += files

    def take(self) -> tuple[str, ...]:
        """Returns what waits, and forgets it."""
        files, self._files = tuple(self._files), []
        return files
