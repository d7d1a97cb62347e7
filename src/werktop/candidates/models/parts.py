"""All parts of the picture by their names."""

from __future__ import annotations

from .agreed import Need, PlanStep
from .by_law import Income, Standing
from .life_domains import DomainScore
from .picture import (
    Adjustment,
    CandidateTerm,
    InstrumentUse,
    KnownFirm,
    LearningGoal,
    Motivation,
    Part,
    Perspective,
)
from .proofs import Certificate, HasRequirement
from .wish import Wish, WishedOccupation

PARTS: dict[str, type[Part]] = {
    "term": CandidateTerm,
    "motivation": Motivation,
    "wish": Wish,
    "occupation": WishedOccupation,
    "perspective": Perspective,
    "step": PlanStep,
    "goal": LearningGoal,
    "certificate": Certificate,
    "requirement": HasRequirement,
    "instrument": InstrumentUse,
    "firm": KnownFirm,
    "need": Need,
    "adjustment": Adjustment,
    "income": Income,
    "standing": Standing,
    "domain": DomainScore,
}
"""Each part by its name in addresses and in the trail, in the order in which a picture is told."""
