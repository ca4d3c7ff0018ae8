"""Two versions of a document side by side: what was added, removed, changed and moved."""
