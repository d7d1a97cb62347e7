"""Ambassadors: who brought in whom, clubs and parks, coaches, introductions, ideas of entrepreneurs, and thanks."""
