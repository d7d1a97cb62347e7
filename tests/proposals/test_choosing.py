"""Whom one puts forward: who fits first and why, ten at most at a time, and what is told where work closes meanwhile."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client
from tests.proposals.work_making import work_at

from werktop.catalogue.models import Term
from werktop.proposals import commands
from werktop.proposals.models import Proposal
from werktop.work_profiles.commands import change_work_profile, close_work_profile
from werktop.work_profiles.models import WorkProfile
from werktop.work_profiles.refusals import PeopleArePutForward

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WHY = "Werkt netjes."


@pytest.fixture
def work(cast, at):
    return work_at(cast.own, at)


@pytest.fixture
def put(cast, at, work):
    def do(person, said_how="talk"):
        return commands.propose(
            actor=cast.own.actor(), at=at, work_profile_id=work.pk, entrepreneur_id=work.to_call_id,
            people=[{"candidate_id": person.pk, "reason": WHY, "said_how": said_how}],
        )[0]  # fmt: skip

    return do


def test_who_has_most_of_what_the_work_asks_stands_first_with_what_that_is(cast, work, log_in):
    for code in ("koken", "dieren"):
        work.terms.create(term=Term.objects.get(code=code))
    plain = [making.candidate(cast.own, f"Aad {n}") for n in range(8)]
    making.candidate(cast.own, "Kees", term_codes=("koken",))
    making.candidate(cast.own, "Zoe", term_codes=("koken", "dieren", "bouwen"))
    client, address = log_in(cast.own.account()), reverse("proposals:choose", args=[work.pk])
    names = [each["row"].first_name for each in client.get(address).context["rows"]]
    assert names[:2] == ["Zoe", "Kees"] and sorted(names[2:]) == sorted(each.first_name for each in plain)
    assert names[2:] != sorted(names[2:]), "a lot between equals, and not the alphabet"
    assert names == [each["row"].first_name for each in client.get(address).context["rows"]]
    both = ", ".join(sorted(str(Term.objects.get(code=code).label) for code in ("koken", "dieren")))
    assert f"past: {both}" in text_of(client.get(address))
    found = [each["row"].first_name for each in client.get(address, {"q": "aad"}).context["rows"]]
    assert found == sorted(found) and len(found) == 8


def test_more_than_ten_are_refused_with_all_that_was_typed(cast, work, log_in):
    people = [making.candidate(cast.own, f"K{n}") for n in range(11)]
    client, asked = log_in(cast.own.account()), [("kandidaat", str(each.pk)) for each in people]
    step = client.get(reverse("proposals:propose", args=[work.pk]), asked, follow=True)
    assert "Kies er hoogstens tien" in text_of(step) and step.content.decode().count(" checked") == 11
    typed = {
        "request_key": uuid4(),
        "kandidaat": [str(each.pk) for each in people],
        "entrepreneur": work.to_call_id,
    }
    typed |= {f"p{each.pk.hex}-reason": f"{each.first_name} werkt netjes." for each in people}
    answer = client.post(reverse("proposals:propose", args=[work.pk]), typed)
    assert answer.status_code == 409 and "hoogstens tien kandidaten" in text_of(answer)
    assert all(f"{each.first_name} werkt netjes." in answer.content.decode() for each in people)
    assert not Proposal.objects.exists()


def test_work_that_is_closed_tells_how_many_proposals_still_run(cast, at, work, put, log_in):
    put(making.candidate(cast.own, "Fatima"))
    close_work_profile(actor=cast.own.actor(), at=at, work_profile_id=work.pk, status="filled")
    client = log_in(cast.own.account())
    page = client.get(reverse("work_profiles:profile", args=[work.pk]))
    assert (
        "Er loopt nog 1 voordracht" in text_of(page) and "?standing=running&amp;q=" in page.content.decode()
    )
    firm = reverse("employers:employer", args=[work.employer_id])
    assert "Daarvoor loopt nog 1 voordracht." in text_of(client.get(firm, {"afgesloten": str(work.pk)}))


def test_work_becomes_no_open_hiring_while_people_are_put_forward(cast, at, work, put):
    own = {"actor": cast.own.actor(), "at": at}
    key = put(making.candidate(cast.own, "Fatima"))
    with pytest.raises(PeopleArePutForward):
        change_work_profile(**own, work_profile_id=work.pk, is_open_hiring=True)
    commands.withdraw_proposal(**own, proposal_id=key)
    change_work_profile(**own, work_profile_id=work.pk, is_open_hiring=True)
    assert WorkProfile.objects.get(pk=work.pk).is_open_hiring


def test_a_reason_about_a_person_is_talked_over_before_it_is_passed_on(cast, at, work, put, log_in):
    key, own = put(making.candidate(cast.own, "Fatima")), {"actor": cast.own.actor(), "at": at}
    page, client = reverse("proposals:proposal", args=[key]), log_in(cast.own.account())
    for words, is_said in (("Zoekt iemand voor de zaterdag", False), ("Wij zoeken geen moslim", True)):
        commands.note_decision(**own, proposal_id=key, decision="not_now", words=words)
        assert ("Bespreek deze reden met het bedrijf" in text_of(client.get(page))) == is_said
    assert "Schrijf over het werk" in text_of(own_client(work.to_call, at).get("/mijn/bedrijf/voorstellen/"))
