"""What guests ask for stands on somebody's list until it is arranged, by name for who may know it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of
from tests.gatherings.test_guest_pages import queries

from werktop.accounts.roles import Role
from werktop.audit.models import PersonalView
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings.commands.answering import reply_to_invitation
from werktop.gatherings.commands.arranging import note_arranged
from werktop.gatherings.models import Guest
from werktop.gatherings.queries.needs import TRAVEL
from werktop.gatherings.refusals import GuestAsksNothing

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(cast, clock):
    return making.gathering(cast.own, tables=1)


@pytest.fixture
def zahra(cast, made):
    """Comes, and asks for an interpreter and childcare."""
    person = making.candidate(cast.own, "Zahra")
    return making.guest(made, person, wants_interpreter=True, wants_childcare=True)


def card(page) -> str:
    found = re.search(r'aria-labelledby="to-arrange".*?</section>', page.content.decode(), re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


class TestTheCard:
    def test_it_names_who_asks_and_what(self, cast, made, zahra, log_in):
        making.guest(made, making.candidate(cast.own, "Piet"))
        making.guest(made, making.candidate(cast.own, "Noor"), brings_somebody=True)
        making.guest(made, making.candidate(cast.own, "Afgezegd"), "no", wants_interpreter=True)
        theirs = making.guest(made, making.candidate(cast.other, "Yonas"), wants_travel_paid=True)
        for role in (Role.RELATIONSHIP_MANAGER, Role.COORDINATOR):
            page = log_in(cast.own.account(role)).get(at_page("gathering", made))
            told = card(page)
            assert "Zahra" in told and "kinderopvang, tolk" in told
            assert "Noor" in told and "stoel extra" in told
            assert "Yonas" in told and "reiskosten" in told
            assert "Piet" not in told and "Afgezegd" not in told
            assert f"{at_page('guests', made)}?asks=on" in page.content.decode()
        views = PersonalView.objects.filter(page="gatherings:gathering")
        assert any(str(theirs.candidate_id) in view.about_ids for view in views)

    def test_another_organisation_reads_its_own_people_alone(self, cast, made, zahra, log_in):
        client = log_in(cast.other.account())
        assert not card(client.get(at_page("gathering", made)))
        making.guest(made, making.candidate(cast.other, "Yonas"), wants_interpreter=True)
        told = card(client.get(at_page("gathering", made)))
        assert "Yonas" in told and "Zahra" not in told

    def test_who_sees_no_files_reads_totals(self, cast, clock, log_in):
        made = making.gathering(cast.private, tables=1)
        making.guest(made, making.candidate(cast.own, "Zahra"), wants_interpreter=True)
        client = log_in(cast.private.account(Role.COORDINATOR))
        told = card(client.get(at_page("gathering", made)))
        assert "tolk: 1" in told and "Zahra" not in told
        assert "vraagt iets" not in text_of(client.get(at_page("guests", made)))
        assert "Zahra" in text_of(client.get(at_page("guests", made) + "?asks=on")), (
            "the filter does not exist"
        )

    def test_one_tap_ticks_and_one_takes_it_back(self, cast, made, zahra, log_in):
        client = log_in(cast.own.account())
        address = at_page("note_arranged", made, guest_id=zahra.pk)
        answer = post(client, address, need="wants_interpreter")
        assert answer["Location"] == at_page("gathering", made) + "#to-arrange"
        told = card(client.get(at_page("gathering", made)))
        assert "tolk geregeld" in told and "Toch niet" in told, "what else was asked still waits"
        assert "Geregeld: kinderopvang" in told and "Geregeld: tolk" not in told
        assert "geregeld" not in text_of(client.get(at_page("guests", made)))
        post(client, address, need="wants_childcare")
        assert "geregeld" in text_of(client.get(at_page("guests", made)))
        post(client, address, need="wants_interpreter", arranged="no")
        assert Guest.objects.get(pk=zahra.pk).arranged == ["wants_childcare"]

    def test_it_asks_as_much_for_5_guests_as_for_50(self, cast, made, zahra, log_in):
        client, asked = log_in(cast.own.account()), []
        for count in (5, 45):
            for n in range(count):
                making.guest(made, making.candidate(cast.own, f"K{n}"), wants_interpreter=True)
            asked.append(queries(client, at_page("gathering", made)))
        assert asked[0] == asked[1] <= 18


class TestTheFilter:
    def test_it_leaves_who_asks_for_something(self, cast, made, zahra, log_in):
        making.guest(made, making.candidate(cast.own, "Piet"))
        client = log_in(cast.own.account())
        both = text_of(client.get(at_page("guests", made)))
        assert "Zahra" in both and "Piet" in both
        page = client.get(at_page("guests", made) + "?asks=on")
        assert "Zahra" in text_of(page) and "Piet" not in text_of(page)
        assert "asks=on" in page.content.decode()
        sheet = post(client, at_page("download_guests", made) + "?asks=on")
        lines = b"".join(sheet.streaming_content).decode()
        assert "Zahra" in lines and "Piet" not in lines


class TestTheCommand:
    def test_own_people_and_own_gathering_and_nobody_else(self, cast, at, made, zahra):
        asked = {"at": at, "gathering_id": made.pk, "need": "wants_interpreter"}
        theirs = making.guest(made, making.candidate(cast.other), wants_interpreter=True)
        note_arranged(actor=cast.own.actor(Role.COORDINATOR), guest_id=theirs.pk, **asked)
        note_arranged(actor=cast.other.actor(), guest_id=theirs.pk, is_arranged=False, **asked)
        for house in (cast.other, cast.private, cast.far):
            with pytest.raises(NotVisible):
                note_arranged(actor=house.actor(), guest_id=zahra.pk, **asked)
        with pytest.raises(NotAllowed):
            note_arranged(actor=cast.own.actor(Role.TABLE_HOST), guest_id=zahra.pk, **asked)
        elsewhere = making.gathering(cast.own)
        with pytest.raises(NotVisible):
            note_arranged(
                actor=cast.own.actor(), guest_id=zahra.pk, **(asked | {"gathering_id": elsewhere.pk})
            )
        assert not Guest.objects.exclude(arranged=[]).exists()

    def test_what_nobody_asks_is_not_arranged(self, cast, at, made, zahra):
        guest = making.guest(made, making.candidate(cast.own))
        for who, need in ((guest, "wants_interpreter"), (zahra, "wants_travel_paid"), (zahra, "reply")):
            with pytest.raises(GuestAsksNothing):
                note_arranged(actor=cast.own.actor(), at=at, gathering_id=made.pk, guest_id=who.pk, need=need)

    @pytest.mark.parametrize(
        ("reply", "more", "arranged"),
        [
            ("yes", {"wants_interpreter": True}, ["wants_interpreter"]),
            ("yes", {"wants_interpreter": True, "wants_travel_paid": True}, ["wants_interpreter"]),
            ("yes", {"wants_interpreter": False}, []),
            ("no", {}, []),
        ],
        ids=["asks no more", "asks more", "asks it no more", "does not come"],
    )
    def test_what_is_asked_later_is_not_arranged_yet(self, cast, at, made, zahra, reply, more, arranged):
        Guest.objects.update(arranged=["wants_interpreter"])
        reply_to_invitation(
            actor=cast.own.actor(), at=at, gathering_id=made.pk, reply=reply,
            holder_kind="candidate", holder_id=zahra.candidate_id, **more,
        )  # fmt: skip
        assert Guest.objects.get(pk=zahra.pk).arranged == arranged


class TestToday:
    WORDS = "vraagt een tolk of kinderopvang"

    def test_the_contact_reads_it_until_it_is_arranged(self, cast, at, made, zahra, log_in):
        client = log_in(cast.own.account())
        page = client.get("/")
        assert "1 gast van 3 december vraagt een tolk of kinderopvang." in text_of(page)
        assert at_page("gathering", made) + "#to-arrange" in page.content.decode()
        colleague = log_in(cast.own.account(Role.COORDINATOR))
        assert self.WORDS not in text_of(colleague.get("/")), "another colleague is the contact"
        Guest.objects.update(arranged=["wants_interpreter"])
        assert self.WORDS in text_of(client.get("/")), "there is no childcare yet"
        Guest.objects.update(arranged=["wants_childcare", "wants_interpreter"])
        assert self.WORDS not in text_of(client.get("/"))

    @pytest.mark.parametrize(
        "change", [{"reply": "invited"}, {"wants_interpreter": False, "wants_childcare": False}]
    )
    def test_not_of_who_does_not_come_yet_or_asks_for_other_things(self, cast, made, zahra, log_in, change):
        Guest.objects.update(wants_travel_paid=True, **change)
        assert self.WORDS not in text_of(log_in(cast.own.account()).get("/"))

    def test_at_anothers_gathering_who_has_the_candidate_reads_what_the_own_file_alone_says(
        self, cast, made, log_in
    ):
        made.guests.all().delete()
        yonas = making.candidate(cast.other, "Yonas", is_interpreter_needed=True)
        making.guest(made, yonas)
        making.guest(made, making.candidate(cast.other, "Sara"), wants_interpreter=True)
        for house, reads in ((cast.other, True), (cast.own, True), (cast.private, False), (cast.far, False)):
            page = text_of(log_in(house.account()).get("/"))
            assert (f"1 gast van 3 december {self.WORDS}" in page) == reads, "each its own one"
        yonas.assigned_to = cast.other.account(Role.COORDINATOR)
        yonas.save()
        assert self.WORDS not in text_of(log_in(cast.other.account()).get("/"))
        Guest.objects.filter(candidate=yonas).update(arranged=["wants_interpreter"])
        assert self.WORDS not in text_of(log_in(cast.other.account(Role.COORDINATOR)).get("/"))

    @pytest.mark.parametrize("is_said", [True, False], ids=["asked", "in the file"])
    def test_where_who_holds_it_has_no_files_the_own_organisation_reads_all(
        self, cast, clock, log_in, is_said
    ):
        made = making.gathering(cast.private, contact=cast.private.account(Role.COORDINATOR))
        in_file = {} if is_said else {"is_interpreter_needed": True, "is_travel_paid": True}
        said = {"wants_interpreter": True, "wants_travel_paid": True} if is_said else {}
        yonas = making.candidate(cast.own, "Yonas", **in_file)
        guest = making.guest(made, yonas, arrived_at=made.starts_at, **said)
        making.guest(made, making.candidate(cast.other), arrived_at=made.starts_at, **said)
        own, holder = log_in(cast.own.account()), log_in(cast.private.account(Role.COORDINATOR))
        days = (
            (clock.moment, f"1 gast van 3 december {self.WORDS}", "wants_interpreter"),
            (made.ends_at + timedelta(days=1), "1 gast van 3 december krijgt de reiskosten", TRAVEL),
        )
        for when, words, need in days:
            clock.set(when)
            assert words in text_of(own.get("/"))
            assert "Te regelen" not in text_of(holder.get("/")), "who cannot tick it"
            post(own, at_page("note_arranged", made, guest_id=guest.pk), need=need)
            assert words not in text_of(own.get("/"))
        Guest.objects.update(arranged=[])
        colleague = cast.own.account(Role.COORDINATOR)
        for left_at, reads in ((None, False), (clock.moment, True)):
            type(colleague).objects.filter(pk=colleague.pk).update(left_at=left_at)
            type(yonas).objects.filter(pk=yonas.pk).update(assigned_to=colleague)
            assert (days[1][1] in text_of(own.get("/"))) is reads, "of a colleague who left it is everyone's"

    def test_not_from_afar(self, cast, at, made, zahra, log_in):
        made.starts_at, made.ends_at = at + timedelta(days=15), at + timedelta(days=15, hours=2)
        made.save()
        assert self.WORDS not in text_of(log_in(cast.own.account()).get("/"))
