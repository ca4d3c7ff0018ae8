"""Checks an exported summary against its document, without a model."""
