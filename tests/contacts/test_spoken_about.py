"""A candidate whom the words name, and with whom nobody spoke: the moment is about that one, and is guarded and kept so."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests import making
from tests.contacts.noting import TODAY, moment
from tests.contacts.test_chips import form_of
from tests.gatherings.page_asking import text_of

from werktop.accounts.queries import actor_of
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates.commands import erase_candidate
from werktop.candidates.models import Candidate
from werktop.contacts import commands, queries
from werktop.contacts.models import ContactMoment, MomentPerson, Reminder
from werktop.contacts.moments import tries
from werktop.contacts.pages.who import named_of
from werktop.contacts.queries import MomentFilters
from werktop.contacts.understanding import understand

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SAID = "Bakkerij Jansen gebeld. Ze hoorden dat Ewa Baran schulden heeft"


@pytest.fixture
def firm(cast):
    return making.employer(cast.own, "Bakkerij Jansen")


@pytest.fixture
def ewa(cast):
    return making.candidate(cast.own, "Ewa", last_name="Baran", assigned_to=cast.own.account())


@pytest.fixture
def beside(cast):
    return actor_of(making.colleague_beside(cast.own), cast.own.organisation.pk)


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def note(client):
    """`note(sentence)`: reads it and saves it as it stands, but for `changes`; gives the answer."""

    def do(sentence, **changes):
        asked = {"sentence": sentence, "back": "/"}
        shown = client.post(reverse("contacts:quick_note"), {"request_key": uuid4(), **asked, **changes})
        sent = form_of(shown.context["chips"], **changes) | {"read": sentence, "act": "save"}
        return client.post(reverse("contacts:quick_note"), {"request_key": uuid4(), **asked, **sent})

    return do


def roles(made):
    return {each.candidate.first_name: each.role for each in made.people.all() if each.candidate}


def test_who_stopped_is_found_by_the_whole_name_alone_and_what_was_heard_is_guarded_too(
    cast, at, client, note, firm, ewa, beside
):
    Candidate.objects.filter(pk=ewa.pk).update(left_at=at)
    assert note(SAID).status_code == 302
    made = queries.moments_visible_to(beside).get()
    assert (made.said, made.is_hidden, roles(made)) == ("", True, {"Ewa": "about"})
    assert queries.moments_visible_to(cast.own.actor()).get().said == SAID
    assert understand(cast.own.actor(), "Ewa gebeld", today=TODAY).people == []


def test_what_was_heard_of_a_candidate_at_a_firm_is_not_read_by_a_colleague(cast, note, firm, ewa, beside):
    assert note(SAID).status_code == 302
    made = queries.moments_visible_to(beside).get()
    assert (made.said, made.is_hidden, made.employer_id) == ("", True, firm.pk)
    assert not queries.found_moments(beside, MomentFilters(words="schulden")).exists()
    assert queries.found_moments(cast.own.actor(), MomentFilters(words="schulden")).get() == made
    assert roles(made) == {"Ewa": "about"}


def test_it_is_no_contact_and_lengthens_no_term(cast, note, firm, ewa, at):
    note(SAID)
    ewa.refresh_from_db()
    assert (ewa.contact_at, ewa.spoken_at) == (None, None)
    assert queries.latest_contact_of([ewa.pk]) == {}
    made = ContactMoment.objects.get()
    asked = {"actor": cast.own.actor(), "at": at, "contact_moment_id": made.pk, "channel": "call"}
    asked |= {"day": at.date(), "employer_id": firm.pk}
    commands.change_contact(**asked, candidate_ids=[ewa.pk])
    ewa.refresh_from_db()
    assert ewa.spoken_at and roles(made) == {"Ewa": "with"}
    commands.change_contact(**asked, about_ids=[ewa.pk])
    ewa.refresh_from_db()
    assert ewa.spoken_at is None and roles(made) == {"Ewa": "about"}


def test_it_stands_on_the_pages_and_the_paper_of_the_person_as_about(cast, client, firm, ewa):
    moment(cast.own, employer_id=firm.pk, about_ids=[ewa.pk], words="Kenmerkwoord")
    own = text_of(client.get(reverse("candidates:candidate", args=[ewa.pk])))
    assert "Bakkerij Jansen, gaat over Ewa Baran: Kenmerkwoord" in own
    assert "gaat over Ewa Baran" in text_of(client.get(reverse("contacts:moments")))
    paper = text_of(client.get(reverse("privacy:kept_of_candidate", args=[ewa.pk])))
    assert "met anderen over u spraken" in paper and "Bakkerij Jansen. Kenmerkwoord" in paper


def test_with_the_person_go_the_words_and_the_moment_with_the_firm_stays(cast, at, firm, ewa):
    made = moment(cast.own, employer_id=firm.pk, about_ids=[ewa.pk], words="Zij heeft schulden.")
    omar = making.candidate(cast.own, "Omar")
    both = moment(cast.own, candidate_ids=[omar.pk], about_ids=[ewa.pk], words="Ewa komt ook.")
    of_him = moment(cast.own, candidate_ids=[ewa.pk], about_ids=[omar.pk], words="Ewa zegt dat Omar komt.")
    alone = moment(cast.own, about_ids=[ewa.pk], words="Haar moeder gebeld.")
    erase_candidate(actor=cast.own.actor(), at=at, candidate_id=ewa.pk, reason="not_needed")
    assert ContactMoment.objects.get(pk=made.pk).words == "…"
    assert ContactMoment.objects.get(pk=both.pk).words == "… komt ook."
    assert (roles(both), roles(of_him)) == ({"Omar": "with"}, {"Omar": "about"})
    assert not ContactMoment.objects.filter(pk=alone.pk).exists()


def test_a_reminder_is_about_the_candidates_whom_it_names(cast, note, firm, ewa, beside):
    daan = making.candidate(cast.own, "Daan", last_name="Meijer", assigned_to=cast.own.account())
    note(
        "Bakkerij Jansen gebeld: 2 inpakkers vanaf maart, vrijdag terugbellen, Ewa Baran en Daan Meijer voorstellen"
    )
    due = Reminder.objects.get(what__contains="voorstellen")
    assert {each.candidate_id for each in due.people.all()} == {ewa.pk, daan.pk}
    assert queries.reminder_for(beside, due.pk).is_hidden


def test_which_of_several_is_meant_is_said_before_it_is_saved(cast, note, firm, ewa):
    other = making.candidate(cast.own, "Ewa", last_name="Smit")
    sentence = "Ewa redt het thuis even niet, gesproken bij Bakkerij Jansen"
    refused = note(sentence)
    assert "Kies wie je bedoelt" in text_of(refused) and refused.context["sentence"] == sentence
    assert not ContactMoment.objects.exists()
    note(sentence, **{"ask0-who": f"candidate:{other.pk}"})
    assert set(roles(ContactMoment.objects.get())) == {"Ewa"}
    note(sentence, **{"ask0-who": "nobody:Ewa"})
    assert not roles(ContactMoment.objects.latest("id"))


def test_of_two_who_bear_the_whole_name_it_is_asked_though_no_chip_is_of_them(cast, note, firm, ewa):
    making.candidate(cast.own, "Ewa", last_name="Baran", postcode="4001 AA")
    assert "Kies wie je bedoelt" in text_of(note(SAID))
    assert not ContactMoment.objects.exists()


def test_whose_whole_name_is_in_the_words_cannot_be_taken_off_and_a_first_name_may_be_anothers(
    note, firm, ewa
):
    refused = note(SAID, **{"chip0-about_people": []})
    assert "Ewa Baran staat in je zin" in text_of(refused)
    assert not ContactMoment.objects.exists()
    note("Bakkerij Jansen gebeld, Ewa van de balie is ziek", **{"chip0-about_people": []})
    assert not roles(ContactMoment.objects.get())


def test_an_entrepreneur_is_not_only_spoken_about(cast, firm):
    henk = making.entrepreneur(firm, "Henk")
    made = moment(cast.own, entrepreneur_ids=[henk.pk], employer_id=firm.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        MomentPerson.objects.filter(moment=made).update(role="about")


def test_whoever_was_called_about_a_candidate_the_candidate_was_not_spoken_with(cast, note, firm, ewa):
    for sentence in (
        "Jumbo Tiel gebeld, Ewa redt het daar niet zegt de chef",
        "Bakkerij Jansen gebeld over Ewa",
    ):
        assert note(sentence).status_code == 302
        assert roles(ContactMoment.objects.latest("id")) == {"Ewa": "about"}
    ewa.refresh_from_db()
    assert ewa.spoken_at is None


def test_on_the_page_of_a_candidate_a_call_to_a_firm_is_about_that_one(cast, firm, ewa):
    about = named_of(cast.own.actor(), f"candidate:{ewa.pk}")
    for sentence, is_with in (
        ("Bakkerij Jansen gebeld, ze willen haar wel", False),
        ("Bakkerij Jansen gemaild", False),
        ("Samen langs geweest bij Bakkerij Jansen", True),
        ("Gebeld, ze komt vrijdag", True),
    ):
        found = understand(cast.own.actor(), sentence, today=TODAY, about=about)
        ((_kind, facts),) = [each for each in found.chips if each[0] == "contact"]
        assert (about.value in facts["people"]) is is_with, sentence
        assert facts["about_people"] == [about.value]


def test_what_we_sent_is_no_contact_and_what_came_in_is(cast, client, note, ewa):
    note("Ewa Baran geappt dat ik haar zoek")
    ewa.refresh_from_db()
    assert (ewa.contact_at, ewa.spoken_at) == (None, None)
    assert "bericht gestuurd" in text_of(client.get(reverse("contacts:moments")))
    assert "Bericht gestuurd, Relationship" in text_of(
        client.get(reverse("candidates:candidate", args=[ewa.pk]))
    )
    assert "Bericht gestuurd" in text_of(client.get(reverse("privacy:kept_of_candidate", args=[ewa.pk])))
    note("Ewa Baran appte dat ze ziek is")
    ewa.refresh_from_db()
    assert ewa.spoken_at is not None


def test_the_form_asks_whom_it_is_about_and_keeps_that_apart_from_with_whom(cast, client, firm, ewa):
    asked = {
        "channel": "visit",
        "day": "2026-11-24",
        "people": f"employer:{firm.pk}",
        "words": "Kenmerkwoord",
    }
    page = reverse("contacts:new_moment")
    answer = client.post(page, {"request_key": uuid4(), **asked, "about_somebody": "Zz Onbekend"})
    assert "Niemand gevonden" in text_of(answer)
    promise = {"what": "voorstellen", "due_date": "2026-11-27"}
    client.post(page, {"request_key": uuid4(), **asked, **promise, "about_somebody": "ewa baran"})
    made = ContactMoment.objects.get()
    assert roles(made) == {"Ewa": "about"} and Reminder.objects.get().people.get().candidate == ewa
    page = reverse("contacts:moment", args=[made.pk])
    form = client.get(page).context["form"]
    assert form["people"].value() == [f"employer:{firm.pk}"]
    assert form["about"].value() == [f"candidate:{ewa.pk}"]
    sent = {"request_key": uuid4(), "version": form["version"].value(), **asked}
    client.post(page, {**sent, "about": f"candidate:{ewa.pk}", "words": "Anders"})
    assert (ContactMoment.objects.get().words, roles(made)) == ("Anders", {"Ewa": "about"})


def test_the_form_stops_at_a_whole_name_that_is_not_ticked(cast, client, firm, ewa):
    asked = {"channel": "call", "day": "2026-11-24", "people": f"employer:{firm.pk}", "words": SAID}
    page = reverse("contacts:new_moment")
    refused = client.post(page, {"request_key": uuid4(), **asked})
    assert "In je woorden staat Ewa Baran" in text_of(refused)
    assert refused.context["form"]["words"].value() == SAID and not ContactMoment.objects.exists()
    client.post(page, {"request_key": uuid4(), **asked, "about": f"candidate:{ewa.pk}"})
    assert roles(ContactMoment.objects.get()) == {"Ewa": "about"}


@pytest.mark.parametrize("said", ["Jan Bos kan tillen", "Bo Li kan tillen"])
def test_the_form_stops_at_a_short_name_too(cast, client, firm, said):
    first, last, *_more = said.split()
    making.candidate(cast.own, first, last_name=last)
    asked = {"channel": "call", "day": "2026-11-24", "people": f"employer:{firm.pk}", "words": said}
    refused = client.post(reverse("contacts:new_moment"), {"request_key": uuid4(), **asked})
    assert refused.status_code == 200 and f"In je woorden staat {first} {last}" in text_of(refused)


def test_who_is_known_by_a_first_name_alone_stops_no_form_in_which_it_is_anothers(cast, client, firm):
    making.candidate(cast.own, "Anneke", last_name="")
    asked = {
        "channel": "call",
        "day": "2026-11-24",
        "people": f"employer:{firm.pk}",
        "words": "Anneke van de balie belt terug",
    }
    client.post(reverse("contacts:new_moment"), {"request_key": uuid4(), **asked})
    assert ContactMoment.objects.get().words == asked["words"]


def test_a_talk_about_somebody_ends_no_row_of_tries_to_reach_that_one(cast, firm, ewa, at):
    tried = {"candidate_ids": [ewa.pk], "is_reached": False}
    moment(cast.own, day=TODAY - timedelta(days=2), **tried)
    moment(cast.own, day=TODAY - timedelta(days=1), employer_id=firm.pk, about_ids=[ewa.pk])
    moment(cast.own, **tried)
    rows = list(queries.moments_of_candidate(cast.own.actor(), ewa.pk, at))
    assert tries(rows, of=ewa.pk) == [2, 0, 1]


def test_whom_it_is_about_is_not_written_over_from_a_form_that_was_open_before(cast, firm, ewa, at):
    made = moment(cast.own, employer_id=firm.pk)
    seen = queries.moment_version(queries.moment_for(cast.own.actor(), made.pk, at))
    asked = {
        "actor": cast.own.actor(), "at": at, "contact_moment_id": made.pk, "channel": "call", "day": TODAY, "employer_id": firm.pk
    }  # fmt: skip
    commands.change_contact(**asked, about_ids=[ewa.pk], version=seen)
    with pytest.raises(ChangedMeanwhile):
        commands.change_contact(**asked, version=seen)
    assert roles(made) == {"Ewa": "about"}
