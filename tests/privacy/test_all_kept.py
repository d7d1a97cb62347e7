"""All that is kept of one person stands on one page to print, and no table that holds something of the person is forgotten."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from tests import making
from tests.gatherings.day_making import running_day
from tests.gatherings.page_asking import text_of
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.accounts.roles import Role
from werktop.audit.kept import answers_about
from werktop.audit.models import PersonalView
from werktop.candidates import commands as candidates
from werktop.candidates.models import Candidate
from werktop.employers.models import KnownFirm
from werktop.gatherings.models import Agreement, Click, Guest, PairRule, TalentSeen
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
PEOPLE = ("candidates.Candidate", "employers.Entrepreneur")
NAMES_A_PERSON = {"to_id", "holder_id", "about_id", "about_ids", "actor_id", "kept_id", "first_id"}
"""Fields that hold the key of a person without a foreign key. Lists that are read in (`exchange.Upload`) hold whole rows."""


def tables_of(label: str) -> set[str]:
    """Every table with a row that hangs on a person, or on a row that does, or that names the person by a plain key."""
    rooms = [
        m
        for m in apps.get_models()
        if m.__module__.startswith("werktop.") and not hasattr(m, "pgh_tracked_model")
    ]
    found, before = {apps.get_model(label)}, set()
    while found != before:
        before = set(found)
        found |= {
            m for m in rooms for f in m._meta.concrete_fields if f.is_relation and f.related_model in found
        }
    loose = {m for m in rooms if NAMES_A_PERSON & {f.name for f in m._meta.concrete_fields}}
    return {m._meta.label for m in found | loose} | {"exchange.Upload"}


def kept(client, person) -> str:
    """The page about this person, as text."""
    kind = person._meta.model_name
    if kind == "candidate":  # with whom the one who prints it works
        Candidate.objects.filter(pk=person.pk).update(assigned_to=client.session["_auth_user_id"])
    return text_of(client.get(reverse(f"privacy:kept_of_{kind}", args=[person.pk])))


@pytest.mark.parametrize("label", PEOPLE)
def test_every_table_that_holds_a_person_has_an_answer(label):
    asked, answered = tables_of(label), answers_about(label)
    assert len(asked) > 12, "the search finds the tables"
    assert asked - set(answered) == set(), (
        "say in the room's `ready` what it tells (keeps), or why not (leaves_out)"
    )
    assert set(answered) - asked == set(), "answers for tables that hold nothing of the person"


def test_a_table_without_an_answer_is_found_out(monkeypatch):
    answered = answers_about("candidates.Candidate")
    del answered["gatherings.TalentSeen"]
    assert tables_of("candidates.Candidate") - set(answered) == {"gatherings.TalentSeen"}


def test_every_field_of_the_file_that_says_something_stands_there(cast, log_in, clock):
    facts = {
        "last_name": "Xylo", "email": "fatima@post.example", "phone": "+31612345678", "address": "Kersenlaan 77",
        "postcode": "4001 AB", "preferred_channel": "letter", "languages": ["ti"], "own_words": "Ik bak graag brood",
        "education": "MBO 2", "dutch_spoken": 3, "dutch_written": 4,
        "driving_licences": ["BE"], "registered_date": date(2025, 2, 3),
        "reported_date": date(2025, 4, 5), "is_step_free_needed": True, "is_interpreter_needed": True,
        "is_childcare_needed": True, "is_travel_paid": True, "has_companion": True, "day_note": "niet bij het raam",
        "colleague_name": "Tineke", "informed_date": date(2026, 1, 9), "is_shared": False,
    }  # fmt: skip
    person = making.candidate(cast.own, "Fatima", term_codes=("koken",), **facts)
    shown = {
        "phone": "06 12345678", "preferred_channel": "brief", "languages": "Tigrinya",
        "dutch_spoken": "spreken goed", "dutch_written": "schrijven heel goed", "driving_licences": "BE",
        "registered_date": "3 februari 2025", "reported_date": "5 april 2025", "informed_date": "9 januari 2026",
        "is_step_free_needed": "drempelvrije tafel", "is_interpreter_needed": "Een tolk",
        "is_childcare_needed": "Kinderopvang", "is_travel_paid": "Reiskosten vergoed",
        "has_companion": "Een stoel extra", "is_shared": "vinden u zonder naam nee",
    }  # fmt: skip
    said = {name for name, label in Candidate.privacy.items() if label.category != "technical"}
    # what is only there to find people by, and an adjustment, which is told with its own words from the picture
    kept_aside = {"marks", "name_marks", "name_key", "adjusted_ways"}
    assert said - kept_aside - {"first_name", "legal_ground", "legal_purpose"} == set(facts), (
        "a new field: is it on the page?"
    )
    page = kept(log_in(cast.own.account()), person)
    for name, value in facts.items():
        assert shown.get(name, str(value)) in page, name
    assert (
        person.legal_ground in page
        and "begeleiden naar werk" in page
        and "Koken en bakken u vertelde dit zelf" in page
    )


def test_what_stood_there_before_is_kept_and_so_it_is_told(cast, at, log_in, clock):
    person = making.candidate(cast.own, "Fatima", term_codes=("koken",), address="Kersenlaan 77")
    candidates.change_candidate(actor=cast.own.actor(), at=at, candidate_id=person.pk, address="Veerstraat 2")
    person.terms.all().delete()
    page = kept(log_in(cast.own.account()), person)
    assert (
        "Adres, eerder Kersenlaan 77 (tot 24 november 2026)" in page
        and "Koken en bakken, eerder genoteerd op" in page
    )


class TestTheDay:
    """What the other rooms hand in, of a guest at a table."""

    @pytest.fixture
    def day(self, cast, at, clock):
        return running_day(cast.own, at=at)

    @pytest.fixture
    def fatima(self, day, at):
        """Fatima, of whom every table holds something; Joris chose her, and she did not choose Joris."""
        guest = day.guests["Fatima"]
        guest.wants_travel_paid, guest.wants_childcare, guest.arranged = True, False, ["wants_travel_paid"]
        guest.save()
        joris = Guest.objects.filter(gathering=day.gathering, kind="entrepreneur").order_by("id")[0]
        anna = Guest.objects.filter(gathering=day.gathering, kind="entrepreneur").order_by("id")[1]
        type(joris.entrepreneur).objects.filter(pk=joris.entrepreneur_id).update(first_name="Jorisken")
        type(anna.entrepreneur).objects.filter(pk=anna.entrepreneur_id).update(first_name="Annaken")
        Click.objects.all().delete()
        Click.objects.create(
            gathering=day.gathering, chooser=joris, chosen=guest, source="guest", noted_at=at
        )
        Click.objects.create(gathering=day.gathering, chooser=guest, chosen=anna, source="guest", noted_at=at)
        Agreement.objects.create(
            gathering=day.gathering,
            candidate_guest=guest,
            entrepreneur_guest=anna,
            words="visit",
            noted_at=at,
        )
        TalentSeen.objects.create(
            gathering=day.gathering, guest=guest, term=making.terms("koken")[0], noted_at=at
        )
        where = {"gathering": day.gathering, "region": guest.region, "organisation": guest.organisation}
        FollowUp.objects.create(
            **where, candidate=guest.candidate, entrepreneur=joris.entrepreneur, ground="call", made_at=at, sent_at=at,
            status="unsuitable", unsuitable_by="entrepreneur", called_off_at=at - timedelta(days=1), words="Bel maar eens",
        )  # fmt: skip
        FollowUp.objects.create(
            **where, candidate=guest.candidate, entrepreneur=anna.entrepreneur, ground="call", made_at=at, words="Nog niet",
        )  # fmt: skip
        NextStep.objects.create(**where, candidate=guest.candidate, reason="asked", made_at=at)
        Message.objects.create(
            organisation=guest.organisation, channel="email", to_kind="candidate", to_id=guest.candidate_id,
            to_name="Fatima", to_address="f@post.example", subject="Uitnodiging", message_id="<1@x.example>",
            body="Beste Fatima,\n\nKomt u?\nhttps://werktop.example/u/geheim/\n", about_kind="gathering",
            about_id=day.gathering.pk, purpose="invitation", created_at=at, status="sent", sent_at=at,
        )  # fmt: skip
        return guest.candidate

    def test_each_room_hands_in_its_part(self, fatima, day, cast, log_in):
        page = kept(log_in(cast.own.account()), fatima)
        for words in (
            f"Gesprek bij {day.gathering.place_name}", "Uw antwoord Komt", "Wij betalen uw reis ja", "Kinderopvang nee",
            "Wat u vroeg, is geregeld reiskosten", "Uw stoel ronde 1, tafel", "Binnengekomen",
            "U wilde verder praten met Annaken", "Aan tafel afgesproken met Annaken", "komt kijken",
            "Aan tafel gezien koken", "Vervolggesprek na", "Met Jorisken", "Bel maar eens", "Volgende stap van",
            "Berichten aan u", "f@post.example", "Komt u?", "3 maanden na het prettig gesprek",
        ):  # fmt: skip
            assert words in page, words

    def test_what_another_chose_stays_that_others_and_links_do_not_stand_there(self, fatima, cast, log_in):
        page = kept(log_in(cast.own.account()), fatima)
        assert "verder praten met Jorisken" not in page
        for words in ("de ondernemer wil graag", "een ondernemer wil graag verder"):
            assert words not in page.lower()
        assert (
            "Wij stelden het voor" in page
            and "Koos iemand anders ú om mee verder te praten? Dat staat hier niet" in page
        )
        assert "geheim" not in page

    def test_it_tells_of_the_other_no_more_than_the_messages_did(self, fatima, day, cast, at, log_in):
        first, second = Guest.objects.filter(gathering=day.gathering, kind="candidate").order_by("id")[:2]
        PairRule.objects.create(gathering=day.gathering, first=first, second=second, kind="apart")
        Message.objects.update(status="withdrawn", sent_at=None)
        client = log_in(cast.own.account())
        page = kept(client, fatima)
        assert "Nog niet" not in page and "Komt niet uit" in page and "Afgezegd" not in page
        assert "niet aan één tafel" not in kept(client, first.candidate).lower()
        assert "een bericht dat niet is verstuurd" in page and "Komt u?" not in page
        talk = FollowUp.objects.get(status="unsuitable")
        others = kept(client, talk.entrepreneur)
        assert "Afgezegd door u" in others and "Bel maar eens" not in others
        talk.unsuitable_by, talk.called_off_at = "candidate", at
        talk.save()
        assert "Komt niet uit" not in kept(client, talk.entrepreneur), "it may still be taken back"
        assert "Afgezegd door u" in kept(client, fatima)

    def test_who_arranges_no_talks_reads_no_choices(self, fatima, day, cast, log_in):
        type(cast.own.organisation).objects.filter(pk=cast.own.organisation.pk).update(kind="collective")
        person = (
            Guest.objects.filter(gathering=day.gathering, kind="entrepreneur").order_by("id")[0].entrepreneur
        )
        page = kept(log_in(cast.own.account()), person)
        assert (
            "Gesprek bij" in page and "U wilde verder praten met" not in page and "Vervolggesprek" not in page
        )

    def test_an_entrepreneur_has_one_too_of_what_the_own_organisation_keeps(
        self, fatima, day, cast, at, log_in
    ):
        guest = Guest.objects.filter(gathering=day.gathering, kind="entrepreneur").order_by("id")[0]
        person = guest.entrepreneur
        KnownFirm.objects.create(entrepreneur=person, firm_name="Rietdekker Rem")
        FreeBlock.objects.create(
            gathering=day.gathering, entrepreneur=person, starts_at=at + timedelta(days=3),
            ends_at=at + timedelta(days=3, hours=1),
        )  # fmt: skip
        page = kept(log_in(cast.own.account()), person)
        for words in (
            "Rietdekker Rem",
            "Gesprek bij",
            "U wilde verder praten met Fatima",
            "Wanneer u tijd hebt",
        ):
            assert words in page, words
        elsewhere = kept(log_in(cast.other.account()), person)
        assert "Rietdekker Rem" in elsewhere and "Vraag hun zelf wat zij bewaren" in elsewhere
        assert (
            "Gesprek bij" not in elsewhere and "Fatima" not in elsewhere and "Wanneer u tijd" not in elsewhere
        )


def test_looking_at_it_is_a_line_in_the_log_which_the_next_print_tells(cast, log_in, clock):
    person = making.candidate(cast.own, "Fatima")
    client = log_in(cast.own.account())
    assert "Wie uw gegevens bekeek" not in kept(client, person)
    line = PersonalView.objects.get(page="privacy:kept_of_candidate")
    assert line.about_ids == [str(person.pk)] and line.about_organisation_id == person.organisation_id
    page = kept(client, person)
    assert "Wie uw gegevens bekeek" in page and "Een relatiemanager van Gemeente Waalsteen" in page
    told = page.partition("Wie uw gegevens bekeek")[2]
    assert cast.own.account().name not in told, "by function and organisation, not by name"


def test_it_is_one_tap_from_the_page_of_the_person_and_promised_where_guests_read(
    cast, log_in, client, clock
):
    person = making.candidate(cast.own, "Fatima")
    partner = making.entrepreneur(making.employer(cast.own))
    manager = log_in(cast.own.account())
    for page, address in (
        (
            reverse("candidates:candidate", args=[person.pk]),
            reverse("privacy:kept_of_candidate", args=[person.pk]),
        ),
        (
            reverse("employers:employer", args=[partner.employer_id]),
            reverse("privacy:kept_of_entrepreneur", args=[partner.pk]),
        ),
    ):
        assert f'href="{address}"' in manager.get(page).content.decode()
    own = cast.own.organisation
    assert "alles staat op één lijst" in text_of(client.get(reverse("portal:what_we_know", args=[own.slug])))


def test_who_does_not_work_with_the_person_does_not_read_it(cast, log_in, clock):
    person = making.candidate(cast.own, "Fatima")
    address = reverse("privacy:kept_of_candidate", args=[person.pk])
    assert log_in(cast.other.account()).get(address).status_code == 404
    assert log_in(cast.own.account(Role.COORDINATOR)).get(address).status_code == 403
    assert not PersonalView.objects.exists()


def test_a_longer_life_asks_the_database_no_more(cast, at, log_in, clock, django_assert_max_num_queries):
    person = making.candidate(cast.own, "Fatima")
    client = log_in(cast.own.account())
    address = reverse("privacy:kept_of_candidate", args=[person.pk])
    for _n in range(6):
        making.guest(making.gathering(cast.own, tables=1), person, arrived_at=at)
    client.get(address)
    with django_assert_max_num_queries(58):
        client.get(address)


@pytest.mark.parametrize("has_left", [False, True])
def test_a_next_step_was_told_once_its_message_left(cast, at, log_in, clock, has_left):
    told = evening(cast, candidates=1, entrepreneurs=1)
    propose(cast, at, told)
    send(cast, at, told)
    if has_left:
        Message.objects.update(status="sent", sent_at=at)
    text = kept(log_in(cast.own.account()), told.people[0])
    assert ("Wij vertelden u dit op" in text.split("Volgende stap van")[1]) is has_left


@pytest.mark.parametrize("is_sent", [False, True])
def test_an_hour_that_is_only_proposed_is_still_free(cast, at, log_in, clock, is_sent):
    told = evening(cast, candidates=1, entrepreneurs=1)
    give_hours(cast, at, told, told.partners[0])
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    if is_sent:
        send(cast, at, told)
    text = kept(log_in(cast.own.account()), told.partners[0])
    assert ("voor een gesprek gekozen" in text) is is_sent and ("nog vrij" in text) is not is_sent


def test_a_colleague_who_looks_again_and_again_on_one_day_counts_once_for_each_page(cast, log_in, clock):
    person, client = making.candidate(cast.own), log_in(cast.own.account())
    for _time in range(3):
        for page in ("candidates:candidate", "candidates:then_and_now"):
            client.get(reverse(page, args=[person.pk]))
    bas = making.colleague_beside(cast.own)
    line = PersonalView.objects.filter(page="candidates:candidate").first()
    line.pk, line.actor_id = PersonalView._meta.pk.get_default(), bas.pk
    line._state.adding = True
    line.save()
    told = kept(client, person).partition("Wie uw gegevens bekeek")[2]
    assert PersonalView.objects.count() > 6
    assert "2 relatiemanagers van Gemeente Waalsteen (3 keer)" in told and "één keer per dag" in told
