"""What of a document no sentence of its summary rests on; found without a model."""
