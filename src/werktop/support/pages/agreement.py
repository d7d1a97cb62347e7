"""What the region agreed about one instrument or step: any administrator of a public body changes it, by name."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from werktop.support import commands

from .practice_forms import AgreementForm, changed


def page(request: Any, subject: str) -> HttpResponse:
    """What is changed counts at once for every organisation that does not differ."""
    return changed(request, subject, AgreementForm, commands.set_agreement, is_regional=True)
