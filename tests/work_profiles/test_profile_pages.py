"""A work profile grows in a talk of six steps, is read by the whole region, found in a list, copied, and judged."""

from __future__ import annotations

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.catalogue.models import Requirement
from werktop.work_profiles import commands, queries
from werktop.work_profiles.legal_wage import minimum_above
from werktop.work_profiles.models import WorkProfile
from werktop.work_profiles.pages.amounts import AmountField
from werktop.work_profiles.pages.steps import STEPS
from werktop.work_profiles.queries import WorkFilters

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(cast):
    return making.employer(
        cast.own, place="Tiel", address="Industrieweg 8", sector="C", work_forms=["internship"]
    )


@pytest.fixture
def note(cast, at, firm):
    def do(house=cast.own, **facts):
        key = commands.note_work_profile(
            actor=house.actor(), at=at, **({"employer_id": firm.pk, "what": "inpakkers"} | facts)
        )
        return WorkProfile.objects.get(pk=key)

    return do


@pytest.fixture
def talk(cast, clock, log_in):
    """Open a step of the talk, answer it, and press."""
    client = log_in(cast.own.account())

    def do(profile, step, **answers):
        url = reverse("work_profiles:change_profile", args=[profile.pk, step])
        version = re.search(r'name="version" value="([^"]+)"', client.get(url).content.decode())[1]
        return client.post(url, {"request_key": uuid4(), "version": version, "then": "next", **answers})

    return do


def test_what_is_asked_step_by_step_stands_on_one_page(cast, note, talk, log_in):
    profile = note()
    hard, learn, loves = _terms(3)
    drives = Requirement.objects.order_by("bit")[0]
    assert talk(
        profile, "werk", what="inpakker", places="3", work_forms=["regular", "learn_work"]
    ).url.endswith("/vraagt/")
    talk(profile, "vraagt", terms=[hard.pk, learn.pk, loves.pk], requirements=[drives.pk])
    talk(
        profile, "vraagt", terms=[hard.pk, learn.pk, loves.pk], requirements=[drives.pk],
        **{f"how-{hard.pk}": "m3", f"how-{learn.pk}": "l2"},
    )  # fmt: skip
    talk(
        profile,
        "omgeving",
        traits=["quiet", "guide"],
        place_words="Er is altijd soep",
        place="Tiel",
        travel="Bus 44",
    )
    talk(
        profile, "tijden", hours_min="16", hours_max="32", days=["mon", "thu"], times=["daytime"], wage_min_cents="14,71",
        wage_max_cents="16", wage_words="cao Metaal",
    )  # fmt: skip
    talk(
        profile, "begin", from_date="2027-03-01", is_expected="on", because="retirement", how_sure="likely",
        until_date="2027-12-31",
    )  # fmt: skip
    person = profile.employer.entrepreneurs.first() or making.entrepreneur(profile.employer)
    ours = cast.own.account()
    done = talk(
        profile,
        "wie",
        select_count="3",
        select_how="een ochtend meelopen",
        to_call=person.pk,
        contact=ours.pk,
    )
    assert done.url == reverse("work_profiles:profile", args=[profile.pk])
    page = text_of(log_in(cast.other.account()).get(done.url))
    for words in (
        "3 inpakker", "gewone baan", f"Moet iemand al kunnen {hard.label}, telt zwaar", f"Is hier te leren {learn.label}",
        drives.label, "rustige omgeving", "Er is altijd soep", "Bus 44", "16 tot 32 uur per week", "Maandag, donderdag",
        "€ 14,71 tot € 16,00 per uur, cao Metaal",
        "Verwacht vanaf 1 maart 2027, tot en met 31 december 2027, iemand gaat met pensioen, waarschijnlijk",
        "3 kandidaten, een ochtend meelopen", person.name, cast.own.account().name,
    ):  # fmt: skip
        assert words in page, words
    assert "Wijzig" not in page and "Vraag door" not in page


