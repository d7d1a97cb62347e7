"""What somebody needs on the day: from the file, said by the link, noted by telephone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from tests import making
from tests.exchange.test_facts import facts
from tests.gatherings.answering import answers
from tests.gatherings.page_asking import at_page, post, text_of
from tests.gatherings.test_arranging import card
from tests.gatherings.test_guest_pages import queries

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates.models import Candidate
from werktop.gatherings.commands.arranging import note_arranged, note_travel_paid
from werktop.gatherings.models import Guest
from werktop.gatherings.queries.guests import guest_rows
from werktop.gatherings.queries.needs import IN_THE_FILE
from werktop.gatherings.refusals import GuestAsksNothing

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(cast, clock):
    return making.gathering(cast.own, tables=1)


@pytest.fixture
def youssef(cast):
    return making.candidate(
        cast.own, "Youssef", is_interpreter_needed=True, is_travel_paid=True, day_note="belt liever"
    )


def wants(cast, gathering, role=Role.RELATIONSHIP_MANAGER) -> dict[str, list[str]]:
    return {row.first_name: row.wants for row in guest_rows(cast.own.actor(role), gathering)}


def ticked(page, name="wish") -> set[str]:
    """The boxes that stand ticked on a page."""
    found = re.findall(rf'<input[^>]*name="{name}"[^>]*>', page.content.decode())
    return {re.search('value="([^"]+)"', each)[1] for each in found if "checked" in each}


class TestTheFile:
    def test_what_it_says_is_to_be_arranged(self, cast, made, youssef, log_in):
        making.guest(made, youssef)
        client = log_in(cast.own.account())
        told = card(client.get(at_page("gathering", made)))
        assert "Youssef" in told and "reiskosten, tolk, belt liever" in told
        assert "Youssef" in text_of(client.get(at_page("guests", made) + "?asks=on"))
        sheet = post(client, at_page("download_guests", made) + "?asks=on")
        assert "reiskosten, tolk" in b"".join(sheet.streaming_content).decode()
        assert "1 gast van 3 december vraagt een tolk of kinderopvang." in text_of(client.get("/"))
        post(
            client, at_page("note_arranged", made, guest_id=Guest.objects.get().pk), need="wants_interpreter"
        )
        assert "vraagt een tolk" not in text_of(client.get("/"))

    def test_it_is_the_same_when_it_came_from_a_spreadsheet(self, cast, made):
        row = facts(needs=("interpreter", "childcare"))
        needs = {name: row[name] for name in (*IN_THE_FILE.values(), "day_note")}
        making.guest(made, making.candidate(cast.own, "Noor", **needs))
        assert wants(cast, made)["Noor"] == ["kinderopvang", "tolk", "een rustige plek"]

    def test_a_change_in_it_is_followed_also_after_something_was_arranged(self, cast, made, youssef, log_in):
        making.guest(made, youssef, arranged=["wants_interpreter"])
        Candidate.objects.update(is_childcare_needed=True, is_travel_paid=False)
        client = log_in(cast.own.account())
        told = card(client.get(at_page("gathering", made)))
        assert "Geregeld: kinderopvang" in told and "reiskosten" not in told
        assert "1 gast van 3 december vraagt een tolk of kinderopvang." in text_of(client.get("/"))

    def test_what_the_guest_said_goes_before_it(self, cast, at, made, youssef, log_in):
        guest = making.guest(made, youssef, "invited")
        answers(guest, "yes", at, wants_interpreter=False, wants_travel_paid=False)
        Candidate.objects.update(is_interpreter_needed=True, is_childcare_needed=True)
        assert wants(cast, made)["Youssef"] == ["kinderopvang", "belt liever"]
        answers(guest, "no", at)
        assert wants(cast, made)["Youssef"] == []
        answers(guest, "yes", at)
        assert "tolk" in wants(cast, made)["Youssef"], "a no ends what was said of this time"

    def test_it_is_read_by_the_own_organisation_and_its_note_by_who_works_with_the_person_or_arranges_the_day(
        self, cast, made, youssef
    ):
        making.guest(made, youssef)
        yonas = making.candidate(cast.other, "Yonas", is_interpreter_needed=True, day_note="rolstoel")
        making.guest(made, yonas)
        assert wants(cast, made) == {"Youssef": ["reiskosten", "tolk", "belt liever"], "Yonas": []}
        assert wants(cast, made, Role.COORDINATOR)["Youssef"] == ["reiskosten", "tolk"]
        theirs = {row.first_name: row.wants for row in guest_rows(cast.other.actor(), made)}
        assert theirs == {"Youssef": [], "Yonas": ["tolk"]}, "who does not work with the person"
        type(yonas).objects.filter(pk=yonas.pk).update(assigned_to=cast.other.account())
        theirs = {row.first_name: row.wants for row in guest_rows(cast.other.actor(), made)}
        assert theirs == {"Youssef": [], "Yonas": ["tolk", "rolstoel"]}

    def test_who_sees_no_files_reads_how_many(self, cast, clock, youssef, log_in):
        made = making.gathering(cast.private, tables=1)
        making.guest(made, youssef)
        client = log_in(cast.private.account(Role.COORDINATOR))
        for page in ("guests", "gathering"):
            assert "zonder namen" not in text_of(client.get(at_page(page, made))), "only the file says it"
        making.guest(made, making.candidate(cast.other), wants_interpreter=True, wants_travel_paid=True)
        told = text_of(client.get(at_page("guests", made)))
        assert "reiskosten: 1, tolk: 1" in told and "belt liever" not in told


class TestByTelephone:
    def test_the_boxes_stand_beside_the_call_with_what_is_known(self, cast, made, youssef, log_in):
        guest = making.guest(made, youssef, "invited")
        making.guest(made, making.entrepreneur(making.employer(cast.own)), "invited")
        page = log_in(cast.own.account()).get(at_page("guests", made))
        assert ticked(page) == {"wants_interpreter", "wants_travel_paid"}
        assert text_of(page).count("Wat nodig is") == 1, "entrepreneurs are asked nothing"
        assert not Guest.objects.get(pk=guest.pk).wants_interpreter, "looking notes nothing"

    def test_who_needs_nothing_costs_no_tap_and_the_file_goes_on_to_count(self, cast, made, log_in):
        guest = making.guest(made, making.candidate(cast.own, "Piet"), "invited")
        client = log_in(cast.own.account())
        post(client, at_page("guest_reply", made, guest_id=guest.pk), answer="yes")
        guest.refresh_from_db()
        assert (guest.reply, guest.wants_interpreter, guest.brings_somebody) == ("yes", None, None)
        Candidate.objects.update(is_childcare_needed=True)
        assert wants(cast, made)["Piet"] == ["kinderopvang"]

    def test_what_is_ticked_or_unticked_is_noted_with_the_answer(self, cast, made, youssef, log_in):
        guest = making.guest(made, youssef, "invited")
        client = log_in(cast.own.account())
        answer = {"answer": "yes", "wish": ["wants_interpreter", "wants_childcare"]}
        stood = ["wants_interpreter", "wants_travel_paid"]
        post(client, at_page("guest_reply", made, guest_id=guest.pk), **answer, wished=stood)
        guest.refresh_from_db()
        said = (
            guest.wants_interpreter,
            guest.wants_childcare,
            guest.wants_travel_paid,
            guest.brings_somebody,
        )
        assert said == (True, True, False, None)

    def test_who_said_yes_calls_again_about_what_is_needed(self, cast, made, log_in):
        guest = making.guest(made, making.candidate(cast.own, "Piet"))
        client = log_in(cast.own.account())
        assert "wat nodig is voor Piet" in text_of(client.get(at_page("guests", made)))
        post(client, at_page("guest_reply", made, guest_id=guest.pk), answer="yes", wish="brings_somebody")
        assert "Genoteerd wat nodig is." in text_of(client.get(at_page("guests", made)))
        assert Guest.objects.get(pk=guest.pk).brings_somebody is True

    def test_who_may_not_know_what_a_guest_needs_notes_none(self, cast, clock, log_in):
        made = making.gathering(cast.private, tables=1)
        guest = making.guest(made, making.candidate(cast.own, "Zahra"))
        client = log_in(cast.private.account(Role.COORDINATOR))
        assert "Wat nodig is" not in text_of(client.get(at_page("guests", made)))
        post(client, at_page("guest_reply", made, guest_id=guest.pk), answer="yes", wish="wants_interpreter")
        assert Guest.objects.get(pk=guest.pk).wants_interpreter is None

    def test_the_list_asks_as_much_for_5_guests_as_for_50(self, cast, made, log_in):
        client, asked = log_in(cast.own.account()), []
        for count in (5, 45):
            for n in range(count):
                making.guest(made, making.candidate(cast.own, f"K{n}", is_travel_paid=True), "invited")
            asked.append(queries(client, at_page("guests", made)))
        assert asked[0] == asked[1] <= 15


class TestTheJourney:
    """What the journey cost is paid after the day: it stands until it is ticked, of who was there."""

    WORDS = "1 gast van 3 december krijgt de reiskosten nog terug."

    @pytest.fixture
    def held(self, cast, made, youssef, at, clock):
        there = making.guest(made, youssef, arrived_at=made.starts_at, arranged=["wants_interpreter"])
        stayed_away = making.candidate(cast.own, "Weg", is_travel_paid=True)
        making.guest(made, stayed_away)
        making.guest(made, making.candidate(cast.own, "Piet"), arrived_at=made.starts_at)
        type(made).objects.update(status="finished", contact=cast.own.account())
        clock.set(made.ends_at + timedelta(days=3))
        return there

    def test_it_stands_with_the_gathering_and_on_today_until_it_is_ticked(self, cast, made, held, log_in):
        client = log_in(cast.own.account())
        page = client.get(at_page("gathering", made))
        told = card(page)
        assert "Reiskosten van wie er was" in told and "Betaald: reiskosten" in told
        assert "Youssef" in told and "Weg" not in told and "Piet" not in told and "tolk" not in told
        today = client.get("/")
        assert self.WORDS in text_of(today)
        assert at_page("gathering", made) + "#to-arrange" in today.content.decode()
        post(client, at_page("note_arranged", made, guest_id=held.pk), need="wants_travel_paid")
        assert "reiskosten betaald" in card(client.get(at_page("gathering", made)))
        assert self.WORDS not in text_of(client.get("/"))

    def test_before_the_day_who_asks_for_no_more_than_that_is_one_line(self, cast, made, youssef, log_in):
        making.guest(made, youssef)
        for name in ("Anna", "Bert"):
            making.guest(made, making.candidate(cast.own, name, is_travel_paid=True))
        page = log_in(cast.own.account()).get(at_page("gathering", made))
        assert "2 gasten vragen alleen reiskosten" in card(page)
        assert [r.first_name for r in page.context["asking"]] == ["Youssef"]
        assert {r.first_name for r in page.context["later"]} == {"Anna", "Bert"}

    def test_before_the_day_there_is_nothing_to_tick(self, cast, made, youssef, at, log_in):
        guest = making.guest(made, youssef)
        told = card(log_in(cast.own.account()).get(at_page("gathering", made)))
        assert "reiskosten, tolk" in told and "Geregeld: tolk" in told
        assert ": reiskosten" not in told and "Reiskosten betaal je op de dag zelf of erna" in told
        asked = {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}
        with pytest.raises(GuestAsksNothing):
            note_arranged(**asked, guest_id=guest.pk, need="wants_travel_paid")
        assert note_travel_paid(**asked, guest_ids=[guest.pk]) == 0
        assert Guest.objects.get().arranged == []

    def test_who_is_there_may_be_paid_on_the_day_and_that_stays(self, cast, made, youssef, log_in, clock):
        guest = making.guest(made, youssef, arrived_at=made.starts_at)
        type(made).objects.update(status="running", contact=cast.own.account())
        clock.set(made.starts_at)
        client = log_in(cast.own.account())
        assert "Betaald: reiskosten" in card(client.get(at_page("gathering", made)))
        post(client, at_page("note_arranged", made, guest_id=guest.pk), need="wants_travel_paid")
        # a slip at the door, a change in the file: what was paid was paid
        Guest.objects.update(arrived_at=None)
        Candidate.objects.update(is_travel_paid=False)
        type(made).objects.update(status="finished")
        clock.set(made.ends_at + timedelta(days=3))
        assert "reiskosten betaald" in card(client.get(at_page("gathering", made)))
        assert "reiskosten nog terug" not in text_of(client.get("/"))

    def test_one_tap_pays_all_and_one_takes_back_just_those(self, cast, made, held, log_in):
        paid = making.guest(
            made, making.candidate(cast.own, "Eerder", is_travel_paid=True),
            arrived_at=made.starts_at, arranged=["wants_travel_paid"],
        )  # fmt: skip
        client, words = log_in(cast.own.account()), "Alle reiskosten betaald"
        assert words not in card(client.get(at_page("gathering", made))), "one is one tap"
        more = [
            making.guest(
                made, making.candidate(cast.own, f"K{n}", is_travel_paid=True), arrived_at=made.starts_at
            )
            for n in range(2)
        ]
        page = client.get(at_page("gathering", made))
        assert words in card(page)
        shown = re.findall(r'name="guest" value="([^"]+)"', page.content.decode())
        assert set(shown) == {str(each.pk) for each in (held, *more)}
        later = making.guest(
            made, making.candidate(cast.own, "Later", is_travel_paid=True), arrived_at=made.starts_at
        )
        address = at_page("note_travel_paid", made)
        page = client.get(post(client, address, guest=shown, paid="yes")["Location"])
        assert {g.pk for g in Guest.objects.filter(arranged__contains=["wants_travel_paid"])} == {
            paid.pk, held.pk, *(each.pk for each in more)
        }  # fmt: skip
        assert "1 gast van 3 december krijgt de reiskosten nog terug." in text_of(client.get("/")), later
        assert "Toch niet betaald: alle 3" in card(page)
        assert "Toch niet betaald" not in card(client.get(at_page("gathering", made)))
        post(client, address, guest=shown, paid="no")
        assert [g.pk for g in Guest.objects.filter(arranged__contains=["wants_travel_paid"])] == [paid.pk]
        held.refresh_from_db()
        assert held.arranged == ["wants_interpreter"]

    @pytest.mark.parametrize(("count", "is_offered"), [(100, True), (200, False)])
    def test_one_tap_for_all_leads_to_an_address_that_a_server_takes(
        self, cast, made, held, log_in, count, is_offered
    ):
        client = log_in(cast.own.account())
        came = {"wants_travel_paid": True, "arrived_at": made.starts_at}
        guests = [making.guest(made, making.candidate(cast.own, f"K{n}"), **came) for n in range(count)]
        answer = post(client, at_page("note_travel_paid", made), guest=[g.pk for g in guests], paid="yes")
        assert len(answer["Location"]) < 4050
        page = card(client.get(answer["Location"]))
        assert (f"Toch niet betaald: alle {count}" in page) is is_offered
        assert Guest.objects.filter(arranged__contains=["wants_travel_paid"]).count() == count

    def test_one_tap_pays_nobody_whom_the_actor_may_not_know(self, cast, at, made, held):
        asked = {"at": at, "gathering_id": made.pk, "guest_ids": [held.pk]}
        for house in (cast.other, cast.private, cast.far):
            with pytest.raises(NotVisible):
                note_travel_paid(actor=house.actor(), **asked)
        with pytest.raises(NotAllowed):
            note_travel_paid(actor=cast.own.actor(Role.TABLE_HOST), **asked)
        elsewhere = making.guest(making.gathering(cast.own), making.candidate(cast.own))
        with pytest.raises(NotVisible):
            note_travel_paid(actor=cast.own.actor(), **(asked | {"guest_ids": [held.pk, elsewhere.pk]}))
        assert not Guest.objects.filter(arranged__contains=["wants_travel_paid"]).exists()

    def test_a_form_that_names_no_guest_is_none(self, cast, made, held, log_in):
        client = log_in(cast.own.account())
        assert post(client, at_page("note_travel_paid", made), guest="7").status_code == 404

    def test_who_said_no_and_came_gets_it_back_too(self, cast, at, made, held, log_in):
        Guest.objects.filter(pk=held.pk).update(reply="no")
        client = log_in(cast.own.account())
        assert self.WORDS in text_of(client.get("/"))
        assert "Betaald: reiskosten" in card(client.get(at_page("gathering", made)))
        post(client, at_page("note_arranged", made, guest_id=held.pk), need="wants_travel_paid")
        assert "reiskosten betaald" in card(client.get(at_page("gathering", made)))
        assert self.WORDS not in text_of(client.get("/"))

    def test_an_evening_that_nobody_closed_is_over_too(self, cast, made, held, log_in):
        type(made).objects.update(status="running")
        client = log_in(cast.own.account())
        assert self.WORDS in text_of(client.get("/"))
        assert "Youssef" in card(client.get(at_page("gathering", made)))

    def test_it_ends_with_what_is_kept_of_needs(self, cast, made, held, log_in, clock):
        clock.set(made.ends_at + timedelta(days=93))
        client = log_in(cast.own.account())
        assert "reiskosten nog terug" not in text_of(client.get("/"))
        assert not card(client.get(at_page("gathering", made)))

    def test_not_while_the_day_runs_nor_of_one_that_was_called_off(self, cast, made, held, log_in, clock):
        client = log_in(cast.own.account())
        type(made).objects.update(status="cancelled", cancelled_at=made.starts_at)
        assert "reiskosten nog terug" not in text_of(client.get("/"))
        type(made).objects.update(status="running", cancelled_at=None)
        clock.set(made.starts_at + timedelta(minutes=30))
        assert "reiskosten nog terug" not in text_of(client.get("/"))

    def test_a_private_organiser_reads_how_many(self, cast, clock, youssef, log_in):
        made = making.gathering(cast.private, tables=1, status="finished")
        making.guest(made, youssef, arrived_at=made.starts_at, wants_travel_paid=True)
        clock.set(made.ends_at + timedelta(days=3))
        told = card(log_in(cast.private.account(Role.COORDINATOR)).get(at_page("gathering", made)))
        assert "reiskosten: 1" in told and "tolk" not in told and "Youssef" not in told
