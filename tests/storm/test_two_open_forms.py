"""Of two open forms the last does not win in silence: who is late keeps what was typed and sees what stands there."""

from __future__ import annotations

import threading
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands
from werktop.candidates import queries as candidates
from werktop.candidates.models import Candidate
from werktop.employers.models import Employer, Entrepreneur
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.table_count import set_table_count
from werktop.gatherings.commands.tables import hand_over_table
from werktop.gatherings.models import Gathering, Host, Table
from werktop.post.models import Message
from werktop.regions.models import Organisation


def candidate_form(cast):
    made = making.candidate(cast.own, "Fatima", term_codes=("koken",))
    typed = {
        "name": "Fatima El Amrani", "phone": made.phone, "email": made.email, "postcode": "4001 AB",
        "languages": ["nl"], "terms": [str(t.pk) for t in making.terms("koken")],
    }  # fmt: skip
    address = reverse("candidates:change_candidate", kwargs={"candidate_id": made.pk})
    return made, address, typed, "email"


def employer_form(cast):
    made = making.employer(cast.own, "Houtbouw Rijnstroom")
    typed = {"name": made.name, "postcode": made.postcode, "place": made.place, "sector": "F"}
    address = reverse("employers:change_employer", kwargs={"employer_id": made.pk})
    return made, address, typed, "place"


def entrepreneur_form(cast):
    made = making.entrepreneur(making.employer(cast.own))
    typed = {"person_name": made.name, "phone": made.phone, "email": made.email, "is_active": "on"}
    address = reverse("employers:change_entrepreneur", kwargs={"entrepreneur_id": made.pk})
    return made, address, typed, "email"


def organisation_form(cast):
    made = cast.own.organisation
    typed = {name: getattr(made, name) for name in ("phone", "email", "legal_ground", "legal_purpose")}
    return made, reverse("accounts:organisation"), typed, "email"


def gathering_form(cast):
    made = making.gathering(cast.own, tables=2)
    typed = {
        "day": "2026-12-03",
        "begins": "13:30",
        "ends": "16:00",
        "address": "Industrieweg 12, Tiel",
        "rounds": "1",
    }
    return made, reverse("gatherings:change_gathering", args=[made.pk]), typed, "place_name"


FORMS = {
    Candidate: candidate_form, Employer: employer_form, Entrepreneur: entrepreneur_form, Organisation: organisation_form,
    Gathering: gathering_form,
}  # fmt: skip


def version_in(page) -> str:
    return page.context["form"]["version"].value()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", FORMS)
def test_the_later_of_two_open_forms_is_told_and_loses_nothing(cast, log_in, clock, kind):
    made, address, typed, field = FORMS[kind](cast)
    role = Role.FUNCTIONAL_ADMIN if kind is Organisation else Role.RELATIONSHIP_MANAGER
    first, second = log_in(cast.own.account(role)), log_in(cast.own.account(role))
    opened = [version_in(client.get(address)) for client in (first, second)]
    quick, late = "eerst@post.example", "later@post.example"

    def send(client, version, value):
        return client.post(address, typed | {field: value, "version": version, "request_key": uuid4()})

    assert send(first, opened[0], quick).status_code == 302
    answer = send(second, opened[1], late)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert quick in page and late in page and cast.own.account(role).name in page
    made.refresh_from_db()
    assert getattr(made, field) == quick
    # looked at: saving once more is a choice
    assert send(second, version_in(answer), late).status_code == 302
    made.refresh_from_db()
    assert getattr(made, field) == late


@pytest.mark.django_db
def test_a_talent_seen_at_a_table_is_not_lost_on_a_form_that_was_open(cast, log_in, clock, at):
    made, address, typed, _field = candidate_form(cast)
    client = log_in(cast.own.account())
    version = version_in(client.get(address))
    (bouwen,) = making.terms("bouwen")
    commands.note_talents_seen(actor=cast.own.actor(), at=at, candidate_id=made.pk, term_ids=[bouwen.pk])
    answer = client.post(address, typed | {"version": version, "request_key": uuid4()})
    assert answer.status_code == 409
    assert made.terms.filter(term=bouwen).exists()


def form_on(page) -> dict:
    """What the form on this page would send, as it stands."""
    rows = [row for _table, row in getattr(page.context["form"], "rows", [])]
    return {
        field.html_name: field.value()
        for form in (page.context["form"], *rows)
        for field in form
        if field.value() not in (None, "", False)
    }


