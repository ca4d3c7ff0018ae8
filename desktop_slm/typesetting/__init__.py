"""Formulas drawn and code coloured, in a child process of their own."""