def _terms(count):
    from werktop.catalogue.models import Term

    can = list(Term.objects.filter(kind="competency", organisation=None).order_by("code")[: count - 1])
    return [*can, Term.objects.filter(kind="interest", organisation=None).order_by("code")[0]]


def test_what_the_firm_s_page_says_is_filled_in_already(cast, clock, note, log_in):
    client, profile = log_in(cast.own.account()), note()
    for step, words in (("werk", 'value="internship"'), ("omgeving", 'value="Industrieweg 8"')):
        page = client.get(reverse("work_profiles:change_profile", args=[profile.pk, step])).content.decode()
        field = re.search(f"<input[^>]*{words}[^>]*>", page)[0]
        assert "Kijk of het ook hier klopt" in page and (step == "omgeving" or "checked" in field)


@pytest.mark.parametrize(
    ("step", "answers", "said"),
    [
        ("werk", {"what": "  "}, "Schrijf in een paar woorden wat voor werk het is."),
        ("tijden", {"hours_min": "40", "hours_max": "8"}, "Draai ze om."),
        ("tijden", {"hours_min": "90"}, "van 1 tot 60"),
        ("tijden", {"wage_min_cents": "veel"}, "als een bedrag"),
        ("tijden", {"wage_min_cents": "16", "wage_max_cents": "15"}, "Het laagste loon is hoger"),
        ("begin", {"from_date": "2027-03-01", "until_date": "2027-02-01"}, "houdt op voordat het begint"),
        ("begin", {"from_date": "1999-03-01"}, "meer dan twee jaar"),
        ("omgeving", {"traits": ["quiet", "lively"]}, "Kies één van de twee"),
        ("wie", {"is_open_hiring": "on", "select_how": "een toets"}, "Bij open hiring kiest niemand"),
    ],
)
def test_what_cannot_be_is_said_in_words_and_what_was_typed_stays(note, talk, step, answers, said):
    answer = talk(note(), step, **answers)
    page = answer.content.decode()
    assert answer.status_code == 200 and said in page
    typed = [
        value for value in answers.values() if isinstance(value, str) and value.strip() not in ("", "on")
    ]
    assert all(f'value="{value}"' in page for value in typed)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("14,50", 1450), ("14.5", 1450), ("€ 14", 1400), ("14,-", 1400), ("0,99", 99), ("", None)],
)
def test_a_wage_is_read_in_cents(typed, cents):
    assert AmountField().clean(typed) == cents


def test_the_list_is_narrowed_by_each_thing_that_one_asks(cast, note):
    term = _terms(2)[0]
    soon = note(
        what="kok", from_date=date(2027, 2, 1), is_expected=True, how_sure="likely", forms=["regular"], status="open",
        terms=[{"term_id": term.pk, "is_learnable": False, "weight": 2}],
    )  # fmt: skip
    later = note(cast.other, what="hulp", is_open_hiring=True, place="Buren")
    gone = note(what="weg")
    commands.close_work_profile(
        actor=cast.own.actor(), at=making.MOMENT, work_profile_id=gone.pk, status="gone"
    )

    def found(house=cast.own, **asked):
        return list(queries.found_work_profiles(house.actor(), WorkFilters(**asked)))

    assert found() == [soon, later] and found(sort="-begin") == [soon, later]
    assert found(cast.far) == [] and found(status="closed") == [gone] and len(found(status="")) == 3
    for asked in (
        {"words": "KOK"}, {"forms": ["regular"]}, {"how_sure": "likely"}, {"quarter": (date(2027, 1, 1), date(2027, 3, 31))},
        {"term_ids": [term.pk]}, {"status": "open"}, {"place": "Tiel"}, {"is_own": True},
    ):  # fmt: skip
        assert found(**asked) == [soon], asked
    for asked in ({"is_open_hiring": True}, {"is_undated": True}, {"place": "buren"}):
        assert found(**asked) == [later], asked
    assert found(sector="C") == [soon, later] and found(sector="F") == []


