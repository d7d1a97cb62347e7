"""The list of candidates narrowed by all that is known of them: filters with numbers, chips, what went stale, ticks."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import strip_tags
from tests import making

from werktop.audit.actors import Actor
from werktop.candidates.models import (
    Candidate,
    CandidateTerm,
    Certificate,
    KnownFirm,
    LearningGoal,
    Need,
    PlanStep,
    Wish,
)
from werktop.contacts.commands import note_contact, take_back_contact
from werktop.desk.pages.asked import asked_in, months_before, weeks_before
from werktop.desk.queries import listed_candidates, numbers_of
from werktop.regions.models import PostcodeArea

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r"\b27\b")
LIST, CHOOSE = reverse("desk:candidates"), reverse("desk:choose_candidates")


@pytest.fixture
def client(cast, log_in, clock):
    return log_in(cast.own.account())


def names(viewer, at, address):
    found = listed_candidates(viewer, asked_in(QueryDict(address)).query(viewer, at))
    return sorted(each.first_name for each in found)


def numbers(viewer, at, address=""):
    asked = asked_in(QueryDict(address)).query(viewer, at)
    return numbers_of(viewer, asked, unspoken=weeks_before(at), untouched=months_before(at))


@pytest.fixture
def people(cast, at):
    """Ali, of whom much is known, and Bo, of whom little is."""
    ali = making.candidate(
        cast.own,
        "Ali",
        term_codes=("koken", "bouwen"),
        languages=["nl", "ar"],
        driving_licences=["B"],
        dutch_spoken=3,
        is_childcare_needed=True,
        assigned_to=cast.own.account(),
    )
    known = {"candidate": ali, "noted_at": at - timedelta(days=250)}
    Wish.objects.create(
        work="In een keuken",
        hours_min=20,
        hours_max=30,
        days=[1, 2],
        most_km=15,
        travels_by=["bicycle"],
        **known,
    )
    Certificate.objects.create(kind="practice", name="Sociale hygiëne", **known)
    Need.objects.create(kind="debts", words="Rust", **known)
    PlanStep.objects.create(words="Meekijken", **known)
    LearningGoal.objects.create(words="Heftruck rijden", **known)
    KnownFirm.objects.create(firm_name="Bakkerij De Aar", **known)
    ali.terms.filter(term__code="koken").update(level=2, source="table", also_seen=["workplace"])
    making.candidate(cast.own, "Bo", postcode="3511 AB", term_codes=("koken",))
    return ali


@pytest.mark.parametrize(
    "address",
    [
        "lang=ar", "licence=B", "dutch=2", "dutch=3", "hours=24", "hours=32", "day=1", "day=1&day=2", "km=10", "by=bicycle",
        "work=keuken", "paper=practice", "certificate=hygi", "need=debts", "asks=childcare", "plan=runs", "with=me", "mine=on",
        "language=ar", "hours=12&hours=24", "place=tiel", "lang=ar&day=2&need=debts&with=me", "by=fiets+of+bus",
        "level=1", "level=2", "seen=table", "seen=table&seen=workplace&level=2", "learn=open", "learning=heftruck", "knows=firm",
        "firm=bakkerij&learn=open",
    ],
)  # fmt: skip
def test_each_filter_finds_whom_it_says(cast, at, people, address):
    assert names(cast.own.actor(), at, address) == ["Ali"]


@pytest.mark.parametrize(
    "address",
    [
        "day=1&day=3", "dutch=4", "km=20", "hours=12", "lang=ar&plan=none", "need=care", "level=3", "seen=table&seen=course",
        "learning=lassen", "firm=smederij",
    ],
)  # fmt: skip
def test_what_is_asked_together_has_to_be_there_together(cast, at, people, address):
    assert names(cast.own.actor(), at, address) == []


def test_of_towns_any_one_will_do_and_the_number_beside_the_other_says_what_it_adds(cast, at, people):
    code, other = (PostcodeArea.objects.get(pc4=pc4).municipality_code for pc4 in ("4001", "3511"))
    viewer = cast.own.actor()
    assert names(viewer, at, f"in={code}") == ["Ali"]
    assert names(viewer, at, f"in={code}&in={other}") == ["Ali", "Bo"]
    assert numbers(viewer, at, f"in={code}").marks[f"in:{other}"] == 1


def test_two_talents_narrow_and_an_own_word_counts_for_the_shared_one_once(cast, at, people):
    koken, bouwen = making.terms("koken", "bouwen")
    own = making.own_term(cast.own, counts_as="koken")
    making.CandidateTerm.objects.create(candidate=people, term=own, noted_at=at)
    cas = making.candidate(cast.own, "Cas")
    making.CandidateTerm.objects.create(candidate=cas, term=own, noted_at=at)
    viewer = cast.own.actor()
    assert names(viewer, at, f"term={koken.pk}&term={bouwen.pk}") == ["Ali"]
    assert names(viewer, at, f"term={koken.pk}") == ["Ali", "Bo", "Cas"]
    assert numbers(viewer, at).marks[f"term:{koken.pk}"] == 3


def test_how_far_and_where_seen_are_asked_of_each_competency_that_is_chosen(cast, at, people):
    koken, bouwen = making.terms("koken", "bouwen")
    dirk = making.candidate(cast.own, "Dirk", term_codes=("bouwen",))
    dirk.terms.update(level=3, source="course")
    own = making.own_term(cast.own, counts_as="koken")
    CandidateTerm.objects.create(candidate=dirk, term=own, level=1, source="table", noted_at=at)
    viewer = cast.own.actor()
    assert names(viewer, at, f"term={bouwen.pk}&level=0") == ["Dirk"], "of Ali another one is known"
    assert names(viewer, at, f"term={koken.pk}&level=1") == ["Ali", "Dirk"], "an own word counts"
    assert names(viewer, at, f"term={koken.pk}&term={bouwen.pk}&level=2") == []
    assert names(viewer, at, f"term={koken.pk}&seen=workplace&level=2") == ["Ali"]
    for asked in (
        f"term={koken.pk}",
        f"term={koken.pk}&term={bouwen.pk}",
        f"term={koken.pk}&level=2",
    ):
        marks = numbers(viewer, at, asked).marks
        for choice in ("level:1", "level:2", "level:3", "seen:table", "seen:workplace", "seen:course"):
            kind, _colon, said = choice.partition(":")
            if f"{kind}={said}" not in asked:  # of levels the last one counts
                assert marks[choice] == len(names(viewer, at, f"{asked}&{kind}={said}")), (asked, choice)


def test_where_no_competency_is_chosen_each_level_and_place_is_offered_without_a_number(client, people):
    page = client.get(LIST).content.decode()
    for name, value in (("level", "2"), ("seen", "table")):
        choices = page.split(f'name="{name}"')[1].split("</select>")[0]
        assert f'<option value="{value}">' in choices and "(" not in choices


def test_a_goal_that_is_reached_is_nothing_to_learn_any_more(cast, at, people):
    LearningGoal.objects.update(done_date=at.date())
    assert names(cast.own.actor(), at, "learn=open") == names(cast.own.actor(), at, "learning=heftruck") == []


def test_what_is_no_level_or_place_asks_nothing(cast, at, people):
    assert names(cast.own.actor(), at, "level=9&seen=moon&learn=x&knows=x") == ["Ali", "Bo"]


def test_every_number_is_what_the_choice_finds(cast, at, people):
    viewer, told = cast.own.actor(), numbers(cast.own.actor(), at, "term=")
    for mark, number in told.marks.items():
        kind, _colon, said = mark.partition(":")
        asked = QueryDict(mutable=True)
        asked[kind] = said
        assert len(names(viewer, at, asked.urlencode())) == number, mark
    assert told.counted.all == 2


def test_sharing_erasing_and_telling_say_how_many_they_find_too(client, cast, at, people):
    colleague = making.colleague_beside(cast.own)
    Candidate.objects.filter(first_name="Bo").update(
        is_shared=False, erase_date=at.date(), informed_date=at.date(), assigned_to=colleague
    )
    making.candidate(cast.own, "Cas", erase_date=at.date(), left_at=at)
    form = client.get(f"{LIST}?alles=1").context["form"]
    for name in ("sharing", "erasing", "telling"):
        for value, words in form.fields[name].choices[1:]:
            found = len(names(cast.own.actor(), at, f"{name}={value}"))
            assert str(words).endswith(f"({found})"), (name, value, words)


def test_who_works_with_nobody_reads_no_need_and_filters_on_none(cast, at, people):
    reader = Actor(
        "staff", organisation_id=cast.own.organisation.pk, capabilities=frozenset({"see_candidates"})
    )
    told = numbers(reader, at)
    assert not [mark for mark in told.marks if mark.startswith(("need:", "asks:"))]
    assert names(reader, at, "need=debts") == [], "the answer tells nobody's need"


def test_needs_are_counted_and_found_among_ones_own_people_alone(cast, at, people):
    other = making.candidate(cast.own, "Dina", is_childcare_needed=True)
    Need.objects.create(candidate=other, kind="debts", words="Rust", noted_at=at)
    viewer = cast.own.actor()
    assert names(viewer, at, "need=debts") == names(viewer, at, "asks=childcare") == ["Ali"]
    assert numbers(viewer, at).marks["need:debts"] == 1


def test_what_was_noted_and_taken_away_is_found_and_no_longer_found(cast, at, people):
    Need.objects.update(done_date=at.date())
    PlanStep.objects.all().delete()
    people.languages = ["nl"]
    people.save()
    for address in ("need=debts", "plan=runs", "lang=ar"):
        assert names(cast.own.actor(), at, address) == []


def test_who_was_not_spoken_to_for_weeks_is_found_by_the_last_contact_moment(cast, at):
    actor = cast.own.actor()
    old = at - timedelta(weeks=30)
    for name, weeks in (("Lang", 7), ("Kort", 5)):
        person = making.candidate(cast.own, name, created_at=old)
        day = (at - timedelta(weeks=weeks)).date()
        note_contact(actor=actor, at=at, channel="call", day=day, candidate_ids=[person.pk])
    making.candidate(cast.own, "Nooit", created_at=old)
    making.candidate(cast.own, "Nieuw", created_at=at)
    assert names(actor, at, "unspoken=6") == ["Lang", "Nooit"]
    assert names(actor, at, "unspoken=never") == ["Nieuw", "Nooit"]
    counted = numbers(actor, at).counted
    assert (counted.unspoken["6"], counted.unspoken["4"], counted.never_spoken) == (2, 3, 2)
    listed = listed_candidates(actor, asked_in(QueryDict("sort=spoken")).query(actor, at))
    assert [each.first_name for each in listed] == ["Nooit", "Lang", "Kort", "Nieuw"]


def test_a_picture_that_nobody_touched_for_months_is_found_by_its_last_change(cast, at):
    for name, months in (("Oud", 7), ("Vers", 5)):
        person = making.candidate(cast.own, name, created_at=at - timedelta(days=900))
        noted_at = at - timedelta(days=31 * months)
        Wish.objects.create(candidate=person, noted_at=noted_at - timedelta(days=90))
        Need.objects.create(candidate=person, noted_at=noted_at, kind="care", words="Rust")
    making.candidate(cast.own, "Leeg", created_at=at - timedelta(days=900))
    assert names(cast.own.actor(), at, "untouched=6") == ["Leeg", "Oud"]
    assert numbers(cast.own.actor(), at).counted.untouched == {"1": 3, "3": 3, "6": 2, "12": 1, "24": 1}


def test_contact_that_is_taken_back_was_no_talk(cast, at):
    actor, person = cast.own.actor(), making.candidate(cast.own)
    first = (at - timedelta(weeks=8)).date()
    note_contact(actor=actor, at=at, channel="call", day=first, candidate_ids=[person.pk])
    moment = note_contact(actor=actor, at=at, channel="call", day=at.date(), candidate_ids=[person.pk])
    person.refresh_from_db()
    assert person.spoken_at == at
    take_back_contact(actor=actor, at=at, contact_moment_id=moment)
    person.refresh_from_db()
    assert person.spoken_at.date() == first


def test_who_was_asked_to_a_gathering_and_who_never_was(cast, at, people):
    gathering = making.gathering(cast.own)
    making.guest(gathering, people, "invited")
    viewer = cast.own.actor()
    assert names(viewer, at, f"gathering={gathering.pk}") == ["Ali"]
    assert names(viewer, at, "gathering=never") == ["Bo"]
    told = numbers(viewer, at)
    assert told.never_asked == 1 and [(g.pk, n) for g, n in told.gatherings] == [(gathering.pk, 1)]
    assert names(cast.far.actor(), at, f"gathering={gathering.pk}") == []


def test_what_is_chosen_stands_in_the_address_and_as_a_chip_that_takes_it_away(client, people):
    page = client.get(LIST, {"lang": "ar", "unspoken": "never"}).content.decode()
    text = " ".join(strip_tags(page).split())
    assert "Spreekt: Arabisch" in text and "nog nooit gesproken" in text and "Niet gesproken" in text
    sent = {"lang": "ar", "unspoken": "never", "less": "lang=ar"}
    assert client.post(CHOOSE, sent)["Location"] == f"{LIST}?unspoken=never"
    more = client.post(CHOOSE, {"lang": ["ar", "nl"], "q": "ali", "then": "show"})["Location"]
    assert more == f"{LIST}?q=ali&lang=ar&lang=nl"
    assert client.post(CHOOSE, {"q": "ali", "then": "clear"})["Location"] == f"{LIST}?alles=1"


def test_the_list_says_when_somebody_was_spoken_to_and_the_picture_was_touched(client, cast, at, people):
    actor = cast.own.actor()
    day = (at - timedelta(days=3)).date()
    note_contact(actor=actor, at=at, channel="call", day=day, candidate_ids=[people.pk])
    text = strip_tags(client.get(LIST, {"q": "Ali"}).content.decode())
    assert "3 dagen geleden" in text and "vandaag" in text  # what the talents were noted on


def test_ticks_stay_through_filters_and_pages(client, cast, people):
    bo = making.candidate(cast.own, "Bo Anders")
    shown = [str(people.pk), str(bo.pk)]
    client.post(CHOOSE, {"shown": shown, "candidate": [str(people.pk)], "then": "show", "q": "bo"})
    page = client.get(LIST, {"q": "bo"}).content.decode()
    assert "Er is 1 kandidaat aangevinkt" in page and "1 daarvan staat niet op deze pagina" in page
    client.post(CHOOSE, {"shown": [str(bo.pk)], "candidate": [str(bo.pk)], "page": "2"})
    assert "Er zijn 2 kandidaten aangevinkt" in client.get(LIST).content.decode()
    client.post(CHOOSE, {"shown": shown, "candidate": [str(bo.pk)], "then": "untick"})
    assert " checked" not in client.get(LIST).content.decode().split("<table")[1]


@pytest.mark.parametrize(
    "address",
    [
        "term=x",
        "with=x&gathering=y",
        "unspoken=abc&page=zz&sort=zz",
        "lang=%00&day=99&km=-1",
        "in=" + "x" * 500,
    ],
)
def test_an_address_that_cannot_be_read_shows_the_list(client, people, address):
    assert client.get(f"{LIST}?{address}").status_code == 200


def test_how_long_ago_is_counted_of_oneself_and_measures_no_colleague(client, cast):
    colleague = making.colleague_beside(cast.own, name="Karim Yilmaz")
    making.candidate(cast.own, "Wim", assigned_to=colleague)
    of_karim = client.get(LIST, {"with": str(colleague.pk)}).content.decode()
    assert "2 weken niet gesproken</option>" in of_karim and "niet gesproken (" not in of_karim
    assert "Karim Yilmaz (1)" in client.get(LIST).content.decode()
    long_ago = client.get(LIST, {"unspoken": "never"}).content.decode()
    assert "Karim Yilmaz" in long_ago and "Karim Yilmaz (" not in long_ago


@pytest.mark.parametrize("stale", ["unspoken=6", "untouched=3", "unspoken=never"])
def test_whom_one_colleague_let_wait_is_found_and_counted_nowhere(client, cast, at, stale):
    colleague = making.colleague_beside(cast.own, name="Karim Yilmaz")
    for number in range(27):
        making.candidate(cast.own, f"Bo{number}", assigned_to=colleague, languages=["ar"])
    Candidate.objects.update(created_at=at - timedelta(weeks=30))
    of_karim, everybody = f"?with={colleague.pk}&{stale}", f"?{stale}"
    page = client.get(LIST + of_karim).content.decode()
    assert "Bo0" in page and "daarom telt deze lijst dan niet" in page and not NUMBER.search(strip_tags(page))
    assert "Volgende" in page
    assert NUMBER.search(strip_tags(client.get(LIST + everybody).content.decode()))
    analysis = reverse("desk:analysis")
    assert not NUMBER.search(strip_tags(client.get(analysis + of_karim).content.decode()))
    taken = client.post(reverse("desk:download_analysis") + of_karim, {"request_key": uuid4()})
    assert taken.url.startswith(analysis)
    for many in ("invite_candidates", "assign_candidates", "download_candidates"):
        shown = client.get(reverse(f"desk:{many}") + of_karim).content.decode()
        assert "Vink eerst aan om wie het gaat" in shown and not NUMBER.search(strip_tags(shown)), many
