"""The words that the terminal understands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

VERBS = (
    "ask",
    "backup",
    "chat",
    "chats",
    "check",
    "compare",
    "doctor",
    "models",
    "read",
    "restore",
    "summarize",
    "verify",
)


class Arguments(argparse.Namespace):
    """What was asked for; verbs read the fields that their own options set."""

    verb: str | None = None
    data_dir: str = ""
    key_file: str = ""
    offline: bool = False
    json: bool = False
    live: bool = False
    needs_network: bool = False
    error_status: int = 1
    files: list[str]
    file: str
    export: str
    before: str
    after: str
    prompt: str | None
    model: str
    system: str
    max_tokens: int
    seed: int | None
    form: str
    length: str
    words: int
    language: str
    focus: str
    pages: str
    ocr: bool
    resume: bool
    digest: bool
    question: str
    whole: bool
    passages: bool
    reproducible: bool
    output: str
    action: str
    changes: str
    glance: bool = False
    ocr_language: str
    format: str
    prune: tuple[int, ...]
    folder: str
    ids: list[str]
    source: str
    way: str
    yes: bool
    repo: str
    words_to_find: list[str]
    file_wanted: str
    revision: str
    free_licenses_only: bool
    context: int
    accept_license: bool
    limit_rate: int
    token_to_mirror: bool = False
    models: list[str]
    delete: int
    lists: bool = False
    words_file: str = ""
    chat_ids: list[int]


def parse(words: Sequence[str]) -> Arguments:
    """Returns what the words ask for; exits with status 2 where they are not understood.

    File names without a verb mean the window with these documents, as a desktop passes them.
    """
    arguments, files = _make_shared().parse_known_args(words, Arguments())
    if not files or (files[0] not in VERBS and Path(files[0]).is_file()):
        arguments.files = files
        return arguments
    return make_parser().parse_args(words, Arguments())


def make_parser() -> argparse.ArgumentParser:
    """Returns the parser of the whole program."""
    # The window, which has no verb, is spared what the verbs' options need.
    from desktop_slm.cli import verb_words

    return verb_words.make_parser(_make_shared())


def _make_shared() -> argparse.ArgumentParser:
    """Returns the options that stand before or after every verb."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--data-dir", metavar="DIR", help="keep everything in this folder")
    shared.add_argument("--offline", action="store_true", help="never start the part with network")
    shared.add_argument("--key-file", metavar="FILE", help="the file that holds the data's key")
    return shared
