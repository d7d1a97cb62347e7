"""Who was noted under the ground of a municipality at another kind of organisation gets the right one once."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from tests import making

from werktop.candidates.models import Candidate

pytestmark = pytest.mark.django_db
of_organisations = import_module("werktop.regions.migrations.0003_grounds_by_kind")
of_candidates = import_module("werktop.candidates.migrations.0005_grounds_by_kind")


def ground_of(person) -> str:
    return Candidate.objects.get(pk=person.pk).legal_ground


def test_candidates_of_uwv_follow_and_those_of_a_municipality_stay(cast):
    uwv, first = cast.other.organisation, of_organisations.FIRST
    type(uwv).objects.update(legal_ground=first)
    type(uwv).objects.filter(pk=uwv.pk).update(kind="uwv")
    theirs = making.candidate(cast.other, legal_ground=first)
    agreed = making.candidate(cast.other, legal_ground="toestemming")
    ours = making.candidate(cast.own, legal_ground=first)
    of_organisations.set_grounds(apps, None)
    of_candidates.set_grounds(apps, None)
    assert ground_of(theirs) == of_organisations.GROUNDS["uwv"]
    assert (ground_of(agreed), ground_of(ours)) == ("toestemming", first)
