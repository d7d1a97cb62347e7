"""A small form for each part of the picture: few questions, each used by a match, a plan or a talk."""

from __future__ import annotations

from .agreed import NeedForm, StepForm
from .base import PartForm
from .domains import DomainForm
from .guarded import AdjustmentForm, IncomeForm, StandingForm
from .instrument import InstrumentForm
from .plan import GoalForm, MotivationForm, PerspectiveForm
from .proofs import CertificateForm, RequirementForm
from .wish import OccupationForm, WishForm
from .words import WHY, heading_over
from .work import FirmForm, TermForm

FORMS: dict[str, type[PartForm]] = {
    "term": TermForm,
    "motivation": MotivationForm,
    "wish": WishForm,
    "occupation": OccupationForm,
    "perspective": PerspectiveForm,
    "step": StepForm,
    "goal": GoalForm,
    "certificate": CertificateForm,
    "requirement": RequirementForm,
    "instrument": InstrumentForm,
    "firm": FirmForm,
    "need": NeedForm,
    "adjustment": AdjustmentForm,
    "income": IncomeForm,
    "standing": StandingForm,
    "domain": DomainForm,
}

__all__ = ["FORMS", "WHY", "PartForm", "heading_over"]
