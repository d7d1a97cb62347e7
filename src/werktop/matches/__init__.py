"""The room of what follows: follow-up talks, next steps, and what came of a gathering."""
