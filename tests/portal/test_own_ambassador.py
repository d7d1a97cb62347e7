"""An entrepreneur says on the own page to be an ambassador, in one tap, and stops in one."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client, tap

from werktop.ambassadors import commands
from werktop.ambassadors.models import Ambassador
from werktop.contacts.models import Reminder
from werktop.employers.models import ContactPerson

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PAGE = "/mijn/bedrijf/ambassadeur/"


@pytest.fixture
def anna(cast, at):
    firm = making.employer(cast.own, "Het Veer")
    ContactPerson.objects.create(employer=firm, account=cast.own.account(), since_date=at.date(), noted_at=at)
    return making.entrepreneur(firm, "Anna", email="anna@post.example")


def test_one_tap_makes_an_ambassador_and_the_contact_person_hears_it(cast, at, anna, log_in):
    browser, client = own_client(anna, at), log_in(cast.own.account())
    assert "Het kost niets" in text_of(browser.get("/mijn/bedrijf/"))
    assert tap(browser, PAGE, to="begin").status_code == 302
    row = Ambassador.objects.get()
    assert (row.entrepreneur, row.until_date, row.is_by_self) == (anna, None, True)
    assert "U bent ambassadeur sinds" in text_of(browser.get("/mijn/bedrijf/"))
    assert "werd zelf ambassadeur: bel even" in text_of(client.get(reverse("desk:today")))
    firm = reverse("employers:employer", args=[anna.employer_id])
    assert "zei het zelf op de eigen pagina" in text_of(client.get(firm))
    assert "zei het zelf" in text_of(log_in(cast.other.account()).get(firm)), "the region reads it too"
    # again changes nothing; stopped and begun on one day is one time, and one line for the colleague
    for to in ("begin", "stop", "begin"):
        tap(browser, PAGE, to=to)
    row.refresh_from_db()
    assert (row.until_date, Ambassador.objects.count(), Reminder.objects.count()) == (None, 1, 1)
    # a colleague takes it back
    client.post(reverse("ambassadors:move_ambassador", args=[row.pk]), {"request_key": uuid4(), "to": "end"})
    row.refresh_from_db()
    assert row.until_date == at.date() and not row.is_ended_by_self


def test_what_one_likes_to_do_is_kept_and_stopping_is_one_tap_that_a_colleague_can_undo(
    cast, at, anna, log_in
):
    was = at - timedelta(days=90)
    row = commands.make_ambassador(actor=cast.own.actor(), at=was, entrepreneur_id=anna.pk)
    browser, client = own_client(anna, at), log_in(cast.own.account())
    version = browser.get(PAGE).context["form"]["version"].value()
    tap(browser, PAGE, offers=["story"], words="Op de borrel", version=version)
    late = tap(browser, PAGE, offers=["tips"], words="Toch anders", version=version)
    assert late.status_code == 409 and "Toch anders" in text_of(late)
    now = Ambassador.objects.get(pk=row)
    assert (now.offers, now.words) == (["story"], "Op de borrel")
    tap(browser, PAGE, to="stop")
    assert "stopte zelf als ambassadeur: bel even" in text_of(client.get(reverse("desk:today")))
    firm = reverse("employers:employer", args=[anna.employer_id])
    assert "stopte zelf als ambassadeur op" in text_of(client.get(firm))
    client.post(reverse("ambassadors:move_ambassador", args=[row]), {"request_key": uuid4(), "to": "resume"})
    assert "stopte zelf als ambassadeur op" not in text_of(client.get(firm))
    assert "U bent ambassadeur sinds" in text_of(browser.get(PAGE))
