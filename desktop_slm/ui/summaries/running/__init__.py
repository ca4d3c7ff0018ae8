"""What goes on with documents: the queue, the run of the one whose turn it is, versions."""
