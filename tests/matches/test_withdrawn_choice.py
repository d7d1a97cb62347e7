"""A choice that is taken back after the appointment went out: the guest's own page says what stands and where to say
that it is not wanted, and colleagues read that it was taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.matches.making_talks import appointment

from werktop.gatherings.commands.talks import answer_talk_on
from werktop.matches import commands
from werktop.matches.models import FollowUp
from werktop.post import links
from werktop.post.models import Link

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SIDES = pytest.mark.parametrize(("side", "other"), [("candidate", "Joris"), ("entrepreneur", "Fatima")])


@pytest.fixture
def told(cast, at):
    """Fatima and Joris chose each other and have an appointment."""
    return appointment(cast, at)


@pytest.fixture
def withdraw(cast, at, told):
    def do(*sides):
        guests = {"candidate": told.guests[0], "entrepreneur": told.firms[0]}
        for side in sides:
            guest = guests[side]
            answer_talk_on(
                actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, holder_kind=side,
                holder_id=guest.candidate_id or guest.entrepreneur_id, chosen_guest_ids=[],
            )  # fmt: skip

    return do


@pytest.fixture
def own_page(told, at):
    """The page "Met wie wilt u verder praten?" of one side."""

    def do(side):
        guest = {"candidate": told.guests[0], "entrepreneur": told.firms[0]}[side]
        token = links.make_link(
            organisation_id=guest.organisation_id, purpose="talk_on", holder_kind=side,
            holder_id=guest.candidate_id or guest.entrepreneur_id, about_kind="gathering",
            about_id=told.gathering.pk, at=at, expires_at=at + timedelta(days=30),
        )  # fmt: skip
        return Client().get(reverse("portal:talk_on", kwargs={"token": token})).content.decode()

    return do


@pytest.fixture
def na(cast, told, log_in):
    client = log_in(cast.own.account())
    return lambda: client.get(reverse("matches:after", args=[told.gathering.pk])).content.decode()


@SIDES
def test_the_own_page_says_which_talk_stands_and_leads_to_where_it_is_declined(
    withdraw, own_page, side, other
):
    withdraw(side)
    text = own_page(side)
    assert "U koos niemand" in text and "U hebt een gesprek" in text and other in text
    assert "Dit blijft zo" in text
    link = Link.objects.get(purpose="follow_up", holder_kind=side)
    path = reverse("portal:follow_up", kwargs={"token": links.token_of(link.pk)})
    assert f'href="{path}"' in text
    assert "Ik wil dit gesprek toch niet" in Client().get(path).content.decode()
    assert "Wij laten u weten hoe het verder gaat" not in text and "Komt er een gesprek?" not in text


@SIDES
def test_without_a_link_to_the_appointment_the_page_says_whom_to_call(cast, withdraw, own_page, side, other):
    withdraw(side)
    Link.objects.filter(purpose="follow_up").delete()
    text = own_page(side)
    assert "U hebt een gesprek" in text and "Bel ons. U hoeft niet te zeggen waarom" in text
    assert Link.objects.filter(purpose="follow_up").count() == 0


@SIDES
def test_of_a_talk_that_does_not_go_on_the_page_says_nothing(cast, at, own_page, side, other):
    commands.decline_talk(
        actor=cast.own.actor(),
        at=at - timedelta(hours=1),
        follow_up_id=FollowUp.objects.get().pk,
        said_by=side,
    )
    assert "U hebt een gesprek" not in own_page(side)


@pytest.mark.parametrize("side", ["candidate", "entrepreneur"])
def test_until_the_other_may_hear_it_a_declined_talk_stands_for_the_other(cast, at, own_page, side):
    commands.decline_talk(actor=cast.own.actor(), at=at, follow_up_id=FollowUp.objects.get().pk, said_by=side)
    (other,) = {"candidate", "entrepreneur"} - {side}
    assert "U hebt een gesprek" in own_page(other)
    assert "U hebt een gesprek" not in own_page(side)


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (["candidate"], "Fatima nam de keuze terug"),
        (["entrepreneur"], "Joris nam de keuze terug"),
        (["candidate", "entrepreneur"], "Fatima en Joris namen de keuze terug"),
    ],
)
def test_colleagues_read_who_took_the_choice_back_and_that_the_talk_stands(withdraw, na, sides, words):
    assert "nam de keuze terug" not in na()
    withdraw(*sides)
    text = na()
    assert words in text and "De afspraak staat nog" in text
    assert text.count(f'id="talk-{FollowUp.objects.get().pk}"') == 1


@pytest.mark.parametrize("facts", [{"outcome": "work", "status": "held"}, {"starts_at": -1}])
def test_of_a_talk_that_has_been_nobody_is_warned(at, withdraw, na, facts):
    withdraw("candidate")
    if "starts_at" in facts:
        facts = {"starts_at": at - timedelta(hours=2), "ends_at": at - timedelta(hours=1)}
    else:
        facts = {**facts, "outcome_at": at}
    FollowUp.objects.update(**facts)
    assert "nam de keuze terug" not in na()
