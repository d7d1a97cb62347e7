"""Employers and the entrepreneurs who sit at the table. They belong to the region; one organisation edits."""

from .chances import Chance, ChanceKind, Span, Sureness
from .firm import Employer, EmployerTerm, Joining
from .people import Entrepreneur, KnownFirm

__all__ = [
    "Chance",
    "ChanceKind",
    "Employer",
    "EmployerTerm",
    "Entrepreneur",
    "Joining",
    "KnownFirm",
    "Span",
    "Sureness",
]
