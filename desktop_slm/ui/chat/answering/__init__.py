"""Who answers: the model and the assistant of a chat, and how they are chosen."""
