"""What a person orders: which documents, how long, in which form, start, redo, versions."""
