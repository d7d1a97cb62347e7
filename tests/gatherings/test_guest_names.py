"""First names in the hall; namesakes get as few letters as tell them apart."""

from __future__ import annotations

import io
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.urls import reverse
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfReader
from tests import making
from tests.gatherings.day_making import running_day

from werktop.gatherings.models import Guest
from werktop.gatherings.queries.guest_names import beginning_of, names_from, names_of
from werktop.gatherings.queries.talks import people_for_guest


@pytest.mark.parametrize(
    ("last_name", "others", "letters"),
    [
        ("El Amrani", ["Jansen"], "E"),
        ("van Dam", ["Bakker"], "D"),
        ("van Dam", ["van Dijk"], "van Da"),
        ("El Amrani", ["El Idrissi"], "El A"),
        ("Bos", ["Bosman"], "Bos"),
        ("Bos", ["Bos"], "B"),
        ("Silva", ["Silva Costa"], "Silva"),
        ("Silva Costa", ["Silva"], "Silva C"),
        ("", ["Bos"], ""),
        ("Bos", [""], "B"),
        ("Öztürk", ["Ozkan"], "Özt"),
        ("te Brake", ["Bos"], "te Br"),
        ("ten brink", ["Bos"], "ten Br"),
        ("ten brink", ["Visser"], "B"),
        ("van der Berg", ["van den Berg"], "van der B"),
        ("van Dam", ["Dam"], "van D"),
        ("Dam", ["van Dam"], "D"),
        ("van Dam", ["Dam", "van Dijk"], "van Da"),
        ("’t Hart", ["Hagen"], "’t Har"),
        ("'t Hart", ["Visser"], "H"),
        ("De Vries", ["De Boer"], "V"),
        ("d'Hondt", ["Dam"], "H"),
        ("Van", ["Dam"], "V"),
        ("-", ["Dam"], "-"),
    ],
)
def test_as_few_letters_as_tell_two_apart(last_name, others, letters):
    assert beginning_of(last_name, others) == letters


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("one", "two"), [("Silva", "Silva Costa"), ("Maas", "Maas Geesteranus"), ("Él", "El Idrissi")]
)
def test_two_candidates_are_never_called_the_same_in_the_hall(cast, one, two):
    made = making.gathering(cast.own)
    people = [making.candidate(cast.own, "Maria", last_name=last_name) for last_name in (one, two)]
    names = names_of([making.guest(made, each) for each in people])
    assert len({name.first_name for name in names.names.values()}) == 2


WORDS = st.sampled_from(["", "Maria", "maria", "Maria S.", "Maria (1)", "Silva", "Silva Costa", "van Silva"])
NAMES = WORDS | st.text("aBß é.-'", max_size=4)
COMES = st.sampled_from(["yes", "no"])
PLACED = st.sampled_from(["", "4001 AB", "6511 AA"])
FIRMS = st.sampled_from([None, None, "De Linde", "de linde"])


@given(st.lists(st.tuples(NAMES, NAMES, COMES, PLACED, FIRMS), max_size=6))
@example([("Maria", "Silva", "yes", "", None), ("Maria", "Silva-", "yes", "", None)] * 2)
@example([("A", "Bos", "yes", "", None), ("A", "Cos", "yes", "", None), ("A B.", "", "yes", "", None)])
@example([("A", "B C", "yes", "", None), ("A B", "C", "yes", "", None), ("A (1)", "B C", "yes", "", None)])
def test_whatever_their_names_no_two_guests_of_one_gathering_are_shown_alike(people):
    guests, candidates, entrepreneurs = [], {}, {}
    for number, (first_name, last_name, reply, postcode, firm) in enumerate(people):
        key = UUID(int=number)
        person = SimpleNamespace(
            first_name=first_name, last_name=last_name, name=f"{first_name} {last_name}".strip(),
            postcode=postcode, employer=SimpleNamespace(name=firm), is_shared=True,
        )  # fmt: skip
        (entrepreneurs if firm else candidates)[key] = person
        guests.append(Guest(id=key, reply=reply, **{"entrepreneur_id" if firm else "candidate_id": key}))
    names = names_from(guests, candidates, entrepreneurs, among=guests).names.values()
    assert len({(name.first_name, name.firm) for name in names}) == len(people)
    assert len({(name.full_name, name.firm) for name in names}) == len(people)


@pytest.mark.django_db
def test_who_has_no_namesake_has_no_letter(cast):
    made = making.gathering(cast.own)
    people = [("Fatima", "El Amrani"), ("Fatima", "El Idrissi"), ("Fatíma", "Jansen"), ("Kees", "Bos")]
    guests = [making.guest(made, making.candidate(cast.own, one, last_name=two)) for one, two in people]
    names = names_of(guests)
    assert [names.first_name(g.pk) for g in guests] == ["Fatima El A.", "Fatima El I.", "Fatíma J.", "Kees"]
    assert names.shown(guests[3].pk, is_whole=True) == "Kees Bos"


