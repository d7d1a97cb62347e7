"""A gathering that does not go on: who hears it and how, whom to call until it is ticked, and nothing of before."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.accounts.roles import Role
from werktop.audit.models import PersonalView
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.inviting import invite_guests
from werktop.gatherings.queries.calls import hearing_of
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(cast, clock, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def made(cast, at):
    """Next week: one guest with e-mail, one with a letter, one to call, one whose invitation has not left."""
    gathering = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=10))
    for name, channel in (("Naima", "email"), ("Omar", "letter"), ("Wil", "call"), ("Lies", "letter")):
        person = making.candidate(cast.own, name, address="Dorpsstraat 1", postcode="4001 AB")
        making.guest(gathering, person, channel=channel, reply="invited", invited_at=at)
        if name == "Lies":
            Message.objects.create(
                organisation=gathering.organisation, channel="letter", to_kind="candidate", to_id=person.pk,
                to_name=name, to_address="Dorpsstraat 1", about_kind="gathering", about_id=gathering.pk,
                purpose="invitation", body="Kom.", message_id="<lies@werktop>", created_at=at,
            )  # fmt: skip
    return gathering


def guest_named(gathering, name):
    return gathering.guests.get(candidate__first_name=name)


def test_each_way_of_hearing_is_counted_before_and_after(made, staff):
    lines = (
        "1 gast krijgt meteen een e-mail.",
        "1 gast krijgt een brief",
        "1 gast moeten jullie zelf bellen.",
        "1 gast hoort niets",
    )
    before = text_of(staff.get(at_page("cancel_gathering", made)))
    post(staff, at_page("cancel_gathering", made), reason="De hal is dicht")
    after = text_of(staff.get(at_page("gathering", made)))
    for line in lines:
        assert line in before and line in after
    told = Message.objects.filter(purpose="cancelled").values_list("channel", flat=True)
    assert sorted(told) == ["email", "letter"]
    assert "De hal is dicht" in after


def test_who_must_be_called_stays_until_it_is_ticked_on_the_page_and_on_today(made, staff):
    post(staff, at_page("cancel_gathering", made))
    wil = guest_named(made, "Wil")
    page = text_of(staff.get(at_page("gathering", made)))
    assert "Wil El Amrani" in page and "06" in page
    assert "Bel nog 1 gast." in text_of(staff.get("/"))
    post(staff, at_page("note_called", made, guest_id=wil.pk), called="yes")
    assert "gebeld op" in text_of(staff.get(at_page("gathering", made)))
    assert "Bel nog" not in text_of(staff.get("/"))
    post(staff, at_page("note_called", made, guest_id=wil.pk), called="no")
    assert "Bel nog 1 gast." in text_of(staff.get("/"))


def test_today_says_which_of_two_that_are_off_is_the_preparation(cast, made, staff):
    practice = making.gathering(
        cast.own,
        prepares_for=made,
        host_employer=made.host_employer,
        starts_at=made.starts_at - timedelta(hours=3),
    )
    making.guest(practice, making.candidate(cast.own, "Ali"), channel="call", reply="invited")
    post(staff, at_page("cancel_gathering", made))
    today, firm = text_of(staff.get("/")), made.host_employer.name
    assert today.count("gaat niet door. Bel nog 1 gast.") == 2
    # each line names the firm for the eye, and once more for who hears the button
    assert (today.count(firm), today.count(f"{firm}, voorbereiding")) == (4, 2)


def test_whom_to_call_is_named_once_where_it_is_ticked(made, staff):
    before = staff.get(at_page("cancel_gathering", made))
    assert "1 gast moeten jullie zelf bellen." in text_of(before) and "El Amrani" not in text_of(before)
    assert not PersonalView.objects.filter(page="gatherings:cancel_gathering").exists()
    post(staff, at_page("cancel_gathering", made))
    lines = re.findall(r"<li.*?</li>", staff.get(at_page("gathering", made)).content.decode(), re.DOTALL)
    (line,) = [each for each in lines if "Wil El Amrani" in each]
    assert (
        "alleen te bellen" in line
        and at_page("note_called", made, guest_id=guest_named(made, "Wil").pk) in line
    )


def test_a_letter_that_would_come_too_late_is_a_call_instead(made, staff, at):
    made.starts_at, made.ends_at = at + timedelta(days=2), at + timedelta(days=2, hours=2)
    made.save()
    post(staff, at_page("cancel_gathering", made))
    page = text_of(staff.get(at_page("gathering", made)))
    assert "Omar El Amrani" in page and "Wil El Amrani" in page and "Naima" not in page
    # each with why
    assert page.count("· een brief komt te laat") == page.count("· alleen te bellen") == 1
    assert "2 gasten moeten jullie zelf bellen." in page and "krijgt een brief" not in page
    assert not Message.objects.filter(channel="letter", purpose="cancelled").exists()


def test_nothing_on_it_talks_as_if_it_goes_on(made, staff):
    before = text_of(staff.get(at_page("gathering", made)))
    words = ("Wie zit waar", "nog niet geantwoord", "Wie komt er", "De tafels")
    assert all(word in before for word in words)
    post(staff, at_page("cancel_gathering", made))
    after = text_of(staff.get(at_page("gathering", made)))
    assert not [word for word in (*words, "We verwachten", "stoelen") if word in after]
    assert at_page("guests", made) in staff.get(at_page("gathering", made)).content.decode()


def test_a_call_about_what_is_off_tells_of_no_interpreter(made, staff, cast):
    zahra = making.candidate(cast.own, "Zahra", is_interpreter_needed=True)
    making.guest(made, zahra, channel="call", reply="yes")
    post(staff, at_page("cancel_gathering", made))
    page = text_of(staff.get(at_page("gathering", made)))
    assert "Zahra" in page and "geregeld" not in page


def test_only_the_organisation_of_the_guest_ticks(made, staff, cast, log_in):
    making.guest(made, making.candidate(cast.other, "Nora"))
    post(staff, at_page("cancel_gathering", made))
    wil, naima = guest_named(made, "Wil"), guest_named(made, "Naima")
    other = log_in(cast.other.account())
    page = text_of(other.get(at_page("gathering", made)))
    assert "Wil El Amrani" not in page and "belt" in page
    assert "Bel nog" not in text_of(other.get("/"))
    assert post(other, at_page("note_called", made, guest_id=wil.pk), called="yes").status_code == 404
    # who got a message is not on the list of calls
    assert post(staff, at_page("note_called", made, guest_id=naima.pk), called="yes").status_code == 409
    wil.refresh_from_db()
    assert wil.called_at is None


def test_a_coordinator_reads_the_calls_on_today_and_a_team_lead_no_names(made, staff, cast, log_in):
    post(staff, at_page("cancel_gathering", made))
    coordinator = log_in(cast.own.account(Role.COORDINATOR))
    assert "Bel nog 1 gast." in text_of(coordinator.get(reverse("desk:today")))
    lead = log_in(cast.own.account(Role.TEAM_LEAD))
    assert "Wil" not in text_of(lead.get(at_page("gathering", made)))


def test_whose_invitation_failed_is_counted_once_when_it_is_off(cast, at, staff):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=10))
    making.guest(made, making.candidate(cast.own, "Naima", email="naima@post.example"), "chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    Message.objects.update(status="failed")
    cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    made.refresh_from_db()
    told = hearing_of(cast.own.actor(), made)
    assert (told.mails, told.nothing) == (1, 0)
