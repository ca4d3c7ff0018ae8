"""A summary as a file that people keep and pass on, with all that is needed to check it later."""
