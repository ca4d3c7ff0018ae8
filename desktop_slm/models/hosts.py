"""Which place is asked for models: Hugging Face, or the mirror that HF_ENDPOINT names."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

HUB = "https://huggingface.co"


def endpoint() -> str:
    """Returns the address that is asked."""
    return (os.environ.get("HF_ENDPOINT") or HUB).rstrip("/")


def endpoint_host() -> str:
    """Returns its host, with the port where it has one of its own."""
    return urlsplit(endpoint()).netloc.rpartition("@")[2] or endpoint()


def is_mirror() -> bool:
    """Whether it is another place than Hugging Face."""
    return endpoint() != HUB
