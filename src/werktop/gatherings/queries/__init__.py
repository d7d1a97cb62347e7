"""Reads about gatherings, guests, seats and the day."""
