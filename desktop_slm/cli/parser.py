"""The words that the terminal understands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop_slm import __version__
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.documents.changes import Changes
from desktop_slm.tuning.formats import layers

VERBS = ("chat", "doctor", "models", "read", "summarize", "verify")


class Arguments(argparse.Namespace):
    """What was asked for; verbs read the fields that their own options set."""

    verb: str | None = None
    data_dir: str = ""
    key_file: str = ""
    offline: bool = False
    json: bool = False
    needs_network: bool = False
    files: list[str]
    file: str
    export: str
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
    reproducible: bool
    output: str
    action: str
    changes: str
    glance: bool = False
    ocr_language: str
    format: str
    prune: tuple[int, ...]
    repo: str


def parse(words: Sequence[str]) -> Arguments:
    """Returns what the words ask for; exits with status 2 where they are not understood.

    File names without a verb mean the window with these documents, as a desktop passes them.
    """
    arguments, files = _make_shared().parse_known_args(words, Arguments())
    if files and files[0] not in VERBS and Path(files[0]).is_file():
        arguments.files = files
        return arguments
    return _make_parser().parse_args(words, Arguments())


def _make_shared() -> argparse.ArgumentParser:
    """Returns the options that stand before or after every verb."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--data-dir", metavar="DIR", help="keep everything in this folder")
    shared.add_argument("--offline", action="store_true", help="never start the part with network")
    shared.add_argument("--key-file", metavar="FILE", help="the file that holds the data's key")
    return shared


def _make_parser() -> argparse.ArgumentParser:
    """Returns the parser of the whole program."""
    shared = _make_shared()
    parser = argparse.ArgumentParser(
        prog="desktop-slm",
        description="A private assistant that runs on this computer. Without a verb: the window.",
        parents=[shared],
    )
    parser.add_argument("--version", action="version", version=f"desktop-slm {__version__}")
    parser.set_defaults(files=[])
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    _add_chat(verbs.add_parser("chat", parents=[shared], help="ask a model"))
    _add_summarize(verbs.add_parser("summarize", parents=[shared], help="summarize documents"))
    read = verbs.add_parser("read", parents=[shared], help="show the text of a document")
    read.add_argument("file", metavar="FILE")
    read.add_argument(
        "--glance",
        action="store_true",
        help="show its outline, key sentences, terms, dates, amounts and names instead",
    )
    read.add_argument(
        "--changes",
        choices=[changes.value for changes in Changes],
        default=Changes.ACCEPTED.value,
        help="tracked changes: as accepted, as before them, or shown with comments",
    )
    read.add_argument(
        "--ocr", action="store_true", help="recognise the text of pages that are pictures"
    )
    read.add_argument(
        "--ocr-language",
        default="",
        metavar="L",
        help="as “de” or “deu”; without it those that are installed are tried",
    )
    _add_json(read)
    verify = verbs.add_parser(
        "verify", parents=[shared], help="check an exported summary against its document"
    )
    _add_verify(verify)
    models = verbs.add_parser("models", parents=[shared], help="the models on this computer")
    _add_models(models, shared)
    _add_json(verbs.add_parser("doctor", parents=[shared], help="what works here, and how"))
    return parser


def _add_chat(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("prompt", nargs="?", help="the message; without it a conversation begins")
    parser.add_argument("--system", default="", metavar="S", help="instructions for the model")
    parser.add_argument("--max-tokens", type=_positive, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=None, metavar="N")
    _add_model(parser)
    _add_json(parser)


def _add_summarize(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE|DIR")
    parser.add_argument(
        "--form", choices=[form.value for form in Form], default=Form.PARAGRAPH.value
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument(
        "--length", choices=[length.value for length in Length], default=Length.STANDARD.value
    )
    size.add_argument("--words", type=_positive, default=0, metavar="N", help="about so many")
    parser.add_argument(
        "--language", type=_language, default="", metavar="L", help="as de; else the document's"
    )
    parser.add_argument(
        "--focus", default="", metavar="TEXT", help="what alone shall be in it, in your words"
    )
    parser.add_argument("--pages", type=_pages, default="", metavar="3-10", help="read these alone")
    parser.add_argument("--ocr", action="store_true", help="read words in pictures of pages, too")
    parser.add_argument(
        "--resume", action="store_true", help="go on with what was stopped, where there is such"
    )
    parser.add_argument(
        "--reproducible",
        action="store_true",
        help="the same words every time, for those who need receipts; slower",
    )
    parser.add_argument(
        "--output",
        default="",
        metavar="FILE",
        help="write it to a file: .md, .html, .pdf, .docx, .json or .txt says which kind",
    )
    _add_model(parser)
    _add_json(parser)


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("export", metavar="EXPORT", help="a summary as it was exported")
    parser.add_argument("files", nargs="+", metavar="DOCUMENT", help="what was summarized")
    _add_json(parser)


def _add_models(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_json(actions.add_parser("list", parents=[shared], help="those that are here"))
    verify = actions.add_parser(
        "verify", parents=[shared], help="read a whole file and compare its fingerprint"
    )
    verify.add_argument("model", metavar="ID|FILE")
    _add_json(verify)
    tune = actions.add_parser(
        "tune", parents=[shared], help="measure for about a minute how a model runs fastest here"
    )
    tune.add_argument("model", metavar="ID|FILE")
    _add_json(tune)
    convert = actions.add_parser(
        "convert", parents=[shared], help="write a model in another format; the original is kept"
    )
    convert.add_argument("model", metavar="ID|FILE")
    convert.add_argument("--format", required=True, type=str.upper, metavar="F", help="as Q4_K_M")
    convert.add_argument(
        "--prune", default=(), type=layers, metavar="LAYERS", help="leave these out, as 3,20-23"
    )
    _add_json(convert)
    info = actions.add_parser(
        "info",
        parents=[shared],
        help="what a model's file says, or what a repository on Hugging Face holds",
    )
    info.add_argument("repo", metavar="ID|FILE|OWNER/NAME")
    info.set_defaults(needs_network=True)
    _add_json(info)


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model", default="", metavar="M", help="an id of “models list”, or a file"
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON value at the end")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _language(text: str) -> str:
    """Returns the code of a language."""
    # Imported here, as in `_pages`: the window, which parses its files' names, needs neither.
    from desktop_slm.assistants.summaries.language import LANGUAGES, code_of

    code = code_of(text) if text else ""  # the default passes here, too
    if code is None:
        raise argparse.ArgumentTypeError(f"known are {', '.join(LANGUAGES)}")
    return code


def _pages(text: str) -> str:
    """Returns a choice of pages as it is written shortest."""
    from desktop_slm.assistants.summaries.pages import PageChoice

    try:
        return str(PageChoice.parse(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
