"""After a domain of life in which it does not go well: what would help there, asked at once and never twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.candidates import queries
from werktop.candidates.models import LOW, Candidate, Domain, Need, Part

ABOUT = "bij"
"""The keys of scores in the address: a key says nothing of which domain it is."""
KINDS = {
    Domain.MONEY: Need.Kind.DEBTS,
    Domain.HOUSING: Need.Kind.HOUSING,
    Domain.HOME: Need.Kind.CARE,
}
"""What a need in a domain is about, where that is plain."""


@dataclass(frozen=True)
class Helped:
    """What the form of a need begins with, the question over it, and where one goes who leaves it: the next domain, or the page."""

    question: str = ""
    initial: dict[str, Any] = field(default_factory=dict)
    skip: str = ""


def what_helps_at(candidate: Candidate, domains: Iterable[str]) -> str:
    """The address of the form that asks what helps in these domains of life, one after the other."""
    return _address(candidate, queries.score_keys(candidate, domains))


def helped_in(request: Any, candidate: Candidate, part: str, row: Part | None) -> Helped:
    """In which domain the need of this form helps, out of the address; nothing for any other form."""
    keys = request.GET.getlist(ABOUT)
    if part != "need" or row is not None or not keys:
        return Helped()
    low = [each for each in queries.scored_rows(candidate, keys) if each.score <= LOW]
    if not low:
        return Helped()
    first, *rest = low
    place = f"{reverse('candidates:candidate', args=[candidate.pk])}#need"
    named = {"name": candidate.first_name, "domain": first.get_domain_display()}
    return Helped(
        question=_("Wat helpt %(name)s bij: %(domain)s?") % named,
        initial={"kind": KINDS.get(Domain(first.domain), "")},
        skip=_address(candidate, [each.pk for each in rest]) if rest else place,
    )


def _address(candidate: Candidate, keys: Iterable[UUID]) -> str:
    asked = urlencode([(ABOUT, str(key)) for key in keys])
    return f"{reverse('candidates:note_part', args=[candidate.pk, 'need'])}?{asked}"
