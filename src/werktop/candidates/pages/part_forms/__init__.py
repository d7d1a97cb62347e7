"""A small form for each part of the picture: few questions, each used by a match, a plan or a talk."""

from __future__ import annotations

from .agreed import NeedForm, StepForm
from .base import PartForm
from .guarded import AdjustmentForm, DomainForm, IncomeForm, StandingForm
from .instrument import InstrumentForm
from .plan import GoalForm, PerspectiveForm
from .words import QUESTIONS, WHY
from .work import CertificateForm, FirmForm, OccupationForm, RequirementForm, TermForm, WishForm

FORMS: dict[str, type[PartForm]] = {
    "term": TermForm,
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

__all__ = ["FORMS", "QUESTIONS", "WHY"]
