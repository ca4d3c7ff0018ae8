"""All verbs and their options: what `parser` needs once there is a verb."""

from __future__ import annotations

import argparse

from desktop_slm import __version__
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.cli.model_words import add_models
from desktop_slm.cli.options import (
    Verbs,
    add_json,
    add_model,
    add_ocr,
    language,
    pages,
    positive,
)
from desktop_slm.documents.changes import Changes


def make_parser(shared: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Returns the parser of the whole program."""
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
    add_ocr(read)
    add_json(read)
    verify = verbs.add_parser(
        "verify", parents=[shared], help="check an exported summary against its document"
    )
    _add_verify(verify)
    compare = verbs.add_parser(
        "compare", parents=[shared], help="compare two versions of a document"
    )
    _add_compare(compare)
    models = verbs.add_parser("models", parents=[shared], help="the models on this computer")
    add_models(models, shared)
    _add_backups(verbs, shared)
    doctor = verbs.add_parser("doctor", parents=[shared], help="what works here, and how")
    doctor.add_argument(
        "--live", action="store_true", help="try in every process what the system is to refuse"
    )
    add_json(doctor)
    return parser


def _add_chat(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("prompt", nargs="?", help="the message; without it a conversation begins")
    parser.add_argument("--system", default="", metavar="S", help="instructions for the model")
    parser.add_argument("--max-tokens", type=positive, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=None, metavar="N")
    add_model(parser)
    add_json(parser)


def _add_chats(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    add_json(actions.add_parser("list", parents=[shared], help="those that there are"))
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
    add_json(export)
    import_ = actions.add_parser(
        "import",
        parents=[shared],
        help="take in chats of Desktop SLM (JSON), ChatGPT (its export) and GPT4All (.chat)",
    )
    import_.add_argument("files", nargs="+", metavar="FILE|DIR")
    add_json(import_)
    preferences = actions.add_parser(
        "preferences",
        parents=[shared],
        help="write which answers you liked better than others, as JSON lines to train with",
    )
    preferences.add_argument("output", metavar="FILE")
    add_json(preferences)


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
    add_json(backup)
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
    add_json(restore)
    check = verbs.add_parser(
        "check", parents=[shared], help="read all that is stored and the newest backup"
    )
    add_json(check)


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", metavar="QUESTION")
    parser.add_argument("files", nargs="+", metavar="FILE|DIR")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--whole", action="store_true", help="read all of every document")
    how.add_argument(
        "--passages", action="store_true", help="read the best passages alone, however it is asked"
    )
    add_ocr(parser)
    add_model(parser)
    add_json(parser)


def _add_summarize(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE|DIR")
    parser.add_argument(
        "--form", choices=[form.value for form in Form], default=Form.PARAGRAPH.value
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument(
        "--length", choices=[length.value for length in Length], default=Length.STANDARD.value
    )
    size.add_argument("--words", type=positive, default=0, metavar="N", help="about so many")
    parser.add_argument(
        "--language", type=language, default="", metavar="L", help="as de; else the document's"
    )
    parser.add_argument(
        "--focus", default="", metavar="TEXT", help="what alone shall be in it, in your words"
    )
    parser.add_argument("--pages", type=pages, default="", metavar="3-10", help="read these alone")
    parser.add_argument(
        "--digest",
        action="store_true",
        help="one digest over all documents; its links name file and page",
    )
    add_ocr(parser)
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
    add_model(parser)
    add_json(parser)


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("export", metavar="EXPORT", help="a summary as it was exported")
    parser.add_argument("files", nargs="+", metavar="DOCUMENT", help="what was summarized")
    add_json(parser)


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="A", help="the earlier version")
    parser.add_argument("after", metavar="B", help="the later version, in any format")
    add_ocr(parser)
    parser.add_argument(
        "--output",
        default="",
        metavar="FILE",
        help="write it to a file: .txt, .md, .html or .json says which kind",
    )
    parser.set_defaults(error_status=2)  # 1 says that the versions differ, as with diff
    add_json(parser)
