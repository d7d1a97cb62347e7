"""The chips of a quick note: what was changed stays while one types on, an answer is read into the sentence, and what is
wrong is said where it stands."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.contacts.models import ContactMoment, Reminder
from werktop.contacts.pages.chips import Chips
from werktop.contacts.pages.who import named_of, value_of
from werktop.contacts.understanding import understand
from werktop.contacts.understood import NOBODY
from werktop.contacts.unknown_firm import firm_written_in
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TODAY = date(2026, 11, 24)


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def understood(cast):
    """`understood(sentence, *chosen, over="")`: what it says to a colleague."""

    def do(sentence, *chosen, over=""):
        viewer = cast.own.actor()
        return understand(viewer, sentence, today=TODAY, about=named_of(viewer, over), chosen=chosen)

    return do


@pytest.fixture
def firm(cast):
    return making.employer(cast.own, "Bakkerij De Uiterwaard")


@pytest.fixture
def leyla(cast, firm):
    """One of the firm, and two others of that name."""
    making.candidate(cast.own, "Leyla", last_name="Yilmaz")
    making.entrepreneur(making.employer(cast.own, "Garage Smit"), "Leyla", last_name="Smit")
    return making.entrepreneur(firm, "Leyla", last_name="Demir")


def form_of(chips, **changes):
    """What a browser sends of these chips, but for `changes`."""
    sent = {}
    for chip in chips:
        sent[chip["was"].html_name] = chip["was"].value()
        sent |= {q.html_name: "" if q.value() is None else q.value() for q in chip.questions}
        if chip.is_ticked:
            sent[chip["is_on"].html_name] = "on"
    return {name: value for name, value in (sent | changes).items() if value is not None}


def kinds(found):
    return [kind for kind, _facts in found.chips]


def read(client, sentence, sent=(), **asked):
    return client.post(reverse("contacts:read_note"), {"sentence": sentence, **asked, **dict(sent)}).context


def test_what_was_changed_stays_while_one_types_on_and_only_that(cast, client, firm):
    typed = "Langs geweest bij @Bakkerij De Uiterwaard, zoekt 2 inpakkers, vrijdag terugb"
    shown = read(client, typed)["chips"]
    assert [chip.kind for chip in shown] == ["contact", "opening", "reminder"]
    sent = form_of(shown, **{"chip0-channel": "call", "chip1-is_on": None, "chip2-due_date": "2026-11-30"})
    contact, opening, reminder = read(client, f"{typed}ellen over de proefdag", sent)["chips"]
    assert contact["channel"].value() == "call" and contact.head() == "Gebeld, di 24 november"
    assert not opening.is_ticked and reminder["due_date"].value() == "2026-11-30"
    assert reminder["what"].value() == "terugbellen over de proefdag"
    assert contact.is_ticked and reminder.is_ticked


def test_what_was_changed_does_not_stick_to_another_fact(cast, client, firm):
    making.candidate(cast.own)
    shown = read(client, "Langs geweest bij @Bakkerij De Uiterwaard")["chips"]
    sent = form_of(shown, **{"chip0-is_on": None, "chip0-day_of": "2026-11-02"})
    (other,) = read(client, "@Fatima gebeld", sent)["chips"]
    assert other.is_ticked and other["day_of"].value() == "2026-11-24"


def test_who_was_taken_off_stays_off_and_who_is_named_next_comes_on(cast, client, firm):
    fatima, kees = making.candidate(cast.own), making.candidate(cast.own, "Kees", last_name="Bos")
    sentence = "Langs geweest bij @Bakkerij De Uiterwaard met Fatima El Amrani"
    shown = read(client, sentence)["chips"]
    kept = [value_of("employer", firm.pk)]
    again = read(client, f"{sentence} en Kees Bos", form_of(shown, **{"chip0-people": kept}))["chips"]
    assert set(again[0]["people"].value()) == {*kept, value_of("candidate", kees.pk)}
    assert value_of("candidate", fatima.pk) not in again[0]["people"].value()


@pytest.mark.parametrize(
    "odd", ["x", "[]", '{"kind": "no"}', '{"kind": "contact", "people": 3, "channel": {}}']
)
def test_an_odd_memory_of_a_chip_breaks_nothing(client, firm, odd):
    shown = read(client, "Langs geweest bij @Bakkerij De Uiterwaard", {"chip0-was": odd, "chip0-people": "x"})
    assert [chip.kind for chip in shown["chips"]] == ["contact"]


def test_an_answer_is_read_into_the_sentence(understood, cast, firm):
    (term,) = making.terms("koken")
    one = making.candidate(cast.own, "Koen", last_name="Bos")
    making.candidate(cast.own, "Koen", last_name="Vos")
    sentence = f"Langs geweest bij @Bakkerij De Uiterwaard, Koen is goed in {term.label_nl}"
    assert kinds(understood(sentence)) == ["contact"]
    found = understood(sentence, value_of("candidate", one.pk))
    assert dict(found.chips)["competency"]["candidate"] == value_of("candidate", one.pk)
    # the answer stands there still, and can be changed
    assert [ask.answer for ask in found.asks] == [value_of("candidate", one.pk)]
    assert found.loose == []


def test_the_work_of_who_was_chosen_is_not_lost(understood, cast, leyla):
    other = making.employer(cast.own, "Drukkerij Vos")
    person = making.entrepreneur(other, "Leyla", last_name="Vos")
    found = understood("Leyla zoekt vanaf half januari 3 mensen", value_of("entrepreneur", person.pk))
    (opening,) = [facts for kind, facts in found.chips if kind == "opening"]
    assert opening["places"] == 3 and opening["employer"] == value_of("employer", other.pk)


def test_beside_the_name_of_their_firm_and_on_its_page_somebody_is_known(understood, firm, leyla):
    who = value_of("entrepreneur", leyla.pk)
    sentence = "Langs bij Bakkerij De Uiterwaard, Leyla zoekt vanaf half januari 3 mensen"
    named, on_page = understood(sentence), understood("Leyla gebeld", over=value_of("employer", firm.pk))
    for found in (named, on_page):
        # a candidate is called so too: what was taken for granted can be changed
        assert [ask.answer for ask in found.asks] == [who]
        assert who in [value for value, _words in found.people]
    assert kinds(named) == ["contact", "opening"] and dict(named.chips)["opening"]["places"] == 3


def test_of_two_at_that_firm_only_these_are_asked_about(understood, cast, firm, leyla):
    sister = making.entrepreneur(firm, "Leyla", last_name="Kaya")
    (ask,) = understood("Leyla gebeld", over=value_of("employer", firm.pk)).asks
    assert {each.key for each in ask.bearers} == {leyla.pk, sister.pk} and not ask.answer


def test_none_of_those_who_are_asked_about_is_an_answer(understood, leyla):
    found = understood("Leyla gebeld, vrijdag weer", f"{NOBODY}Leyla")
    assert found.people == [] and [ask.answer for ask in found.asks] == [f"{NOBODY}Leyla"]


def test_a_contact_that_nobody_spoke_of_is_not_ready_to_save(client, understood, cast, leyla):
    assert "contact" not in kinds(understood("Leyla, vrijdag cv sturen"))
    fatima = making.candidate(cast.own)
    over = value_of("candidate", fatima.pk)
    shown = read(client, "vrijdag cv sturen", over=over)["chips"]
    assert [(chip.kind, chip.is_ticked) for chip in shown] == [("contact", False), ("reminder", True)]
    (said, *_rest) = read(client, "gebeld, vrijdag cv sturen", over=over)["chips"]
    assert said.kind == "contact" and said.is_ticked


def test_a_reminder_is_about_the_one_whom_the_sentence_names(understood, cast, firm):
    kees = making.candidate(cast.own, "Kees", last_name="Burgers")
    for sentence, who in (
        ("Kees Burgers moet ik morgen om tien uur terugbellen", value_of("candidate", kees.pk)),
        ("@Bakkerij De Uiterwaard: vrijdag offerte sturen", value_of("employer", firm.pk)),
    ):
        found = understood(sentence)
        assert [facts["people"] for kind, facts in found.chips if kind == "reminder"] == [[who]]


def test_what_is_not_ticked_is_not_looked_at_and_what_is_opens_where_it_is_wrong(client, firm):
    sentence = "Langs geweest bij @Bakkerij De Uiterwaard, zoekt 2 inpakkers, vrijdag terugbellen"
    shown = read(client, sentence)["chips"]
    post = {"sentence": sentence, "read": sentence, "act": "save"}
    emptied = {"chip1-what": "", "chip1-places": "x", "chip2-due_date": "2026-99-99", "chip2-what": ""}
    wrong = client.post(
        reverse("contacts:quick_note"), {"request_key": uuid4(), **post, **form_of(shown, **emptied)}
    )
    assert "Kies een dag die bestaat." in text_of(wrong)
    assert wrong.content.decode().count('<details class="chip__change" open') == 2
    assert not ContactMoment.objects.exists()
    sent = form_of(shown, **emptied | {"chip1-is_on": None, "chip2-is_on": None})
    client.post(reverse("contacts:quick_note"), {"request_key": uuid4(), **post, **sent})
    assert (
        ContactMoment.objects.exists() and not Reminder.objects.exists() and not WorkProfile.objects.exists()
    )


def test_what_came_in_after_the_last_look_is_shown_and_told_first(client, firm):
    sentence = "Langs geweest bij @Bakkerij De Uiterwaard"
    sent = form_of(read(client, sentence)["chips"])
    longer = f"{sentence}, vrijdag terugbellen"
    for was_read in (sentence, longer):
        post = {"request_key": uuid4(), "sentence": longer, "read": was_read, "act": "save", **sent}
        shown = client.post(reverse("contacts:quick_note"), post)
        assert "Er is nog niets bewaard." in text_of(shown) and "Je typte nog" in text_of(shown)
        assert not ContactMoment.objects.exists()


def test_a_day_in_another_year_says_so(understood, firm):
    sentence = "Bakkerij De Uiterwaard zoekt vanaf maart 2 inpakkers"
    found = understood(sentence)
    (opening,) = Chips(found, sentence).chips
    assert opening.head() == "Komend werk, vanaf ma 1 maart 2027"


def test_a_workshop_is_read_as_one(understood, cast):
    making.candidate(cast.own)
    for sentence in (
        "Workshop solliciteren gehad met Fatima",
        "Fatima gesproken bij de sollicitatieworkshop",
    ):
        assert dict(understood(sentence).chips)["contact"]["channel"] == "workshop"


def test_a_firm_that_is_not_known_yet_is_added_and_the_sentence_is_there_again(cast, client):
    for first in ("Piet", "Joke", "Kees"):
        making.candidate(cast.own, first, last_name="Jansen")
    sentence = "Bakkerij Jansen bezocht, zoekt 2 inpakkers, vrijdag terugbellen"
    shown = client.post(reverse("contacts:read_note"), {"sentence": sentence})
    assert "Voeg Bakkerij Jansen toe als werkgever" in text_of(shown)
    today = reverse("desk:today")
    asked = {"request_key": uuid4(), "sentence": sentence, "back": today, "act": "new_employer"}
    form = client.post(reverse("contacts:quick_note"), asked, follow=True)
    assert form.context["form"]["name"].value() == "Bakkerij Jansen"
    back = form.context["back"]
    answers = {
        "request_key": uuid4(), "name": "Bakkerij Jansen", "postcode": "4001AB", "sector": "C", "languages": ["nl"],
        "joined_date": "2026-11-24", "person_name": "Henk Jansen", "phone": "0612345678", "back": back,
    }  # fmt: skip
    saved = client.post(reverse("employers:new_employer"), answers, follow=True)
    assert saved.redirect_chain[0][0] == back and saved.context["bar"]["sentence"] == sentence
    # and the address says nothing of it
    assert "Jansen" not in back
    chips = read(client, sentence)["chips"]
    assert [chip.kind for chip in chips] == [
        "contact",
        "opening",
        "reminder",
    ] and "Bakkerij Jansen, Tiel" in chips[1].said()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Bakkerij Jansen bezocht", "Bakkerij Jansen"),
        ("bij slagerij De Vries & Zoon langs geweest", "slagerij De Vries & Zoon"),
        ("@Het Zonnetje gebeld, zoekt iemand", "Het Zonnetje"),
        ("langs bij Vermeer, zoekt 2 mensen", "Vermeer"),
        ("gebeld, zoekt 2 mensen", ""),
        ("", ""),
    ],
)
def test_the_name_of_a_new_firm_is_as_it_was_written(sentence, name):
    assert firm_written_in(sentence) == name


def test_where_nothing_is_recognised_the_sentence_goes_along_to_the_form(cast, client):
    fatima = making.candidate(cast.own)
    sentence = "Fatima El Amrani vindt het maar niks"
    assert "Bewaar deze zin als contactmoment" in text_of(
        client.post(reverse("contacts:read_note"), {"sentence": sentence})
    )
    asked = {"request_key": uuid4(), "sentence": sentence, "back": "/", "act": "by_hand"}
    form = client.post(reverse("contacts:quick_note"), asked, follow=True)
    assert "niks" not in form.redirect_chain[0][0]
    assert form.context["form"]["words"].value() == sentence
    assert form.context["form"]["people"].value() == [value_of("candidate", fatima.pk)]


def test_a_note_that_is_taken_back_gives_its_sentence_back(client, firm):
    sentence = "Langs geweest bij @Bakkerij De Uiterwaard"
    post = {"request_key": uuid4(), "sentence": sentence, "read": sentence, "act": "save", "back": "/"}
    client.post(reverse("contacts:quick_note"), post | form_of(read(client, sentence)["chips"]))
    asked = {"request_key": uuid4(), "notitie": ContactMoment.objects.get().note_id, "back": "/"}
    taken = client.post(reverse("contacts:take_back_note"), asked, follow=True)
    assert taken.context["bar"]["sentence"] == sentence and not ContactMoment.objects.exists()
