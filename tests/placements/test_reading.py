"""Who reads whom to call is said as it is: the person at the place, else who speaks for the firm, else nobody, with what to do."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client
from tests.placements.placing import placed

from werktop.employers.models import ContactPerson, Employer, Entrepreneur
from werktop.placements import queries
from werktop.placements.models import Placement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FIRST = date(2026, 11, 23)


@pytest.fixture
def firm(cast):
    return making.employer(cast.own, "Bakkerij Jansen")


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, assigned_to=cast.own.account())


def saved(client, cast, fatima, firm, **more):
    address = reverse("placements:note_placement", args=[fatima.pk, firm.pk])
    typed = {"request_key": uuid4(), "what": "inpakken", "started_date": "2026-11-23", "work_form": "regular",
             "contact": cast.own.account().pk, **more}  # fmt: skip
    return text_of(client.post(address, typed, follow=True))


def test_the_form_starts_with_who_speaks_for_the_firm(cast, at, log_in, fatima, firm):
    joris, sanne = making.entrepreneur(firm, "Joris"), making.entrepreneur(firm, "Sanne")
    client, address = (
        log_in(cast.own.account()),
        reverse("placements:note_placement", args=[fatima.pk, firm.pk]),
    )

    def chosen():
        return client.get(address).context["form"]["entrepreneur"].value()

    assert chosen() == "", "two, and nobody speaks for the firm"
    Entrepreneur.objects.filter(pk=sanne.pk).update(roles=["contact"])
    assert chosen() == str(sanne.pk)
    ContactPerson.objects.create(employer=firm, person=joris, since_date=FIRST, noted_at=at)
    assert chosen() == str(joris.pk)
    Entrepreneur.objects.filter(pk=joris.pk).update(is_active=False)
    assert chosen() == str(sanne.pk)


def test_the_message_names_who_reads_it_and_they_do(cast, at, log_in, fatima, firm):
    joris, sanne = making.entrepreneur(firm, "Joris"), making.entrepreneur(firm, "Sanne", roles=["contact"])
    client = log_in(cast.own.account())
    page = saved(client, cast, fatima, firm)
    assert "Genoteerd. Sanne en Fatima lezen op de eigen pagina wie te bellen is." in page
    assert "Wie bij u werkt" in text_of(own_client(sanne, at).get("/mijn/bedrijf/"))
    assert "Wie bij u werkt" not in text_of(own_client(joris, at).get("/mijn/bedrijf/"))
    Placement.objects.update(entrepreneur=joris)
    assert "Wie bij u werkt" in text_of(own_client(joris, at).get("/mijn/bedrijf/"))
    assert "Wie bij u werkt" not in text_of(own_client(sanne, at).get("/mijn/bedrijf/"))
    Entrepreneur.objects.filter(pk=joris.pk).update(is_active=False)
    assert "Wie bij u werkt" in text_of(own_client(sanne, at).get("/mijn/bedrijf/")), "nobody else reads it"


def test_where_nobody_reads_it_the_page_says_so_and_leads_on(cast, log_in, fatima, firm):
    fatima.email = ""
    fatima.save()
    page = saved(log_in(cast.own.account()), cast, fatima, firm)
    assert "Bij Bakkerij Jansen leest nu niemand wie te bellen is." in page and "Zet er iemand bij" in page
    assert "Fatima heeft geen e-mailadres" in page
    row = Placement.objects.get()
    sanne = making.entrepreneur(firm, "Sanne", email="")
    address = reverse("placements:placement", args=[row.pk])
    page = text_of(log_in(cast.own.account()).get(address))
    assert "Sanne van Bakkerij Jansen heeft geen e-mailadres" in page and "Vul het adres aan" in page
    Employer.objects.update(organisation=cast.other.organisation)
    assert "Vul het adres aan" not in text_of(log_in(cast.own.account()).get(address)), "another's to change"
    assert sanne.pk and "Word je de vaste contactpersoon" not in text_of(
        log_in(cast.own.account()).get(address)
    )


def test_one_press_makes_one_the_contact_person_of_a_firm_that_had_none(cast, at, log_in, fatima, firm):
    client = log_in(cast.own.account())
    page = saved(client, cast, fatima, firm)
    assert "Word je de vaste contactpersoon van Bakkerij Jansen?" in page
    row = Placement.objects.get()
    address = reverse("placements:placement", args=[row.pk])
    seen = client.get(address).context["firm"]["version"]
    press = {"do": "speak", "speaker_version": seen}
    bas = making.colleague_beside(cast.own)
    turn = ContactPerson.objects.create(employer=firm, account=bas, since_date=FIRST, noted_at=at)
    assert client.post(address, press | {"request_key": uuid4()}).status_code == 409
    assert ContactPerson.objects.get().account == bas, "a colleague who came first stays"
    turn.delete()
    same = press | {"request_key": uuid4()}
    assert client.post(address, same).status_code == 302 and client.post(address, same).status_code == 302
    assert ContactPerson.objects.get().account == cast.own.account()
    assert "Word je de vaste" not in text_of(client.get(address))


def test_a_number_says_how_many_also_past_what_is_listed(cast, at, log_in, firm, monkeypatch):
    monkeypatch.setattr("werktop.placements.panels.MOST", 2)
    for name in ("Ali", "Bo", "Cas"):
        placed(cast.own, at, making.candidate(cast.own, name), firm, FIRST)
    placed(cast.other, at, making.candidate(cast.other, "Dia"), firm, FIRST)
    page = text_of(log_in(cast.own.account()).get(reverse("employers:employer", args=[firm.pk])))
    assert "En nog 1 van ons" in page and "En 1 kandidaat van een andere organisatie." in page
    assert "Dia" not in page


def test_a_begun_and_a_coming_job_are_told_apart(cast, at, log_in, fatima, firm):
    row = placed(cast.own, at, fatima, firm, date(2026, 11, 25))
    client, address = log_in(cast.own.account()), reverse("candidates:candidate", args=[fatima.pk])
    assert "Begint bij Bakkerij Jansen" in text_of(client.get(address))
    Placement.objects.update(started_date=FIRST)
    assert "Werkt bij Bakkerij Jansen" in text_of(client.get(address))
    Placement.objects.update(ended_date=date(2026, 11, 24), ended_reason="term")
    assert "Werkte bij Bakkerij Jansen" in text_of(client.get(address))
    assert queries.placement_for(cast.own.actor(), row.pk).never_was is False
