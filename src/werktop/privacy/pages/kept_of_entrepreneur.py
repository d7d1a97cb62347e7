"""All that an organisation keeps of an entrepreneur, to print and hand over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from werktop.employers import queries as employers

from ..paper import shown


def page(request: Any, entrepreneur_id: UUID) -> HttpResponse:
    """For who works with employers in the region: each organisation answers for what it keeps itself."""
    person = employers.entrepreneur_for(request.actor, entrepreneur_id)
    back_url = reverse("employers:employer", args=[person.employer_id])
    return shown(request, person, back_url=back_url, back_words=person.employer.name)
