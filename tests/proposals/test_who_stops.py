"""What goes on with nobody who stopped, objected or is gone, nor for work that is not there: by no way, and by no undo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests import making
from tests.own_pages import own_client, tap
from tests.proposals.work_making import work_at

from werktop.audit.refusals import TakesPartNoMore
from werktop.candidates.commands import ObjectsToEmployers, make_objection, note_left
from werktop.employers.commands import change_entrepreneur
from werktop.post import links
from werktop.proposals import commands
from werktop.proposals.models import Proposal
from werktop.proposals.refusals import IsPutForwardAlready, WorkIsClosed, WorkSelectsNobody
from werktop.work_profiles.commands import close_work_profile
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WHY = "Werkt netjes."
OWN_PAGE = "/mijn/bedrijf/voorstellen/"


@pytest.fixture
def work(cast, at):
    return work_at(cast.own, at)


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, "Fatima", email="f@post.example", assigned_to=cast.own.account())


@pytest.fixture
def put(cast, at, work, fatima):
    def do(said_how="talk"):
        return commands.propose(
            actor=cast.own.actor(), at=at, work_profile_id=work.pk, entrepreneur_id=work.to_call_id,
            people=[{"candidate_id": fatima.pk, "reason": WHY, "said_how": said_how}],
        )[0]  # fmt: skip

    return do


@pytest.fixture
def do(cast, at):
    def call(verb, key, **more):
        return getattr(commands, verb)(actor=cast.own.actor(), at=at, proposal_id=key, **more)

    return call


@pytest.fixture
def link(cast, at, work):
    token = links.make_link(
        organisation_id=cast.own.organisation.pk, purpose="proposal", holder_kind="entrepreneur", holder_id=work.to_call_id,
        about_kind="work_profile", about_id=work.pk, at=at, expires_at=at + timedelta(days=30), language="nl",
    )  # fmt: skip
    return reverse("portal:proposal", args=[token])


def test_an_objection_takes_the_person_from_the_employer(cast, at, work, fatima, put, do, link):
    key, own = put(), own_client(work.to_call, at)
    assert "Fatima" in Client().get(link).content.decode()
    do("note_decision", key, decision="taken")
    make_objection(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, kind="employers")
    for page in (own.get(OWN_PAGE), Client().get(link)):
        assert "Fatima" not in page.content.decode() and WHY not in page.content.decode()
    assert tap(own, OWN_PAGE, proposal=key, decision="meet").status_code == 404
    with pytest.raises(ObjectsToEmployers):
        do("take_back_decision", key)


def test_what_runs_ends_at_an_objection(cast, at, fatima, put, do):
    key = put()
    make_objection(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, kind="employers")
    assert Proposal.objects.get().status == "withdrawn"
    with pytest.raises(ObjectsToEmployers):
        do("reopen_proposal", key)


@pytest.mark.parametrize("who", ["candidate", "entrepreneur"])
def test_who_stopped_comes_back_by_no_undo(cast, at, work, fatima, put, do, who):
    refused = put(said_how="")
    do("note_said", refused, is_yes=False, how="talk")
    noed = put()
    do("note_decision", noed, decision="not_now", words="Te ver.")
    running = put()
    if who == "candidate":
        note_left(actor=cast.own.actor(), at=at, candidate_id=fatima.pk)
    else:
        change_entrepreneur(actor=cast.own.actor(), at=at, entrepreneur_id=work.to_call_id, is_active=False)
    for verb, key, more in (
        ("reopen_proposal", running, {}),
        ("note_said", refused, {"is_yes": True, "how": "call"}),
        ("take_back_decision", noed, {}),
        ("note_decision", noed, {"decision": "meet"}),
    ):
        with pytest.raises(TakesPartNoMore):
            do(verb, key, **more)
    assert not Proposal.objects.filter(status__in=["asking", "sent", "meet", "taken"]).exists()


def test_who_stopped_at_the_firm_reads_nobody_any_more(cast, at, work, put, do, link):
    do("note_decision", put(), decision="taken")
    change_entrepreneur(actor=cast.own.actor(), at=at, entrepreneur_id=work.to_call_id, is_active=False)
    assert "Fatima" not in Client().get(link).content.decode()


def test_a_no_becomes_no_yes_beside_a_newer_proposal(at, work, put, do):
    own, first = own_client(work.to_call, at), put()
    tap(own, OWN_PAGE, proposal=first, decision="not_now", words="Nu te druk")
    put()
    answer = tap(own, OWN_PAGE, proposal=first, decision="meet", words="")
    assert answer.status_code == 409 and "al voorgesteld" in answer.content.decode()
    for verb, more in (("take_back_decision", {}), ("note_decision", {"decision": "meet"})):
        with pytest.raises(IsPutForwardAlready):
            do(verb, first, **more)


def test_for_work_that_is_filled_a_no_is_left(cast, at, work, put, do):
    key, own = put(), own_client(work.to_call, at)
    close_work_profile(actor=cast.own.actor(), at=at, work_profile_id=work.pk, status="filled")
    assert tap(own, OWN_PAGE, proposal=key, decision="taken").status_code == 409
    with pytest.raises(WorkIsClosed):
        do("note_decision", key, decision="meet")
    assert tap(own, OWN_PAGE, proposal=key, decision="not_now", words="Het is vervuld.").status_code == 302
    do("note_decision", key, decision="taken")
    assert Proposal.objects.get().status == "taken", "a colleague notes who it was filled with"


def test_nothing_goes_on_for_work_that_became_open_hiring(work, put, do):
    key = put()
    do("withdraw_proposal", key)
    WorkProfile.objects.filter(pk=work.pk).update(is_open_hiring=True)
    with pytest.raises(WorkSelectsNobody):
        do("reopen_proposal", key)
