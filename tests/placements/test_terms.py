"""What each form of work asks: pay that can be, an end and hours, and what is asked before the first day of work without wages."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.placements.placing import for_a_time, placed
from tests.proposals.work_making import work_at

from werktop.audit.refusals import Refusal
from werktop.catalogue.choices import WorkForm
from werktop.placements import commands
from werktop.placements.models import NEVER_WAS, PAID, UNPAID, Ended, Footing, Placement
from werktop.placements.refusals import (
    EndIsMissing,
    FootingCannotBe,
    HoursAreMissing,
    LeaveIsMissing,
    MayTakePaidWork,
    TrialIsTooLong,
)
from werktop.placements.terms import Terms, footings_of, last_day_of_trial, refused
from werktop.support.models import AddedAmount

FIRST = date(2026, 11, 30)
SAID = {"week_minutes": 960, "started_date": FIRST, "expected_end_date": date(2027, 1, 29)}


def refused_by(work_form, footing="", **said):
    return [type(each) for each in refused(Terms(work_form, footing, **(SAID | said)), lambda: 6)]


@pytest.mark.parametrize("work_form", WorkForm.values)
def test_every_form_says_how_somebody_can_be_paid(work_form):
    able = footings_of(work_form)
    for footing in Footing.values:
        assert (FootingCannotBe in refused_by(work_form, footing)) == (footing not in able)
    assert (Footing.REGULAR in able) == (work_form not in UNPAID)
    if work_form in PAID:
        assert able == (Footing.REGULAR,) and refused_by(work_form) == []


def test_a_place_for_a_time_has_hours_and_an_end():
    for work_form in ("trial", "work_experience", "internship"):
        found = refused_by(work_form, week_minutes=None, expected_end_date=None)
        assert found[:2] == [HoursAreMissing, EndIsMissing]
    assert refused_by("voluntary", takes_no_paid_work=True, week_minutes=None, expected_end_date=None) == []


def test_of_work_without_wages_is_asked_whether_it_takes_paid_work_and_of_a_benefit_whether_it_may():
    assert refused_by("trial") == [MayTakePaidWork, LeaveIsMissing]
    assert refused_by("internship", "not_applicable") == [MayTakePaidWork]
    assert refused_by("voluntary", "keeps_benefit", takes_no_paid_work=True) == [LeaveIsMissing]
    assert refused_by("learn_work", "keeps_benefit") == []


def test_a_trial_placement_lasts_six_months_to_the_day():
    assert last_day_of_trial(FIRST, 6) == date(2027, 5, 29)
    asked = {"takes_no_paid_work": True, "leave_given": True}
    assert refused_by("trial", expected_end_date=date(2027, 5, 29), **asked) == []
    assert refused_by("trial", expected_end_date=date(2027, 5, 30), **asked) == [TrialIsTooLong]
    assert refused_by("work_experience", expected_end_date=date(2027, 9, 30), **asked) == []


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, assigned_to=cast.own.account())


@pytest.fixture
def firm(cast, at):
    return work_at(cast.own, at).employer


@pytest.fixture
def address(fatima, firm):
    return reverse("placements:note_placement", args=[fatima.pk, firm.pk])


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
class TestOnThePage:
    def typed(self, cast, **more):
        return {
            "request_key": uuid4(), "what": "inpakken", "started_date": "2026-11-30", "work_form": "trial",
            "contact": cast.own.account().pk, **more,
        }  # fmt: skip

    def test_what_a_trial_placement_asks_is_asked_all_at_once_and_kept(self, cast, log_in, address, fatima):
        client = log_in(cast.own.account())
        assert "betaalde werk" not in text_of(client.get(address)), "asked of work without wages alone"
        page = client.post(address, self.typed(cast, footing="regular"))
        form, said = page.context["form"], text_of(page)
        assert set(form.errors) == {
            "footing", "hours", "expected_end_date", "takes_no_paid_work", "leave_given",
        }  # fmt: skip
        assert "Kies “met behoud van uitkering”" in said and "gemeente of UWV" in said
        assert form["what"].value() == "inpakken" and not Placement.objects.exists()
        asked = {"hours": "16", "takes_no_paid_work": "on", "leave_given": "on"}
        page = client.post(address, self.typed(cast, expected_end_date="2027-05-30", **asked))
        assert page.status_code == 409 and "29 mei 2027" in str(
            page.context["form"].errors["expected_end_date"]
        )
        assert (
            client.post(address, self.typed(cast, expected_end_date="2027-05-29", **asked)).status_code == 302
        )
        row = Placement.objects.get()
        assert (row.footing, row.takes_no_paid_work, row.leave_given) == ("keeps_benefit", True, True)

    def test_a_job_asks_none_of_it_and_is_paid(self, cast, log_in, address):
        client = log_in(cast.own.account())
        assert (
            client.post(address, self.typed(cast, work_form="regular", leave_given="on")).status_code == 302
        )
        row = Placement.objects.get()
        assert (row.footing, row.leave_given, row.expected_end_date) == ("regular", False, None)

    def test_who_may_not_read_of_benefits_is_not_asked_of_one(self, cast, at, log_in, address, fatima, firm):
        fatima.assigned_to = making.colleague_beside(cast.own)
        fatima.save()
        client = log_in(cast.own.account())
        typed = self.typed(cast, work_form="work_experience", hours="16", expected_end_date="2027-01-29")
        page = client.post(address, typed)
        assert set(page.context["form"].errors) == {"takes_no_paid_work"} and "uitkering" not in text_of(page)
        assert (
            client.post(address, typed | {"request_key": uuid4(), "takes_no_paid_work": "on"}).status_code
            == 302
        )
        row = Placement.objects.get()
        Placement.objects.update(footing="keeps_benefit")
        own = {"actor": cast.own.actor(), "at": at, "placement_id": row.pk}
        commands.change_placement(**own, week_minutes=1200)
        commands.change_placement(**own, work_form="regular")
        row.refresh_from_db()
        assert (row.footing, row.takes_no_paid_work) == ("regular", False), "goes along in silence"


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
class TestInTheCommandAndTheDatabase:
    def test_the_command_refuses_it_too_and_a_region_can_set_another_ceiling(self, cast, at, fatima, firm):
        with pytest.raises(LeaveIsMissing):
            placed(cast.own, at, fatima, firm, FIRST, **for_a_time(FIRST, leave_given=False))
        with pytest.raises(FootingCannotBe):
            placed(cast.own, at, fatima, firm, FIRST, footing="keeps_benefit")
        AddedAmount.objects.create(
            region=cast.region, rule_key="trial_participatiewet_longer", value=8, valid_from=date(2026, 1, 1),
            law="Participatiewet", source="verordening", set_at=at,
        )  # fmt: skip
        with pytest.raises(TrialIsTooLong, match="10 maanden"):
            placed(cast.own, at, fatima, firm, FIRST, **for_a_time(FIRST, weeks=50))
        row = placed(cast.own, at, fatima, firm, FIRST, **for_a_time(FIRST, weeks=40))
        with pytest.raises(Refusal):
            commands.change_placement(
                actor=cast.own.actor(), at=at, placement_id=row.pk, expected_end_date=None
            )

    @pytest.mark.parametrize(
        ("facts", "name"),
        [
            ({"work_form": "internship", "footing": "regular"}, "without_wages"),
            ({"work_form": "regular", "footing": "keeps_benefit"}, "a_job_is_paid"),
            ({"work_form": "trial", "footing": "not_applicable"}, "who_keeps_a_benefit"),
        ],
    )
    def test_the_database_keeps_no_pay_that_cannot_be(self, cast, at, fatima, firm, facts, name):
        row = placed(cast.own, at, fatima, firm, FIRST)
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Placement.objects.filter(pk=row.pk).update(**facts)

    @pytest.mark.parametrize("reason", NEVER_WAS)
    def test_who_never_began_is_taken_off_before_the_first_day(self, cast, at, log_in, fatima, firm, reason):
        row = placed(cast.own, at, fatima, firm, FIRST)
        commands.end_placement(
            actor=cast.own.actor(), at=at, placement_id=row.pk, ended_date=at.date(), reason=reason
        )
        row.refresh_from_db()
        assert row.ended_date == FIRST
        page = text_of(log_in(cast.own.account()).get(reverse("candidates:candidate", args=[fatima.pk])))
        assert "Niet begonnen bij Bakkerij Jansen" in page and str(Ended(reason).label) in page
