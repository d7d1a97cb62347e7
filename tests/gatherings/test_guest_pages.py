"""Guests are chosen with a reason and invited in three steps; the guest list."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.accounts.roles import Role
from werktop.audit.models import Entry, PersonalView
from werktop.gatherings.models import Guest, Host
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
LIST = reverse("gatherings:gatherings")


@pytest.fixture
def staff(cast, clock, log_in):
    return log_in(cast.own.account())


class TestChoosing:
    def test_50_candidates_and_14_entrepreneurs_are_invited_in_three_steps(self, cast, staff):
        firm = making.employer(cast.own, term_codes=("koken",))
        made = making.gathering(cast.own, tables=7, host_employer=firm)
        for n in range(60):
            making.candidate(cast.own, f"K{n}", term_codes=("koken",) if n < 30 else ())
        for n in range(20):
            making.entrepreneur(making.employer(cast.own), f"O{n}")
        url = at_page("choose_guests", made)
        steps = [staff.get(url)]
        steps.append(staff.post(url, ticked(steps[-1]), follow=True))
        steps.append(staff.post(url, ticked(steps[-1]) | {"then": "invite"}))
        assert len(steps) == 3
        invited = Guest.objects.filter(reply="invited")
        assert invited.filter(kind="candidate").count() == 50
        assert invited.filter(kind="entrepreneur").count() == 14
        assert Message.objects.filter(purpose="invitation").count() == 64

    def test_who_fits_comes_first_and_it_says_why(self, cast, staff):
        firm = making.employer(cast.own, "Keuken Waal", term_codes=("koken",))
        made = making.gathering(cast.own, tables=1, host_employer=firm)
        making.candidate(cast.own, "Bo", postcode="4001 AB")
        making.candidate(cast.own, "Amir", term_codes=("koken",), postcode="4001 AB")
        page = text_of(staff.get(at_page("choose_guests", made) + "?kind=candidate"))
        assert page.index("Amir") < page.index("Bo")
        assert "gezocht door Keuken Waal" in page and "woont op 1 km" in page

    def test_what_must_not_count_does_not_change_the_order(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        first = making.candidate(cast.own, "Eerst")
        making.candidate(cast.own, "Daarna")
        url = at_page("choose_guests", made) + "?kind=candidate"
        before = text_of(staff.get(url))
        first.is_step_free_needed = first.is_interpreter_needed = True
        first.education, first.last_name, first.day_note = "mbo", "Ould Ahmed", "belt liever"
        first.save()
        after = text_of(staff.get(url))
        # who of two equals stands first is drawn by lot, and stays so
        assert (after.index("Eerst") < after.index("Daarna")) == (
            before.index("Eerst") < before.index("Daarna")
        )

    def test_another_organisations_candidate_has_no_name(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        making.candidate(cast.other, "Geheim", last_name="Verborgen")
        making.candidate(cast.other, "Nietgedeeld", is_shared=False)
        page = text_of(staff.get(at_page("choose_guests", made) + "?kind=candidate&whose=others"))
        assert "Kandidaat van een andere organisatie" in page
        assert "Gemeente Lingeveld" in page
        assert not {"Geheim", "Verborgen", "Nietgedeeld"} & set(page.split())

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("q=amir", {"Amir"}),
            ("language=ar", {"Amir"}),
            ("place=Utrecht", {"Bo"}),
            ("within=5", {"Amir", "Cas"}),
            ("mine=on", {"Cas"}),
            ("rested=on", {"Amir", "Cas"}),
        ],
    )
    def test_each_filter_narrows(self, cast, staff, at, asked, found):
        made = making.gathering(cast.own, tables=1)
        making.candidate(cast.own, "Amir", languages=["ar", "nl"])
        bo = making.candidate(cast.own, "Bo", postcode="3511 AB")
        making.candidate(cast.own, "Cas", assigned_to=cast.own.account())
        making.guest(making.gathering(cast.own), bo, invited_at=at - timedelta(days=5))
        page = text_of(staff.get(at_page("choose_guests", made) + f"?kind=candidate&{asked}"))
        assert {n for n in ("Amir", "Bo", "Cas") if f" {n} " in page} == found

    def test_a_refusal_keeps_who_was_ticked(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        people = [making.candidate(cast.own, f"K{n}") for n in range(30)]
        address, key = at_page("choose_guests", made) + "?kind=candidate", str(uuid4())
        staff.post(address, {"request_key": key, "candidate": [str(people[0].pk)]})
        # the last two, whom the page would not tick by itself, under a key that was used for something else
        kept = {str(p.pk) for p in people[-2:]}
        answer = staff.post(address, {"request_key": key, "candidate": sorted(kept)})
        assert "al eerder verstuurd" in text_of(answer)
        assert set(ticked(answer)["candidate"]) == kept
        fresh = re.search(r'name="request_key" value="([^"]+)"', answer.content.decode())
        assert fresh and fresh[1] != key
        assert Guest.objects.count() == 1

    def test_the_button_says_how_many_it_invites_and_by_what_ways(self, cast, staff, at):
        made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20))
        making.guest(made, making.candidate(cast.own, "Lies", address="Dijk 1"), "chosen", channel="letter")
        making.candidate(cast.own, "Amir", email="amir@post.example")
        making.candidate(cast.own, "Cas", email="", phone="+31344000000")
        page = text_of(staff.get(at_page("choose_guests", made) + "?kind=candidate"))
        assert "Nodig uit: 3 gasten. 1 per e-mail, 1 per brief, die jullie printen, 1 bel je zelf." in page
        making.candidate(cast.other, "Vreemd", email="vreemd@post.example")
        others = staff.get(at_page("choose_guests", made) + "?kind=candidate&whose=others")
        assert "1 via de eigen organisatie" in text_of(others)
        assert others.content.decode().count('data-way="elsewhere"') == 1, "by what way is not ours to know"

    def test_two_entrepreneurs_of_one_name_and_firm_are_told_apart(self, cast, staff):
        made, firm = making.gathering(cast.own, tables=1), making.employer(cast.own)
        for email in ("jan.a@firma.example", "jan.b@firma.example"):
            making.entrepreneur(firm, "Jan", email=email)
        making.entrepreneur(firm, "Ineke", email="ineke@firma.example")
        page = text_of(staff.get(at_page("choose_guests", made) + "?kind=entrepreneur"))
        assert "jan.a@firma.example" in page and "jan.b@firma.example" in page
        assert "ineke@firma.example" not in page

    def test_choosing_nobody_says_so_on_the_page(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        making.candidate(cast.own)
        answer = post(staff, at_page("choose_guests", made) + "?kind=candidate")
        assert "Nog niet gedaan" in text_of(answer) and "Wie nodig je uit?" in text_of(answer)

    def test_the_processing_log_knows_who_was_shown(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        shown = making.candidate(cast.own)
        staff.get(at_page("choose_guests", made) + "?kind=candidate")
        assert str(shown.pk) in PersonalView.objects.get(page="gatherings:choose_guests").about_ids


def ticked(response) -> dict:
    html = response.content.decode()
    found: dict = {"request_key": str(uuid4())}
    for name, value in re.findall(r'name="(candidate|entrepreneur)" value="([^"]+)" checked', html):
        found.setdefault(name, []).append(value)
    return found


class TestGuestList:
    def test_search_filters_and_order(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        making.guest(made, making.candidate(cast.own, "Amir"), reply="yes")
        making.guest(made, making.candidate(cast.own, "Bo"), reply="no")
        making.guest(made, making.entrepreneur(making.employer(cast.own, "Drukkerij Sterk"), "Cor"))
        url = at_page("guests", made)
        assert "Bo" not in text_of(staff.get(url + "?q=amir")).split()
        assert "Amir" not in text_of(staff.get(url + "?reply=no")).split()
        assert "Amir" not in text_of(staff.get(url + "?kind=entrepreneur")).split()
        assert "Cor" in text_of(staff.get(url + "?q=sterk")).split()
        page = text_of(staff.get(url + "?sort=-name"))
        assert page.index("Cor Maas") < page.index("Amir El")

    def test_a_name_from_elsewhere_is_told_after_a_yes(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        guest = making.guest(made, making.candidate(cast.other, "Geheim"), reply="invited")
        page = text_of(staff.get(at_page("guests", made)))
        assert "Geheim" not in page and "Kandidaat van Gemeente Lingeveld" in page
        assert "Geheim" not in text_of(staff.get(at_page("gathering", made)))
        Guest.objects.filter(pk=guest.pk).update(reply="yes")
        assert "Geheim" in text_of(staff.get(at_page("guests", made)))

    def test_what_a_guest_needs_is_for_who_arranges_it(self, cast, clock, log_in):
        made = making.gathering(cast.own)
        guest = making.guest(
            made, making.candidate(cast.own, "Zahra"), wants_childcare=True, wants_interpreter=True,
            wants_travel_paid=True,
        )  # fmt: skip
        making.guest(made, making.candidate(cast.other, "Nora"))
        for house, sees in ((cast.own, True), (cast.other, False)):
            assert self._needs_seen(log_in, house, made) == sees, house.organisation.name
        Guest.objects.filter(pk=guest.pk).update(organisation=cast.other.organisation)
        assert self._needs_seen(log_in, cast.other, made)

    def _needs_seen(self, log_in, house, made) -> bool:
        client = log_in(house.account(Role.COORDINATOR))
        page = client.get(at_page("guests", made)).content.decode()
        # the boxes to note something with say nothing of anybody
        page = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
        sheet = b"".join(post(client, at_page("download_guests", made)).streaming_content).decode()
        assert "Zahra" in page and "Zahra" in sheet
        seen = [need in shown for shown in (page, sheet) for need in ("reiskosten", "kinderopvang", "tolk")]
        assert len(set(seen)) == 1
        return seen[0]

    def test_each_answer_is_counted_and_one_tap_away(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        for name, reply in (("Fatima", "yes"), ("Omar", "yes"), ("Hanna", "no")):
            making.guest(made, making.candidate(cast.own, name), reply=reply)
        page = text_of(staff.get(at_page("guests", made)))
        assert "alles 3" in page and "komt 2" in page
        states = staff.get(at_page("guests", made)).context["states"]
        shown = text_of(staff.get(states[1]["url"]))
        assert "Fatima" in shown and "Hanna" not in shown and "komt 2" in shown

    def test_called_yes_no_remind_and_remove(self, cast, staff, at):
        made = making.gathering(cast.own, tables=1)
        guest = making.guest(made, making.candidate(cast.own), reply="invited", channel="email")
        one = {"guest_id": guest.pk}
        post(staff, at_page("remind_guests", made), guest=str(guest.pk))
        assert Message.objects.filter(purpose="reminder").count() == 1
        post(staff, at_page("guest_reply", made, **one), answer="yes")
        guest.refresh_from_db()
        assert guest.reply == "yes"
        post(staff, at_page("remove_guest", made, **one))
        assert not Guest.objects.exists()

    def test_the_download_holds_the_filtered_list_and_leaves_a_line(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        making.guest(made, making.candidate(cast.own, "=Amir"), reply="yes")
        making.guest(made, making.candidate(cast.own, "Bo"), reply="no")
        answer = post(staff, at_page("download_guests", made) + "?reply=yes")
        lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
        assert len(lines) == 3 and lines[1].startswith("'=Amir")
        assert Entry.objects.get(verb="gatherings.note_guest_list_taken").detail == {"count": 1}

    def test_a_table_host_does_not_see_it(self, cast, clock, log_in):
        made = making.gathering(cast.own, tables=1)
        Host.objects.create(gathering=made, account=cast.own.account(Role.TABLE_HOST))
        host = log_in(cast.own.account(Role.TABLE_HOST))
        assert host.get(at_page("guests", made)).status_code == 403
        making.guest(made, making.candidate(cast.own, "Amir"), reply="invited")
        page = host.get(at_page("gathering", made))
        assert page.status_code == 200 and "Amir" not in text_of(page)

    def test_another_organisation_reads_and_another_region_finds_nothing(self, cast, clock, log_in):
        made = making.gathering(cast.own, tables=1)
        making.guest(made, making.candidate(cast.own, "Amir"), reply="invited")
        making.guest(made, making.candidate(cast.other, "Nora"))
        other, far = log_in(cast.other.account()), log_in(cast.far.account())
        page = other.get(at_page("guests", made))
        assert page.status_code == 200 and "Amir" not in text_of(page)
        assert far.get(at_page("choose_guests", made)).status_code == 404
        assert post(far, at_page("invite_guests", made)).status_code == 404
        assert far.get(at_page("guests", made)).status_code == 404
        assert far.get(at_page("gathering", made)).status_code == 404


def queries(client, url: str) -> int:
    """How many questions a page asks the database (marks of transactions and the processing log apart)."""
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return sum(each["sql"].startswith("SELECT") for each in caught)


def test_every_page_asks_as_much_for_10_rows_as_for_1000(cast, staff, at):
    made = making.gathering(cast.own, tables=2)
    urls = {
        "list": LIST,
        "cockpit": at_page("gathering", made),
        "guests": at_page("guests", made),
        "candidates": at_page("choose_guests", made) + "?kind=candidate&whose=all",
        "entrepreneurs": at_page("choose_guests", made) + "?kind=entrepreneur",
    }

    def fill(count: int) -> None:
        # they come first on the page, so that some of them are shown both times
        people = [making.candidate(cast.own, f"A{n}") for n in range(count)]
        for n, person in enumerate(people[: count // 2]):
            making.guest(made, person, reply="invited" if n % 2 else "yes", invited_at=at)
        for _ in range(count // 10):
            firm = making.employer(cast.own)
            making.guest(made, making.entrepreneur(firm))
            making.entrepreneur(firm, "Nog een")
            making.gathering(cast.own, host_employer=firm)

    fill(10)
    for url in urls.values():
        queries(staff, url)  # postcodes are read once in a process
    few = {name: queries(staff, url) for name, url in urls.items()}
    fill(990)
    many = {name: queries(staff, url) for name, url in urls.items()}
    assert many == few
    # the widest suggestion also reads other organisations' profiles
    assert max(many[name] for name in ("list", "guests", "entrepreneurs")) <= 15, many
    # whether the seats can be given is read too, and whom to call, and who brings somebody along
    assert many["cockpit"] <= 18, many
    assert many["candidates"] <= 18, many
