"""A team lead reads how the candidates of the organisation are spread: in totals, of nobody and of no colleague alone."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.desk.test_analysis import ANALYSIS, TAKE, crowd, in_need
from tests.gatherings.page_asking import text_of

from werktop.accounts.roles import Role
from werktop.audit.models import Entry
from werktop.candidates.models import Wish
from werktop.candidates.queries import team_spread_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def lead(cast, log_in):
    return log_in(cast.own.account(Role.TEAM_LEAD))


def test_a_team_lead_reads_fives_and_no_list_name_or_few(cast, lead, at):
    crowd(cast.own, 12, cast.own.account(), term_codes=("koken",))
    karims = crowd(cast.own, 11, making.colleague_beside(cast.own, name="Karim Yilmaz"))
    making.candidate(cast.own, "Quirinella", term_codes=("bouwen",))
    in_need(karims[:3], at)
    Wish.objects.create(candidate=karims[0], most_km=3, noted_at=at)
    Wish.objects.bulk_create(Wish(candidate=each, travels_by=["bicycle"], noted_at=at) for each in karims[1:])
    Wish.objects.update(travels_by=["bicycle"])
    told = team_spread_of(cast.own.actor(Role.TEAM_LEAD), at.date())
    numbers = [*told.readiness.values(), *told.other_needs.values(), *told.distances.values()]
    numbers += [*told.means.values(), told.no_means, told.no_distance]
    assert "bicycle" in told.means
    assert (told.count, told.mine, told.needs) == (24, 0, {}) and all(each % 5 == 0 for each in numbers)
    assert [each.levels for each in told.words] == [{}], "of a word with one person not even that it is there"
    shown = lead.get(ANALYSIS, {"with": str(karims[0].assigned_to_id), "q": "Q"})
    page = text_of(shown)
    assert "24 kandidaten" in page and "ongeveer" in page
    for word in ("Quirinella", "Karim", "ouwen", "/kandidaten/?"):
        assert word not in shown.content.decode()
    assert lead.get(reverse("desk:candidates")).status_code == 403
    assert reverse("desk:analysis") in lead.get(reverse("desk:today")).content.decode()
    taken = b"".join(lead.post(TAKE, {"request_key": uuid4()}).streaming_content).decode()
    assert "Quirinella" not in taken and "ouwen" not in taken
    assert Entry.objects.get(verb="desk.note_totals_taken").detail == {"count": 24}


@pytest.mark.parametrize(("count", "why"), [(9, "minder dan tien"), (12, "we meten geen collega")])
def test_of_fewer_than_ten_and_of_one_colleague_nothing_is_told(cast, lead, count, why):
    crowd(cast.own, count, making.colleague_beside(cast.own), term_codes=("groen",))
    page = text_of(lead.get(ANALYSIS))
    assert why in page and "ongeveer" not in page and "Download" not in page


def test_what_is_mostly_of_one_colleague_is_not_told_for_a_second_who_has_a_few(cast, at):
    crowd(cast.own, 12, making.colleague_beside(cast.own), term_codes=("groen",))
    crowd(cast.own, 2, cast.own.account())
    crowd(cast.own, 9, making.colleague_beside(cast.own, name="Karim Yilmaz"), left_at=at)
    told = team_spread_of(cast.own.actor(Role.TEAM_LEAD), at.date())
    assert (told.count, told.readiness, told.other_needs, told.words) == (14, {}, {}, [])


def test_who_has_no_results_of_the_team_reads_no_totals(cast, log_in):
    assert log_in(cast.own.account(Role.COORDINATOR)).get(ANALYSIS).status_code == 403
    assert team_spread_of(cast.own.actor(Role.COORDINATOR), making.MOMENT.date()).count == 0
