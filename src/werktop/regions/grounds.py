"""On what ground an organisation keeps what it knows, by its kind: what a new organisation begins with. Its functional
administrator can change it.

Sources: GDPR art. 6(1)(e) and (f); Participatiewet art. 7 (municipalities help people to work); Wet SUWI art. 30a (UWV
does) and art. 10 (municipalities and UWV serve employers together in a region). Who works for a municipality does so on
its task. A collective, school or association has no such task: it keeps no files of candidates, and of entrepreneurs
what its own interest needs.
"""

from __future__ import annotations

from .models import OrganisationKind

PUBLIC = "publieke taak (AVG art. 6 lid 1 onder e), "
OF_MUNICIPALITY = (
    "publieke taak van de gemeente, in haar opdracht (AVG art. 6 lid 1 onder e), Participatiewet art. 7"
)
TOGETHER = "publieke taak van gemeenten en UWV samen (AVG art. 6 lid 1 onder e), Wet SUWI art. 10"
GROUNDS = {
    OrganisationKind.MUNICIPALITY: PUBLIC + "Participatiewet art. 7",
    OrganisationKind.UWV: PUBLIC + "Wet SUWI art. 30a",
    OrganisationKind.SOCIAL_ENTERPRISE: OF_MUNICIPALITY,
    OrganisationKind.WORK_COMPANY: OF_MUNICIPALITY,
    OrganisationKind.EMPLOYER_SERVICE_POINT: TOGETHER,
    OrganisationKind.WORK_CENTRE: TOGETHER,
}
OWN_INTEREST = "gerechtvaardigd belang (AVG art. 6 lid 1 onder f)"


def ground_of(kind: str) -> str:
    """The ground of an organisation of this kind."""
    return GROUNDS.get(OrganisationKind(kind), OWN_INTEREST)
