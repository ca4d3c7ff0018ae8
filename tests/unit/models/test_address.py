"""What a person pastes: an address, owner and name, or words to search for."""

from __future__ import annotations

import pytest

from desktop_slm.models.address import HubAddress, parse

_REPO = "unsloth/Qwen3-4B-GGUF"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (_REPO, HubAddress(_REPO)),
        (f"  https://huggingface.co/{_REPO}  ", HubAddress(_REPO)),
        (f"huggingface.co/{_REPO}", HubAddress(_REPO)),
        (f"https://hf.co/{_REPO}?show=1#files", HubAddress(_REPO)),
        (f"https://huggingface.co/{_REPO}/tree/v1.0", HubAddress(_REPO, "v1.0")),
        (
            f"https://huggingface.co/{_REPO}/blob/main/a%20b.gguf",
            HubAddress(_REPO, "main", "a b.gguf"),
        ),
        (
            f"https://huggingface.co/{_REPO}/resolve/abc/Q4/m.gguf?download=true",
            HubAddress(_REPO, "abc", "Q4/m.gguf"),
        ),
        (f"https://huggingface.co/{_REPO}/blob/main/README.md", HubAddress(_REPO)),
        (f"https://mirror.example:8443/{_REPO}", HubAddress(_REPO)),
    ],
)
def test_an_address_is_understood(text: str, found: HubAddress) -> None:
    assert parse(text, "mirror.example:8443") == found


@pytest.mark.parametrize(
    "text",
    [
        *("qwen3 4b", "qwen3", "a/b/c", "", "https://example.org/a/b", "ftp://huggingface.co/a/b"),
        *("https://huggingface.co/a", "https://huggingface.co/../b", "https://[bad", "-/-"),
        "https://huggingface.co.evil.example/a/b",
    ],
)
def test_everything_else_is_words(text: str) -> None:
    assert parse(text, "mirror.example:8443") is None
