"""Candidates go from one colleague to another: a list to choose from, all or some, and back."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from tests import making

from werktop.accounts import commands as accounts
from werktop.accounts.models import Membership, StandIn
from werktop.accounts.queries import actor_of
from werktop.accounts.roles import Role
from werktop.audit.actors import SYSTEM
from werktop.audit.models import Entry
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates import commands, queries
from werktop.candidates.commands.refusals import ColleagueIsElsewhere
from werktop.candidates.models import Candidate, Transfer


@pytest.fixture
def karim(cast):
    return making.colleague_beside(cast.own, name="Karim")


@pytest.fixture
def three(cast, karim):
    return [making.candidate(cast.own, name, assigned_to=karim) for name in ("Aisha", "Bram", "Chen")]


def test_who_is_ticked_goes_over_and_nobody_else(cast, at, karim, three):
    went = commands.hand_over_candidates(
        actor=cast.own.actor(),
        at=at,
        candidate_ids=[three[0].pk, three[2].pk],
        from_id=karim.pk,
        to_id=cast.own.account().pk,
    )
    assert set(went) == {three[0].pk, three[2].pk}
    assert [c.first_name for c in queries.candidates_of(cast.own.actor(), karim.pk)] == ["Bram"]
    assert Entry.objects.get(verb="candidates.hand_over_candidates").detail == {"count": 2}


def test_who_went_to_another_meanwhile_stays_there(cast, at, karim, three):
    lotte = making.colleague_beside(cast.own, name="Lotte")
    Candidate.objects.filter(pk=three[0].pk).update(assigned_to=lotte)
    went = commands.hand_over_candidates(
        actor=cast.own.actor(),
        at=at,
        candidate_ids=[c.pk for c in three],
        from_id=karim.pk,
        to_id=cast.own.account().pk,
    )
    assert three[0].pk not in went
    assert Candidate.objects.get(pk=three[0].pk).assigned_to_id == lotte.pk


def test_it_is_no_contact_so_terms_run_on(cast, at, karim, three):
    commands.hand_over_candidates(
        actor=cast.own.actor(),
        at=at,
        candidate_ids=[three[0].pk],
        from_id=karim.pk,
        to_id=cast.own.account().pk,
    )
    assert Candidate.objects.get(pk=three[0].pk).contact_at == three[0].contact_at


def test_only_a_relationship_manager_of_here_takes_over(cast, at, karim, three):
    for account in (cast.other.account(), cast.own.account(Role.TABLE_HOST)):
        with pytest.raises(ColleagueIsElsewhere):
            commands.hand_over_candidates(
                actor=cast.own.actor(),
                at=at,
                candidate_ids=[three[0].pk],
                from_id=karim.pk,
                to_id=account.pk,
            )
    assert Candidate.objects.get(pk=three[0].pk).assigned_to_id == karim.pk


def test_candidates_of_another_organisation_stay(cast, at):
    theirs = making.candidate(cast.other, "Fatima")
    went = commands.hand_over_candidates(
        actor=cast.own.actor(),
        at=at,
        candidate_ids=[theirs.pk],
        from_id=None,
        to_id=cast.own.account().pk,
    )
    assert went == []
    assert Candidate.objects.get(pk=theirs.pk).assigned_to_id is None


def test_who_may_not_edit_hands_nobody_over(cast, at, karim, three):
    with pytest.raises(NotAllowed):
        commands.hand_over_candidates(
            actor=cast.own.actor(Role.COORDINATOR),
            at=at,
            candidate_ids=[three[0].pk],
            from_id=karim.pk,
            to_id=cast.own.account().pk,
        )


def test_taken_back_they_return_to_who_has_left_too(cast, at, karim, three):
    me = cast.own.account()
    keys = [c.pk for c in three]
    both = {"actor": cast.own.actor(), "at": at, "candidate_ids": keys}
    commands.hand_over_candidates(**both, from_id=karim.pk, to_id=me.pk)
    Membership.objects.filter(account=karim).update(is_active=False)
    Candidate.objects.filter(pk=three[1].pk).update(
        assigned_to=making.colleague_beside(cast.own, name="Lotte")
    )
    assert set(commands.take_back_hand_over(**both, from_id=me.pk, to_id=karim.pk)) == {keys[0], keys[2]}
    with pytest.raises(NotVisible):
        commands.take_back_hand_over(**both, from_id=karim.pk, to_id=cast.other.account().pk)


@pytest.mark.parametrize("is_assigned", [False, True])
def test_what_is_taken_back_leaves_what_went_over_another_time(cast, at, karim, three, is_assigned):
    lotte, actor = making.colleague_beside(cast.own, name="Lotte"), cast.own.actor()
    first, again = uuid4(), uuid4()
    there, back = ({"from_id": a.pk, "to_id": b.pk} for a, b in ((karim, lotte), (lotte, karim)))
    some = {"actor": actor, "candidate_ids": [three[0].pk]}
    commands.hand_over_candidates(actor=actor, at=at, **there, batch_id=first)
    commands.hand_over_candidates(**some, at=at + timedelta(hours=1), **back)
    later = at + timedelta(hours=2)
    if is_assigned:
        went = commands.assign_candidates(**some, at=later, to_id=lotte.pk)
        assert commands.take_back_assignment(actor=actor, at=later, went=went, from_id=lotte.pk) == 1
    else:
        commands.hand_over_candidates(**some, at=later, **there, batch_id=again)
        assert commands.take_back_transfer(actor=actor, at=later, batch_id=again) == 1
    assert commands.take_back_transfer(actor=actor, at=later, batch_id=first) == 2
    assert Candidate.objects.filter(assigned_to=karim).count() == 3


def test_an_assignment_taken_back_twice_leaves_what_went_over_before(cast, at, karim, three):
    lotte, actor = making.colleague_beside(cast.own, name="Lotte"), cast.own.actor()
    first, (one, *_others) = uuid4(), three
    commands.hand_over_candidates(actor=actor, at=at, from_id=karim.pk, to_id=lotte.pk, batch_id=first)
    Candidate.objects.filter(pk=one.pk).update(assigned_to=karim)
    later = at + timedelta(hours=1)
    went = commands.assign_candidates(actor=actor, at=later, candidate_ids=[one.pk], to_id=lotte.pk)
    back = [commands.take_back_assignment(actor=actor, at=later, went=went, from_id=lotte.pk) for _n in "12"]
    assert back == [1, 0]
    assert commands.take_back_transfer(actor=actor, at=later, batch_id=first) == 2


def test_what_an_erased_colleague_had_is_given_to_nobody_by_no_press(cast, clock, at, log_in, karim, three):
    Membership.objects.filter(account=karim).update(is_active=False)
    long_gone = at - timedelta(days=400)
    karim.left_at = long_gone
    karim.save(update_fields=["left_at"])
    me, of_karim = cast.own.account(), uuid4()
    dina = making.candidate(cast.own, "Dina")
    commands.hand_over_candidates(
        actor=cast.own.actor(), at=at, from_id=karim.pk, to_id=me.pk, batch_id=of_karim
    )
    commands.hand_over_candidates(actor=cast.own.actor(), at=at, from_id=None, to_id=me.pk)
    accounts.erase_who_left(actor=SYSTEM, at=at)
    client = log_in(me)
    back = reverse("candidates:take_back_hand_over")
    told = client.get(send(client, back, KEYS[0], batch=of_karim)["Location"]).content.decode()
    assert "Draag ze over aan een ander." in told and str(of_karim) not in told
    assert Candidate.objects.filter(assigned_to=me).count() == 4
    still = Transfer.objects.get(candidate_ids=[dina.pk]).batch_id
    assert str(still) in told, "who was nobody's can be nobody's again"
    send(client, back, KEYS[1], batch=still)
    assert Candidate.objects.get(pk=dina.pk).assigned_to is None


def test_caseloads_stand_with_who_left_first_and_nobodys_next(
    cast, at, karim, three, django_assert_num_queries
):
    gone = making.colleague_beside(cast.own, name="Gerda")
    making.candidate(cast.own, "Dina", assigned_to=gone)
    making.candidate(cast.own, "Eva")
    making.candidate(cast.own, "Weg", assigned_to=karim, left_at=at)
    Membership.objects.filter(account=gone).update(is_active=False)
    viewer = cast.own.actor()
    with django_assert_num_queries(2):
        found = [(each.name, each.count, each.has_left) for each in queries.caseloads(viewer)]
    assert found == [
        ("Gerda", 1, True),
        ("", 1, False),
        ("Karim", 3, False),
        (cast.own.account().name, 0, False),
    ]
    assert [each.count for each in queries.caseloads(cast.own.actor(Role.TEAM_LEAD))] == [1, 1, 3, 0]
    assert queries.caseloads(cast.own.actor(Role.COORDINATOR)) == []


# ── on screen ──


def address(karim):
    return f"{reverse('candidates:hand_over')}?van={karim.pk}"


def send(client, path, key, **typed):
    return client.post(path, {"request_key": key, **typed})


KEYS = [f"00000000-0000-7000-8000-00000000000{n}" for n in range(4)]


def test_all_of_a_colleague_go_over_on_one_page_and_back_with_one_press(cast, clock, log_in, karim, three):
    client = log_in(cast.own.account())
    assert "Karim" in client.get(reverse("candidates:hand_over")).content.decode()
    shown = client.get(address(karim)).content.decode()
    assert all(c.first_name in shown for c in three)
    answer = send(client, address(karim), KEYS[0], who="all", to_id=str(cast.own.account().pk))
    told = client.get(answer["Location"]).content.decode()
    assert f"3 kandidaten gaan verder met {cast.own.account().name}" in told
    assert Candidate.objects.filter(assigned_to=cast.own.account()).count() == 3
    batch = Transfer.objects.get().batch_id
    anew = log_in(cast.own.account())  # the way back waits for who logs in again
    assert str(batch) in anew.get(reverse("candidates:hand_over")).content.decode()
    send(anew, reverse("candidates:take_back_hand_over"), KEYS[1], batch=batch)
    assert Candidate.objects.filter(assigned_to=karim).count() == 3
    assert str(batch) not in anew.get(reverse("candidates:hand_over")).content.decode()


@pytest.mark.parametrize("has_left", [False, True])
def test_all_that_is_sent_twice_is_answered_twice_and_done_once(cast, clock, log_in, karim, three, has_left):
    Membership.objects.filter(account=karim).update(is_active=not has_left)
    client, typed = log_in(cast.own.account()), {"who": "all", "to_id": str(cast.own.account().pk)}
    first, again = (send(client, address(karim), KEYS[0], **typed) for _time in range(2))
    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"])
    assert Entry.objects.filter(verb="candidates.hand_over_candidates").count() == 1
    told = client.get(again["Location"]).content.decode()
    assert f"3 kandidaten gaan verder met {cast.own.account().name}" in told


def test_nobodys_that_are_sent_twice_are_answered_twice(cast, clock, log_in):
    making.candidate(cast.own)
    client, typed = log_in(cast.own.account()), {"who": "all", "to_id": str(cast.own.account().pk)}
    path = f"{reverse('candidates:hand_over')}?van=niemand"
    assert [send(client, path, KEYS[0], **typed).status_code for _time in range(2)] == [302, 302]


def test_nobody_ticked_or_no_taker_is_said_and_the_ticks_stay(cast, clock, log_in, karim, three):
    client = log_in(cast.own.account())
    answer = send(client, address(karim), KEYS[0], who="ticked", to_id=str(cast.own.account().pk))
    assert answer.status_code == 422
    assert "Vink hieronder aan wie je overdraagt" in answer.content.decode()
    answer = send(client, address(karim), KEYS[1], who="ticked", to_id="", candidate=[str(three[1].pk)])
    words = answer.content.decode()
    assert "Kies aan wie je overdraagt." in words
    assert f'value="{three[1].pk}" checked' in words
    assert Candidate.objects.filter(assigned_to=karim).count() == 3


def test_ticked_and_all_together_is_asked_before_anybody_goes(cast, clock, log_in, karim, three):
    client, me = log_in(cast.own.account()), str(cast.own.account().pk)
    ticked = [str(each.pk) for each in three[:2]]
    answer = send(client, address(karim), KEYS[0], who="all", to_id=me, candidate=ticked)
    words = answer.content.decode()
    assert answer.status_code == 422
    assert "Allemaal, of alleen de 2 die zijn aangevinkt?" in words
    assert all(f'value="{key}" checked' in words for key in ticked)
    assert Candidate.objects.filter(assigned_to=karim).count() == 3


@pytest.mark.parametrize("who", ["all", "ticked"])
def test_a_page_that_stood_open_too_long_says_that_nobody_was_left(cast, clock, log_in, karim, three, who):
    Candidate.objects.filter(assigned_to=karim).update(
        assigned_to=making.colleague_beside(cast.own, name="Lotte")
    )
    client = log_in(cast.own.account())
    typed = {"who": who, "to_id": str(cast.own.account().pk), "candidate": [str(three[0].pk)]}
    answer = client.get(send(client, address(karim), KEYS[0], **typed)["Location"])
    assert "Er was niemand meer om over te dragen." in answer.content.decode()
    assert "gaan verder met" not in answer.content.decode()


def test_two_organisations_do_not_see_each_others_colleagues(cast, log_in, karim, three):
    answer = log_in(cast.other.account()).get(address(karim))
    assert "Aisha" not in answer.content.decode()
    assert "Karim" not in answer.content.decode()


def test_who_is_looked_for_is_found_by_name_and_place_and_who_is_ticked_stays_ticked(
    cast, clock, log_in, karim, three
):
    for name in ("Dina", "Eva", "Finn", "Guus", "Hans", "Ilse"):
        making.candidate(cast.own, name, assigned_to=karim, postcode="4001 AA")
    client = log_in(cast.own.account())
    typed = {"search": "1", "find": "eva", "who": "ticked", "candidate": [str(three[1].pk)]}
    page = send(client, address(karim), KEYS[0], **typed).content.decode()
    assert f'value="{three[1].pk}" checked' in page
    assert page.index("Draag Bram") < page.index("Draag Eva") and "Draag Dina" not in page
    typed = {"who": "all", "find": "eva", "to_id": str(cast.own.account().pk)}
    found = send(client, address(karim), KEYS[2], search="1", **typed).content.decode()
    assert re.search(r'value="ticked"[^>]* checked', found) and "allemaal (9)" in found
    refused = send(client, address(karim), KEYS[2], **typed)
    assert refused.status_code == 422 and "Maak het zoekveld leeg voor allemaal" in refused.content.decode()
    assert "Draag Ilse" in send(client, address(karim), KEYS[1], search="1", find="40\x0001").content.decode()
    assert Candidate.objects.filter(assigned_to=karim).count() == 9


def test_who_gets_candidates_reads_on_today_who_and_from_whom_until_it_is_read(
    cast, clock, at, log_in, karim, three
):
    me = cast.own.account()
    client = log_in(me)
    keys = {"candidate_ids": [each.pk for each in three], "from_id": karim.pk, "to_id": me.pk}
    commands.hand_over_candidates(actor=actor_of(karim), at=at, **keys)
    assert "3 kandidaten zijn aan jou overgedragen" in client.get("/").content.decode()
    here = reverse("candidates:received")
    page = client.get(here).content.decode()
    assert "Van Karim" in page and all(each.name in page for each in three)
    assert all(not each.phone or f"tel:{each.phone}" in page for each in three) and "tel:" in page
    late = making.candidate(cast.own, "Dina", assigned_to=karim)
    commands.hand_over_candidates(actor=actor_of(karim), at=at, from_id=karim.pk, to_id=me.pk)
    send(client, here, KEYS[0], given=re.findall(r'name="given" value="([^"]*)"', page))
    assert "1 kandidaat is aan jou overgedragen" in client.get("/").content.decode(), (
        "who was not on the page"
    )
    assert queries.received(cast.own.actor())[0][1] == [late]
    commands.erase_candidate(actor=cast.own.actor(), at=at, reason="asked", candidate_id=late.pk)
    assert "aan jou overgedragen" not in client.get("/").content.decode()


@pytest.mark.django_db
def test_who_is_away_is_named_as_such_where_a_colleague_is_picked(cast, log_in, clock, at):
    karim, lotte = (making.colleague_beside(cast.own, name=name) for name in ("Karim", "Lotte"))
    making.candidate(cast.own, "Bo", assigned_to=cast.own.account())
    StandIn.objects.create(
        organisation=cast.own.organisation, absent=karim, stand_in=lotte, starts_at=at,
        ends_at=datetime(2026, 11, 30, tzinfo=timezone.get_current_timezone()),
    )  # fmt: skip
    page = (
        log_in(cast.own.account())
        .get(reverse("candidates:hand_over"), {"van": str(cast.own.account().pk)})
        .content.decode()
    )
    assert "Karim (is er niet t/m 29 november), nu" in page and "Lotte, nu" in page
