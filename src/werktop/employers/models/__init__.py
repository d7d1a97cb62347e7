"""Employers and the entrepreneurs who sit at the table. They belong to the region; one organisation edits."""

from .firm import Employer, EmployerTerm, Joining
from .people import Entrepreneur, KnownFirm

__all__ = ["Employer", "EmployerTerm", "Entrepreneur", "Joining", "KnownFirm"]
