"""Compares the catalog with the hub: that the file is there, its size and its fingerprint.

    python3 packaging/verify_catalog.py [--only ID ...]

Nothing is downloaded: the hub tells sizes and fingerprints of files in its listings. HF_ENDPOINT
names another hub. Ends with 0 where everything agrees, 1 where something differs, 2 where the
command is not understood, and 3 where the hub could not be asked.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
AGREES, DIFFERS, UNREACHABLE = 0, 1, 3
_TIMEOUT_S = 20.0
# A rounded size may be so far from the file's.
_ROUNDING = 0.05

sys.path.insert(0, str(ROOT))
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1")

from huggingface_hub import HfApi  # noqa: E402
from huggingface_hub.errors import (  # noqa: E402
    GatedRepoError,
    HfHubHTTPError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

from desktop_slm.models import catalog  # noqa: E402
from desktop_slm.models.catalog import CatalogModel  # noqa: E402


class Unreachable(Exception):
    """The hub gave no answer."""


def main(words: Sequence[str] | None = None) -> int:
    """Checks the models and returns the exit status."""
    parser = argparse.ArgumentParser(description="Compare the catalog with the hub.")
    parser.add_argument("--only", nargs="+", default=[], metavar="ID", help="check these alone")
    arguments = parser.parse_args(words)
    models = catalog.load().models
    unknown = set(arguments.only) - {model.id for model in models}
    if unknown:
        parser.error(f"not in the catalog: {', '.join(sorted(unknown))}")
    chosen = [m for m in models if not arguments.only or m.id in arguments.only]
    differing = 0
    for model in chosen:
        try:
            problems, notes = compare(model, HfApi(token=False))
        except Unreachable as error:
            print(f"{model.id}: the hub could not be asked ({error})", file=sys.stderr)
            return UNREACHABLE
        for words_ in (*problems, *(f"(note) {note}" for note in notes)):
            print(f"{model.id}: {words_}")
        differing += bool(problems)
    print(f"{len(chosen)} checked, {differing} differ")
    return DIFFERS if differing else AGREES


def compare(model: CatalogModel, hub: HfApi) -> tuple[list[str], list[str]]:
    """Returns what is wrong with an entry, and what the hub knows beyond it.

    Raises Unreachable.
    """
    try:
        info = hub.model_info(
            model.repo,
            revision=model.revision or None,
            files_metadata=True,
            timeout=_TIMEOUT_S,
        )
    except GatedRepoError:
        return [], [f"{model.repo} is gated; nothing can be compared without an account"]
    except (RepositoryNotFoundError, RevisionNotFoundError) as error:
        return [f"{model.repo} at {model.revision or 'main'}: {type(error).__name__}"], []
    except HfHubHTTPError as error:
        raise Unreachable(f"status {error.response.status_code}") from None
    except Exception as error:  # huggingface_hub lets its HTTP library's errors through
        raise Unreachable(type(error).__name__) from None
    files = {sibling.rfilename: sibling for sibling in info.siblings or []}
    found = files.get(model.file)
    if found is None:
        near = [name for name in files if name.casefold() == model.file.casefold()]
        return [f"there is no {model.file}" + (f", but {near[0]}" if near else "")], []
    problems = _size_problems(model, found.size or 0)
    notes = [] if model.revision else [f"the newest revision is {info.sha}"]
    sha256 = found.lfs.sha256 if found.lfs else ""
    if sha256 and not model.sha256:
        notes.append(f"the SHA-256 is {sha256}")
    elif sha256 != model.sha256:
        problems.append(f"SHA-256 {sha256 or 'unknown'}, but the catalog says {model.sha256}")
    return problems, notes


def _size_problems(model: CatalogModel, size_bytes: int) -> list[str]:
    if model.is_size_exact and size_bytes != model.size_bytes:
        return [f"{size_bytes} bytes, but the catalog says {model.size_bytes}"]
    if abs(size_bytes - model.size_bytes) > _ROUNDING * model.size_bytes:
        return [f"{size_bytes} bytes, but the catalog says about {model.size_bytes}"]
    return []


if __name__ == "__main__":
    sys.exit(main())
