"""Candidates are put forward for work after they said yes; the employer decides and says why; a person tells the candidate."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client, tap

from werktop.accounts.roles import Role
from werktop.audit.models import PersonalView
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates.commands import ObjectsToEmployers, note_left
from werktop.candidates.models import Objection, Presentation
from werktop.catalogue.models import Term
from werktop.proposals import commands, queries
from werktop.proposals.models import Proposal
from werktop.proposals.refusals import (
    IsOver,
    IsPutForwardAlready,
    NobodyDecides,
    ReasonSaysTooMuch,
    WhyIsMissing,
    WorkIsClosed,
    WorkSelectsNobody,
)
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WHY = "Werkt netjes en houdt van bakken."


@pytest.fixture
def firm(cast):
    return making.employer(cast.other, "Bakkerij Jansen")


@pytest.fixture
def joris(firm):
    return making.entrepreneur(firm, "Joris", email="joris@post.example")


@pytest.fixture
def work(cast, firm, at):
    return WorkProfile.objects.create(
        employer=firm, organisation=cast.other.organisation, region=firm.region, what="inpakkers", status="open",
        noted_at=at,
    )  # fmt: skip


@pytest.fixture
def fatima(cast):
    own = making.candidate(
        cast.own, "Fatima", last_name="El Amrani", email="fatima@post.example", assigned_to=cast.own.account()
    )
    Presentation.objects.create(
        candidate=own, words="Ik bak graag.", approved_words="Ik bak graag.", approved_at=making.MOMENT,
        written_at=making.MOMENT,
    )  # fmt: skip
    return own


@pytest.fixture
def propose(cast, at, work, joris):
    def do(*people, said_how="talk", house=cast.own, reason=WHY, **more):
        asked = [{"candidate_id": each.pk, "reason": reason, "said_how": said_how} for each in people]
        keys = commands.propose(
            actor=house.actor(), at=at,
            **({"work_profile_id": work.pk, "entrepreneur_id": joris.pk, "people": asked} | more),
        )  # fmt: skip
        return Proposal.objects.get(pk=keys[0])

    return do


def test_who_said_yes_goes_to_who_decides_and_who_did_not_is_asked(cast, fatima, propose, carry_post):
    sent = propose(fatima)
    daan = making.candidate(cast.own, "Daan", email="daan@post.example")
    asking = propose(daan, said_how="")
    carry_post()
    assert (sent.status, asking.status) == ("sent", "asking")
    assert len(mail.outbox) == 2
    (firm_mail,) = [each for each in mail.outbox if "joris" in each.to[0]]
    assert "Fatima" not in firm_mail.body + firm_mail.subject, "no name of a candidate leaves by mail"
    (own_mail,) = [each for each in mail.outbox if "daan" in each.to[0]]
    assert WHY in own_mail.body and "geen gevolgen voor uw uitkering" in own_mail.body


def test_nobody_reaches_an_employer_without_a_yes(fatima, propose):
    row = propose(fatima, said_how="")
    with pytest.raises(IntegrityError, match="nobody_is_put_forward"), transaction.atomic():
        Proposal.objects.filter(pk=row.pk).update(status="sent", sent_at=row.made_at)


def test_what_cannot_be_is_refused_with_nothing_made(cast, at, fatima, work, joris, propose):
    daan = making.candidate(cast.own, "Daan")
    with pytest.raises(ReasonSaysTooMuch):
        propose(daan, reason="Heeft een Wajong-uitkering, dus gratis.")
    with pytest.raises(NobodyDecides):
        propose(daan, entrepreneur_id=making.entrepreneur(making.employer(cast.own)).pk)
    with pytest.raises(NotVisible):
        propose(daan, making.candidate(cast.other))
    Objection.objects.create(candidate=daan, kind="employers", made_at=at)
    with pytest.raises(ObjectsToEmployers) as said:
        propose(fatima, daan)
    assert said.value.number == 1
    assert not Proposal.objects.exists() and not mail.outbox
    with pytest.raises(NotAllowed):
        commands.propose(
            actor=cast.own.actor(Role.COORDINATOR),
            at=at,
            work_profile_id=work.pk,
            entrepreneur_id=joris.pk,
            people=[],
        )
    WorkProfile.objects.filter(pk=work.pk).update(status="filled", closed_at=at)
    with pytest.raises(WorkIsClosed):
        propose(fatima)


def test_once_for_the_same_work_and_again_after_it_ended(cast, at, fatima, propose):
    row = propose(fatima)
    with pytest.raises(IsPutForwardAlready):
        propose(fatima)
    own = {"actor": cast.own.actor(), "at": at}
    commands.withdraw_proposal(**own, proposal_id=row.pk)
    again = propose(fatima)
    with pytest.raises(IsPutForwardAlready):
        commands.reopen_proposal(**own, proposal_id=row.pk)
    commands.withdraw_proposal(**own, proposal_id=again.pk)
    commands.reopen_proposal(**own, proposal_id=row.pk)
    row.refresh_from_db()
    assert row.status == "sent"


def test_a_candidate_says_yes_from_the_message_and_can_say_no_after_all(
    cast, at, fatima, propose, carry_post
):
    row = propose(fatima, said_how="")
    carry_post()
    address = re.search(r"/voorstel/\S+", mail.outbox[0].body).group()
    guest = Client()
    page = text_of(guest.get(address))
    assert "Bakkerij Jansen" in page and WHY in page
    assert tap(guest, address, proposal=row.pk, answer="yes").status_code == 302
    row.refresh_from_db()
    assert (row.status, row.said_how) == ("sent", "own")
    tap(guest, address, proposal=row.pk, answer="no")
    row.refresh_from_db()
    assert row.status == "withdrawn"
    commands.reopen_proposal(actor=cast.own.actor(), at=at, proposal_id=row.pk)
    row.refresh_from_db()
    assert row.status == "asking", "who took a yes back is asked again"


def test_nobody_answers_for_another(cast, at, fatima, propose):
    row = propose(fatima, said_how="")
    stranger = own_client(making.candidate(cast.own, "Daan", email="daan@post.example"), at)
    assert tap(stranger, "/mijn/voorstellen/", proposal=row.pk, answer="yes").status_code == 404
    other = own_client(making.entrepreneur(making.employer(cast.own), email="piet@post.example"), at)
    assert tap(other, "/mijn/bedrijf/voorstellen/", proposal=row.pk, decision="taken").status_code == 404


def test_an_entrepreneur_reads_what_was_approved_and_decides(at, fatima, joris, propose):
    row = propose(fatima)
    client = own_client(joris, at)
    assert "1 persoon wacht op uw antwoord." in text_of(client.get("/mijn/bedrijf/"))
    page = text_of(client.get("/mijn/bedrijf/voorstellen/"))
    assert "Fatima" in page and "Ik bak graag." in page and "El Amrani" not in page
    assert PersonalView.objects.filter(page="portal:firm_proposals").exists()
    no_why = tap(client, "/mijn/bedrijf/voorstellen/", proposal=row.pk, decision="not_now", words=" ")
    assert no_why.status_code == 409 and "De kandidaat leert daarvan." in text_of(no_why)
    tap(client, "/mijn/bedrijf/voorstellen/", proposal=row.pk, decision="meet", words="Kom langs!")
    row.refresh_from_db()
    assert (row.status, row.decided_words, row.decided_by) == ("meet", "Kom langs!", None)
    assert "u wilt kennismaken" in text_of(client.get("/mijn/bedrijf/voorstellen/"))


def test_an_entrepreneur_does_not_read_of_who_was_only_asked_or_withdrew(cast, at, fatima, joris, propose):
    row = propose(fatima, said_how="")
    client = own_client(joris, at)
    assert "Fatima" not in text_of(client.get("/mijn/bedrijf/voorstellen/"))
    commands.note_said(actor=cast.own.actor(), at=at, proposal_id=row.pk, is_yes=True, how="call")
    assert "Fatima" in text_of(client.get("/mijn/bedrijf/voorstellen/"))
    commands.withdraw_proposal(actor=cast.own.actor(), at=at, proposal_id=row.pk)
    assert "Fatima" not in text_of(client.get("/mijn/bedrijf/voorstellen/"))


def test_a_person_tells_the_candidate_and_then_it_stands(cast, at, log_in, fatima, propose):
    row = propose(fatima)
    own = {"actor": cast.own.actor(), "at": at, "proposal_id": row.pk}
    with pytest.raises(WhyIsMissing):
        commands.note_decision(**own, decision="not_now")
    commands.note_decision(**own, decision="not_now", words="Zoekt iemand voor de nacht.")
    assert [each.pk for each in queries.proposals_due(cast.own.actor(), at)] == [row.pk]
    today = text_of(log_in(cast.own.account()).get("/"))
    assert "Bakkerij Jansen besliste. Vertel Fatima wat en waarom." in today
    client = own_client(fatima, at)
    page = text_of(client.get("/mijn/voorstellen/"))
    assert "Het bedrijf gaf antwoord." in page and "nacht" not in page, "a no is told by a person"
    commands.note_told(**own)
    assert queries.proposals_due(cast.own.actor(), at) == []
    with pytest.raises(IsOver):
        commands.take_back_decision(**own)
    assert "Jansen" not in text_of(client.get("/mijn/voorstellen/"))


def test_other_organisations_read_a_number_and_no_name(cast, log_in, fatima, work, propose):
    row = propose(fatima)
    assert not queries.proposals_visible_to(cast.other.actor()).exists()
    page = text_of(log_in(cast.other.account()).get(reverse("work_profiles:profile", args=[work.pk])))
    assert "Een andere organisatie stelde 1 kandidaat voor." in page and "Fatima" not in page
    other = log_in(cast.other.account())
    assert other.get(reverse("proposals:proposal", args=[row.pk])).status_code == 404


def test_two_steps_from_work_to_three_people_put_forward(cast, log_in, work, joris):
    people = [making.candidate(cast.own, name) for name in ("Fatima", "Daan", "Lena")]
    client = log_in(cast.own.account())
    asked = [("kandidaat", str(each.pk)) for each in people]
    first = client.get(reverse("proposals:choose", args=[work.pk]))
    assert "Fatima" in text_of(first)
    step = client.get(reverse("proposals:choose", args=[work.pk]), [*asked, ("verder", "1")], follow=True)
    assert text_of(step).count("Waarom past dit?") == 3
    typed = {"request_key": uuid4(), "kandidaat": [str(each.pk) for each in people], "entrepreneur": joris.pk}
    for each in people:
        typed |= {f"p{each.pk.hex}-reason": WHY, f"p{each.pk.hex}-said_how": "talk"}
    broken = client.post(
        reverse("proposals:propose", args=[work.pk]),
        typed | {f"p{people[1].pk.hex}-reason": "Heeft een Wajong"},
    )
    assert broken.status_code == 409 and "hoort een werkgever niet van ons" in text_of(broken)
    assert WHY in broken.content.decode(), "what was typed stays"
    done = client.post(
        reverse("proposals:propose", args=[work.pk]), typed | {"request_key": uuid4()}, follow=True
    )
    assert "Verstuurd." in text_of(done)
    assert Proposal.objects.filter(status="sent").count() == 3


def test_who_stops_is_put_forward_no_more(cast, at, fatima, propose):
    row = propose(fatima)
    note_left(actor=cast.own.actor(), at=at, candidate_id=fatima.pk)
    row.refresh_from_db()
    assert row.status == "withdrawn"


def test_of_the_own_people_who_have_what_the_work_asks_are_proposed(cast, work, propose, log_in):
    for code, more in (("koken", {}), ("bouwen", {}), ("dieren", {"is_learnable": True})):
        work.terms.create(term=Term.objects.get(code=code), **more)
    mine = {"assigned_to": cast.own.account()}
    kees = making.candidate(cast.own, "Kees", term_codes=("koken", "dieren"), **mine)
    rosa = making.candidate(cast.own, "Rosa", term_codes=("koken", "bouwen"), **mine)
    away = making.candidate(cast.own, "Bezwaar", term_codes=("koken",), **mine)
    Objection.objects.create(candidate=away, kind=Objection.Kind.EMPLOYERS, made_at=making.MOMENT)
    making.candidate(cast.own, "Vanander", term_codes=("koken",))
    making.candidate(cast.other, "Elders", term_codes=("koken",), assigned_to=cast.other.account())
    found = queries.likely_candidates(cast.own.actor(), work)
    assert [each.candidate for each in found] == [rosa, kees]
    assert (len(found[0].has), found[0].unheard, len(found[1].unheard)) == (2, [], 1)
    propose(rosa)
    page = log_in(cast.own.account()).get(reverse("work_profiles:profile", args=[work.pk])).content.decode()
    assert (f'value="{kees.pk}"' in page, f'value="{rosa.pk}"' in page) == (True, False)
    assert PersonalView.objects.filter(about_ids__contains=[str(kees.pk)]).exists()


def test_nobody_is_put_forward_for_open_hiring(cast, work, propose, fatima, log_in):
    WorkProfile.objects.filter(pk=work.pk).update(is_open_hiring=True)
    with pytest.raises(WorkSelectsNobody):
        propose(fatima)
    answer = log_in(cast.own.account()).get(reverse("proposals:choose", args=[work.pk]))
    assert answer.url == reverse("work_profiles:queue", args=[work.pk])
