"""Surnames go out on a guest's own word alone; a host's tap makes a proposal, and first names."""

from datetime import timedelta

import pytest
from tests.matches.making_talks import agree, click, evening, propose, send

from werktop.gatherings.models import Click
from werktop.matches.models import FollowUp
from werktop.matches.pages.pairs import Look, Typed, pair_of
from werktop.matches.queries.after import after
from werktop.matches.wishes import wishes_for
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(cast):
    return evening(cast, candidates=1, entrepreneurs=1)


def bodies():
    return {m.to_kind: m.body for m in Message.objects.filter(purpose="follow_up")}


def test_on_a_hosts_tap_alone_colleagues_read_so_and_guests_hear_first_names(cast, at, told):
    click(told, told.guests[0], told.firms[0], source="host")
    assert propose(cast, at, told)["mutual"] == 1
    (talk,) = after(cast.own.actor(), told.gathering.pk, at=at).both
    pair = pair_of(talk, [], Look(Typed(), wishes_for(told.gathering.pk), {}, None, at, at, {}, {}))
    assert "De tafelhost zag dat het klikte" in pair["why"] and "willen allebei" not in pair["why"]
    assert pair["is_agreed"]
    send(cast, at, told)
    candidate, entrepreneur = told.people[0], told.partners[0]
    said = bodies()
    assert candidate.first_name in said["entrepreneur"] and entrepreneur.first_name in said["candidate"]
    for person in (candidate, entrepreneur):
        surname = person.name.removeprefix(person.first_name).strip()
        assert surname and not any(surname in body.partition(",")[2] for body in said.values())
    for private in filter(None, (candidate.phone, candidate.email)):
        assert private not in said["entrepreneur"]
    assert not any("wil dat ook" in body for body in said.values())


def test_one_own_word_is_not_two(cast, at, told):
    click(told, told.guests[0], told.firms[0], is_mutual=False)
    click(told, told.firms[0], told.guests[0], is_mutual=False, source="host")
    propose(cast, at, told)
    assert FollowUp.objects.get().ground == "host"


def test_who_chose_each_other_between_proposal_and_sending_hear_full_names(cast, at, told):
    click(told, told.guests[0], told.firms[0], source="host")
    propose(cast, at, told)
    Click.objects.update(source="guest", noted_at=at + timedelta(hours=1))
    send(cast, at, told)
    assert FollowUp.objects.get().ground == "mutual"
    assert told.people[0].name in bodies()["entrepreneur"]
    assert told.partners[0].name in bodies()["candidate"]


@pytest.mark.parametrize("source", ["host", "guest"])
def test_what_a_host_noted_as_agreed_aloud_gives_a_surname_only_where_both_chose_each_other(
    cast, at, told, source
):
    click(told, told.guests[0], told.firms[0], source=source)
    agree(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    is_own_word = source == "guest"
    assert FollowUp.objects.get().ground == ("mutual" if is_own_word else "agreed")
    assert (told.people[0].name in bodies()["entrepreneur"]) == is_own_word
    assert (told.partners[0].name in bodies()["candidate"]) == is_own_word