@pytest.mark.django_db
def test_a_number_changed_on_a_form_that_was_open_sends_nobody_to_the_old_place(cast, log_in, clock):
    made = making.gathering(cast.own, tables=2)
    making.guest(made, making.candidate(cast.own), "yes", channel="email")
    address = reverse("gatherings:change_gathering", args=[made.pk])
    quick, late = log_in(cast.own.account()), log_in(cast.own.account("coordinator"))
    sent = [form_on(client.get(address)) for client in (quick, late)]
    moved = {
        "place_name": "De Nieuwe Zaal",
        "address": "Nieuwstraat 1, Tiel",
        "begins": "14:00",
        "ends": "17:00",
    }
    assert quick.post(address, sent[0] | moved | {"request_key": uuid4()}).status_code == 302
    told = Message.objects.count()
    assert told
    answer = late.post(address, sent[1] | {"round_minutes": "50", "request_key": uuid4()})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "De Nieuwe Zaal" in page and "<dd>14.00</dd>" in page
    made.refresh_from_db()
    assert (made.place_name, made.round_minutes) == ("De Nieuwe Zaal", 90)
    assert Message.objects.count() == told


@pytest.mark.django_db
def test_who_is_named_is_who_changed_what_the_form_asks(cast, log_in, clock, at):
    made, address, typed, field = gathering_form(cast)
    late = log_in(cast.own.account("coordinator"))
    version = version_in(late.get(address))
    on = {"at": at, "gathering_id": made.pk}
    change_gathering(actor=cast.own.actor(), place_name="Elders", **on)
    set_table_count(actor=cast.own.actor("coordinator"), count=3, **on)
    answer = late.post(address, typed | {field: "Hier", "version": version, "request_key": uuid4()})
    assert f"{cast.own.account().name} wijzigde dit" in answer.content.decode()


@pytest.mark.django_db
def test_a_table_that_a_colleague_closed_stays_closed_and_its_languages_stay(cast, log_in, clock):
    made = making.gathering(cast.own, tables=3)
    address = reverse("gatherings:tables", args=[made.pk])
    quick, late = log_in(cast.own.account()), log_in(cast.own.account("coordinator"))
    sent = [form_on(client.get(address)) for client in (quick, late)]
    closed = {"t3-is_closed": "on", "t1-languages": ["nl", "ar"], "request_key": uuid4()}
    assert quick.post(address, sent[0] | closed).status_code == 302
    answer = late.post(address, sent[1] | {"t2-languages": ["nl", "en"], "request_key": uuid4()})
    page = answer.content.decode()
    assert answer.status_code == 409 and f"{cast.own.account().name} wijzigde dit" in page
    assert "Tafel 3: dicht" in page and "Tafel 1: Talen aan deze tafel" in page and "Tafel 2: " not in page
    assert {t.number: (t.languages, t.is_closed) for t in Table.objects.filter(gathering=made)} == {
        1: (["nl", "ar"], False), 2: (["nl"], False), 3: (["nl"], True),
    }  # fmt: skip
    # what was typed is kept, and saving once more is a choice
    assert late.post(address, form_on(answer) | {"request_key": uuid4()}).status_code == 302
    assert Table.objects.get(gathering=made, number=2).languages == ["nl", "en"]


@pytest.mark.django_db
def test_a_table_handed_over_or_added_meanwhile_keeps_its_host(cast, log_in, clock, at):
    made = making.gathering(cast.own, tables=2)
    spare = cast.other.account("table_host")
    Host.objects.create(gathering=made, account=spare)
    address = reverse("gatherings:tables", args=[made.pk])
    late = log_in(cast.own.account("coordinator"))
    sent = form_on(late.get(address))
    who = {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}
    hand_over_table(**who, table_id=made.tables.get(number=1).pk, host_id=spare.pk)
    set_table_count(**who, count=3)
    answer = late.post(address, sent | {"t2-languages": ["nl", "en"], "request_key": uuid4()})
    assert answer.status_code == 409
    assert "Tafel 1: Tafelhost" in answer.content.decode() and spare.name in answer.content.decode()
    assert Host.objects.get(gathering=made, account=spare).table.number == 1
    # the table that came is on the page as it stands
    assert form_on(answer)["t3-languages"] == ["nl"]


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_one_is_saved_and_one_is_told(cast, at):
    made = making.candidate(cast.own, "Fatima")
    version = candidates.candidate_version(made)
    gate, came = threading.Barrier(2), []

    def save(last_name):
        try:
            gate.wait(timeout=10)
            commands.change_candidate(
                actor=cast.own.actor(), at=at, candidate_id=made.pk, version=version, last_name=last_name
            )
            came.append("saved")
        except ChangedMeanwhile as refusal:
            came.append(refusal.names)
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=(name,)) for name in ("Een", "Twee")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(came, key=str) == [("last_name",), "saved"]
