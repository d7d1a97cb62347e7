"""The same sums for employers, without a login."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.support.choosing import which

from .calculator import facts
from .public_support import frame
from .sum_forms import EMPLOYERS_FORMS


def page(request: Any, calculator: str) -> HttpResponse:
    """What was filled in stands in the address alone, and is kept nowhere. What asks after a person is for colleagues."""
    asked = which(request)
    shown = facts(request, calculator, asked, "support:public_support", EMPLOYERS_FORMS)
    return render(request, "support/public_calculator.html", shown | frame(asked))
