"""Two rows of one firm, or of one person at a firm, become one, and for thirty days two again."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.noting import moment
from tests.gatherings.page_asking import text_of

from werktop.audit.actors import SYSTEM
from werktop.audit.models import Merge
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.employers import commands, queries
from werktop.employers.models import Employer, EmployerTerm, Entrepreneur, Joining
from werktop.gatherings.models import Gathering
from werktop.matches.models import FreeBlock
from werktop.post.models import Message
from werktop.work_profiles.models import WorkProfile

pytestmark = pytest.mark.django_db


@pytest.fixture
def firms(cast):
    kept = making.employer(cast.own, "Bakkerij Jansen", term_codes=("koken",), what_we_do="Brood")
    lost = making.employer(
        cast.own, "Bakkery Janssen BV", term_codes=("koken", "bouwen"), what_we_do="Koek", postcode="4001 AC"
    )
    return kept, lost


def test_all_of_a_firm_goes_over_the_earlier_day_of_joining_stays_and_it_can_be_undone(firms, cast, at):
    kept, lost = firms
    Joining.objects.filter(employer=lost).update(joined_date=date(2025, 3, 1))
    robin, gathering = making.entrepreneur(lost, "Robin"), making.gathering(cast.own, host_employer=lost)
    visit = moment(cast.own, employer_id=lost.pk)
    opening = WorkProfile.objects.create(
        employer=lost, organisation=lost.organisation, region=lost.region, what="inpakkers", noted_at=at
    )
    tables = (Employer, EmployerTerm, Joining, WorkProfile, Entrepreneur, Gathering)
    before = [list(model.objects.order_by("pk").values()) for model in tables]
    asked = {"actor": cast.own.actor(), "at": at, "employer_id": kept.pk}
    commands.merge_employers(other_id=lost.pk, choices={"what_we_do": "other"}, **asked)
    for row, name in (
        (robin, "employer_id"),
        (gathering, "host_employer_id"),
        (visit, "employer_id"),
        (opening, "employer_id"),
    ):
        row.refresh_from_db()
        assert getattr(row, name) == kept.pk
    kept.refresh_from_db()
    assert (kept.name, kept.what_we_do, kept.postcode) == ("Bakkerij Jansen", "Koek", "4001 AB")
    assert Joining.objects.get().joined_date == date(2025, 3, 1)
    assert kept.terms.count() == 2
    commands.take_apart_employers(merge_id=Merge.objects.get().pk, **asked)
    assert [list(model.objects.order_by("pk").values()) for model in tables] == before


def test_two_rows_of_one_person_become_one_with_the_hours_and_guests(firms, cast, at):
    kept, lost = (
        making.entrepreneur(firm, name) for firm, name in zip(firms, ("Robin", "Robyn"), strict=True)
    )
    gathering = making.gathering(cast.own, host_employer=firms[0])
    guest = making.guest(gathering, lost)
    for person in (kept, lost):
        FreeBlock.objects.create(
            gathering=gathering, entrepreneur=person, starts_at=at, ends_at=at + timedelta(hours=1)
        )
    commands.merge_entrepreneurs(actor=cast.own.actor(), at=at, entrepreneur_id=kept.pk, other_id=lost.pk)
    guest.refresh_from_db()
    assert guest.entrepreneur_id == kept.pk
    assert FreeBlock.objects.get().entrepreneur_id == kept.pk
    asked = {"actor": cast.own.actor(), "at": at, "entrepreneur_id": kept.pk}
    assert commands.take_apart_entrepreneurs(merge_id=Merge.objects.get().pk, **asked) == lost.pk
    assert FreeBlock.objects.count() == 2


def test_of_two_open_forms_the_last_does_not_win_in_silence(firms, cast, at):
    kept, lost = firms
    version = queries.version_of_both("employer", kept, lost)
    Employer.objects.filter(pk=kept.pk).update(what_we_do="Brood, en taart voor de bruiloft")
    asked = {"actor": cast.own.actor(), "at": at, "employer_id": kept.pk, "other_id": lost.pk}
    with pytest.raises(ChangedMeanwhile):
        commands.merge_employers(choices={"what_we_do": "other"}, version=version, **asked)


def test_a_list_brings_neither_a_merged_firm_back_nor_its_people_nor_a_merged_person(firms, cast, at):
    kept, lost = firms
    robin, robyn = (
        making.entrepreneur(kept, "Robin"),
        making.entrepreneur(lost, "Robyn", email="robyn@firma.example"),
    )
    asked = {"actor": cast.own.actor(), "at": at}
    commands.merge_entrepreneurs(entrepreneur_id=robin.pk, other_id=robyn.pk, **asked)
    commands.merge_employers(employer_id=kept.pk, other_id=lost.pk, **asked)
    people = [{"first_name": robyn.first_name, "last_name": robyn.last_name, "email": robyn.email}]
    row = {"name": "bakkery janssen bv", "postcode": "4001 AC", "entrepreneurs": people}
    assert commands.add_employers(rows=[row], **asked) == [kept.pk]
    assert (Employer.objects.count(), Entrepreneur.objects.count()) == (1, 1)


def test_undone_each_gets_the_own_messages_and_who_wants_none_any_more_may_be_either(firms, cast, at):
    kept, lost = (
        making.entrepreneur(firm, name, email=f"{name}@firma.example")
        for firm, name in zip(firms, ("robin", "robyn"), strict=True)
    )
    gathering = making.gathering(cast.own)
    sent = Message.objects.create(
        organisation=cast.own.organisation, channel="email", to_kind="entrepreneur", to_id=lost.pk, to_name=lost.name,
        to_address=lost.email, subject="Uitnodiging", body="Beste", about_kind="gathering", about_id=gathering.pk,
        purpose="invitation", message_id="<een@werktop.example>", status="waiting", created_at=at,
    )  # fmt: skip
    asked = {"actor": cast.own.actor(), "at": at, "entrepreneur_id": kept.pk}
    commands.merge_entrepreneurs(other_id=lost.pk, **asked)
    sent.refresh_from_db()
    assert (sent.to_id, sent.to_address) == (kept.pk, kept.email)
    Entrepreneur.objects.filter(pk=kept.pk).update(is_active=False)
    commands.take_apart_entrepreneurs(merge_id=Merge.objects.get().pk, **asked)
    sent.refresh_from_db()
    assert (sent.to_id, sent.to_address) == (lost.pk, lost.email)
    assert not Entrepreneur.objects.filter(is_active=True).exists()


@pytest.mark.parametrize("stopped", ["kept", "lost"])
def test_who_wants_no_invitations_in_one_of_both_wants_none(cast, at, stopped):
    firm = making.employer(cast.own)
    kept, lost = making.entrepreneur(firm, "Joris Bakker"), making.entrepreneur(firm, "J. Bakker")
    Entrepreneur.objects.filter(pk={"kept": kept, "lost": lost}[stopped].pk).update(is_active=False)
    commands.merge_entrepreneurs(actor=cast.own.actor(), at=at, entrepreneur_id=kept.pk, other_id=lost.pk)
    assert Entrepreneur.objects.get().is_active is False


def test_only_firms_of_the_own_organisation_are_brought_together(firms, cast, at):
    theirs = making.employer(cast.other, "Bakkerij Jansen", postcode="4001 AD")
    for actor, key, other in (
        (cast.own.actor(), firms[0].pk, theirs.pk),
        (cast.own.actor(), theirs.pk, firms[0].pk),
        (cast.other.actor(), firms[0].pk, firms[1].pk),
    ):
        with pytest.raises(NotVisible):
            commands.merge_employers(actor=actor, at=at, employer_id=key, other_id=other)


def test_likely_doubles_are_found_shown_merged_told_apart_and_undone_on_screen(
    firms, cast, at, log_in, clock
):
    robin, robyn = (making.entrepreneur(firm, "Robin", phone="+31655555555") for firm in firms)
    assert commands.look_for_double_firms(actor=SYSTEM, at=at, organisation_id=cast.own.organisation.pk) == 2
    client = log_in(cast.own.account())
    page = text_of(client.get(reverse("employers:doubles")))
    assert "naam lijkt erop, zelfde plaats" in page and "zelfde telefoonnummer" in page
    client.post(
        reverse("employers:tell_entrepreneurs_apart", args=[robin.pk, robyn.pk]),
        {"request_key": str(uuid4())},
    )
    assert queries.pairs_to_look_at(cast.own.actor(), "entrepreneur").count() == 0
    kept, lost = firms
    url = reverse("employers:merge_employer", args=[kept.pk, lost.pk])
    assert "Koek" in client.get(url).content.decode()
    shown = client.post(
        url,
        {
            "request_key": str(uuid4()),
            "keep_name": "kept",
            "keep_address": "kept",
            "keep_what_we_do": "other",
        },
        follow=True,
    )
    assert "Samengevoegd met Bakkery Janssen BV op 24 november 2026" in text_of(shown)
    assert client.get(reverse("employers:employer", args=[lost.pk]), follow=True).status_code == 200
    undo = reverse("employers:take_employers_apart", args=[kept.pk, Merge.objects.get().pk])
    assert "weer twee bedrijven" in text_of(client.post(undo, {"request_key": str(uuid4())}, follow=True))
    assert Employer.objects.filter(pk__in=[kept.pk, lost.pk]).count() == 2
    url = reverse("employers:merge_entrepreneur", args=[robin.pk, robyn.pk])
    assert "Is dit dezelfde persoon?" in text_of(client.get(url))
    client.post(url, {"request_key": str(uuid4()), "keep_email": "other"})
    robin.refresh_from_db()
    assert robin.email == robyn.email and not Entrepreneur.objects.filter(pk=robyn.pk).exists()
    undo = reverse("employers:take_entrepreneurs_apart", args=[robin.pk, Merge.objects.get().pk])
    assert "weer twee mensen" in text_of(client.post(undo, {"request_key": str(uuid4())}, follow=True))
