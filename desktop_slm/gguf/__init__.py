"""Checks the header of a GGUF in pure Python, before any C code sees the file."""

from desktop_slm.gguf.header import Header, TensorInfo, parse, read

__all__ = ["Header", "TensorInfo", "parse", "read"]
