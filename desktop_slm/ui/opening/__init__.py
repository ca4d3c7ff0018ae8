"""The window's opening."""
