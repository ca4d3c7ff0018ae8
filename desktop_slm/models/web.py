"""The fetch child's one HTTP client: whom it speaks to, what the token reaches, how much came.

huggingface_hub uses the same client, so a rule that is kept here holds for its requests as well.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from time import time
from urllib.parse import urlsplit

import httpx2
import huggingface_hub
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    RemoteEntryNotFoundError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)
from huggingface_hub.utils._http import parse_ratelimit_headers

from desktop_slm.errors import (
    CertificateRefused,
    DesktopSlmError,
    FileUnknown,
    HostRefused,
    HubRefused,
    HubUnreachable,
    ProxyFailed,
    RateLimited,
    RedirectedTooOften,
    RepoGated,
    RepoUnknown,
    TokenRefused,
    VersionUnknown,
)
from desktop_slm.models import hosts

_HUB = ("huggingface.co", "hf.co")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_EXTRA_HOSTS = "DESKTOP_SLM_HOSTS"
_CONNECT_TIMEOUT_S = 20.0
_UNAUTHORIZED, _PROXY_STATUS, _RATE_STATUS = 401, 407, 429


class Web:
    """Makes the client that everything here uses, and counts what came through it."""

    def __init__(self, stall_s: float = 30.0, *, only: str = "") -> None:
        """With `only`, an address, nobody is spoken to but the very place that it names."""
        self._only = only
        self._responses: list[httpx2.Response] = []
        self._timeout = httpx2.Timeout(_CONNECT_TIMEOUT_S, read=stall_s)
        huggingface_hub.set_client_factory(self._make_client)

    @property
    def client(self) -> httpx2.Client:
        """The client; huggingface_hub makes a new one after a failed connection."""
        client: httpx2.Client = huggingface_hub.get_session()
        return client

    def received(self) -> dict[str, int]:
        """Returns how many bytes came from each host."""
        found: dict[str, int] = {}
        for response in self._responses:
            host = response.request.url.host
            found[host] = found.get(host, 0) + response.num_bytes_downloaded
        return found

    def close(self) -> None:
        """Closes the client's connections."""
        huggingface_hub.close_session()

    def _check_only(self, request: httpx2.Request) -> None:
        """Runs before every request of a client that may speak to one place."""
        if not is_same_place(str(request.url), self._only):
            raise HostRefused(host=request.url.host)
        request.headers.pop("Authorization", None)

    def _make_client(self) -> httpx2.Client:
        return httpx2.Client(
            event_hooks={
                "request": [self._check_only if self._only else _check],
                "response": [self._responses.append],
            },
            follow_redirects=True,
            timeout=self._timeout,
        )


def is_same_place(address: str, named: str) -> bool:
    """Whether an address is at the very place that another names, over TLS or on loopback."""
    host = (urlsplit(address).hostname or "").lower()
    is_private = urlsplit(address).scheme == "https" or host in _LOOPBACK
    return bool(host) and is_private and _origin(address) == _origin(named)


def is_allowed(address: str, own_address: str, extra: str = "") -> bool:
    """Whether models may be asked for at an address: the hub, its stores, the person's mirror."""
    parts, own = urlsplit(address), urlsplit(own_address)
    host = (parts.hostname or "").lower()
    named = [own.hostname, *(each.strip().lower() for each in extra.split(","))]
    is_known = host in named or any(host == hub or host.endswith(f".{hub}") for hub in _HUB)
    is_own_way = parts.scheme == own.scheme and host == own.hostname
    is_private = parts.scheme == "https" or host in _LOOPBACK or is_own_way
    return bool(host) and is_known and is_private


def _check(request: httpx2.Request) -> None:
    """Runs before every request, those after a redirect too."""
    address = str(request.url)
    if not is_allowed(address, hosts.endpoint(), os.environ.get(_EXTRA_HOSTS, "")):
        raise HostRefused(host=request.url.host)
    if not has_token_s_origin(address, hosts.endpoint()):
        request.headers.pop("Authorization", None)


def has_token_s_origin(address: str, own_address: str) -> bool:
    """Whether the token may go there: the very origin that it was given for, nowhere else."""
    return _origin(address) == _origin(own_address)


def _origin(address: str) -> tuple[str, str, int]:
    parts = urlsplit(address)
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)
    return parts.scheme, (parts.hostname or "").lower(), port


def translate(
    error: Exception, repo: str = "", file: str = "", revision: str = ""
) -> DesktopSlmError:
    """Returns what went wrong as one of our errors."""
    if isinstance(error, DesktopSlmError):
        return error
    if isinstance(error, HfHubHTTPError):
        return _of_answer(error, repo, file, revision)
    if isinstance(error, HFValidationError):
        return RepoUnknown(repo=repo)
    return _of_connection(error)


def _of_answer(error: HfHubHTTPError, repo: str, file: str, revision: str) -> DesktopSlmError:
    # The first three are kinds of "not found" to huggingface_hub, so their order matters.
    if isinstance(error, GatedRepoError):
        return RepoGated(repo=repo)
    if isinstance(error, RemoteEntryNotFoundError):
        return FileUnknown(repo=repo, file=file)
    if isinstance(error, RevisionNotFoundError):
        return VersionUnknown(repo=repo, revision=revision)
    if isinstance(error, RepositoryNotFoundError):
        return RepoUnknown(repo=repo)
    if error.response.status_code == _UNAUTHORIZED:
        has_token = "Authorization" in error.response.request.headers
        return TokenRefused() if has_token else RepoUnknown(repo=repo)
    return of_status(error.response)


def of_status(response: httpx2.Response) -> DesktopSlmError:
    """Returns the error that a status stands for."""
    status = response.status_code
    if status == _PROXY_STATUS:
        return ProxyFailed()
    if status == _RATE_STATUS:
        return rate_limited(wait_s(response))
    return HubRefused(status=status)


def rate_limited(seconds: float) -> RateLimited:
    """Returns the error for a server that wants to be left alone for so long."""
    return RateLimited(minutes=max(1, round(seconds / 60)), seconds=seconds)


def wait_s(response: httpx2.Response) -> float:
    """Returns how long the server wants to be left alone; 0 where it does not say."""
    given = response.headers.get("Retry-After", "").strip()
    if given.isdigit():
        return float(given)
    if given:
        try:
            return max(0.0, parsedate_to_datetime(given).timestamp() - time())
        except ValueError:
            return 0.0
    limits = parse_ratelimit_headers(response.headers)
    return float(limits.reset_in_seconds) if limits and limits.remaining == 0 else 0.0


def content_range(response: httpx2.Response) -> tuple[int, int]:
    """Returns the first byte that comes and the size of the whole; -1 for what cannot be read."""
    given = response.headers.get("Content-Range", "")
    span, _, total = given.removeprefix("bytes ").partition("/")
    first = span.partition("-")[0]
    return (int(first) if first.isdigit() else -1, int(total) if total.isdigit() else -1)


def _of_connection(error: Exception) -> DesktopSlmError:
    kinds = list(_chain(error))
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in kinds):
        return CertificateRefused(host=_host_of(error), details=type(error).__name__)
    if isinstance(error, httpx2.ProxyError):
        return ProxyFailed()
    if isinstance(error, httpx2.TooManyRedirects):
        return RedirectedTooOften()
    return HubUnreachable(details=" < ".join(type(each).__name__ for each in kinds))


def _host_of(error: Exception) -> str:
    try:
        return str(error.request.url.host)  # type: ignore[attr-defined]
    except (AttributeError, RuntimeError):
        return str(urlsplit(hosts.endpoint()).hostname)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