def test_the_list_is_shown_and_downloaded(cast, clock, note, log_in):
    note(what="kok", from_date=date(2027, 2, 1), is_expected=True, how_sure="likely")
    client = log_in(cast.other.account())
    assert "kok" in text_of(
        client.get(reverse("work_profiles:profiles"), {"quarter": "2027-1", "sort": "firm"})
    )
    nothing = text_of(client.get(reverse("work_profiles:profiles"), {"quarter": "2026-4"}))
    assert "Geen werk gevonden met deze filters" in nothing
    taken = client.post(reverse("work_profiles:download_profiles"), {"request_key": uuid4()})
    assert "kok" in b"".join(taken.streaming_content).decode()


def test_work_that_does_not_fit_goes_elsewhere_with_the_reason_and_comes_back(cast, clock, note, log_in):
    profile, client = note(status="open"), log_in(cast.own.account())
    judge = reverse("work_profiles:judge_profile", args=[profile.pk])
    assert "Schrijf in een paar woorden waarom" in text_of(client.post(judge, {"request_key": uuid4()}))
    client.post(judge, {"request_key": uuid4(), "reason": "vraagt een diploma dat niemand heeft"})
    page = text_of(client.get(reverse("work_profiles:profile", args=[profile.pk])))
    assert "naar gewone werving" in page and "vraagt een diploma dat niemand heeft" in page
    client.post(
        reverse("work_profiles:close_profile", args=[profile.pk]), {"request_key": uuid4(), "status": "back"}
    )
    profile.refresh_from_db()
    assert (profile.status, profile.reason, profile.closed_at) == ("open", "", None)


def test_a_copy_has_all_but_the_days_of_its_own(cast, at, note):
    term = _terms(2)[0]
    first = note(
        from_date=date(2027, 2, 1),
        forms=["regular"],
        terms=[{"term_id": term.pk, "is_learnable": True, "weight": 3}],
    )
    made = WorkProfile.objects.get(
        pk=commands.copy_work_profile(actor=cast.other.actor(), at=at, work_profile_id=first.pk)
    )
    assert (made.what, made.forms, made.from_date, made.organisation) == (
        "inpakkers", ["regular"], None, cast.other.organisation,
    )  # fmt: skip
    assert queries.asked_of(made) == queries.asked_of(first)


def test_every_step_of_the_talk_has_a_name():
    from werktop.work_profiles.pages.steps import NAMES

    assert list(NAMES) == list(STEPS)


@pytest.mark.parametrize(
    ("facts", "is_low"),
    [
        ({"wage_min_cents": 1471, "forms": ["regular", "trial"]}, True),
        ({"wage_max_cents": 1498}, True),
        ({"wage_min_cents": 1499, "forms": ["regular"]}, False),
        ({"wage_min_cents": 1471, "from_date": date(2027, 3, 1)}, True),
        ({"wage_min_cents": 500, "forms": ["voluntary", "internship"]}, False),
        ({"forms": ["regular"]}, False),
    ],
)
def test_a_wage_below_the_minimum_is_asked_about_and_stops_nobody(cast, facts, is_low):
    found = minimum_above(cast.own.actor(), WorkProfile(**facts), date(2026, 11, 24))
    assert (found is not None) == is_low
    assert not found or "€ 14,99 vanaf 1 juli 2026" in found.warning


def test_the_page_and_the_step_of_pay_ask_whether_a_low_wage_is_right(cast, note, talk, log_in):
    profile = note(forms=["regular"])
    after = talk(profile, "tijden", wage_min_cents="14,71")
    assert after.status_code == 302
    url = reverse("work_profiles:profile", args=[profile.pk])
    read = [text_of(log_in(house.account()).get(url)) for house in (cast.own, cast.other)]
    assert ["minimumloon" in said for said in read] == [True, False]
    step = log_in(cast.own.account()).get(
        reverse("work_profiles:change_profile", args=[profile.pk, "tijden"])
    )
    assert "minimumloon" in text_of(step)


def test_who_asks_is_proposed_as_the_contact_person(cast, note):
    actor = cast.own.actor()
    assert STEPS["wie"](actor, note(select_count=3)).initial["contact"] == str(actor.id)
