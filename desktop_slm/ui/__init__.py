"""The window: the only package that imports PySide6.

Importing it first mends what PySide6 6.12 breaks in Python 3.11 (`interpreter.py`), because the
very first Qt calls of a process already count.
"""

from desktop_slm.ui import interpreter

interpreter.keep_singletons_alive()
