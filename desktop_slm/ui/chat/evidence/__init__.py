"""Where an answer about documents comes from, sentence by sentence."""
