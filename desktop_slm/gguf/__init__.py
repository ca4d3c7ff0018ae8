"""Checks the header of a GGUF in pure Python, before any C code sees the file."""
