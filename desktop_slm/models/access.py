"""The access token for gated repositories: asked for when a repository wants one, and not before.

Whoever makes this says where the token is kept; it goes to Hugging Face alone, and to a mirror
only where the person has named that very mirror for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop_slm.errors import RepoGated, RepoUnknown
from desktop_slm.models import hosts

T = TypeVar("T")


class Access:
    """Gives the token where it may go. `read` blocks: a keyring may ask the person.

    `prompt` is for those who have none yet; it is asked for a gated repository alone, since one
    that is unknown is misspelt more often than private.
    """

    def __init__(
        self,
        read: Callable[[], str] = lambda: "",
        allowed_mirror: Callable[[], str] = lambda: "",
        prompt: Callable[[], str] = lambda: "",
    ) -> None:
        self._read = read
        self._allowed_mirror = allowed_mirror
        self._prompt = prompt

    @property
    def may_be_sent(self) -> bool:
        """Whether the place that is asked may get the token."""
        return not hosts.is_mirror() or self._allowed_mirror() == hosts.endpoint_host()

    def ask(self, call: Callable[[str], T]) -> T:
        """Calls without a token, and once more with it where the repository wants one."""
        try:
            return call("")
        except (RepoGated, RepoUnknown) as error:  # a private one is not shown to strangers
            token = self._read() if self.may_be_sent else ""
            if not token and self.may_be_sent and isinstance(error, RepoGated):
                token = self._prompt()
            if not token:
                raise
        return call(token)
