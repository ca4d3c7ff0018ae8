"""llama.cpp's C functions through llama-cpp-python, without that package's own `__init__`.

The package's `__init__` imports the high-level class and with it numpy, diskcache and five times
the start-up time; the low-level module alone needs none of that.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import types
from typing import Any


def load() -> Any:
    """Returns the module `llama_cpp.llama_cpp`, loading the native library once."""
    if "llama_cpp" not in sys.modules:
        found = importlib.util.find_spec("llama_cpp")
        if found is None or found.submodule_search_locations is None:
            raise ImportError("llama_cpp")
        package = types.ModuleType("llama_cpp")
        package.__spec__ = found
        package.__path__ = list(found.submodule_search_locations)
        sys.modules["llama_cpp"] = package
    return importlib.import_module("llama_cpp.llama_cpp")
