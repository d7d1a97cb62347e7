"""Employers and the entrepreneurs who sit at the table. They belong to the region; one organisation edits."""

from .chances import Chance, ChanceKind, Span, Sureness
from .firm import Employer, EmployerTerm, Joining, PsoStep, Size
from .people import Entrepreneur, KnownFirm, PersonRole
from .questions import EmployerQuestion
from .relation import (
    KINDS,
    PEOPLE,
    AboutFirm,
    ContactPerson,
    Covenant,
    Establishment,
    Expectation,
    Fulfilment,
    InclusionStep,
    SocialReturn,
    Story,
    Training,
)

__all__ = [
    "KINDS",
    "PEOPLE",
    "AboutFirm",
    "Chance",
    "ChanceKind",
    "ContactPerson",
    "Covenant",
    "Employer",
    "EmployerQuestion",
    "EmployerTerm",
    "Entrepreneur",
    "Establishment",
    "Expectation",
    "Fulfilment",
    "InclusionStep",
    "Joining",
    "KnownFirm",
    "PersonRole",
    "PsoStep",
    "Size",
    "SocialReturn",
    "Span",
    "Story",
    "Sureness",
    "Training",
]
