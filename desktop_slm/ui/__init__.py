"""The window: the only package that imports PySide6.

Importing it first mends what PySide6 does to the interpreter (`interpreter.py`): the very first Qt
calls of a process already count, and so do the modules that are imported after Qt.
"""

from desktop_slm.ui import interpreter

interpreter.keep_singletons_alive()
interpreter.import_without_reading_sources()
