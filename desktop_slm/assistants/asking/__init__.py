"""Questions over a set of documents, answered from all of their passages or from the best."""
