"""A link opens one thing for one person, until its day; a changed letter opens nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests import making

from werktop.candidates.models import Candidate
from werktop.post import links
from werktop.post.models import Link

pytestmark = pytest.mark.django_db


@pytest.fixture
def make(cast, at):
    holder, about = uuid4(), uuid4()

    def do(**other):
        asked = {
            "organisation_id": cast.own.organisation.pk,
            "purpose": "invitation",
            "holder_kind": "candidate",
            "holder_id": holder,
            "about_kind": "gathering",
            "about_id": about,
            "at": at,
            "expires_at": at + timedelta(days=10),
        }
        return links.make_link(**asked | other)

    return do


def test_a_link_says_who_holds_it_and_for_what(make, at, cast):
    actor = links.actor_of(make(), purpose="invitation", at=at)
    row = Link.objects.get()
    assert (actor.kind, actor.id, actor.link_purpose, actor.link_about_id) == (
        "candidate", row.holder_id, "invitation", row.about_id,
    )  # fmt: skip
    assert actor.region_id == cast.region.pk
    assert not actor.capabilities


def test_no_letter_of_a_link_can_be_changed(make, at):
    token = make()
    for place in range(len(token)):
        other = "A" if token[place] != "A" else "B"
        with pytest.raises(links.LinkIsBroken):
            links.actor_of(token[:place] + other + token[place + 1 :], purpose="invitation", at=at)


@pytest.mark.parametrize("token", ["", "x", "x" * 44, "é" * 44, "-" * 500, "A" * 43, "."])
def test_what_was_never_a_link_is_broken(token, at, db):
    with pytest.raises(links.LinkIsBroken):
        links.actor_of(token, purpose="invitation", at=at)


def test_a_link_with_something_behind_it_is_broken(make, at):
    with pytest.raises(links.LinkIsBroken):
        links.actor_of(make() + "=", purpose="invitation", at=at)


def test_a_link_for_one_purpose_opens_no_other(make, at):
    with pytest.raises(links.LinkIsBroken):
        links.actor_of(make(), purpose="talk_on", at=at)


def test_a_link_ends_on_its_moment(make, at):
    token = make()
    links.actor_of(token, purpose="invitation", at=at + timedelta(days=10, seconds=-1))
    with pytest.raises(links.LinkIsOver):
        links.actor_of(token, purpose="invitation", at=at + timedelta(days=10))


def test_a_withdrawn_link_stays_so_and_a_new_one_comes_beside_it(make, at):
    token = make()
    about = Link.objects.get().about_id
    assert links.withdraw_links(about_id=about, at=at) == 1
    new = make(expires_at=at + timedelta(days=30))
    assert make() == new != token
    links.actor_of(new, purpose="invitation", at=at)
    with pytest.raises(links.LinkIsOver):
        links.actor_of(token, purpose="invitation", at=at)


def test_the_same_link_made_again_lives_longer_and_never_shorter(make, at):
    first = make()
    assert make(expires_at=at + timedelta(days=30)) == first
    assert make(expires_at=at + timedelta(days=1)) == first
    assert Link.objects.get().expires_at == at + timedelta(days=30)


def test_an_old_secret_still_opens_a_link_while_it_is_kept(make, at, settings):
    token = make()
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-secret-of-this-installation-0123456789"
    with pytest.raises(links.LinkIsBroken):
        links.actor_of(token, purpose="invitation", at=at)
    settings.SECRET_KEY_FALLBACKS = [old]
    links.actor_of(token, purpose="invitation", at=at)


def test_an_address_leaves_room_for_words_in_one_sms(make):
    assert len(f"https://werktop.gemeente-waalsteen.example/u/{make()}/") <= 100


def test_each_address_has_a_link_of_its_own_and_all_live_as_long(make, at):
    mail, paper = (links.reach_of(*to) for to in (("email", "sam@post.example"), ("letter", "Dijk 1")))
    first = make(reach=mail)
    assert make(reach=paper) != first
    assert make(reach=links.reach_of("email", " Sam@post.example")) == first
    make(reach=mail, expires_at=at + timedelta(days=30))
    assert {link.expires_at for link in Link.objects.all()} == {at + timedelta(days=30)}
    assert "sam" not in mail and "post.example" not in mail


def test_a_link_of_another_address_that_has_ended_lives_no_longer_by_a_later_one(make, at):
    make(reach=links.reach_of("email", "sam@post.example"))
    later = at + timedelta(days=10)
    make(reach=links.reach_of("letter", "Dijk 1"), at=later, expires_at=later + timedelta(days=30))
    assert Link.objects.order_by("made_at", "id").first().expires_at == later


def test_a_message_that_follows_gets_links_of_its_new_address_and_none_for_what_was_withdrawn(make, at):
    holder_id, there = uuid4(), links.reach_of("email", "nieuw@post.example")
    ended, about = make(holder_id=holder_id, about_id=uuid4()), uuid4()
    links.withdraw_links(about_id=Link.objects.get().about_id, at=at)
    live = make(holder_id=holder_id, about_id=about)
    text = links.renewed_in(
        f"{ended} {live}", holder_kind="candidate", holder_id=holder_id, reach=there, language="nl", at=at
    )
    assert text == f"{ended} {make(holder_id=holder_id, about_id=about, reach=there)}" != f"{ended} {live}"


def test_a_link_opens_while_the_address_that_it_went_to_is_its_holders(cast, make, at, settings):
    person = making.candidate(cast.own, email="sam@post.example", phone="+31611111111")
    # the one by e-mail is the latest
    ways = {"letter": "Dijk 1", "sms": "+31611111111", "email": "Sam@post.example"}
    tokens = {
        way: make(holder_id=person.pk, reach=links.reach_of(way, to), at=at + timedelta(seconds=number))
        for number, (way, to) in enumerate(ways.items())
    }

    def opens(way):
        try:
            return links.actor_of(tokens[way], purpose="invitation", at=at).id == person.pk
        except links.LinkIsOver:
            return False

    assert all(map(opens, ways))
    # also with another secret, while the old one is kept
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-secret-of-this-installation-0123456789"
    assert all(map(opens, ways))
    Candidate.objects.update(email="bo@post.example", phone="")
    assert [way for way in ways if opens(way)] == ["letter"]
    Candidate.objects.update(phone="+31611111111")
    assert [way for way in ways if opens(way)] == ["letter", "sms"]
    asked = {"purpose": "invitation", "holder_kind": "candidate", "holder_id": person.pk}
    assert (
        links.working_token(**asked, about_id=Link.objects.first().about_id, at=at)[:22] == tokens["sms"][:22]
    )
    Candidate.objects.all().delete()
    assert [way for way in ways if opens(way)] == ["letter"]
