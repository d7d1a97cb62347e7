"""Erasing a person of a firm leaves nothing but keys; the firm stays."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from tests import making
from tests.whole.erasing import tables_that_hold

from werktop.accounts.roles import Role
from werktop.audit.models import Entry
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.config.commandline.postgres import WEB
from werktop.employers import commands
from werktop.employers.models import Employer, Entrepreneur, Expectation
from werktop.gatherings.models import Guest
from werktop.matches.models import FollowUp, NextStep
from werktop.post.links import make_link
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(cast, at):
    """An entrepreneur with something in every room: a guest, a talk, messages, a link, and a name in others' words."""
    firm = making.employer(cast.own, "Houtbouw Rijnstroom")
    person = making.entrepreneur(firm, "Quirinella", last_name="Xylofanter")
    gathering = making.gathering(cast.own, tables=1, host_employer=firm)
    making.guest(gathering, person)
    common = {
        "gathering": gathering, "region": gathering.region, "organisation": gathering.organisation, "made_at": at,
    }  # fmt: skip
    talk = FollowUp.objects.create(
        candidate=making.candidate(cast.own),
        entrepreneur=person,
        ground="mutual",
        words="met Quirinella",
        **common,
    )
    NextStep.objects.create(
        candidate=making.candidate(cast.own),
        words="Via het netwerk: Quirinella Xylofanter kent Firma 1.",
        **common,
    )
    for kind, key, about, words in (
        ("entrepreneur", person.pk, gathering.pk, "Beste Quirinella"),
        ("candidate", uuid4(), talk.pk, "U praat met Quirinella"),
        ("candidate", uuid4(), gathering.pk, "Aan tafel zit Quirinella Xylofanter."),
    ):
        Message.objects.create(
            organisation=cast.own.organisation, channel="email", to_kind=kind, to_id=key, to_name="Iemand",
            to_address="q@firma.example", body=words, about_kind="x", about_id=about, purpose="x",
            message_id=f"<{uuid4()}@x.example>", created_at=at,
        )  # fmt: skip
    make_link(
        organisation_id=cast.own.organisation.pk, purpose="invitation", holder_kind="entrepreneur",
        holder_id=person.pk, about_kind="gathering", about_id=gathering.pk, at=at, expires_at=at + timedelta(days=9),
    )  # fmt: skip
    commands.change_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=person.pk, known_firms=["Slagerij Kees"]
    )
    return person


def test_erasure_leaves_no_name_in_any_table_and_the_firm_stays(cast, at, person):
    guest = Guest.objects.get(entrepreneur=person)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {WEB}")  # the role that serves changes no history by itself
    commands.erase_entrepreneur(actor=cast.own.actor(), at=at, entrepreneur_id=person.pk, reason="asked")
    assert tables_that_hold("Quirinella", "Xylofanter") == []
    assert Employer.objects.filter(name="Houtbouw Rijnstroom").exists()
    assert not Guest.pgh_event_model.objects.filter(pgh_obj_id=guest.pk).exists()
    assert not Link.objects.exists()
    assert Message.objects.get().body == "Aan tafel zit …."
    # of the candidate whose talk was only proposed there is a next step now, without words
    assert sorted(NextStep.objects.values_list("words", flat=True)) == [
        "",
        "Via het netwerk: … kent Firma 1.",
    ]
    line = Entry.objects.get(verb="employers.erase_entrepreneur")
    assert (line.about_id, line.detail) == (person.pk, {"reason": "asked"})


def test_only_the_responsible_organisation_erases(cast, at, person):
    with pytest.raises(NotVisible):
        commands.erase_entrepreneur(
            actor=cast.other.actor(), at=at, entrepreneur_id=person.pk, reason="asked"
        )
    with pytest.raises(NotAllowed):
        commands.erase_entrepreneur(
            actor=cast.own.actor(Role.COORDINATOR), at=at, entrepreneur_id=person.pk, reason="asked"
        )
    assert Entrepreneur.objects.filter(pk=person.pk).exists()


def test_who_may_finds_it_on_screen_and_is_asked_twice(cast, log_in, clock, person):
    client = log_in(cast.own.account())
    change = reverse("employers:change_entrepreneur", kwargs={"entrepreneur_id": person.pk})
    erase = reverse("employers:erase_entrepreneur", kwargs={"entrepreneur_id": person.pk})
    assert erase in client.get(change).content.decode()
    client.post(erase, {"request_key": uuid4(), "reason": "asked"})
    assert Entrepreneur.objects.filter(pk=person.pk).exists()
    answer = client.post(erase, {"request_key": uuid4(), "reason": "asked", "is_sure": "on"})
    assert answer.url == reverse("employers:employer", kwargs={"employer_id": person.employer_id})
    assert not Entrepreneur.objects.filter(pk=person.pk).exists()
    assert client.get(erase).status_code == 404


def test_the_name_goes_from_what_firms_say_of_themselves_and_what_was_agreed(cast, at, person):
    firm, beside = person.employer, making.employer(cast.other, "Buren")
    who = {"actor": cast.own.actor(), "at": at}
    said = "Vraag naar Quirinella Xylofanter bij de poort."
    commands.change_employer(**who, employer_id=firm.pk, mission=said, culture="Xylofanter is een merk")
    commands.change_employer(actor=cast.other.actor(), at=at, employer_id=beside.pk, looks_for=said)
    commands.change_employer(**who, employer_id=firm.pk, process=said)
    commands.note_relation(**who, employer_id=firm.pk, kind="expectation", words=said, agreed_date=at.date())
    commands.erase_entrepreneur(**who, entrepreneur_id=person.pk, reason="asked")
    firm.refresh_from_db()
    assert (firm.mission, firm.culture) == ("Vraag naar … bij de poort.", "Xylofanter is een merk")
    history = Employer.pgh_event_model.objects.all()
    for model in (Employer.objects, history, Expectation.objects, Expectation.pgh_event_model.objects):
        rows = [str(each) for row in model.values() for each in row.values()]
        assert rows and not any("Quirinella Xylofanter" in each for each in rows)
