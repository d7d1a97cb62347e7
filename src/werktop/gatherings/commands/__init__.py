"""Writes about gatherings: planning, guests and inviting, seats, the day, talks."""
