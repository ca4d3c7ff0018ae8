"""The words that the terminal understands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from desktop_slm import __version__
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.documents.changes import Changes
from desktop_slm.tuning.formats import layers

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


Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

_LEAST_RATE = 10_000


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
    _add_chats(verbs.add_parser("chats", parents=[shared], help="the stored chats"), shared)
    ask = verbs.add_parser("ask", parents=[shared], help="ask a question over documents")
    _add_ask(ask)
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
    compare = verbs.add_parser(
        "compare", parents=[shared], help="compare two versions of a document"
    )
    _add_compare(compare)
    models = verbs.add_parser("models", parents=[shared], help="the models on this computer")
    _add_models(models, shared)
    _add_backups(verbs, shared)
    doctor = verbs.add_parser("doctor", parents=[shared], help="what works here, and how")
    doctor.add_argument(
        "--live", action="store_true", help="try in every process what the system is to refuse"
    )
    _add_json(doctor)
    return parser


def _add_chat(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("prompt", nargs="?", help="the message; without it a conversation begins")
    parser.add_argument("--system", default="", metavar="S", help="instructions for the model")
    parser.add_argument("--max-tokens", type=_positive, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=None, metavar="N")
    _add_model(parser)
    _add_json(parser)


def _add_chats(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_json(actions.add_parser("list", parents=[shared], help="those that there are"))
    export = actions.add_parser(
        "export",
        parents=[shared],
        help="write chats to a file or a folder; JSON holds all branches and can be imported again",
    )
    export.add_argument("output", metavar="FILE|DIR", help="the name’s ending says the format")
    export.add_argument("chat_ids", nargs="*", type=int, metavar="ID", help="without one, all")
    export.add_argument(
        "--format",
        choices=["md", "html", "pdf", "docx", "json"],
        default="md",
        help="of the files in a folder, one for each chat",
    )
    _add_json(export)
    import_ = actions.add_parser(
        "import",
        parents=[shared],
        help="take in chats of Desktop SLM (JSON), ChatGPT (its export) and GPT4All (.chat)",
    )
    import_.add_argument("files", nargs="+", metavar="FILE|DIR")
    _add_json(import_)
    preferences = actions.add_parser(
        "preferences",
        parents=[shared],
        help="write which answers you liked better than others, as JSON lines to train with",
    )
    preferences.add_argument("output", metavar="FILE")
    _add_json(preferences)


def _add_backups(verbs: Verbs, shared: argparse.ArgumentParser) -> None:
    backup = verbs.add_parser("backup", parents=[shared], help="back up what is stored")
    backup.add_argument(
        "file",
        nargs="?",
        default="",
        metavar="FILE",
        help="one encrypted file to take elsewhere; without it the day's backup is made",
    )
    backup.add_argument(
        "--list", dest="lists", action="store_true", help="list the backups that there are"
    )
    _add_json(backup)
    restore = verbs.add_parser(
        "restore", parents=[shared], help="put a backup back; what is there now is kept"
    )
    restore.add_argument("file", metavar="FILE", help="a file, or a name of “backup --list”")
    restore.add_argument(
        "--words-file",
        default="",
        metavar="FILE",
        help="its first line is the recovery code or passphrase of a backup from elsewhere",
    )
    _add_json(restore)
    check = verbs.add_parser(
        "check", parents=[shared], help="read all that is stored and the newest backup"
    )
    _add_json(check)


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", metavar="QUESTION")
    parser.add_argument("files", nargs="+", metavar="FILE|DIR")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--whole", action="store_true", help="read all of every document")
    how.add_argument(
        "--passages", action="store_true", help="read the best passages alone, however it is asked"
    )
    parser.add_argument("--ocr", action="store_true", help="read words in pictures of pages, too")
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
    parser.add_argument(
        "--digest",
        action="store_true",
        help="one digest over all documents; its links name file and page",
    )
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


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="A", help="the earlier version")
    parser.add_argument("after", metavar="B", help="the later version, in any format")
    parser.add_argument("--ocr", action="store_true", help="read words in pictures of pages, too")
    parser.add_argument(
        "--output",
        default="",
        metavar="FILE",
        help="write it to a file: .txt, .md, .html or .json says which kind",
    )
    parser.set_defaults(error_status=2)  # 1 says that the versions differ, as with diff
    _add_json(parser)


def _add_models(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_json(actions.add_parser("list", parents=[shared], help="those that are here"))
    verify = actions.add_parser(
        "verify", parents=[shared], help="read a whole file and compare its fingerprint"
    )
    verify.add_argument("model", metavar="ID|FILE")
    _add_json(verify)
    _add_carrying(actions, shared)
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
        help="what is known of a model: of a file, of the list, or a repository on Hugging Face",
    )
    info.add_argument("repo", metavar="ID|FILE|OWNER/NAME")
    info.add_argument(
        "file_wanted",
        nargs="?",
        default="",
        metavar="FILE",
        help="of the repository: a file, or a part of its name, as Q4_K_M",
    )
    info.set_defaults(needs_network=True)
    _add_json(info)
    _add_recommend(
        actions.add_parser("recommend", parents=[shared], help="three that suit this computer")
    )
    search = actions.add_parser("search", parents=[shared], help="search Hugging Face for models")
    search.add_argument("words_to_find", nargs="+", metavar="WORDS")
    search.set_defaults(needs_network=True)
    _add_json(search)
    _add_try(actions.add_parser("try", parents=[shared], help="compare models on your own pages"))
    trials = actions.add_parser("trials", parents=[shared], help="the earlier comparisons")
    trials.add_argument("--delete", type=_positive, default=0, metavar="N", help="erase one")
    _add_json(trials)
    _add_download(
        actions.add_parser("download", parents=[shared], help="get a model from Hugging Face")
    )


def _add_try(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a document of your own")
    parser.add_argument(
        "--models",
        required=True,
        type=_names,
        metavar="A,B",
        help="up to four ids of “models list”, or files",
    )
    parser.add_argument(
        "--pages",
        type=_pages,
        default="",
        metavar="1-10",
        help="read these; without it as many as take a few minutes",
    )
    parser.add_argument("--ocr", action="store_true", help="read words in pictures of pages, too")
    _add_json(parser)


def _add_carrying(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Adds what brings models to and from this computer's list without a network."""
    export = actions.add_parser(
        "export", parents=[shared], help="write models into a folder, for another computer"
    )
    export.add_argument("folder", metavar="DIR")
    export.add_argument("ids", nargs="*", metavar="ID", help="without one: all of them")
    _add_json(export)
    bring = actions.add_parser(
        "import", parents=[shared], help="add a model file, or the models of a folder"
    )
    bring.add_argument("source", metavar="DIR|FILE")
    how = bring.add_mutually_exclusive_group()
    for way, words in (
        ("copy", "copy into the models folder; the default for a folder that “export” wrote"),
        ("move", "move into the models folder"),
        ("link", "link into the models folder; takes no room"),
        ("in place", "use where it lies; the default otherwise"),
    ):
        option = f"--{way.replace(' ', '-')}"
        how.add_argument(option, dest="way", action="store_const", const=way, help=words)
    bring.set_defaults(way="")
    _add_json(bring)
    remove = actions.add_parser(
        "remove", parents=[shared], help="erase models, or take those in use elsewhere off the list"
    )
    remove.add_argument("ids", nargs="+", metavar="ID")
    remove.add_argument("--yes", action="store_true", help="do not ask")
    _add_json(remove)


