"""An entrepreneur brings in a fellow in two fields, reads what became of it, and is thanked."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client, tap

from werktop.ambassadors import commands
from werktop.ambassadors.models import Ambassador, Fellow
from werktop.ambassadors.refusals import (
    AnotherCalls,
    CannotBeReached,
    FellowIsClosed,
    IsAmbassadorAlready,
    IsNamedAlready,
)
from werktop.audit.erasure import ErasureReason
from werktop.audit.refusals import NotVisible
from werktop.employers import commands as employers
from werktop.employers.models import Employer, Entrepreneur, Joining
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
BRING_IN = "/mijn/bedrijf/meebrengen/"


@pytest.fixture
def anna(cast):
    return making.entrepreneur(making.employer(cast.own, "Het Veer"), "Anna", email="anna@post.example")


def named(cast, person, **facts) -> Fellow:
    asked = {
        "actor": cast.own.actor(),
        "at": making.MOMENT,
        "name": "De Linde",
        "reach": "06 12345678",
    } | facts
    return Fellow.objects.get(pk=commands.name_fellow(entrepreneur_id=person.pk, **asked))


def test_on_the_own_page_two_fields_are_enough_and_nothing_is_sent_to_a_stranger(cast, at, anna, log_in):
    browser = own_client(anna, at)
    assert "Iemand meebrengen" in text_of(browser.get("/mijn/bedrijf/"))
    assert tap(browser, BRING_IN, name="De Linde", reach="info@delinde.example").status_code == 302
    row = Fellow.objects.get()
    assert (row.email, row.state, row.is_by_self, row.contact, row.organisation) == (
        "info@delinde.example", "named", True, None, cast.own.organisation
    )  # fmt: skip
    assert not Message.objects.exists() and not mail.outbox
    page = browser.get(BRING_IN).content.decode()
    assert "Wij gaan bellen." in page and "mailto:info@delinde.example?subject=" in page
    assert "De Linde" in text_of(log_in(cast.own.account()).get(reverse("ambassadors:fellows")))
    again = tap(browser, BRING_IN, name="de linde", reach="0612345678")
    assert str(IsNamedAlready.text) in again.content.decode() and 'value="de linde"' in again.content.decode()


def test_what_reaches_nobody_is_refused_with_what_was_typed(at, anna):
    page = tap(own_client(anna, at), BRING_IN, name="De Linde", reach="12").content.decode()
    assert str(CannotBeReached.text) in page and 'value="De Linde"' in page and not Fellow.objects.exists()


def test_who_joins_is_brought_in_by_who_named_them_in_one_step_and_it_is_read_back(cast, at, anna, log_in):
    row, client = named(cast, anna), log_in(cast.own.account())
    move, one = (reverse(f"ambassadors:{name}", args=[row.pk]) for name in ("move_fellow", "fellow"))
    client.post(move, {"request_key": uuid4(), "to": "called", "words": "Komt kijken."})
    browser = own_client(anna, at)
    assert "Wij spraken hen. “Komt kijken.”" in text_of(browser.get(BRING_IN))
    wrong = client.post(one, {"request_key": uuid4(), "firm": "De Linde", "first_name": ""})
    assert wrong.status_code == 200 and "Vul een voornaam in." in wrong.content.decode()
    answer = client.post(one, {"request_key": uuid4(), "firm": "De Linde", "first_name": "Bram"})
    firm = Employer.objects.get(name="De Linde")
    assert answer["Location"] == reverse("employers:employer", args=[firm.pk])
    assert firm.joinings.get().brought_by == anna and firm.entrepreneurs.get().phone == "+31612345678"
    assert "Door u doen mee: De Linde." in text_of(browser.get("/mijn/bedrijf/"))
    said = text_of(browser.get(BRING_IN))
    assert "Doet mee. Dank u wel!" in said and "Door u doen mee: De Linde." in said
    client.post(move, {"request_key": uuid4(), "to": "reopen"})
    assert firm.joinings.get().brought_by is None and Fellow.objects.get().state == "named"


def test_a_firm_that_is_here_already_is_recognised_and_was_not_brought_in(cast, at, anna, log_in):
    there = making.employer(cast.own, "De Linde", postcode="4001 AC")
    Joining.objects.update_or_create(employer=there, defaults={"joined_date": at.date() - timedelta(days=90)})
    row, client = named(cast, anna), log_in(cast.own.account())
    one = reverse("ambassadors:fellow", args=[row.pk])
    assert "Staat dit bedrijf er al in?" in text_of(client.get(one))
    client.post(one, {"request_key": uuid4(), "employer_id": str(there.pk)})
    row.refresh_from_db()
    assert (row.state, row.employer, there.joinings.get().brought_by) == ("joined", there, None)
    assert Employer.objects.filter(name="De Linde").count() == 1


def test_another_organisation_of_the_region_reads_it_and_moves_nothing(cast, anna, log_in):
    row, client = named(cast, anna), log_in(cast.other.account())
    assert "De Linde" in text_of(client.get(reverse("ambassadors:fellow", args=[row.pk])))
    move = reverse("ambassadors:move_fellow", args=[row.pk])
    assert client.post(move, {"request_key": uuid4(), "to": "take"}).status_code == 404
    with pytest.raises(NotVisible):
        named(cast, anna, actor=cast.other.actor())


def test_an_ambassador_is_one_by_choice_ends_and_goes_on(cast, at, anna, log_in):
    client, form = log_in(cast.own.account()), reverse("ambassadors:ambassador", args=[anna.pk])
    asked = {"offers": ["story", "coaches"], "words": "Graag", "since_date": "2026-01-05"}
    client.post(form, {"request_key": uuid4(), **asked})
    row = Ambassador.objects.get()
    assert (row.offers, row.until_date) == (["coaches", "story"], None)
    shown = text_of(client.get(reverse("employers:employer", args=[anna.employer_id])))
    assert "ambassadeur sinds januari 2026" in shown and "vertelt het verhaal" in shown
    with pytest.raises(IsAmbassadorAlready):
        commands.make_ambassador(actor=cast.own.actor(), at=at, entrepreneur_id=anna.pk)
    move = reverse("ambassadors:move_ambassador", args=[row.pk])
    for to, until in (("end", at.date()), ("resume", None)):
        client.post(move, {"request_key": uuid4(), "to": to})
        row.refresh_from_db()
        assert row.until_date == until
    outdated = client.post(form, {"request_key": uuid4(), "version": "x", **asked})
    assert outdated.status_code in (302, 409)


def test_thanks_say_what_it_led_to_in_totals_and_go_as_they_were_changed(cast, at, anna, log_in, carry_post):
    brought = making.employer(cast.own, "De Linde", postcode="4001 AC")
    employers.note_bringer(actor=cast.own.actor(), at=at, employer_id=brought.pk, brought_by_id=anna.pk)
    client, thank = log_in(cast.own.account()), reverse("ambassadors:thank", args=[anna.pk])
    assert "Door u doen mee: De Linde." in text_of(client.get(thank))
    client.post(thank, {"request_key": uuid4(), "words": "Dank je wel, Anna! Taart?"})
    carry_post()
    assert "Dank je wel, Anna! Taart?" in mail.outbox[0].body


def test_who_is_erased_takes_along_whom_they_named_and_that_they_were_an_ambassador(cast, at, anna):
    named(cast, anna)
    commands.make_ambassador(actor=cast.own.actor(), at=at, entrepreneur_id=anna.pk)
    employers.erase_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=anna.pk, reason=ErasureReason.ASKED
    )
    for model in (Fellow, Ambassador):
        assert not model.objects.exists() and not model.pgh_event_model.objects.exists()


def test_who_joined_and_is_erased_stands_nowhere_as_a_fellow(cast, at, anna):
    who = {"actor": cast.own.actor(), "at": at}
    piet = named(cast, anna, name="Piet Zwartkops", reach="piet@zwart.example")
    other = named(cast, anna, name="Klaas", reach="06 87654321")
    firm = commands.join_fellow(
        **who, fellow_id=piet.pk, firm="Piet BV", first_name="Piet", last_name="Zwartkops"
    )
    commands.note_fellow_called(**who, fellow_id=other.pk, words="Kent Piet Zwartkops")
    gone = Entrepreneur.objects.get(employer_id=firm)
    employers.erase_entrepreneur(**who, entrepreneur_id=gone.pk, reason=ErasureReason.ASKED.value)
    assert Fellow.objects.get().words == "Kent …"
    assert Joining.objects.get(employer_id=firm).brought_by == anna, "that the firm joined stays"
    lines = [str(each) for row in Fellow.pgh_event_model.objects.values() for each in row.values()]
    assert not any("Zwartkops" in each or "piet@" in each for each in lines)


def test_a_stale_press_moves_nobody_who_joined_and_takes_nothing_over_unseen(cast, at, anna):
    row = named(cast, anna)
    who = {"actor": cast.own.actor(), "at": at, "fellow_id": row.pk}
    colleague = next(each for each in cast.own.colleagues.values() if each != cast.own.account())
    Fellow.objects.update(contact=colleague)
    with pytest.raises(AnotherCalls, match=colleague.name):
        commands.take_fellow(**who)
    commands.take_fellow(**who, instead_of_id=colleague.pk)
    commands.join_fellow(**who, employer_id=making.employer(cast.other, "De Linde").pk)
    for press in (commands.note_fellow_called, commands.note_fellow_not_now):
        with pytest.raises(FellowIsClosed):
            press(**who)
    commands.reopen_fellow(**who)
    row.refresh_from_db()
    assert (row.state, row.employer, row.contact) == ("named", None, cast.own.account())
