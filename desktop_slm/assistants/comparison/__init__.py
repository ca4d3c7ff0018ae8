"""Compares two versions of a document: what was added, removed, changed, moved, without a model."""
