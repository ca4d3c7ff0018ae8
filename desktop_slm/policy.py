"""What an organisation has set for all accounts of this computer, in a file that they cannot write.

Read once, before anything else of the app; a file that breaks a rule ends the program with one
sentence, for a policy that was mistyped must not count as none. Nobody but the administrator can
point to another file: neither a variable nor an option names one.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from desktop_slm.errors import ExportForbidden, PolicyUnreadable, PrintForbidden

_MOST_BYTES = 1 << 20
_MOST_DAYS = 36_500
_LOCK_AFTER_MINUTES = (1, 5, 15, 30, 60)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_COMMON_DATA = 0x23  # CSIDL_COMMON_APPDATA
_ADMINISTRATOR = 0


@dataclass(frozen=True, slots=True)
class Policy:
    """What is set; each field's default leaves the choice to the person.

    `allowed_models` of None allows every model. `lock_after_min` and `keep_days` of 0 set nothing.
    """

    offline: bool = False
    mirror: str = ""
    allowed_models: frozenset[str] | None = None
    lock_after_min: int = 0
    keep_days: int = 0
    exports: bool = True
    printing: bool = True
    models_folder: Path | None = None

    @property
    def sets_anything(self) -> bool:
        """Whether anything is set."""
        return self != Policy()

    @property
    def settings(self) -> Mapping[str, object]:
        """The settings of the app that are locked, with their values."""
        return {"lock_after_min": self.lock_after_min} if self.lock_after_min else {}

    def allows_model(self, sha256: str) -> bool:
        """Whether a model file with this fingerprint may be used."""
        return self.allowed_models is None or sha256.lower() in self.allowed_models


def place() -> Path:
    """Returns where the policy of this system lies, whether there is one or not."""
    if sys.platform == "win32":
        return _common_data() / "desktop-slm" / "policy.toml"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/desktop-slm/policy.toml")
    return Path("/etc/desktop-slm/policy.toml")


@cache
def current() -> Policy:
    """Returns the policy in force, read at the first call. Raises PolicyUnreadable."""
    return load(place())


def require_export() -> None:
    """Raises ExportForbidden where the policy says so."""
    if not current().exports:
        raise ExportForbidden


def require_print() -> None:
    """Raises PrintForbidden where the policy says so."""
    if not current().printing:
        raise PrintForbidden


def begin(*, is_offline: bool) -> bool:
    """Puts in force what concerns the start: before the launcher is forked, or there is a child.

    Returns whether the program is offline: by the policy, or because it was started so. The
    variable that children are given goes over the person's. Raises PolicyUnreadable.
    """
    found = current()
    if found.mirror:
        os.environ["HF_ENDPOINT"] = found.mirror
    return found.offline or is_offline


def load(path: Path) -> Policy:
    """Returns what a file sets; no file sets nothing. Raises PolicyUnreadable."""
    try:
        with path.open("rb") as file:
            _require_administrator(os.fstat(file.fileno()))
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise ValueError("it is too large")
        return parse(content.decode("utf-8"))
    except FileNotFoundError:
        return Policy()
    except OSError as error:
        raise PolicyUnreadable(path=path, why=error.strerror or "it cannot be read") from None
    except UnicodeDecodeError:
        raise PolicyUnreadable(path=path, why="it is not UTF-8") from None
    except ValueError as error:
        raise PolicyUnreadable(path=path, why=_one_line(str(error))) from None


def parse(text: str) -> Policy:
    """Returns the policy of a text. Raises ValueError, which TOMLDecodeError is too."""
    import tomllib  # where there is no policy the start need not wait for it

    values = tomllib.loads(text)
    known = {field.name for field in fields(Policy)}
    for name in values:
        if name not in known:
            raise ValueError(f"“{name}” is not a setting of a policy")
    return Policy(**{name: _RULES[name](name, value) for name, value in values.items()})


# What each value has to be


def _truth(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"“{name}” has to be true or false")
    return value


def _mirror(name: str, value: Any) -> str:
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
        has_host = parts is not None and bool(parts.hostname)
    except ValueError:
        parts, has_host = None, False
    if parts is None or not has_host or parts.scheme not in ("https", "http"):
        raise ValueError(f"“{name}” has to be an address that begins with https://")
    return str(value).rstrip("/")


def _hashes(name: str, value: Any) -> frozenset[str]:
    is_list = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if not is_list or not all(_SHA256.fullmatch(each.lower()) for each in value):
        raise ValueError(f"“{name}” has to be a list of SHA-256 fingerprints of 64 letters each")
    return frozenset(each.lower() for each in value)


def _minutes(name: str, value: Any) -> int:
    if isinstance(value, bool) or value not in _LOCK_AFTER_MINUTES:
        raise ValueError(f"“{name}” has to be 1, 5, 15, 30 or 60")
    return int(value)


def _days(name: str, value: Any) -> int:
    if type(value) is not int or not 1 <= value <= _MOST_DAYS:
        raise ValueError(f"“{name}” has to be a number of days")
    return value


def _folder(name: str, value: Any) -> Path:
    path = Path(value) if isinstance(value, str) and "\0" not in value else Path()
    if not path.is_absolute():
        raise ValueError(f"“{name}” has to be the whole path of a folder")
    return path


_RULES: Mapping[str, Callable[[str, Any], Any]] = {
    "offline": _truth,
    "mirror": _mirror,
    "allowed_models": _hashes,
    "lock_after_min": _minutes,
    "keep_days": _days,
    "exports": _truth,
    "printing": _truth,
    "models_folder": _folder,
}


def _require_administrator(found: os.stat_result) -> None:
    """Raises ValueError where others than the administrator can write the file."""
    if os.name != "posix":
        return  # the folder's own rights keep others out
    if found.st_uid != _ADMINISTRATOR or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise ValueError("others than the administrator can write it")


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]


def _common_data() -> Path:
    """Returns ProgramData as Windows knows it, not as a variable of the person's says."""
    if sys.platform == "win32":
        import ctypes

        buffer = ctypes.create_unicode_buffer(260)
        ctypes.windll.shell32.SHGetFolderPathW(None, _COMMON_DATA, None, 0, buffer)
        return Path(buffer.value or r"C:\ProgramData")
    raise OSError("another system's place")
