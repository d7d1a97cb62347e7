"""Reads about ambassadors and what they bring."""
