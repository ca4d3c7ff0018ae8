"""Finds out how a model runs best on this computer, and writes models in other formats."""
