"""What comes from the network: search, the question before the first byte, downloads."""
