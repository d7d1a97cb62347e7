"""Guests' own pages in a real browser, on a phone and on a wide screen, by touch and by keyboard."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.day_making import running_day

from werktop.gatherings.models import Click, Guest
from werktop.matches.models import FollowUp
from werktop.post import links

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (320, 390, 1280)


@pytest.fixture
def path_of(at):
    def do(guest, purpose, about_kind="gathering", about_id=None):
        token = links.make_link(
            organisation_id=guest.organisation_id,
            purpose=purpose,
            holder_kind=guest.kind,
            holder_id=guest.candidate_id or guest.entrepreneur_id,
            about_kind=about_kind,
            about_id=about_id or guest.gathering_id,
            at=at,
            expires_at=at + timedelta(days=30),
        )
        return reverse(f"portal:{purpose}", kwargs={"token": token})

    return do


def test_a_candidate_answers_with_the_keyboard_and_changes_it(visit, cast, path_of, clock, has_no_faults):
    gathering = making.gathering(cast.own, tables=1)
    guest = making.guest(gathering, making.candidate(cast.own, "Fatima"), "invited")
    for width in WIDTHS:
        page = visit(width=width)
        page.goto(path_of(guest, "invitation"))
        has_no_faults(page)
        yes = page.get_by_role("button", name="Ja, ik kom")
        yes.focus()
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Fijn, Fatima! Tot 3 december.").wait_for()
        has_no_faults(page)
        page.get_by_role("button", name="Ik kan toch niet").click()
        page.get_by_role("heading", name="Geen probleem").wait_for()
        has_no_faults(page)
        assert Guest.objects.get(pk=guest.pk).reply == "no"


def test_after_the_talk_one_screen_is_enough(visit, cast, path_of, clock, at, has_no_faults):
    day = running_day(cast.own, at=at)
    for width in WIDTHS:
        page = visit(width=width)
        page.goto(path_of(day.guests["Fatima"], "talk_on"))
        page.get_by_role("checkbox", name="Joris").set_checked(True)
        page.get_by_role("button", name="antwoord").click()
        page.get_by_text("U koos: Joris.").wait_for()
        has_no_faults(page)
        page.goto(path_of(day.guests["Joris"], "talk_on"))
        has_no_faults(page)
    assert Click.objects.count() == 1


def test_an_appointment_and_a_link_that_does_not_work(visit, cast, path_of, clock, at, has_no_faults):
    gathering = making.gathering(cast.own)
    guest = making.guest(gathering, making.candidate(cast.own, "Fatima"))
    talk = FollowUp.objects.create(
        gathering=gathering, region=cast.region, organisation=cast.own.organisation, candidate=guest.candidate,
        entrepreneur=making.entrepreneur(gathering.host_employer), ground="mutual", status="sent",
        starts_at=at + timedelta(days=3), ends_at=at + timedelta(days=3, hours=1), made_at=at, sent_at=at,
    )  # fmt: skip
    for width in WIDTHS:
        page = visit(width=width)
        for path in (
            path_of(guest, "follow_up", "follow_up", talk.pk),
            "/u/geen-link/",
            reverse("portal:what_we_know", kwargs={"slug": cast.own.organisation.slug}),
        ):
            page.goto(path)
            has_no_faults(page)
