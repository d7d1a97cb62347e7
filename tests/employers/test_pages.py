"""Pages of employers: the region sees them, the responsible organisation edits."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.actors import system_for
from werktop.audit.models import Entry
from werktop.employers import commands, queries
from werktop.employers.models import Employer, Entrepreneur, KnownFirm
from werktop.employers.queries import Filters

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("employers:employers"), reverse("employers:new_employer")


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


def answers(**other):
    return {
        "request_key": str(uuid4()),
        "name": "Bakkerij De Korenaar",
        "postcode": "4001ab",
        "sector": "C",
        "looks_for": "Vanaf maart twee inpakkers, ook halve dagen",
        "work_forms": ["regular", "carved"],
        "terms": [str(making.terms("inpakken")[0].pk)],
        "joined_date": "2026-11-03",
        "person_name": "Henk Jansen",
        "phone": "0612345678",
        "languages": ["nl"],
        "known_firms": "Molen Bommel\nSlagerij Kees",
    } | other


def page_of(firm, name="employer"):
    return reverse(f"employers:{name}", kwargs={"employer_id": firm.pk})


def test_one_form_makes_the_firm_the_person_and_the_dated_joining(client, cast):
    molen = making.employer(cast.other, "molen bommel")
    response = client.post(NEW, answers())
    firm = Employer.objects.get(name="Bakkerij De Korenaar")
    assert response.url == page_of(firm)
    assert (firm.postcode, firm.place, firm.work_forms) == ("4001 AB", "Tiel", ["regular", "carved"])
    assert firm.joinings.get().joined_date == date(2026, 11, 3)
    person = firm.entrepreneurs.get()
    assert (person.name, person.phone) == ("Henk Jansen", "+31612345678")
    assert dict(person.known_firms.values_list("firm_name", "employer_id")) == {
        "Molen Bommel": molen.pk, "Slagerij Kees": None,
    }  # fmt: skip


def test_the_same_form_sent_twice_makes_one_employer(client, cast):
    form = answers()
    first, second = client.post(NEW, form), client.post(NEW, form | {"save_anyway": "1"})
    assert first.url == second.url
    assert Employer.objects.filter(name="Bakkerij De Korenaar").count() == 1


@pytest.mark.parametrize(
    "wrong,words",
    [
        ({"postcode": "0999XX"}, "Deze postcode bestaat niet"),
        ({"phone": "06"}, "telefoonnummer klopt niet"),
        ({"email": "henk@"}, "geen volledig e-mailadres"),
        ({"joined_date": "gisteren"}, "Aangesloten op"),
    ],
)
def test_what_cannot_be_so_is_said_and_what_was_typed_stays(client, cast, wrong, words):
    text = client.post(NEW, answers(**wrong)).content.decode()
    assert words in text
    for typed in ("Bakkerij De Korenaar", "Henk Jansen", "Vanaf maart twee inpakkers", "Slagerij Kees"):
        assert typed in text
    assert not Employer.objects.filter(name="Bakkerij De Korenaar").exists()


def test_a_likely_duplicate_is_shown_and_does_not_block(client, cast):
    there = making.employer(cast.other, "bakkerij de korenaar", postcode="4051 AA")
    form = answers()
    assert page_of(there) in client.post(NEW, form).content.decode()
    assert client.post(NEW, form | {"save_anyway": "1"}).status_code == 302


def test_a_firm_that_is_there_takes_whoever_was_typed_with_it(client, cast):
    there = making.employer(cast.own, "De Korenaar Bakkerij B.V.", postcode="4001 ZZ", place="Tiel")
    making.entrepreneur(there, "Hank", last_name="Jansen")
    typed = answers(postcode="4001 AB")
    live = client.post(reverse("employers:alike"), typed).content.decode()
    assert "Dezelfde werkgever" in live and str(there.pk) in live
    same = client.post(NEW, typed | {"same": str(there.pk)}).content.decode()
    add = page_of(there, "new_entrepreneur")
    assert f'action="{add}"' in same and "Henk Jansen" in same and "Hank Jansen" in same
    person = {name: typed[name] for name in ("person_name", "phone", "email", "languages") if name in typed}
    asked = client.post(add, person | {"request_key": uuid4()})
    assert "Staat deze persoon er al in?" in asked.content.decode() and there.entrepreneurs.count() == 1
    client.post(add, person | {"request_key": uuid4(), "save_anyway": "1"})
    assert there.entrepreneurs.count() == 2 and Employer.objects.count() == 1
    theirs = making.employer(cast.other, "Bakkerij de Korenaar", postcode="4051 AA")
    elsewhere = client.post(NEW, answers() | {"same": str(theirs.pk)})
    assert elsewhere.url == page_of(theirs)


def test_the_same_name_at_the_same_postcode_is_refused_in_words(client, cast):
    making.employer(cast.other, "bakkerij de korenaar", postcode="4001 AB")
    text = client.post(NEW, answers(save_anyway="1")).content.decode()
    assert "staat al in de lijst van de regio" in text and "Henk Jansen" in text


def test_the_region_reads_and_only_the_responsible_organisation_edits(cast, log_in):
    firm = making.employer(cast.own, "Houtbouw Rijnstroom")
    person = making.entrepreneur(firm)
    change = reverse("employers:change_entrepreneur", kwargs={"entrepreneur_id": person.pk})
    ours, theirs, far = (log_in(h.account()) for h in (cast.own, cast.other, cast.far))
    assert page_of(firm, "change_employer") in ours.get(page_of(firm)).content.decode()
    seen = theirs.get(page_of(firm))
    assert seen.status_code == 200
    assert page_of(firm, "change_employer") not in seen.content.decode()
    for address in (page_of(firm, "change_employer"), page_of(firm, "new_entrepreneur"), change):
        assert theirs.get(address).status_code == 404
        assert theirs.post(address, answers()).status_code == 404
        assert ours.get(address).status_code == 200
    assert far.get(page_of(firm)).status_code == 404
    assert "Houtbouw" not in far.get(LIST).content.decode()


def test_a_coordinator_reads_and_a_table_host_does_not(cast, log_in):
    firm = making.employer(cast.own)
    coordinator = log_in(cast.own.account(Role.COORDINATOR))
    assert coordinator.get(page_of(firm)).status_code == 200
    assert coordinator.get(page_of(firm, "change_employer")).status_code == 403
    assert log_in(cast.own.account(Role.TABLE_HOST)).get(page_of(firm)).status_code == 403


def test_a_change_is_kept_with_history(client, cast):
    firm = making.employer(cast.own, "Houtbouw Rijnstroom", term_codes=("bouwen",))
    client.post(page_of(firm, "change_employer"), answers(name="Houtbouw Rijnstroom"))
    firm.refresh_from_db()
    assert firm.looks_for.startswith("Vanaf maart")
    assert [t.term.code for t in firm.terms.select_related("term")] == ["inpakken"]
    assert Employer.pgh_event_model.objects.filter(pgh_obj_id=firm.pk).count() == 2


def test_a_change_leaves_a_first_name_of_two_words_whole(client, cast):
    person = making.entrepreneur(making.employer(cast.own), "Anna Maria", last_name="de Wit")
    change = reverse("employers:change_entrepreneur", kwargs={"entrepreneur_id": person.pk})
    typed = answers(person_name=person.name, email="anna@firma.example", is_active="on")
    assert client.post(change, typed).status_code == 302
    person.refresh_from_db()
    assert (person.first_name, person.last_name) == ("Anna Maria", "de Wit")
    assert person.email == "anna@firma.example"


def test_the_address_of_somebody_else_is_named_and_does_not_block(client, cast):
    there = making.entrepreneur(making.employer(cast.other, "Molen"), "Joris", email="info@molen.example")
    firm = making.employer(cast.own)
    typed = answers(email="Info@molen.example")
    for address in (NEW, page_of(firm, "new_entrepreneur")):
        shown = client.post(address, typed).content.decode()
        assert "ook van iemand anders" in shown and there.name in shown and page_of(there.employer) in shown
        assert Entrepreneur.objects.count() == 1
    assert client.post(page_of(firm, "new_entrepreneur"), typed | {"save_anyway": "1"}).status_code == 302
    made = Entrepreneur.objects.get(employer=firm)
    change = reverse("employers:change_entrepreneur", kwargs={"entrepreneur_id": made.pk})
    again = answers(email="info@molen.example", is_active="on")
    assert client.post(change, again).status_code == 302, "it was theirs already"
    other = making.entrepreneur(firm, "Bo", email="bo@firma.example")
    change = reverse("employers:change_entrepreneur", kwargs={"entrepreneur_id": other.pk})
    assert (
        "ook van iemand anders"
        in client.post(change, again | answers(email="info@molen.example")).content.decode()
    )
    other.refresh_from_db()
    assert other.email == "bo@firma.example"
    making.entrepreneur(making.employer(cast.far), "Elders", email="elders@firma.example")
    elsewhere = answers(email="elders@firma.example", person_name="Bas Elders")
    assert client.post(page_of(firm, "new_entrepreneur"), elsewhere).status_code == 302, "another region"


def test_people_of_a_firm_are_added_and_step_back(client, cast):
    firm = making.employer(cast.own)
    client.post(page_of(firm, "new_entrepreneur"), answers())
    person = Entrepreneur.objects.get(employer=firm)
    client.post(
        reverse("employers:change_entrepreneur", kwargs={"entrepreneur_id": person.pk}),
        answers(known_firms="Slagerij Kees"),
    )
    person.refresh_from_db()
    assert not person.is_active
    assert [f.firm_name for f in KnownFirm.objects.all()] == ["Slagerij Kees"]
    assert not queries.entrepreneurs_in_region(cast.own.actor()).exists()


def names(cast, **asked) -> list[str]:
    return [e.name for e in queries.found_employers(cast.own.actor(), Filters(**asked))]


def test_each_filter_narrows_the_list(cast):
    cafe = making.employer(cast.own, "Café Zuid", sector="I", place="Tiel", work_forms=["trial"])
    making.employer(
        cast.other, "Bouw Oost", sector="F", place="Buren", postcode="4116 AA", term_codes=("bouwen",)
    )
    making.entrepreneur(cafe, "Zoë")
    cafe.joinings.update(joined_date=date(2026, 11, 1))
    assert names(cast) == ["Bouw Oost", "Café Zuid"]
    for asked in (
        {"words": "cafe zuit"}, {"words": "zoe"}, {"sectors": ["I"]}, {"place": "tiel"}, {"place": "4001"},
        {"work_forms": ["trial"]}, {"joined_from": date(2026, 10, 1)}, {"is_own": True},
    ):  # fmt: skip
        assert names(cast, **asked) == ["Café Zuid"], asked
    assert names(cast, term_ids=[making.terms("bouwen")[0].pk]) == ["Bouw Oost"]
    assert names(cast, sort="-joined") == ["Café Zuid", "Bouw Oost"]


def rows(count, start=0):
    return [
        {
            "name": f"Firma {n}", "postcode": "4001 AB", "term_codes": ["koken", "none"], "sector": "X",
            "entrepreneurs": [{"first_name": f"Jo{n}", "email": f"jo{n}@firma.example", "known_firms": ["Firma 1"]}],
        }
        for n in range(start, start + count)
    ]  # fmt: skip


def test_many_employers_at_once_and_the_same_list_again_changes_nothing(cast, at):
    keys = commands.add_employers(actor=cast.own.actor(), at=at, rows=rows(253))
    assert len(set(keys)) == Employer.objects.count() == Entrepreneur.objects.count() == 253
    assert KnownFirm.objects.filter(employer_id=keys[1]).count() == 253
    assert Entry.objects.get(verb="employers.add_employers").detail == {
        "count": 253, "people": 253, "already_there": 0,
    }  # fmt: skip
    assert commands.add_employers(actor=cast.other.actor(), at=at, rows=rows(253)) == keys
    assert Employer.objects.count() == Entrepreneur.objects.count() == 253


def test_the_list_asks_as_much_for_ten_as_for_a_thousand(cast, client, at):
    actor, counts = system_for(cast.own.organisation.pk, cast.region.pk), []
    for start, count in ((0, 10), (10, 990)):
        commands.add_employers(actor=actor, at=at, rows=rows(count, start))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(LIST).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 15, "\n".join(q["sql"][:120] for q in asked)


def test_the_list_is_downloaded_with_an_audit_line(client, cast):
    making.entrepreneur(making.employer(cast.other, "+Plus"), "Ans")
    response = client.post(reverse("employers:download_employers"), {"request_key": uuid4()})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "'+Plus" in text and "Ans Maas" in text
    assert Entry.objects.get(verb="employers.note_list_taken").detail == {"count": 1}
