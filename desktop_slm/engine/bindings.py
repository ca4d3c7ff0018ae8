"""llama.cpp's C functions through llama-cpp-python, without that package's own `__init__`.

The package's `__init__` imports the high-level class and with it numpy, diskcache and five times
the start-up time; the low-level module alone needs none of that.

A build whose backends are libraries of their own (the packages: one for every kind of processor)
has them beside the library, and `load` has llama.cpp choose among those and no others.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import sys
import types
from pathlib import Path
from typing import Any

_VARIANTS = ("libggml-cpu-*.so", "ggml-cpu-*.dll")


def load() -> Any:
    """Returns the module `llama_cpp.llama_cpp`, loading the native library once."""
    is_first = "llama_cpp.llama_cpp" not in sys.modules
    if "llama_cpp" not in sys.modules:
        found = importlib.util.find_spec("llama_cpp")
        if found is None or found.submodule_search_locations is None:
            raise ImportError("llama_cpp")
        package = types.ModuleType("llama_cpp")
        package.__spec__ = found
        package.__path__ = list(found.submodule_search_locations)
        sys.modules["llama_cpp"] = package
    module = importlib.import_module("llama_cpp.llama_cpp")
    if is_first:
        load_backends(library("ggml"), folder())
    return module


def folder() -> Path:
    """Returns the folder that the native libraries are loaded from."""
    package = sys.modules["llama_cpp"]
    return Path(next(iter(package.__path__))) / "lib"


def library(name: str) -> Any:
    """Returns one of llama.cpp's libraries, "ggml" or "ggml-base", as the loaded one sees it.

    Not opened by its path where that can be avoided: a wheel carries each library under several
    names, and under a second name the loader makes a second one, with no devices of the first.
    """
    if sys.platform == "win32":
        return ctypes.CDLL(str(folder() / f"{name}.dll"))
    # A handle of the library finds what it depends on, too; types of functions stay apart.
    main = sys.modules["llama_cpp.llama_cpp"]
    return ctypes.CDLL(None, handle=main._lib._handle)


def load_backends(ggml: Any, folder: Path) -> bool:
    """Loads the backends that lie in `folder`. Returns whether this build has such.

    llama.cpp by itself would look beside the program and in the working folder.
    """
    os.environ.pop("GGML_BACKEND_PATH", None)  # names a library of a stranger's choice
    if not any(next(folder.glob(pattern), None) for pattern in _VARIANTS):
        return False
    ggml.ggml_backend_load_all_from_path.argtypes = [ctypes.c_char_p]
    ggml.ggml_backend_load_all_from_path.restype = None
    ggml.ggml_backend_load_all_from_path(os.fsencode(folder))
    return True
