"""Reads about follow-up talks, next steps and results."""
