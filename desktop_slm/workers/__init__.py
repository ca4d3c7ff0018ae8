"""Child processes: how they are started, talked to, confined and ended."""
