"""Several documents together: evidence that names the document, and a search for passages."""
