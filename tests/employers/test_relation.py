"""What is agreed with a firm and what it does: noted in one short form, kept with what stood there before, put aside and back."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.audit.models import Merge
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.employers import commands, queries, sections
from werktop.employers.commands.facts import (
    RegisterNumberIsTaken,
    RegisterNumberIsUnreadable,
    SbiCodeIsOfAnotherSector,
    SbiCodeIsUnknown,
)
from werktop.employers.commands.relation import (
    AmountIsUnreadable,
    BranchNumberIsUnreadable,
    DayIsAhead,
    EndsBeforeItStarts,
    PlaceIsMissing,
    StandsThereAlready,
    WhereIsMissing,
    WordsAreMissing,
    YesIsNobodys,
)
from werktop.employers.models import KINDS, ContactPerson, Expectation, Fulfilment
from werktop.employers.pages.relation_forms import FORMS

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
ROWS = {
    "establishment": {"name": "De loods", "branch_number": "0000 1234 5678"},
    "training": {"what": "harrie", "trained_date": DAY},
    "expectation": {"words": "Wij bellen iedere maand", "agreed_date": DAY},
    "covenant": {"words": "Twee plekken per jaar", "signed_date": DAY},
    "social_return": {"words": "Onderhoud scholen", "promised": 1000, "unit": "hours"},
    "fulfilment": {"words": "Een stage", "amount": 250, "done_date": DAY},
    "step": {"words": "Een plek bij de zaagtafel"},
    "story": {"words": "Zo ging het", "told_at": ["region"], "yes_date": DAY},
}


@pytest.fixture
def firm(cast):
    return making.employer(cast.own, sector="C")


@pytest.fixture
def robin(firm):
    return making.entrepreneur(firm, "Robin")


@pytest.fixture
def note(cast, at, firm, robin):
    """`note(kind)` gives the row of this kind that was noted, with what is given beside what is usual."""

    def do(kind, house=cast.own, **facts):
        asked = {"actor": house.actor(), "at": at, "employer_id": firm.pk, "kind": kind}
        if kind == "training":
            facts = {"person_id": robin.pk} | facts
        if kind == "story":
            facts = {"yes_by_id": robin.pk} | facts
        if kind == "fulfilment" and "social_return_id" not in facts:
            facts["social_return_id"] = do("social_return").pk
        key = commands.note_relation(**asked, **(ROWS[kind] | facts if "row_id" not in facts else facts))
        return KINDS[kind].objects.get(pk=key)

    return do


def test_all_that_is_noted_stands_on_the_page_and_what_is_put_aside_can_come_back(note, firm, cast, log_in):
    browser, page = log_in(cast.own.account()), reverse("employers:employer", args=[firm.pk])
    rows = {kind: note(kind) for kind in KINDS if kind != "social_return"}
    told = text_of(browser.get(page))
    assert "HARRIE" in told
    assert all((said.get("words") or said.get("name", "")) in told for said in ROWS.values())
    for kind in ("training", "story"):
        at_row = reverse("employers:change_relation", args=[firm.pk, kind, rows[kind].pk])
        words = ROWS[kind].get("words", "HARRIE")
        gone = browser.post(at_row, {"remove": "1", "request_key": str(uuid4())})
        told = text_of(browser.get(gone["Location"]))
        assert f"Weggehaald: {words}" in told and told.count(words) == 1
        browser.post(at_row, {"put_back": "1", "request_key": str(uuid4())})
    told = text_of(browser.get(page))
    assert "HARRIE" in told and "Zo ging het" in told


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_form_of_each_kind_starts_with_what_is_known(kind, note, firm, cast, at):
    row, viewer = note(kind), cast.own.actor()
    known = FORMS[kind].answers_of(row)
    opened = FORMS[kind](viewer, at, firm, row=row)
    typed = {
        name: opened.fields[name].widget.format_value(opened.fields[name].prepare_value(known.get(name)))
        for name in opened.fields
    }
    several = ("told_at",)
    typed = {
        name: value if name in several or not isinstance(value, list) else value[0]
        for name, value in typed.items()
        if value not in (None, "", [""])
    }
    sent = FORMS[kind](viewer, at, firm, typed, row=row)
    assert sent.is_valid(), sent.errors
    assert {name: sent.facts()[name] for name in queries.said_by(row)} == queries.said_by(row)


@pytest.mark.parametrize(
    ("kind", "facts", "refusal"),
    [
        ("expectation", {"words": "  "}, WordsAreMissing),
        ("covenant", {"until_date": DAY - timedelta(days=1)}, EndsBeforeItStarts),
        ("social_return", {"promised": 0}, AmountIsUnreadable),
        ("establishment", {"branch_number": "123"}, BranchNumberIsUnreadable),
        ("establishment", {"name": ""}, PlaceIsMissing),
        ("story", {"told_at": ["elders"]}, WhereIsMissing),
        ("story", {"yes_by_id": None}, YesIsNobodys),
        ("step", {"done_date": DAY + timedelta(days=3000)}, DayIsAhead),
        ("training", {"what": "other"}, WordsAreMissing),
        ("expectation", {"agreed_with_id": uuid4()}, NotVisible),
        ("fulfilment", {"social_return_id": uuid4()}, NotVisible),
    ],
)
def test_what_cannot_be_so_is_refused(note, kind, facts, refusal):
    with pytest.raises(refusal):
        note(kind, **facts)


def test_the_same_words_are_noted_once_until_they_are_put_aside(note, cast, at, firm):
    row = note("covenant")
    with pytest.raises(StandsThereAlready):
        note("covenant", words="twee plekken per JAAR")
    note("covenant", row_id=row.pk, until_date=DAY)
    at_row = {"employer_id": firm.pk, "kind": "covenant", "row_id": row.pk}
    commands.put_aside_relation(actor=cast.own.actor(), at=at, **at_row)
    assert note("covenant").pk != row.pk


def test_only_the_responsible_organisation_notes_and_a_kind_that_is_none_is_nowhere(note, cast, at, firm):
    with pytest.raises(NotVisible):
        note("expectation", cast.other)
    with pytest.raises(NotVisible):
        commands.note_relation(
            actor=cast.own.actor(), at=at, employer_id=firm.pk, kind="wish", words="Meer tijd"
        )


def test_what_stood_there_is_read_below_the_form_and_of_two_open_forms_none_is_lost(note, firm, cast, log_in):
    row = note("expectation")
    version = queries.said_version(row)
    note("expectation", row_id=row.pk, words="Wij bellen iedere week")
    with pytest.raises(ChangedMeanwhile):
        note("expectation", row_id=row.pk, words="Wij bellen nooit", version=version)
    address = reverse("employers:change_relation", args=[firm.pk, "expectation", row.pk])
    browser = log_in(cast.own.account())
    assert "Wij bellen iedere maand (tot" in text_of(browser.get(address))
    typed = {"words": "Wij bellen nooit", "version": version, "request_key": str(uuid4())}
    answer = browser.post(address, typed)
    told = text_of(answer)
    assert answer.status_code == 409 and "Wij bellen nooit" in told and "Wij bellen iedere week" in told


def test_social_return_says_how_much_was_done_and_is_left(note, firm, cast, log_in):
    promise = note("social_return", until_date=date(2030, 5, 1))
    for amount in (250, 300):
        note("fulfilment", social_return_id=promise.pk, amount=amount)
    told = text_of(log_in(cast.own.account()).get(reverse("employers:employer", args=[firm.pk])))
    assert "550 uur gedaan van 1.000 uur, nog 450 uur vóór 1 mei 2030" in told


def test_a_step_is_done_and_a_story_taken_back_by_one_press(note, firm, cast, log_in, at):
    browser = log_in(cast.own.account())
    for kind, word in (("step", "done"), ("story", "taken_back")):
        address = reverse("employers:change_relation", args=[firm.pk, kind, note(kind).pk])
        browser.post(address, {word: "1", "request_key": str(uuid4())})
    told = text_of(browser.get(reverse("employers:employer", args=[firm.pk])))
    assert "gedaan op" in told and "Niet meer vertellen, sinds" in told


def test_a_page_about_which_nothing_is_known_asks_one_thing_and_has_no_empty_headings(firm, cast, log_in):
    told = text_of(log_in(cast.own.account()).get(reverse("employers:employer", args=[firm.pk])))
    assert told.count("Nog niet gevraagd:") == 1 and "wie van ons het vaste gezicht is" in told
    assert "Wat we samen afspraken" not in told and "Verhalen die" not in told
    others = text_of(log_in(cast.other.account()).get(reverse("employers:employer", args=[firm.pk])))
    assert "Nog niet gevraagd:" not in others and "Leg iets vast" not in others


@pytest.mark.parametrize(
    ("typed", "code", "section"),
    [
        ("10.71", "1071", "C"), ("01", "01", "A"), ("47 11", "4711", "G"), ("99", "99", "U"), ("5", "", ""),
        ("123456", "", ""), ("a1", "", ""), ("²2", "", ""), ("04", "04", ""), ("00", "00", ""),
    ],
)  # fmt: skip
def test_a_code_of_the_classification_says_its_section(typed, code, section):
    assert sections.code_in(typed) == code
    assert sections.section_of(code) == section


def test_what_registers_say_is_checked_and_a_number_is_of_one_firm(firm, cast, at):
    asked = {"actor": cast.own.actor(), "at": at, "employer_id": firm.pk}
    for facts, refusal in (
        ({"sbi_code": "04.1"}, SbiCodeIsUnknown),
        ({"sbi_code": "01.1"}, SbiCodeIsOfAnotherSector),
        ({"register_number": "1234"}, RegisterNumberIsUnreadable),
    ):
        with pytest.raises(refusal):
            commands.change_employer(**asked, **facts)
    commands.change_employer(**asked, sbi_code="10.71", register_number="9000 0001")
    other = making.employer(cast.own, "Een ander", sector="")
    with pytest.raises(RegisterNumberIsTaken):
        commands.change_employer(**(asked | {"employer_id": other.pk}), register_number="90000001")
    commands.change_employer(**(asked | {"employer_id": other.pk}), sbi_code="47.11")
    other.refresh_from_db()
    assert other.sector == "G", "a code says the sector where nobody chose one"


def test_what_a_firm_is_like_is_asked_on_a_page_of_its_own_with_what_stood_there(firm, cast, log_in):
    browser = log_in(cast.own.account())
    address = reverse("employers:change_about", args=[firm.pk])
    version = queries.about_version(firm)
    for words in ("Rustig", "Druk"):
        typed = {"how_it_is": words, "version": version, "request_key": str(uuid4())}
        browser.post(address, typed)
        firm.refresh_from_db()
        version = queries.about_version(firm)
    assert "Rustig (tot" in text_of(browser.get(address))
    assert "Zo is het er Druk" in text_of(browser.get(reverse("employers:employer", args=[firm.pk])))
    wrong = browser.post(address, {"register_number": "12", "how_it_is": "Stil", "request_key": str(uuid4())})
    assert "acht cijfers" in text_of(wrong) and "Stil" in text_of(wrong)


def test_all_goes_over_to_the_kept_firm_and_back(note, firm, robin, cast, at):
    kept = making.employer(cast.own, "De andere")
    rows = {kind: note(kind) for kind in KINDS}
    asked = {"actor": cast.own.actor(), "at": at}
    for each in (kept, firm):
        commands.set_contact_people(**asked, employer_id=each.pk, account_id=cast.own.account().pk)
    commands.set_contact_people(**asked, employer_id=firm.pk, person_id=robin.pk)
    before = list(ContactPerson.objects.order_by("pk").values())
    commands.merge_employers(**asked, employer_id=kept.pk, other_id=firm.pk)
    for row in rows.values():
        row.refresh_from_db()
        assert row.employer_id == kept.pk
    contact = queries.contact_people_of(cast.own.actor(), kept)
    assert contact.theirs.person_id == robin.pk and contact.ours
    commands.take_apart_employers(**asked, employer_id=kept.pk, merge_id=Merge.objects.get().pk)
    assert list(ContactPerson.objects.order_by("pk").values()) == before


def test_who_is_erased_is_named_nowhere_in_the_relation_and_what_was_agreed_stays(note, robin, cast, at):
    kept = note("expectation", agreed_with_id=robin.pk, words="Robin Vos belt ons")
    note("training")
    promise = note("social_return", words="Scholen, met Robin Vos")
    note("fulfilment", social_return_id=promise.pk)
    robin.last_name = "Vos"
    robin.save()
    commands.erase_entrepreneur(actor=cast.own.actor(), at=at, entrepreneur_id=robin.pk, reason="asked")
    row = Expectation.objects.get(pk=kept.pk)
    assert "Robin" not in row.words and row.agreed_with_id is None
    assert not Expectation.pgh_event_model.objects.filter(words__contains="Robin").exists()
    assert not KINDS["training"].objects.exists()
    assert Fulfilment.objects.get().social_return_id == promise.pk
