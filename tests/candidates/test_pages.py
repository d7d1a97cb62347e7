"""Pages of candidates: who may open them, what they keep and what they show."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.audit import likeness
from werktop.audit.models import Entry, PersonalView
from werktop.candidates.models import Candidate

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("desk:candidates"), reverse("candidates:new_candidate")


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


def answers(**other):
    term = making.terms("koken")[0]
    return {
        "request_key": str(uuid4()),
        "name": "Samira Bakkali",
        "phone": "06 12 34 56 78",
        "postcode": "4001ab",
        "languages": ["nl", "ar"],
        "terms": [str(term.pk)],
        "needs": ["is_step_free_needed"],
    } | other


def page_of(candidate, name="candidate"):
    return reverse(f"candidates:{name}", kwargs={"candidate_id": candidate.pk})


def test_six_answers_make_a_candidate_who_can_be_invited(client, cast, at, clock):
    response = client.post(NEW, answers())
    made = Candidate.objects.get(first_name="Samira")
    assert response.url == page_of(made)
    assert (made.last_name, made.phone, made.postcode, made.preferred_channel) == (
        "Bakkali", "+31612345678", "4001 AB", "sms",
    )  # fmt: skip
    assert (made.languages, made.is_step_free_needed) == (["nl", "ar"], True)
    assert made.legal_ground == cast.own.organisation.legal_ground
    assert made.informed_date is None  # nobody told yet
    assert [t.term.code for t in made.terms.select_related("term")] == ["koken"]


def test_who_ticks_that_it_was_told_notes_the_day(client, cast, at, clock):
    client.post(NEW, answers(is_told="on"))
    assert Candidate.objects.get(first_name="Samira").informed_date.isoformat() == "2026-11-24"


@pytest.mark.parametrize("is_told_at_first", [True, False])
def test_the_tick_starts_as_the_organisation_says_and_stands_outside_the_fold(
    client, cast, clock, is_told_at_first
):
    type(cast.own.organisation).objects.filter(pk=cast.own.organisation.pk).update(
        is_told_at_first=is_told_at_first
    )
    page = client.get(NEW)
    assert page.context["form"]["is_told"].value() is is_told_at_first
    body = page.content.decode()
    assert "Ik heb verteld wat we bewaren" in body.rpartition("</details>")[2]
    assert 'name="informed_date"' not in body


def test_the_same_form_sent_twice_makes_one_candidate(client, cast):
    form = answers()
    first, second = client.post(NEW, form), client.post(NEW, form | {"save_anyway": "1"})
    assert first.url == second.url
    assert Candidate.objects.filter(first_name="Samira").count() == 1


def test_a_postcode_of_nowhere_is_said_and_what_was_typed_stays(client, cast):
    response = client.post(NEW, answers(postcode="0999 XX", own_words="Ik bak graag taart"))
    text = response.content.decode()
    assert "Deze postcode bestaat niet" in text
    for typed in ("Samira Bakkali", "06 12 34 56 78", "0999 XX", "Ik bak graag taart"):
        assert typed in text
    assert not Candidate.objects.filter(first_name="Samira").exists()


def test_nobody_is_saved_without_a_way_to_reach_them(client, cast):
    response = client.post(NEW, answers(phone=""))
    assert "Vul in hoe je iemand bereikt" in response.content.decode()
    assert not Candidate.objects.filter(first_name="Samira").exists()


def test_everything_that_is_wrong_is_said_at_once_with_links_to_the_questions(client, cast):
    text = client.post(
        NEW, answers(name="", phone="0612", postcode="0999 XX", hours_per_week="veel")
    ).content.decode()
    for said in (
        "Deze postcode bestaat niet",
        "telefoonnummer klopt niet",
        "Vul een naam in",
        "#id_name",
        "#id_postcode",
    ):
        assert said in text, said
    text = client.post(NEW, answers(phone="", postcode="0999 XX")).content.decode()
    assert "Deze postcode bestaat niet" in text and "Vul in hoe je iemand bereikt" in text


@pytest.mark.parametrize(
    "wrong,words",
    [({"phone": "0612"}, "telefoonnummer klopt niet"), ({"email": "samira@"}, "geen volledig e-mailadres")],
)
def test_a_number_or_address_that_cannot_be_one_is_said(client, cast, wrong, words):
    assert words in client.post(NEW, answers(**wrong)).content.decode()


def test_a_likely_duplicate_is_shown_and_does_not_block(client, cast):
    there = making.candidate(cast.own, "Samira", last_name="Bakkâli", postcode="4001 AB")
    form = answers()
    shown = client.post(NEW, form)
    assert page_of(there) in shown.content.decode()
    assert Candidate.objects.filter(first_name="Samira").count() == 1
    client.post(NEW, form | {"save_anyway": "1", "seen": str(there.pk)})
    assert Candidate.objects.filter(first_name="Samira").count() == 2
    assert not likeness.open_pairs("candidate", cast.own.organisation.pk).exists(), "it is not asked again"


@pytest.mark.parametrize(
    ("name", "more", "button"),
    [
        ("Samira Bakkali", {"phone": "06 11 11 11 11"}, "Bewaar"),  # a namesake
        (
            "Wim Post",
            {"email": "thuis@post.example"},
            "Iemand anders: bewaar",
        ),  # the address of somebody else
    ],
)
def test_somebody_else_who_looks_like_a_person_here_is_saved_from_the_page_itself(
    walk, cast, name, more, button
):
    making.candidate(cast.own, "Samira", last_name="Bakkali", email="thuis@post.example")
    walker = walk(cast.own.account())
    walker.open(NEW)
    typed = {"name": name, "phone": "", "postcode": "4001 AB", "email": ""} | more
    asked = walker.press("Bewaar", **typed)
    assert "Staat deze persoon er al in?" in asked.words and Candidate.objects.count() == 1
    saved = walker.press(button)
    assert f"{name} staat erin" in saved.words and Candidate.objects.count() == 2


def test_whoever_only_appears_while_typing_is_asked_about_once(client, cast):
    there = making.candidate(cast.own, "Samira", last_name="Bakkali", postcode="4001 AB")
    typed = {"name": "Samira Bakkali", "phone": "", "postcode": "4001 AB", "email": ""}
    seen = f'name="seen" value="{there.pk}"'
    assert seen not in client.post(reverse("candidates:alike"), typed).content.decode()
    again = client.post(reverse("candidates:alike"), typed | {"seen": str(there.pk)}).content.decode()
    assert seen in again and "Iemand anders: bewaar" in again


@pytest.mark.parametrize(
    ("first", "last", "more"),
    [
        ("Samirah", "Bakali", {}),  # slips
        ("S.", "Bakkali", {}),  # an initial
        ("Bakkali", "Samira", {}),  # turned round
        ("Samira", "el Bakkali", {}),  # what stands between
        ("Wim", "Post", {"phone": "+31612345678", "postcode": "6511 AA"}),  # the same number
    ],
)
def test_while_typing_it_is_shown_who_may_be_the_same_and_why(client, cast, first, last, more):
    there = making.candidate(cast.own, first, last_name=last, **more)
    typed = {"name": "Samira Bakkali", "phone": "06 12 34 56 78", "postcode": "4001 AB", "email": ""}
    text = client.post(reverse("candidates:alike"), typed).content.decode()
    assert page_of(there) in text and "Dezelfde persoon" in text
    assert "<html" not in text
    assert PersonalView.objects.get(page="candidates:alike").about_ids == [str(there.pk)]


def test_of_somebody_of_another_organisation_nothing_is_said(client, cast):
    making.candidate(cast.other, "Samira", last_name="Bakkali", phone="+31612345678")
    making.candidate(cast.own, "Samira", last_name="Bakkali", postcode="6511 AA")
    typed = {"name": "Samira Bakkali", "phone": "06 12 34 56 78", "postcode": "4001 AB", "email": ""}
    assert client.post(reverse("candidates:alike"), typed).content.decode().strip() == ""


def test_the_same_person_opens_with_what_was_typed_and_nothing_is_lost(client, cast):
    there = making.candidate(
        cast.own, "Samira", last_name="Bakkali", address="", own_words="Ik bak", phone="+31699999999"
    )
    typed = answers(own_words="Ik bouw", address="Lindestraat 4", same=str(there.pk))
    page = client.post(NEW, typed)
    text = page.content.decode()
    assert page.status_code == 200 and Candidate.objects.count() == 1
    assert f'action="{page_of(there, "change_candidate")}"' in text
    for kept in ("Lindestraat 4", "Ik bak\nIk bouw", "06 12 34 56 78", "Dit stond er", there.email):
        assert kept in text, kept
    form = page.context["form"]
    sent = {name: field.value() for name, field in ((f.name, f) for f in form)} | {
        "request_key": str(uuid4())
    }
    saved = client.post(page_of(there, "change_candidate"), {k: v for k, v in sent.items() if v is not None})
    assert saved.status_code == 302
    there.refresh_from_db()
    assert (there.address, there.phone) == ("Lindestraat 4", "+31612345678")
    assert there.own_words.splitlines() == ["Ik bak", "Ik bouw"]


def test_the_address_of_somebody_else_is_named_and_does_not_block(client, cast):
    there = making.candidate(cast.own, "Wilhelmina", email="thuis@post.example")
    form = answers(email="Thuis@post.example")
    shown = client.post(NEW, form).content.decode()
    assert "zelfde e-mailadres" in shown and page_of(there) in shown
    assert not Candidate.objects.filter(first_name="Samira").exists()
    client.post(NEW, form | {"save_anyway": "1"})
    made = Candidate.objects.get(first_name="Samira")
    change = page_of(made, "change_candidate")
    assert (
        client.post(change, answers(email="thuis@post.example")).status_code == 302
    )  # it was theirs already
    other = making.candidate(cast.own, "Bo", email="bo@post.example")
    shown = client.post(page_of(other, "change_candidate"), answers(name="Bo", email="thuis@post.example"))
    assert "ook van iemand anders" in shown.content.decode()
    other.refresh_from_db()
    assert other.email == "bo@post.example"
    making.candidate(cast.other, "Elders", email="elders@post.example")
    assert (
        client.post(
            NEW, answers(name="Nog Iemand", email="elders@post.example", phone="06 55 55 55 55")
        ).status_code
        == 302
    )


def test_a_duplicate_in_another_organisation_is_not_told(client, cast):
    making.candidate(cast.other, "Samira", last_name="Bakkali", postcode="4001 AB")
    assert client.post(NEW, answers()).status_code == 302


@pytest.mark.parametrize("name", ["candidate", "change_candidate", "erase_candidate"])
def test_a_candidate_of_another_organisation_is_not_there(client, cast, name):
    for house in (cast.other, cast.far):
        assert client.get(page_of(making.candidate(house), name)).status_code == 404


@pytest.mark.parametrize("role", [Role.TABLE_HOST, Role.COORDINATOR, Role.TEAM_LEAD, Role.FUNCTIONAL_ADMIN])
def test_only_who_holds_candidates_sees_files(cast, log_in, role):
    client = log_in(cast.own.account(role))
    assert client.get(LIST).status_code == 403
    assert client.get(page_of(making.candidate(cast.own))).status_code == 403


def test_the_page_starts_with_talents_and_logs_who_looked(client, cast):
    candidate = making.candidate(cast.own, term_codes=("koken", "dieren"), own_words="Ik wil iets maken")
    text = client.get(page_of(candidate)).content.decode()
    assert text.index("Koken en bakken") < text.index(candidate.email)
    assert "Ik wil iets maken" in text
    assert PersonalView.objects.get().about_ids == [str(candidate.pk)]


def test_a_change_keeps_what_the_form_does_not_ask_and_leaves_history(client, cast):
    candidate = making.candidate(cast.own, "Anna Maria", education="mbo 2", term_codes=("koken",))
    response = client.post(
        page_of(candidate, "change_candidate"), answers(name=candidate.name, email="anna@post.example")
    )
    assert response.status_code == 302
    candidate.refresh_from_db()
    assert (candidate.education, candidate.email) == ("mbo 2", "anna@post.example")
    assert candidate.first_name == "Anna Maria"
    events = Candidate.pgh_event_model.objects.filter(pgh_obj_id=candidate.pk)
    assert [e.pgh_label for e in events.order_by("pgh_id")] == ["insert", "update"]


def test_who_stopped_is_not_listed_and_can_come_back(client, cast):
    candidate = making.candidate(cast.own, "Wilhelmina")
    leave = page_of(candidate, "leave_candidate")
    client.post(leave, {"request_key": uuid4()})
    assert "Wilhelmina" not in client.get(LIST).content.decode()
    assert "Wilhelmina" in client.get(LIST, {"left": "on"}).content.decode()
    client.post(leave, {"request_key": uuid4(), "is_back": "1"})
    assert "Wilhelmina" in client.get(LIST).content.decode()


def test_an_empty_list_says_what_to_do(client):
    assert NEW in client.get(LIST).content.decode()
    assert "Niemand gevonden" in client.get(LIST, {"q": "zzz"}).content.decode()


def test_the_list_is_downloaded_safely_with_an_audit_line(client, cast):
    making.candidate(cast.own, "=HYPERLINK(1)", day_note="rolstoel in de auto")
    making.candidate(cast.own, "Zoë", languages=["pl"])
    response = client.post(reverse("desk:download_candidates") + "?language=nl", {"request_key": uuid4()})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert "Zoë" not in text and "rolstoel" not in text
    assert Entry.objects.get(verb="desk.note_list_taken").detail == {"count": 1}
    assert len(PersonalView.objects.get().about_ids) == 1


def test_erasing_asks_for_a_reason_and_is_sure(client, cast):
    candidate = making.candidate(cast.own)
    erase = page_of(candidate, "erase_candidate")
    client.post(erase, {"request_key": uuid4(), "reason": "asked"})
    assert Candidate.objects.filter(pk=candidate.pk).exists()
    client.post(erase, {"request_key": uuid4(), "reason": "asked", "is_sure": "on"})
    assert not Candidate.objects.filter(pk=candidate.pk).exists()


def test_a_key_that_was_used_for_something_else_saves_nothing_and_gets_a_fresh_one(client, cast):
    form = answers()
    client.post(NEW, form)
    text = client.post(NEW, form | {"name": "Iemand Anders", "save_anyway": "1"}).content.decode()
    assert "al eerder verstuurd" in text and "Iemand Anders" in text
    assert form["request_key"] not in text
    assert Candidate.objects.count() == 1


def test_a_letter_needs_a_whole_address(client, cast):
    text = client.post(NEW, answers(phone="", address="Dorpsstraat 1", postcode="")).content.decode()
    assert "Voor een brief is ook de postcode nodig" in text and "Dorpsstraat 1" in text
    client.post(NEW, answers(phone="", address="Dorpsstraat 1"))
    assert Candidate.objects.get().preferred_channel == "letter"


def test_a_candidate_is_assigned_to_a_colleague_of_the_house_and_keeps_one_who_left(client, cast):
    stranger, leaver = cast.other.account(), cast.own.account(Role.TABLE_HOST)
    assert client.post(NEW, answers(assigned_to_id=str(stranger.pk))).status_code == 200
    candidate = making.candidate(cast.own, assigned_to=leaver)
    change = page_of(candidate, "change_candidate")
    assert leaver.name in client.get(change).content.decode()
    client.post(change, answers(assigned_to_id=str(leaver.pk)))
    candidate.refresh_from_db()
    assert (candidate.first_name, candidate.assigned_to_id) == ("Samira", leaver.pk)


def test_the_english_page_has_no_dutch_left(client, cast):
    candidate = making.candidate(cast.own, term_codes=("koken",))
    for address in (LIST, NEW, page_of(candidate)):
        text = client.get(address, HTTP_ACCEPT_LANGUAGE="en").content.decode()
        for word in ("Kandidaten", "Bewaar", "Naam", "Vaste collega", "nodig", "Kan goed"):
            assert word not in text, (address, word)
