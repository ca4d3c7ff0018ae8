"""What is known without a model: the document at a glance, and what is not in the summary."""
