"""Until when a candidate's file is kept when nothing else happens."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from werktop.audit.retention import TERMS
from werktop.candidates.contact import latest_contact
from werktop.candidates.models import Candidate


def kept_until(candidate: Candidate) -> date:
    """The day on which the term after the latest contact ends, or a colleague's later wish; never before an announced
    day."""
    known = [candidate.created_at, candidate.contact_at, latest_contact([candidate.pk]).get(candidate.pk)]
    ends = timezone.localdate(TERMS["contact"].end(max(filter(None, known))))
    return max(filter(None, (ends, candidate.kept_until_date, candidate.erase_date)))