def _add_recommend(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--free-licenses-only", action="store_true", help="of those under Apache or MIT licenses"
    )
    parser.add_argument(
        "--context",
        type=_positive,
        default=0,
        metavar="N",
        help="with room for so many tokens; without it what the engine begins with",
    )
    _add_json(parser)


def _add_download(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("repo", metavar="REPO", help="owner/name, or an address")
    parser.add_argument(
        "file_wanted",
        nargs="?",
        default="",
        metavar="FILE",
        help="its name or a part of it, as Q4_K_M; without it they are listed",
    )
    parser.add_argument("--revision", default="", metavar="R", help="a branch, tag or commit")
    parser.add_argument(
        "--accept-license", action="store_true", help="you have read and accept its license"
    )
    parser.add_argument(
        "--limit-rate", type=_rate, default=0, metavar="N", help="bytes a second, as 500K or 2M"
    )
    parser.add_argument(
        "--token-to-mirror",
        action="store_true",
        help="the place that HF_ENDPOINT names may get your access token, too",
    )
    parser.set_defaults(needs_network=True)
    _add_json(parser)


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


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise argparse.ArgumentTypeError("name one model at least")
    return names


def _rate(text: str) -> int:
    """Returns bytes a second from "500K" or "2M"."""
    factor = {"K": 1_000, "M": 1_000_000, "G": 1_000_000_000}.get(text[-1:].upper(), 1)
    try:
        rate = int(float(text[:-1] if factor > 1 else text) * factor)
    except ValueError:
        rate = 0
    if rate < _LEAST_RATE:
        raise argparse.ArgumentTypeError("must be 10K or more, as 500K or 2M")
    return rate


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
