"""Who works where since when is noted once. The firm and the person read whom they call, and never how somebody is paid."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client
from tests.proposals.work_making import work_at

from werktop.accounts.models import Membership
from werktop.audit.merging import Book
from werktop.audit.models import PersonalView
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates.commands import erase_candidate, note_left
from werktop.candidates.models import Objection
from werktop.employers.models import ContactPerson
from werktop.placements import commands, queries
from werktop.placements.merging import settle_of_candidate, settle_of_firm
from werktop.placements.models import Placement
from werktop.placements.queries.all_kept import all_kept_of_candidate, all_kept_of_entrepreneur
from werktop.placements.refusals import (
    EmployerSaidNoYes,
    EndedAlready,
    EndsBeforeItStarts,
    EndsLater,
    NobodyToCall,
    WhatSaysTooMuch,
    WorksThereAlready,
)
from werktop.proposals.models import Proposal
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FIRST = date(2026, 3, 2)


@pytest.fixture
def work(cast, at):
    return work_at(cast.other, at)


@pytest.fixture
def joris(work):
    return work.to_call


@pytest.fixture
def fatima(cast):
    return making.candidate(
        cast.own, "Fatima", last_name="El Amrani", email="fatima@post.example", assigned_to=cast.own.account()
    )


@pytest.fixture
def proposal(cast, at, fatima, work, joris):
    return Proposal.objects.create(
        organisation=cast.own.organisation, region=work.region, candidate=fatima, work_profile=work,
        entrepreneur=joris, reason="Werkt netjes.", status="taken", made_at=at, said_how="talk", said_at=at, sent_at=at,
        decided_at=at,
    )  # fmt: skip


@pytest.fixture
def note(cast, at, fatima, work, joris):
    def do(person=fatima, house=cast.own, **more):
        facts = {
            "what": "inpakken",
            "work_form": "work_experience",
            "started_date": FIRST,
            "entrepreneur_id": joris.pk,
            "week_minutes": 960,
            "expected_end_date": FIRST + timedelta(days=90),
            "takes_no_paid_work": True,
            "leave_given": True,
        }
        key = commands.note_placement(
            actor=house.actor(), at=at, candidate_id=person.pk,
            **({"employer_id": work.employer_id} | facts | more),
        )  # fmt: skip
        return Placement.objects.get(pk=key)

    return do


def test_one_button_after_the_yes_with_what_is_known_filled_in(cast, log_in, proposal, joris):
    client = log_in(cast.own.account())
    page = text_of(client.get(reverse("proposals:proposal", args=[proposal.pk])))
    assert "Noteer de plaatsing" in page
    address = reverse("placements:note_of_proposal", args=[proposal.pk])
    form = client.get(address).context["form"]
    assert form["what"].value() == "inpakkers" and form["entrepreneur"].value() == str(joris.pk)
    typed = {
        "request_key": uuid4(), "what": "inpakkers", "started_date": "2026-03-02", "work_form": "regular", "hours": "24,5",
        "entrepreneur": joris.pk, "contact": cast.own.account().pk, "footing": "regular",
    }  # fmt: skip
    broken = client.post(address, typed | {"request_key": uuid4(), "hours": "veel"})
    assert "hoogstens 60" in text_of(broken) and not Placement.objects.exists()
    assert client.post(address, typed).status_code == 302
    assert client.post(address, typed).status_code == 302, "the same request again"
    row = Placement.objects.get()
    assert (row.proposal_id, row.work_profile_id, row.week_minutes) == (
        proposal.pk,
        proposal.work_profile_id,
        1470,
    )
    assert row.contact == cast.own.account() and row.footing == "regular"
    assert client.get(address).url == reverse("placements:placement", args=[row.pk])
    assert "inpakkers, vanaf 2 maart 2026" in text_of(
        client.get(reverse("proposals:proposal", args=[proposal.pk]))
    )


def test_a_proposal_becomes_a_placement_once_and_only_after_a_yes(cast, at, proposal):
    asked = {"actor": cast.own.actor(), "at": at, "proposal_id": proposal.pk}
    facts = {"what": "inpakken", "work_form": "regular", "started_date": FIRST}
    Proposal.objects.filter(pk=proposal.pk).update(status="meet")
    with pytest.raises(EmployerSaidNoYes):
        commands.note_placement_of_proposal(**asked, **facts)
    Proposal.objects.filter(pk=proposal.pk).update(status="taken")
    key = commands.note_placement_of_proposal(**asked, **facts)
    assert commands.note_placement_of_proposal(**asked, **facts) == key


def test_what_cannot_be_is_refused_with_nothing_made(cast, at, fatima, work, note):
    with pytest.raises(WhatSaysTooMuch):
        note(what="inpakken, Wajong")
    with pytest.raises(EndsBeforeItStarts):
        note(expected_end_date=FIRST - timedelta(days=1))
    with pytest.raises(NobodyToCall):
        note(contact_id=cast.other.account().pk)
    with pytest.raises(NotVisible):
        note(making.candidate(cast.other))
    with pytest.raises(NotVisible):
        note(entrepreneur_id=making.entrepreneur(making.employer(cast.own)).pk)
    with pytest.raises(NotAllowed):
        commands.note_placement(
            actor=cast.own.actor("coordinator"), at=at, candidate_id=fatima.pk, employer_id=work.employer_id
        )
    assert not Placement.objects.exists()


def test_somebody_works_at_a_firm_once_at_a_time_and_again_after_the_end(cast, at, note):
    row = note()
    with pytest.raises(WorksThereAlready):
        note(what="bakken")
    own = {"actor": cast.own.actor(), "at": at, "placement_id": row.pk}
    with pytest.raises(EndsBeforeItStarts):
        commands.end_placement(**own, ended_date=FIRST - timedelta(days=1), reason="term")
    with pytest.raises(EndsLater):
        commands.end_placement(**own, ended_date=at.date() + timedelta(days=1), reason="term")
    commands.end_placement(**own, ended_date=at.date(), reason="other_form")
    commands.end_placement(**own, ended_date=at.date(), reason="other_form")
    with pytest.raises(EndedAlready):
        commands.end_placement(**own, ended_date=at.date(), reason="no_fit")
    note(what="bakken")
    with pytest.raises(WorksThereAlready):
        commands.reopen_placement(**own)
    with pytest.raises(IntegrityError, match="says_why"), transaction.atomic():
        Placement.objects.filter(pk=row.pk).update(ended_reason="")


def test_two_colleagues_change_it_and_neither_loses_what_was_typed(cast, at, log_in, note):
    row = note()
    seen = queries.placement_version(row)
    own = {"actor": cast.own.actor(), "at": at, "placement_id": row.pk}
    commands.change_placement(**own, version=seen, week_minutes=1080)
    with pytest.raises(ChangedMeanwhile):
        commands.change_placement(**own, version=seen, week_minutes=1200)
    client, address = log_in(cast.own.account()), reverse("placements:placement", args=[row.pk])
    typed = {"request_key": uuid4(), "version": seen, "what": "bakken", "started_date": "2026-03-02",
             "work_form": "work_experience", "hours": "20", "entrepreneur": str(row.entrepreneur_id),
             "expected_end_date": "2026-05-31", "takes_no_paid_work": "on"}  # fmt: skip
    page = client.post(address, typed)
    assert page.status_code == 409 and "18" in text_of(page) and 'value="20"' in page.content.decode()
    again = typed | {"request_key": uuid4(), "version": page.context["form"]["version"].value()}
    assert client.post(address, again).status_code == 302
    row.refresh_from_db()
    assert (row.what, row.week_minutes) == ("bakken", 1200)
    assert "18 uur per week" in text_of(client.get(address)), "what stood there before"


def test_another_organisation_finds_nothing_but_a_number(cast, log_in, work, note):
    row = note()
    client = log_in(cast.other.account())
    assert client.get(reverse("placements:placement", args=[row.pk])).status_code == 404
    assert not queries.placements_visible_to(cast.other.actor()).exists()
    firm = text_of(client.get(reverse("employers:employer", args=[work.employer_id])))
    assert "En 1 kandidaat van een andere organisatie." in firm and "Fatima" not in firm
    own = text_of(log_in(cast.own.account()).get(reverse("employers:employer", args=[work.employer_id])))
    assert "Fatima El Amrani" in own and "andere organisatie." not in own


def test_how_somebody_is_paid_is_for_who_works_with_the_candidate(cast, log_in, fatima, note, at):
    row = note(footing="keeps_benefit")
    address = reverse("placements:placement", args=[row.pk])
    assert "met behoud van uitkering" in text_of(log_in(cast.own.account()).get(address))
    fatima.assigned_to = making.colleague_beside(cast.own)
    fatima.save()
    page = text_of(log_in(cast.own.account()).get(address))
    assert "uitkering" not in page
    with pytest.raises(NotVisible):
        commands.change_placement(actor=cast.own.actor(), at=at, placement_id=row.pk, footing="regular")
    (part,) = all_kept_of_candidate(cast.own.actor(), fatima, at)
    assert "uitkering" not in str(part.rows)


def test_the_entrepreneur_reads_who_works_there_and_whom_to_call(cast, at, fatima, joris, note):
    note(footing="keeps_benefit")
    client = own_client(joris, at)
    page = text_of(client.get("/mijn/bedrijf/"))
    colleague = cast.own.account()
    assert (
        "Wie bij u werkt" in page and "Fatima" in page and colleague.name in page and colleague.email in page
    )
    for word in ("El Amrani", "uitkering", "werkervaring"):
        assert word not in page
    views = PersonalView.objects.filter(page="portal:own_firm")
    assert [str(fatima.pk)] in [view.about_ids for view in views]
    Objection.objects.create(candidate=fatima, kind="employers", made_at=at)
    page = text_of(client.get("/mijn/bedrijf/"))
    assert "Fatima" not in page and "Iemand die u kent" in page


def test_somebody_can_always_be_called(cast, at, joris, note):
    row = note()
    client = own_client(joris, at)
    assert f"Bel {row.contact.name} van ons." in text_of(client.get("/mijn/bedrijf/"))
    Membership.objects.filter(account=row.contact).update(is_active=False)
    assert f"Bel {cast.own.organisation.name}." in text_of(client.get("/mijn/bedrijf/"))
    kim = making.colleague_beside(cast.other, name="Kim de Boer")
    ContactPerson.objects.create(employer=joris.employer, account=kim, since_date=FIRST, noted_at=at)
    assert "Bel Kim de Boer van ons." in text_of(client.get("/mijn/bedrijf/"))


def test_the_candidate_reads_where_and_whom_to_call(cast, at, fatima, note):
    row = note(footing="keeps_benefit")
    client = own_client(fatima, at)
    page = text_of(client.get("/mijn/"))
    assert (
        "Bakkerij Jansen" in page and "U werkt hier sinds 2 maart 2026." in page and "uitkering" not in page
    )
    commands.end_placement(
        actor=cast.own.actor(), at=at, placement_id=row.pk, ended_date=FIRST, reason="no_fit"
    )
    page = text_of(client.get("/mijn/"))
    assert "Uw werk" not in page and "paste" not in page


def test_who_leaves_the_list_works_on_and_another_colleague_can_be_called(cast, at, log_in, fatima, note):
    row = note()
    own, client = {"actor": cast.own.actor(), "at": at}, log_in(cast.own.account())
    leaving = text_of(client.get(reverse("candidates:leave_candidate", args=[fatima.pk])))
    assert "Het werk loopt door" in leaving and "Bakkerij Jansen" in leaving
    note_left(**own, candidate_id=fatima.pk)
    bas = making.colleague_beside(cast.own)
    commands.give_placement(**own, placement_id=row.pk, account_id=bas.pk)
    row.refresh_from_db()
    assert (row.ended_date, row.contact) == (None, bas)
    with pytest.raises(NobodyToCall):
        commands.give_placement(**own, placement_id=row.pk, account_id=cast.other.account().pk)


def test_a_full_work_profile_says_so_and_is_closed_by_a_colleague(cast, log_in, work, note):
    WorkProfile.objects.filter(pk=work.pk).update(places=2)
    address = reverse("work_profiles:profile", args=[work.pk])
    note(work_profile_id=work.pk)
    client = log_in(cast.other.account())
    assert "1 van de 2 vervuld" in text_of(client.get(address)) and "sluit dit werk" not in text_of(
        client.get(address)
    )
    note(making.candidate(cast.own, "Daan"), work_profile_id=work.pk)
    page = text_of(client.get(address))
    assert "2 van de 2 vervuld" in page and "sluit dit werk" in page and "Fatima" not in page
    work.refresh_from_db()
    assert work.closed_at is None


def test_the_list_is_narrowed_and_taken_along(cast, log_in, fatima, note):
    note()
    ended = note(making.candidate(cast.own, "=Daan"), work_form="regular")
    commands.end_placement(
        actor=cast.own.actor(), at=making.MOMENT, placement_id=ended.pk, ended_date=FIRST, reason="mistake"
    )
    client = log_in(cast.own.account())
    address = reverse("placements:placements")
    assert "Fatima" in text_of(client.get(address, {"standing": "running", "q": "jansen"}))
    narrowed = text_of(
        client.get(address, {"work_form": "regular", "employer": str(ended.employer_id), "sort": "firm"})
    )
    assert "Daan" in narrowed and "Fatima" not in narrowed
    sent = client.post(reverse("placements:download_placements"), {"request_key": uuid4()})
    lines = b"".join(sent.streaming_content).decode()
    assert "El Amrani" in lines and "\n=Daan" not in lines


def test_of_a_candidate_who_was_there_twice_one_placement_stays(cast, at, fatima, work, proposal, note):
    twin = making.candidate(cast.own, "Fatima", last_name="El Amrani")
    other, with_proposal = note(twin), note(what="bakken")
    Placement.objects.filter(pk=with_proposal.pk).update(proposal=proposal)
    settle_of_candidate(twin, fatima, Book(at))
    assert list(Placement.objects.values_list("pk", flat=True)) == [with_proposal.pk] and other.pk
    here = making.employer(cast.other, "Jansen Bakkerij")
    later = note(employer_id=here.pk, entrepreneur_id=None, started_date=FIRST + timedelta(days=1))
    settle_of_firm(here, work.employer, Book(at))
    assert not Placement.objects.filter(pk=later.pk).exists()


def test_what_is_kept_is_told_and_goes_with_the_candidate(cast, at, fatima, joris, note):
    note(footing="keeps_benefit")
    (part,) = all_kept_of_candidate(cast.own.actor(), fatima, at)
    assert "met behoud van uitkering" in part.rows[0][1]
    (theirs,) = all_kept_of_entrepreneur(cast.other.actor(), joris, at)
    assert "inpakken" in theirs.rows[0][1] and "Fatima" not in str(theirs)
    erase_candidate(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, reason="asked")
    assert not Placement.objects.exists() and not Placement.pgh_event_model.objects.exists()
