"""Options that several verbs share, and the kinds of values that they take."""

from __future__ import annotations

import argparse
from typing import TypeAlias

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_model(parser: argparse.ArgumentParser) -> None:
    """Adds the choice of a model."""
    parser.add_argument(
        "--model", default="", metavar="M", help="an id of “models list”, or a file"
    )


def add_ocr(parser: argparse.ArgumentParser) -> None:
    """Adds the wish for words in pictures, and in which languages they are."""
    parser.add_argument("--ocr", action="store_true", help="read words in pictures of pages, too")
    parser.add_argument(
        "--ocr-language",
        default="",
        metavar="L",
        help="as “de” or “deu+fra”; without it as the settings say: the window's and English",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Adds the wish for a result that programs read."""
    parser.add_argument("--json", action="store_true", help="print one JSON value at the end")


def positive(text: str) -> int:
    """Returns a number of 1 or more."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def language(text: str) -> str:
    """Returns the code of a language."""
    # Imported here, as in `_pages`: the window, which parses its files' names, needs neither.
    from desktop_slm.assistants.summaries.language import LANGUAGES, code_of

    code = code_of(text) if text else ""  # the default passes here, too
    if code is None:
        raise argparse.ArgumentTypeError(f"known are {', '.join(LANGUAGES)}")
    return code


def pages(text: str) -> str:
    """Returns a choice of pages as it is written shortest."""
    from desktop_slm.assistants.summaries.pages import PageChoice

    try:
        return str(PageChoice.parse(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
