"""A program over the same folder that runs a script, to measure a start; made beside the real one
and never shipped. Its children are the program's own."""

from __future__ import annotations

import runpy
import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        from desktop_slm.__main__ import main

        sys.exit(main())
    del sys.argv[0]
    runpy.run_path(sys.argv[0], run_name="__main__")
