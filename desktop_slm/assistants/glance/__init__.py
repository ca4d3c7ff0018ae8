"""What a document says at a glance, without a model: only its own words, each with its place."""
