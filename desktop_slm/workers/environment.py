"""How our own executable is started as a child: command line, variables and folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

# What a child may need of the parent's variables: no tokens, no session addresses.
_PASSED = (
    *("PATH", "HOME", "LANG", "LANGUAGE", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "WINDIR"),
    *("LOCALAPPDATA", "APPDATA", "USERPROFILE", "COMSPEC", "LD_LIBRARY_PATH", "VIRTUAL_ENV"),
)
_PASSED_PREFIXES = ("LC_", "GOMP_", "GGML_", "CUDA_", "HIP_", "ROCR_", "VK_", "OMP_", "DYLD_")
_FETCH_PASSED = (
    *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "HF_ENDPOINT"),
    "DESKTOP_SLM_HOSTS",  # further hosts that a mirror may send a download on to
    *("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE"),
)

_DEFAULTS = {
    "GGML_NO_BACKTRACE": "1",
    "PYTHONUTF8": "1",
    # libgomp's threads spin for milliseconds at every barrier; where another program wants the
    # core too, each of llama.cpp's 300 barriers a token then costs a time slice. Measured on two
    # cores with one busy neighbour: 6 to 10 tokens/s by default, 31 to 32 so (see benchmarks).
    "GOMP_SPINCOUNT": "10000",
}


def command(name: str) -> list[str]:
    """Returns the command line of a child; the name is all that it carries."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", name]
    return [sys.executable, "-I", "-m", "desktop_slm", "--worker", name]


def variables(name: str) -> dict[str, str]:
    """Returns the environment of a child."""
    return {**_DEFAULTS, **_passed(os.environ, name)}


def _passed(source: Mapping[str, str], name: str) -> dict[str, str]:
    wanted = set(_PASSED)
    if name == "fetch":
        wanted.update(_FETCH_PASSED, (variable.lower() for variable in _FETCH_PASSED))
    return {
        key: value
        for key, value in source.items()
        if key in wanted or key.startswith(_PASSED_PREFIXES)
    }


def network_files() -> tuple[str, ...]:
    """Returns the files that names and certificates are looked up in, for the fetch child."""
    named = [os.environ.get(variable) for variable in _FETCH_PASSED if "CERT" in variable]
    named.append(os.environ.get("REQUESTS_CA_BUNDLE"))
    system = ["/etc", "/run/systemd/resolve", "/var/lib/ca-certificates", "/private/etc"]
    return tuple(path for path in (*system, *named) if path)


def working_folder() -> str:
    """Returns a folder that is not the user's: llama.cpp looks for libraries where it stands."""
    return sys.prefix if sys.platform == "win32" else "/"
