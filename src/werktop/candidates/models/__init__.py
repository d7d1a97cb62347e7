"""Candidates and the parts of their picture."""

from .by_law import Income, Standing
from .candidate import KEEP, Candidate, PreferredChannel, Way
from .look import Look, LookKind
from .objection import Objection
from .parts import PARTS
from .picture import (
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
    "Income",
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
    "Standing",
    "Weekday",
    "Way",
    "Wish",
]
