"""Where the own organisation differs from what the region agreed, and why."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from werktop.support import commands

from .practice_forms import DifferenceForm, changed


def page(request: Any, subject: str) -> HttpResponse:
    """What is left empty is as agreed."""
    return changed(request, subject, DifferenceForm, commands.set_difference, is_regional=False)
