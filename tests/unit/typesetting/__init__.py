"""The typesetting child and its parent side."""
