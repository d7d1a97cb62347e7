"""The room of candidates: who they are, how to reach them, what they can and like."""
