"""Who is erased goes from words about others, and nobody else goes with them."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from tests import making
from tests.matches.making_talks import agree, evening, give_hours, propose, send
from tests.whole.erasing import tables_that_hold

from werktop.candidates.commands import change_candidate, erase_candidate
from werktop.config.commandline.postgres import WEB
from werktop.employers.commands import erase_entrepreneur
from werktop.matches.commands import add_follow_up, note_outcome
from werktop.matches.models import FollowUp, NextStep
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def erase(cast, at, candidate, reason: str = "asked") -> None:
    """By a colleague, through the role that serves."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {WEB}")
    erase_candidate(actor=cast.own.actor(), at=at, candidate_id=candidate.pk, reason=reason)
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def named(person, first_name: str, last_name: str):
    person.first_name, person.last_name = first_name, last_name
    person.save()
    return person


def message(house, at, body: str, *, about, to_name: str = "Iemand") -> Message:
    return Message.objects.create(
        organisation=house.organisation, channel="email", to_kind="candidate", to_id=uuid4(), to_name=to_name,
        to_address="i@post.example", body=body, about_kind="gathering", about_id=about, purpose="x",
        message_id=f"<{uuid4()}@x.example>", created_at=at,
    )  # fmt: skip


def talk(told, words: str, at, person: int = 1) -> FollowUp:
    return FollowUp.objects.create(
        gathering=told.gathering, region=told.gathering.region, organisation=told.gathering.organisation,
        candidate=told.people[person], entrepreneur=told.partners[0], ground="by_hand", words=words, made_at=at,
    )  # fmt: skip


def test_a_candidate_goes_from_words_about_others_and_their_history(cast, at):
    told = evening(cast, candidates=3, entrepreneurs=1)
    person = named(told.people[0], "Quirinella", "Xylofanter")
    key = add_follow_up(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, candidate_id=told.people[1].pk,
        entrepreneur_id=told.partners[0].pk, words="Komt samen met Quirinella Xylofanter.",
    )  # fmt: skip
    FollowUp.objects.update(outcome_words="Quirinella  Xylofanter's idee", outcome="work", outcome_at=at)
    FollowUp.objects.update(words="Komt alleen.")
    NextStep.objects.create(
        gathering=told.gathering, region=told.gathering.region, organisation=told.gathering.organisation,
        candidate=told.people[2], words="Net als Quirinella Xylofanter", made_at=at,
    )  # fmt: skip
    change_candidate(
        actor=cast.own.actor(), at=at, candidate_id=person.pk, last_name="Xylofanter-Kraai"
    )  # the name of before goes too
    erase(cast, at, person)
    assert tables_that_hold("Xylofanter") == []
    assert FollowUp.objects.get().outcome_words == "…'s idee"
    said = FollowUp.pgh_event_model.objects.filter(pgh_obj_id=key).values_list("words", flat=True)
    assert set(said) == {"Komt samen met ….", "Komt alleen."}
    assert NextStep.objects.get().words == "Net als …"


def test_a_double_takes_nothing_from_the_one_that_stays(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    agree(told, told.guests[0], told.firms[0])
    give_hours(cast, at, told, told.partners[0])
    propose(cast, at, told)
    send(cast, at, told)
    stays = told.people[0]
    double = making.candidate(cast.own, stays.first_name, last_name=stays.last_name)
    before = dict(Message.objects.values_list("pk", "body"))
    assert any(stays.first_name in body for body in before.values())
    erase(cast, at, double, "twice")
    assert dict(Message.objects.values_list("pk", "body")) == before


def test_a_namesake_at_the_same_gathering_keeps_their_words(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=1)
    gone = named(told.people[0], "An", "Bos")
    named(told.people[1], "An", "Bos")
    about = talk(told, "An Bos wil bakken", at)
    kept = message(cast.own, at, "U praat met An Bos.", about=told.gathering.pk)
    erase(cast, at, gone, "twice")
    about.refresh_from_db()
    kept.refresh_from_db()
    assert (about.words, kept.body) == ("An Bos wil bakken", "U praat met An Bos.")
    assert FollowUp.pgh_event_model.objects.get().words == "An Bos wil bakken"


def test_only_whole_words_go(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=1)
    gone = named(told.people[0], "An", "Bos")
    about = talk(told, "Johan Bosman, An Bosch, Jo-An Bos, Han Bos, An Bos-Kraai; 'An Bos' en (An Bos)", at)
    left = "Johan Bosman, An Bosch, Jo-An Bos, Han Bos, An Bos-Kraai; '…' en (…)"
    near = message(cast.own, at, "An Bos\nen An Bosch", about=told.gathering.pk)
    erase(cast, at, gone)
    about.refresh_from_db()
    near.refresh_from_db()
    assert (about.words, near.body) == (left, "…\nen An Bosch")
    assert FollowUp.pgh_event_model.objects.get(pgh_label="insert").words == left


def test_signs_in_a_name_are_letters_and_no_pattern(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=1)
    gone = named(told.people[0], "J.", "d'Hooghe (Zoë) \\1")
    about = talk(told, "J. d'Hooghe (Zoë) \\1 en Jx d'Hooghe (Zoë) \\1", at)
    erase(cast, at, gone)
    about.refresh_from_db()
    assert about.words == "… en Jx d'Hooghe (Zoë) \\1"


def test_messages_elsewhere_stay_as_they_are(cast, at):
    gone = making.candidate(cast.own, "An", last_name="Bos")
    made = making.gathering(cast.other, starts_at=at + timedelta(days=9))
    bodies = ("U praat met Johan Bosman en An Bosch.", "Geachte An Bos, welkom.")
    kept = [message(cast.other, at, body, about=made.pk) for body in bodies]
    erase(cast, at, gone, "twice")
    assert [Message.objects.get(pk=row.pk).body for row in kept] == list(bodies)


def test_who_reads_their_own_name_keeps_it(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    gone = named(told.people[0], "An", "Bos")
    kept = message(cast.other, at, "Geachte An Bos", about=told.gathering.pk, to_name="An Bos")
    erase(cast, at, gone)
    kept.refresh_from_db()
    assert kept.body == "Geachte An Bos"


def test_a_first_name_alone_names_nobody(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=1)
    gone = making.candidate(cast.own, "Wil", last_name="")
    making.guest(told.gathering, gone)
    about = talk(told, "Wil graag bakken", at)
    erase(cast, at, gone)
    about.refresh_from_db()
    assert about.words == "Wil graag bakken"


def test_an_entrepreneur_goes_from_a_later_talk_of_their_partner(cast, at):
    told, later = evening(cast, candidates=2, entrepreneurs=1), evening(cast, candidates=1, entrepreneurs=1)
    gone = named(told.partners[0], "Quirinella", "Xylofanter")
    talk(told, "aan tafel", at)
    next_talk = FollowUp.objects.create(
        gathering=later.gathering, region=later.gathering.region, organisation=later.gathering.organisation,
        candidate=told.people[1], entrepreneur=later.partners[0], ground="by_hand", made_at=at,
    )  # fmt: skip
    note_outcome(
        actor=cast.own.actor(), at=at + timedelta(days=2), follow_up_id=next_talk.pk, outcome="talk_on",
        words="Via Quirinella Xylofanter",
    )  # fmt: skip
    erase_entrepreneur(actor=cast.own.actor(), at=at, entrepreneur_id=gone.pk, reason="asked")
    assert tables_that_hold("Xylofanter") == []
    assert FollowUp.objects.get().outcome_words == "Via …"
