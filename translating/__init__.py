"""What makes the window's translations: the strings of the code, the `.ts` files, the compiling.

A tool of the project and no part of the app; `python3 dev.py translations` runs it.
"""
