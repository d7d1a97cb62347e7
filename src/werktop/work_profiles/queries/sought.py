"""What firms look for: what was noted of the firm, and what its open and expected work asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from werktop.catalogue import queries as catalogue
from werktop.employers import queries as employers
from werktop.work_profiles.choices import RUNNING
from werktop.work_profiles.models import WorkProfileTerm


def term_ids_sought_by(employer_ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """The keys of what each employer looks for as they are matched on: what was noted of the firm (`employers.terms_sought`), and
    what its work asks that is there now or expected. An employer without any is not in it. One query."""
    asked = list(employer_ids)
    of_work = WorkProfileTerm.objects.filter(profile__employer_id__in=asked, profile__status__in=RUNNING)
    pairs = catalogue.what_counts(of_work.order_by()).values_list("profile__employer_id", "counted_id")
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for employer_id, term_id in employers.terms_sought(asked).union(pairs):
        found[employer_id].add(term_id)
    return dict(found)
