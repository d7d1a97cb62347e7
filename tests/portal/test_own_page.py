"""The candidate's own page: opened by a tap on a link, for a while, and for nobody else."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests import making
from tests.own_pages import own_client, tap

from werktop.accounts.models import OwnSession
from werktop.audit.erasure import ErasureReason
from werktop.candidates.commands import change_candidate, erase_candidate
from werktop.candidates.queries import is_found_in_region
from werktop.gatherings.models import Guest
from werktop.matches.models import FollowUp
from werktop.portal.commands import NoWayToSend, send_own_link
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HOME, WAY_IN = "/mijn/", "/mijn/in/"


@pytest.fixture
def person(cast):
    return making.candidate(cast.own, "Fatima", email="fatima@post.example")


@pytest.fixture
def link(cast, person, at, carry_post):
    """The path of the link that the colleague sent with one tap."""

    def do():
        send_own_link(actor=cast.own.actor(), at=at, candidate_id=person.pk)
        (sent,) = carry_post()
        return re.search(r"http://\S+(/mijn/link/\S+/)", sent.body).group(1)

    return do


def test_a_tap_opens_the_page_and_opening_the_link_does_not(link):
    path, browser = link(), Client()
    page = browser.get(path)
    assert "Bent u Fatima?" in page.content.decode() and not page.cookies.get("werktop_mijn")
    assert not OwnSession.objects.exists(), "scanners of mail open links too"
    assert browser.get(HOME).headers["Location"] == WAY_IN
    assert browser.post(path).headers["Location"] == HOME
    assert "Dag Fatima" in browser.get(HOME).content.decode()


def test_who_opened_the_page_is_told_what_is_kept_and_who_was_only_written_to_is_not(link, person, at):
    people = type(person).objects
    people.update(informed_date=None, is_shared=True)
    path, browser, may_refuse = link(), Client(), "kunnen uw werkprofiel vinden"
    sent = Message.objects.get()
    assert sent.status == "sent" and may_refuse in sent.body and "Dat mag" in sent.body
    assert may_refuse in browser.get(path).content.decode()
    assert people.get().informed_date is None and not is_found_in_region(people.get())
    browser.post(path)
    assert people.get().informed_date == at.date() and is_found_in_region(people.get())
    assert may_refuse in browser.get(HOME).content.decode()


def test_who_the_fixed_colleague_is_and_how_to_ask_stands_first(cast, person, at):
    colleague = cast.own.account()
    browser = own_client(person, at)
    assert "uw vaste collega" not in browser.get(HOME).content.decode()
    type(person).objects.update(assigned_to=colleague)
    page = browser.get(HOME).content.decode()
    assert (
        f"{colleague.first_name} is uw vaste collega bij ons" in page and f"mailto:{colleague.email}" in page
    )
    type(colleague).objects.update(is_active=False)
    assert "uw vaste collega" not in browser.get(HOME).content.decode()


def test_the_session_ends_after_two_hours_and_at_once_by_logging_out(person, at, clock):
    browser = own_client(person, at)
    assert browser.get(HOME).status_code == 200
    clock.set(at + timedelta(hours=2))
    assert browser.get(HOME).headers["Location"] == WAY_IN
    clock.set(at)
    assert tap(browser, "/mijn/uit/").headers["Location"] == WAY_IN
    assert OwnSession.objects.get().ended_at == at
    # also for who kept a copy of the cookie
    copy = own_client(person, at)
    token = copy.cookies["werktop_mijn"].value
    tap(copy, "/mijn/uit/")
    again = Client()
    again.cookies["werktop_mijn"] = token
    assert again.get(HOME).status_code == 302


def test_a_session_by_an_address_that_is_not_theirs_any_more_is_over(cast, person, at):
    browser = own_client(person, at)
    change_candidate(
        actor=cast.own.actor(), at=at, candidate_id=person.pk, email="nieuw@post.example",
        assigned_to_id=None,
    )  # fmt: skip
    assert browser.get(HOME).status_code == 302


def test_with_the_person_go_the_sessions(cast, person, at):
    browser = own_client(person, at)
    erase_candidate(actor=cast.own.actor(), at=at, candidate_id=person.pk, reason=ErasureReason.ASKED.value)
    assert not OwnSession.objects.exists() and browser.get(HOME).status_code == 302


def test_it_gives_no_right_of_a_colleague_and_a_colleague_has_no_own_page(cast, person, at, log_in):
    browser = own_client(person, at)
    for name in ("desk:today", "desk:candidates"):
        assert browser.get(reverse(name)).headers["Location"].startswith("/inloggen/")
    assert log_in(cast.own.account()).get(HOME).headers["Location"] == WAY_IN


def test_a_made_up_token_opens_nothing(person, at):
    browser = Client()
    browser.cookies["werktop_mijn"] = "x" * 43
    assert browser.get(HOME).headers["Location"] == WAY_IN


def test_an_invitation_is_answered_on_the_own_page(cast, person, at):
    gathering = making.gathering(cast.own, tables=1)
    guest = making.guest(gathering, person, "invited")
    browser = own_client(person, at)
    address = reverse("portal:own_invitation", args=[gathering.pk])
    assert address in browser.get(HOME).content.decode()
    assert tap(browser, address, answer="yes").headers["Location"] == address
    assert Guest.objects.get(pk=guest.pk).reply == "yes"
    assert "u komt" in browser.get(HOME).content.decode()
    assert "Mijn pagina" in browser.get(address).content.decode()
    calendar = browser.get(reverse("portal:own_invitation_calendar", args=[gathering.pk]))
    assert calendar.headers["Content-Type"].startswith("text/calendar")


def test_who_only_stands_on_a_list_learns_nothing_of_it(cast, person, at):
    gathering = making.gathering(cast.own)
    making.guest(gathering, person, "chosen")
    browser = own_client(person, at)
    assert gathering.place_name not in browser.get(HOME).content.decode()
    for name in ("own_invitation", "own_invitation_calendar"):
        assert browser.get(reverse(f"portal:{name}", args=[gathering.pk])).status_code == 404


def talk_of(cast, person, at, **facts):
    firm = making.employer(cast.own, "Bakkerij Jansen")
    return FollowUp.objects.create(
        gathering=making.gathering(cast.own), region=cast.region, organisation=cast.own.organisation,
        candidate=person, entrepreneur=making.entrepreneur(firm, "Joris"), ground="mutual",
        **{"status": "sent", "sent_at": at, "starts_at": at + timedelta(days=3),
           "ends_at": at + timedelta(days=3, hours=1), "made_at": at} | facts,
    )  # fmt: skip


def test_an_appointment_stands_there_and_can_be_called_off(cast, person, at):
    talk, browser = talk_of(cast, person, at), own_client(person, at)
    address = reverse("portal:own_follow_up", args=[talk.pk])
    assert "Bakkerij Jansen" in browser.get(HOME).content.decode()
    tap(browser, address, answer="declined")
    assert FollowUp.objects.get().status == "declined"
    assert address in browser.get(HOME).content.decode(), "for as long as it can be put back"
    assert "Zet de afspraak terug" in browser.get(address).content.decode()


def test_a_proposal_that_was_not_sent_is_nowhere(cast, person, at):
    talk_of(cast, person, at, status="proposed", sent_at=None)
    assert "Bakkerij Jansen" not in own_client(person, at).get(HOME).content.decode()


def test_what_is_another_ones_does_not_exist(cast, person, at):
    other = making.candidate(cast.own, "Karim")
    gathering = making.gathering(cast.own)
    making.guest(gathering, other, "invited")
    talk, browser = talk_of(cast, other, at), own_client(person, at)
    for address in (
        reverse("portal:own_invitation", args=[gathering.pk]),
        reverse("portal:own_follow_up", args=[talk.pk]),
    ):
        assert browser.get(address).status_code == 404
        assert tap(browser, address, answer="yes").status_code == 404
    assert Guest.objects.get().reply == "invited"


def test_the_link_goes_by_the_way_that_fits_and_else_the_colleague_reads_why(cast, at, carry_post, log_in):
    by_sms = making.candidate(cast.own, "Karim", email="", preferred_channel="sms", phone="+31612345678")
    assert send_own_link(actor=cast.own.actor(), at=at, candidate_id=by_sms.pk) == "sms"
    nobody = making.candidate(
        cast.own, "Els", email="", phone="", address="Kade 1", preferred_channel="letter"
    )
    with pytest.raises(NoWayToSend):
        send_own_link(actor=cast.own.actor(), at=at, candidate_id=nobody.pk)
    address = reverse("portal:send_link", args=[nobody.pk])
    colleague, here = log_in(cast.own.account()), reverse("candidates:candidate", args=[nobody.pk])
    back = colleague.post(address, {"request_key": str(uuid4())}, HTTP_REFERER=f"http://testserver{here}")
    assert back.status_code == 303
    page = colleague.get(here)
    assert "een e-mailadres of een mobiel nummer nodig" in page.content.decode()


def test_a_third_language_needs_nothing_but_its_texts(person, at, settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "Arabisch")]
    browser = own_client(person, at)
    browser.post("/taal/", {"language": "ar", "next": HOME})
    page = browser.get(HOME).content.decode()
    assert '<html lang="ar" dir="rtl"' in page and 'value="ar" lang="ar" aria-current="true"' in page
    assert "Dag Fatima" in page, "what has no text yet is Dutch"


@pytest.mark.parametrize(("language", "words"), [("nl", "Dag Fatima"), ("en", "Hello Fatima")])
def test_the_page_speaks_the_language_that_is_chosen(person, at, language, words):
    browser = own_client(person, at)
    browser.post("/taal/", {"language": language, "next": HOME})
    page = browser.get(HOME).content.decode()
    assert words in page and f'<html lang="{language}"' in page
