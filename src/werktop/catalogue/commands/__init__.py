"""Writes of the vocabulary."""

from .loading import BitIsTaken, load_catalogue

__all__ = ["BitIsTaken", "load_catalogue"]
