"""How much of the model's room a chat takes, and what is done where it is too little."""
