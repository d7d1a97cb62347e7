"""Candidates and the parts of their picture."""

from .candidate import KEEP, Candidate, PreferredChannel, Way
from .look import Look, LookKind
from .objection import Objection
from .picture import (
    PARTS,
    Adjustment,
    CandidateTerm,
    Certificate,
    InstrumentUse,
    KnownFirm,
    LearningGoal,
    Level,
    Need,
    Part,
    Perspective,
    PlanStep,
    Source,
    Weekday,
    Wish,
)
from .presentation import Presentation

__all__ = [
    "KEEP",
    "PARTS",
    "Adjustment",
    "Candidate",
    "CandidateTerm",
    "Certificate",
    "InstrumentUse",
    "KnownFirm",
    "LearningGoal",
    "Level",
    "Look",
    "LookKind",
    "Need",
    "Objection",
    "Part",
    "Perspective",
    "PlanStep",
    "Presentation",
    "PreferredChannel",
    "Source",
    "Weekday",
    "Way",
    "Wish",
]
