"""A set of documents looked at together: its digest, questions over it, and their answers."""
