"""Whom the fetch child speaks to, and how long it leaves a busy server alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import pytest

import tests.fakes.direct_fetch  # noqa: F401 - sets what huggingface_hub reads at its import
from desktop_slm.models import web

_HUB = "https://huggingface.co"
_MIRROR = "http://mirror.lan:8080"


@pytest.mark.parametrize(
    "address",
    [
        "https://huggingface.co/api/models",
        "https://cdn-lfs.hf.co/x?Signature=1",
        "https://cas-bridge.xethub.hf.co/x",
    ],
)
def test_the_hub_and_its_stores_are_allowed(address: str) -> None:
    assert web.is_allowed(address, _HUB)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/x",
        "http://huggingface.co/x",
        "https://huggingface.co.example.org/x",
        "https://evilhf.co/x",
        "https://127.0.0.1/x",
        "file:///etc/passwd",
        "https:///x",
    ],
)
def test_nobody_else_is(address: str) -> None:
    assert not web.is_allowed(address, _HUB)


def test_a_mirror_is_allowed_as_it_was_named_and_further_hosts_over_tls_alone() -> None:
    assert web.is_allowed(f"{_MIRROR}/a/b", _MIRROR)
    assert not web.is_allowed("http://mirror.lan/a", _HUB)
    assert web.is_allowed("https://store.lan/a", _MIRROR, "other.lan, store.lan")
    assert not web.is_allowed("http://store.lan/a", _MIRROR, "store.lan")


@pytest.mark.parametrize(
    ("address", "may_go"),
    [
        ("https://huggingface.co/a", True),
        ("https://huggingface.co:443/a", True),
        ("http://huggingface.co/a", False),
        ("https://huggingface.co:444/a", False),
        ("https://cdn-lfs.hf.co/a", False),
        ("https://x.huggingface.co/a", False),
    ],
)
def test_the_token_goes_to_one_origin(address: str, may_go: bool) -> None:
    assert web.has_token_s_origin(address, _HUB) is may_go


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "17"}, 17),
        ({"Retry-After": "soon"}, 0),
        ({}, 0),
        ({"ratelimit": '"api";r=0;t=55'}, 55),
        ({"ratelimit": '"api";r=9;t=55'}, 0),
    ],
)
def test_how_long_a_server_wants_to_be_left_alone(headers: dict[str, str], seconds: int) -> None:
    assert web.wait_s(httpx2.Response(429, headers=headers)) == seconds


def test_a_date_is_understood_as_well() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert 25 < web.wait_s(httpx2.Response(429, headers={"Retry-After": at})) <= 30
