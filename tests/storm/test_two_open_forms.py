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


FORMS = {
    Candidate: candidate_form, Employer: employer_form, Entrepreneur: entrepreneur_form, Organisation: organisation_form,
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
