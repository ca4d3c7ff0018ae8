"""The document beside its summary: pictures of its pages, its text, search and lists."""
