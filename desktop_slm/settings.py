"""Settings that are no secret, kept as a small JSON file.

A damaged file gives the defaults and is put aside, so that the next change does not write over it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from desktop_slm import files

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "de")
SEND_KEYS = ("enter", "ctrl+enter")
UNLOAD_AFTER_MINUTES = (5, 15, 30, 60, 0)
LOCK_AFTER_MINUTES = (0, 1, 5, 15, 30, 60)
NETWORK_CHOICES = ("offline", "ask")
FIRST_RUN_STATES = ("", "begun", "done")
ZOOM_STEPS = (100, 110, 125, 150, 175, 200)
MOST_THREADS = 256
MOST_SUMMARY_WORDS = 5000
_OCR = re.compile(r"([a-z_]{2,20}(\+[a-z_]{2,20}){0,2})?")
LEAST_CONTEXT_TOKENS = 1024
MOST_CONTEXT_TOKENS = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose. Nothing here comes from a chat or a document.

    `threads` and `context_tokens` of 0 leave the choice to the engine; an `unload_after_min` of 0
    keeps a loaded model until the window closes. `network` says whether a search or a download is
    asked about ("offline") or begins at once ("ask": online only when asked); `token_mirror` is the
    host that may get the access token beside Hugging Face.
    """

    theme: str = "system"
    language: str = "system"
    zoom_percent: int = 100
    send_key: str = "enter"
    model: str = ""
    list_width: int = 248
    shared_folder_accepted: str = ""
    window: str = ""  # place and size, as Qt writes them, in Base64
    threads: int = 0
    context_tokens: int = 0
    unload_after_min: int = 30
    network: str = "offline"
    token_mirror: str = ""
    first_run: str = ""  # "begun" while the first page was not gone through, then "done"
    download_limit_kb_per_s: int = 0
    lock_after_min: int = 0  # of no input; 0 locks on demand alone
    lock_with_session: bool = True
    hide_titles: bool = False
    model_titles: bool = True  # chats are titled by the model that answered
    notices: bool = True  # the desktop is told when long work has ended
    age_told: str = ""  # the day when the person was last told that this version is old
    ocr_languages: str = ""  # "deu+eng"; without one the window's language and English
    # How summaries were last asked for. What one is about, its focus and pages, is never kept here.
    summary_length: str = "standard"
    summary_form: str = "paragraph"
    summary_words: int = 0
    summary_language: str = ""
    summary_reproducible: bool = False
    summary_asks_first: bool = False  # also before short ones
    summary_only_supported: bool = False

    def with_changes(self, **changes: Any) -> Settings:
        """Returns a copy with some fields changed."""
        return replace(self, **changes)


class SettingsFile:
    """Reads and writes the settings; writing replaces the file in one step."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def damaged_path(self) -> Path:
        """Where a damaged file is put."""
        return self._path.with_name(f"{self._path.name}.damaged")

    def load(self) -> Settings:
        """Returns the stored settings; unknown keys and wrong types are left out."""
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except OSError:
            return Settings()
        except (ValueError, RecursionError):
            stored = None
        if not isinstance(stored, dict):
            with contextlib.suppress(OSError):
                os.replace(self._path, self.damaged_path)
            return Settings()
        return parse(stored)

    def save(self, settings: Settings) -> None:
        """Writes the settings. Raises OSError where the folder cannot be written."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        files.replace_content(self._path, json.dumps(asdict(settings), indent=1).encode())


def parse(stored: Mapping[str, Any]) -> Settings:
    """Returns settings from untrusted values, each field falling back to its default."""
    defaults = Settings()
    chosen = {
        field.name: stored[field.name]
        for field in fields(Settings)
        if type(stored.get(field.name)) is type(getattr(defaults, field.name))
    }
    settings = replace(defaults, **chosen)
    return replace(
        settings,
        theme=settings.theme if settings.theme in THEMES else defaults.theme,
        language=settings.language if settings.language in LANGUAGES else defaults.language,
        send_key=settings.send_key if settings.send_key in SEND_KEYS else defaults.send_key,
        network=settings.network if settings.network in NETWORK_CHOICES else defaults.network,
        first_run=settings.first_run if settings.first_run in FIRST_RUN_STATES else "",
        download_limit_kb_per_s=max(settings.download_limit_kb_per_s, 0),
        zoom_percent=min(ZOOM_STEPS, key=lambda step: abs(step - settings.zoom_percent)),
        list_width=min(max(settings.list_width, 180), 480),
        threads=min(max(settings.threads, 0), MOST_THREADS),
        context_tokens=_context(settings.context_tokens),
        ocr_languages=settings.ocr_languages if _OCR.fullmatch(settings.ocr_languages) else "",
        summary_words=min(max(settings.summary_words, 0), MOST_SUMMARY_WORDS),
        lock_after_min=min(
            LOCK_AFTER_MINUTES, key=lambda minutes: abs(minutes - settings.lock_after_min)
        ),
        unload_after_min=min(
            UNLOAD_AFTER_MINUTES, key=lambda minutes: abs(minutes - settings.unload_after_min)
        ),
    )


def _context(tokens: int) -> int:
    if tokens <= 0:
        return 0
    return min(max(tokens, LEAST_CONTEXT_TOKENS), MOST_CONTEXT_TOKENS)
