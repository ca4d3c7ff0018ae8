"""The program of the self-contained folder: the window, a verb, or a child, as its words say."""

from __future__ import annotations

import sys

from desktop_slm.__main__ import main

sys.exit(main())
