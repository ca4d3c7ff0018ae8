"""Versions and licenses of the program and its parts, as they are installed. Blocks a little."""

from __future__ import annotations

from PySide6.QtCore import qVersion

from desktop_slm import __version__

# What most of the program is, by its names in the list of all parts.
MAIN_PARTS = (
    *("PySide6_Essentials", "Qt", "llama_cpp_python", "llama.cpp and ggml", "SQLite"),
    *("SQLite3 Multiple Ciphers", "apsw_sqlite3mc", "pypdfium2", "tesserocr", "Tesseract"),
    *("huggingface_hub", "httpx2", "Jinja2", "markdown-it-py", "Pygments", "ziamath"),
    *("keyring", "platformdirs", "psutil", "Lucide icons"),
    "SmolLM2-135M-Instruct, the practice model",
)


def report() -> str:
    """Returns what a person may copy and pass on: versions, system, licenses."""
    import platform  # here, as below: showing the page need not wait for it

    from desktop_slm.licensing import collecting

    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    lines = [
        f"Desktop SLM {__version__} (Apache-2.0)",
        f"Python {platform.python_version()}, Qt {qVersion()}, {system}",
        "",
        *collecting.shown_lines(MAIN_PARTS),
    ]
    return "\n".join(lines)


def own_license() -> str:
    """Returns the text of the program's own license."""
    from desktop_slm.licensing import notes

    return notes.text("Apache-2.0.txt")


def license_texts() -> str:
    """Returns the licenses of all parts, one after the other: a package brings them in one file."""
    from desktop_slm.licensing import collecting

    return collecting.shown_text()