@pytest.mark.django_db
def test_a_namesake_who_said_no_gives_nobody_a_letter_and_is_told_apart_all_the_same(cast):
    made = making.gathering(cast.own)
    people = [("Roos", "Tuin"), ("Roos", "Bakker"), ("Kim", "Bos"), ("Kim", "Bos")]
    guests = [making.guest(made, making.candidate(cast.own, one, last_name=two)) for one, two in people]
    for stays_away in (guests[1], guests[3]):
        Guest.objects.filter(pk=stays_away.pk).update(reply="no")
    guests = [Guest.objects.get(pk=g.pk) for g in guests]
    names = names_of(guests)
    assert [names.first_name(g.pk) for g in guests] == ["Roos", "Roos B.", "Kim", "Kim B. (2)"]
    # who said no and came after all is in the hall
    Guest.objects.filter(pk=guests[1].pk).update(arrived_at=made.starts_at)
    assert names_of(guests[:1]).first_name(guests[0].pk) == "Roos T."


@pytest.mark.django_db
def test_two_of_quite_the_same_name_are_told_apart_by_where_they_live(cast):
    made = making.gathering(cast.own)
    people = [
        making.candidate(cast.own, "Chantal", last_name="Bakker", postcode=code)
        for code in ("4001 AB", "6511 AA")
    ]
    guests = [making.guest(made, each) for each in people]
    names = names_of(guests)
    shown = [names.first_name(g.pk) for g in guests]
    assert len(set(shown)) == 2 and all(each.startswith("Chantal B. (") for each in shown), shown
    assert len({names.full_name(g.pk) for g in guests}) == 2


@pytest.mark.django_db
def test_two_of_one_name_in_one_place_get_a_number(cast):
    made = making.gathering(cast.own)
    guests = [making.guest(made, making.candidate(cast.own, "Chantal", last_name="Bakker")) for _ in range(2)]
    names = names_of(guests)
    assert sorted(names.first_name(g.pk) for g in guests) == ["Chantal B. (1)", "Chantal B. (2)"]


@pytest.mark.django_db
def test_two_of_one_name_at_one_firm_get_a_number_and_at_two_firms_do_not(cast):
    made, firm = making.gathering(cast.own), making.employer(cast.own)
    firms = [firm, firm, making.employer(cast.own)]
    guests = [making.guest(made, making.entrepreneur(each, "Jan")) for each in firms]
    names = names_of(guests)
    assert {names.first_name(g.pk) for g in guests[:2]} == {"Jan M. (1)", "Jan M. (2)"}
    assert names.first_name(guests[2].pk) == "Jan M."


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_a_guest_has_one_name_at_the_door_on_paper_on_the_seats_and_at_the_table(cast, at, log_in):
    day = running_day(cast.own, at=at, is_here=False)
    # no answer yet, so without a badge: the door tells the two apart all the same
    making.guest(day.gathering, making.candidate(cast.own, "Fatima", last_name="Bakker"), reply="invited")
    host, planner = log_in(day.host_account()), log_in(cast.own.account())

    def shown(client, name, *key) -> str:
        return client.get(reverse(f"gatherings:{name}", args=key)).content.decode()

    def printed(name) -> str:
        answer = planner.get(reverse(f"gatherings:{name}", args=[day.gathering.pk]))
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)

    seen = {
        "door": shown(host, "day", day.gathering.pk),
        "scan": shown(host, "badge", day.guests["Fatima"].badge),
        "table": shown(host, "table_screen", day.gathering.pk, 1),
        "seats": shown(planner, "seats", day.gathering.pk),
    } | {name: printed(name) for name in ("badges", "personal_cards", "table_sheets")}
    assert [where for where, words in seen.items() if "Fatima E." not in words] == []
    Guest.objects.filter(gathering=day.gathering, reply="yes").update(arrived_at=day.gathering.starts_at)
    companions = people_for_guest(Guest.objects.get(pk=day.guests["Joris"].pk)).people
    assert "Fatima E." in [person.first_name for person in companions]


@pytest.mark.django_db
def test_a_private_organiser_reads_the_name_of_the_badge_on_the_guest_list(cast, log_in):
    made = making.gathering(cast.private)
    for last_name in ("Bakker", "Visser"):
        making.guest(made, making.candidate(cast.own, "Dewi", last_name=last_name))
    words = log_in(cast.private.account()).get(reverse("gatherings:guests", args=[made.pk])).content.decode()
    assert "Dewi B." in words and "Dewi V." in words and "Visser" not in words
