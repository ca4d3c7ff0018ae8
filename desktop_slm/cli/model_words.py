"""What `desktop-slm models` understands."""

from __future__ import annotations

import argparse

from desktop_slm.cli.options import Verbs, add_json, add_ocr, pages, positive
from desktop_slm.tuning.formats import layers

_LEAST_RATE = 10_000


def add_models(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """Adds all actions."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    add_json(actions.add_parser("list", parents=[shared], help="those that are here"))
    verify = actions.add_parser(
        "verify", parents=[shared], help="read a whole file and compare its fingerprint"
    )
    verify.add_argument("model", metavar="ID|FILE")
    add_json(verify)
    _add_carrying(actions, shared)
    tune = actions.add_parser(
        "tune", parents=[shared], help="measure for about a minute how a model runs fastest here"
    )
    tune.add_argument("model", metavar="ID|FILE")
    add_json(tune)
    convert = actions.add_parser(
        "convert", parents=[shared], help="write a model in another format; the original is kept"
    )
    convert.add_argument("model", metavar="ID|FILE")
    convert.add_argument("--format", required=True, type=str.upper, metavar="F", help="as Q4_K_M")
    convert.add_argument(
        "--prune", default=(), type=layers, metavar="LAYERS", help="leave these out, as 3,20-23"
    )
    add_json(convert)
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
    add_json(info)
    _add_recommend(
        actions.add_parser("recommend", parents=[shared], help="three that suit this computer")
    )
    search = actions.add_parser("search", parents=[shared], help="search Hugging Face for models")
    search.add_argument("words_to_find", nargs="+", metavar="WORDS")
    search.set_defaults(needs_network=True)
    add_json(search)
    _add_try(actions.add_parser("try", parents=[shared], help="compare models on your own pages"))
    trials = actions.add_parser("trials", parents=[shared], help="the earlier comparisons")
    trials.add_argument("--delete", type=positive, default=0, metavar="N", help="erase one")
    add_json(trials)
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
        type=pages,
        default="",
        metavar="1-10",
        help="read these; without it as many as take a few minutes",
    )
    add_ocr(parser)
    add_json(parser)


def _add_carrying(actions: Verbs, shared: argparse.ArgumentParser) -> None:
    """Adds what brings models to and from this computer's list without a network."""
    export = actions.add_parser(
        "export", parents=[shared], help="write models into a folder, for another computer"
    )
    export.add_argument("folder", metavar="DIR")
    export.add_argument("ids", nargs="*", metavar="ID", help="without one: all of them")
    add_json(export)
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
    add_json(bring)
    remove = actions.add_parser(
        "remove", parents=[shared], help="erase models, or take those in use elsewhere off the list"
    )
    remove.add_argument("ids", nargs="+", metavar="ID")
    remove.add_argument("--yes", action="store_true", help="do not ask")
    add_json(remove)


def _add_recommend(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--free-licenses-only", action="store_true", help="of those under Apache or MIT licenses"
    )
    parser.add_argument(
        "--context",
        type=positive,
        default=0,
        metavar="N",
        help="with room for so many tokens; without it what the engine begins with",
    )
    add_json(parser)


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
    add_json(parser)


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
