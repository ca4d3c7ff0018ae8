"""Versions and licenses of the program and its parts, as they are installed. Blocks a little."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from PySide6.QtCore import qVersion

from desktop_slm import __version__


@dataclass(frozen=True, slots=True)
class Part:
    """Something that the program is made with: what for, its package, and its license."""

    name: str
    package: str
    license: str


PARTS = (
    Part("Qt (PySide6)", "PySide6-Essentials", "LGPL-3.0"),
    Part("llama.cpp (llama-cpp-python)", "llama-cpp-python", "MIT"),
    Part("SQLite with encryption (APSW)", "apsw-sqlite3mc", "public domain, MIT and zlib"),
    Part("PDFium (pypdfium2)", "pypdfium2", "BSD-3-Clause and Apache-2.0"),
    Part("Hugging Face Hub", "huggingface-hub", "Apache-2.0"),
    Part("Jinja", "Jinja2", "BSD-3-Clause"),
    Part("markdown-it-py", "markdown-it-py", "MIT"),
    Part("charset-normalizer", "charset-normalizer", "MIT"),
    Part("keyring", "keyring", "MIT"),
    Part("platformdirs", "platformdirs", "MIT"),
    Part("psutil", "psutil", "BSD-3-Clause"),
)
_ICONS = "Lucide icons: ISC"
_PRACTICE = "Practice model SmolLM2-135M-Instruct by Hugging Face: Apache-2.0"


def report() -> str:
    """Returns what a person may copy and pass on: versions, system, licenses."""
    import platform  # here, as below: showing the page need not wait for it

    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    lines = [
        f"Desktop SLM {__version__} (Apache-2.0)",
        f"Python {platform.python_version()}, Qt {qVersion()}, {system}",
        "",
        *(f"{part.name} {_version(part.package)}: {part.license}" for part in PARTS),
        _ICONS,
        _PRACTICE,
    ]
    return "\n".join(lines)


def own_license() -> str:
    """Returns the text of the program's own license."""
    return _texts("desktop-slm")[0]


def license_texts() -> str:
    """Returns the license texts that came with the parts, one after the other."""
    sections = []
    for part in PARTS:
        texts = _texts(part.package) or [f"{part.license} (its package brings no text along)"]
        sections.append("\n\n".join([f"== {part.name}: {part.license} ==", *texts]))
    icons = resources.files("desktop_slm.resources") / "icons" / "LICENSE"
    sections.append(f"== {_ICONS} ==\n\n{icons.read_text(encoding='utf-8')}")
    return "\n\n\n".join(sections)


def _version(package: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "(not installed)"


def _texts(package: str) -> list[str]:
    """Returns the license files that a package brings along, the one nearest its root first."""
    from importlib import metadata

    try:
        files = metadata.distribution(package).files or []
    except metadata.PackageNotFoundError:
        return []
    found = [file for file in files if "licens" in str(file).lower() and file.suffix != ".py"]
    found.sort(key=lambda file: (len(file.parts), str(file)))
    return [file.read_binary().decode("utf-8", "replace").strip() for file in found]
