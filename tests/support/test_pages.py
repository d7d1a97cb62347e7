"""Regelingen en hulp on the screen: for colleagues and for employers, with added amounts and with agreements of the region."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.actors import system_for
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.support import commands, queries
from werktop.support.commands import practices

pytestmark = pytest.mark.django_db
ADMIN = Role.FUNCTIONAL_ADMIN
SUBSIDY = {
    "calculate": "1",
    "minimum_wage": "2.523,96",
    "wage_value": "1514,38",
    "hours": "27",
    "on": "2026-07-01",
}
AMOUNT = {
    "rule_key": "lks_employer_charges", "value": Decimal(26), "valid_from": date(2026, 8, 1), "valid_until": None,
    "law": "Regeling", "article": "art. 1", "source": "Staatscourant", "reason": "", "is_regional": True,
}  # fmt: skip


def text_of(response) -> str:
    assert response.status_code == 200
    return " ".join(unescape(response.content.decode()).split())


def post(client, address: str, typed: dict | None = None, **more):
    return client.post(address, {"request_key": str(uuid4()), **(typed or {})}, **more)


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ("proefplaatsing", "Proefplaatsing", "No-riskpolis"),
        ("ziekte", "No-riskpolis", "Proefplaatsing"),
        ("Wajóng", "Proefplaatsing", "No-riskpolis"),
        ("kruiwagen", "Niets gevonden", "Proefplaatsing"),
    ],
)
def test_the_overview_is_searched_by_words(client, db, asked, there, gone) -> None:
    text = text_of(client.get(reverse("support:public_support"), {"q": asked}))
    assert there in text and f">{gone}<" not in text


def test_a_sum_shows_its_steps_to_an_employer_and_a_colleague(cast, client, log_in) -> None:
    for who, name in (
        (client, "support:public_calculator"),
        (log_in(cast.own.account()), "support:calculator"),
    ):
        text = text_of(who.get(reverse(name, args=["wage-cost-subsidy"]), SUBSIDY))
        for said in ("€ 946,48 per maand", "Minimumloon min loonwaarde", "Erbij voor werkgeverslasten: 25%",
                     "Regeling loonkostensubsidie Participatiewet 2021, art. 1", "Dit is een indicatie"):  # fmt: skip
            assert said in text


@pytest.mark.parametrize(
    ("calculator", "asked", "said"),
    [
        ("wage-cost-subsidy", SUBSIDY | {"wage_value": "2600"}, "hoger dan het minimumloon (€ 2.523,96)"),
        ("wage-cost-subsidy", SUBSIDY | {"wage_value": "-1"}, "niet onder nul"),
        ("wage-cost-subsidy", SUBSIDY | {"wage_value": ""}, "Vul de loonwaarde in"),
        ("wage-cost-subsidy", SUBSIDY | {"minimum_wage": "1,2,3"}, "Vul een bedrag in euro's in"),
        ("wage-cost-subsidy", SUBSIDY | {"hours": "40"}, "meer dan voltijd"),
        ("wage-cost-subsidy", SUBSIDY | {"hours": "²"}, "Vul een getal in"),
        ("wage-cost-subsidy", SUBSIDY | {"on": "2010-01-01"}, "geldt vanaf 1 januari 2015"),
        ("wage-cost-subsidy", SUBSIDY | {"on": "morgen"}, "Vul een dag in"),
        (
            "wage-cost-benefit",
            {"calculate": "1", "kind": "oudere", "paid_hours": "10", "on": "2026-07-01"},
            "daarvan hangt het bedrag af",
        ),
        (
            "wage-cost-benefit",
            {
                "calculate": "1",
                "kind": "oudere",
                "paid_hours": "10",
                "on": "2026-07-01",
                "began": "2024-02-01",
            },
            "stopte dit voordeel op 31 december 2025",
        ),
        (
            "wage-cost-subsidy",
            SUBSIDY | {"wage_value": "", "wage_value_percent": "zestig"},
            "zoals 60 of 62,5",
        ),
    ],
)
def test_bad_input_says_what_is_wrong_and_keeps_what_was_typed(client, db, calculator, asked, said) -> None:
    text = text_of(client.get(reverse("support:public_calculator", args=[calculator]), asked))
    assert said in text and "Zo is het uitgerekend" not in text
    for value in asked.values():
        assert not value or value in text


def test_the_administrator_is_told_which_amount_ends_soon(cast, log_in, at, monkeypatch) -> None:
    page = reverse("support:support")
    monkeypatch.setattr("werktop.support.pages.support.today", lambda _at: date(2026, 11, 24))
    told = "geldt tot en met 31 december 2026"
    assert told not in text_of(log_in(cast.own.account()).get(page))
    admin = log_in(cast.own.account(ADMIN))
    assert text_of(admin.get(page)).count(told) == 2
    for key in ("minimum_wage_hour", "minimum_wage_month"):
        newer = AMOUNT | {"rule_key": key, "value": Decimal(1530), "valid_from": date(2027, 1, 1)}
        commands.add_amount(actor=cast.own.actor(ADMIN), at=at, **newer)
    assert told not in text_of(admin.get(page))


def test_a_newer_amount_counts_from_its_day_for_the_region_and_is_taken_back_and_put_back(cast, at) -> None:
    admin = cast.own.actor(ADMIN)
    key = commands.add_amount(actor=admin, at=at, **AMOUNT)

    def charges(house: making.House, day: date) -> int:
        rules = queries.rules_for(house.organisation.region_id, house.organisation.pk)
        return int(rules.on("lks_employer_charges", day).value)

    assert charges(cast.other, date(2026, 8, 1)) == 26 and charges(cast.other, date(2026, 7, 31)) == 25
    assert charges(cast.far, date(2026, 8, 1)) == 25
    commands.withdraw_amount(actor=admin, at=at, amount_id=key)
    assert charges(cast.own, date(2026, 8, 1)) == 25
    commands.restore_amount(actor=cast.other.actor(ADMIN), at=at, amount_id=key)
    assert charges(cast.own, date(2026, 8, 1)) == 26
    own = AMOUNT | {"is_regional": False, "value": Decimal(27)}
    its_own = commands.add_amount(actor=cast.other.actor(ADMIN), at=at, **own)
    assert (charges(cast.other, date(2026, 8, 1)), charges(cast.own, date(2026, 8, 1))) == (27, 26)
    with pytest.raises(NotVisible):
        commands.withdraw_amount(actor=admin, at=at, amount_id=its_own)


@pytest.mark.parametrize(
    ("changed", "refusal", "field"),
    [
        ({"rule_key": "iets"}, commands.RuleIsUnknown, "rule_key"),
        ({"value": Decimal(-1)}, commands.AmountIsOutside, "value"),
        ({"value": Decimal(101)}, commands.AmountIsOutside, "value"),
        (
            {"rule_key": "lkv_banenafspraak_hour", "value": Decimal("1.01")},
            commands.AmountIsOutside,
            "value",
        ),
        ({"valid_until": date(2026, 8, 1)}, commands.EndsBeforeItBegins, "valid_until"),
        ({"source": " "}, commands.SourceIsMissing, "source"),
        ({"law": "\x00"}, commands.SourceIsMissing, "law"),
    ],
)
def test_an_amount_that_cannot_be_is_refused(cast, at, changed, refusal, field) -> None:
    with pytest.raises(refusal) as refused:
        commands.add_amount(actor=cast.own.actor(ADMIN), at=at, **AMOUNT | changed)
    assert refused.value.field == field


def test_two_amounts_of_one_rule_do_not_begin_on_one_day_and_a_private_body_sets_none_for_the_region(
    cast, at
):
    commands.add_amount(actor=cast.own.actor(ADMIN), at=at, **AMOUNT)
    with pytest.raises(commands.BeginsOnThatDay):
        commands.add_amount(actor=cast.other.actor(ADMIN), at=at, **AMOUNT)
    with pytest.raises(commands.OnlyPublicBodies):
        commands.add_amount(actor=cast.private.actor(ADMIN), at=at, **AMOUNT)


def test_the_administrator_adds_an_amount_in_euros_by_the_form(cast, log_in) -> None:
    client = log_in(cast.own.account(ADMIN))
    typed = {
        "rule_key": "lkv_banenafspraak_hour", "value": "1,10", "valid_from": "2026-10-01", "last_day": "",
        "law": "Wtl", "source": "Staatsblad 2026", "whose": "region",
    }  # fmt: skip
    wrong = post(client, reverse("support:new_amount"), typed | {"value": "veel"})
    assert "Vul een getal in, zoals 25 of 1,35." in text_of(wrong) and 'value="Wtl"' in wrong.content.decode()
    far = post(client, reverse("support:new_amount"), typed | {"last_day": "9999-12-31"})
    assert "Kies een dag tussen 1990 en 2100." in text_of(far)
    assert post(client, reverse("support:new_amount"), typed).status_code == 302
    text = text_of(client.get(reverse("support:amounts")))
    assert "€ 1,10 per uur" in text and f"Toegevoegd door {cast.own.account(ADMIN).name}" in text
    asked = {
        "calculate": "1", "kind": "banenafspraak", "paid_hours": "100", "on": "2026-10-01",
        "at": cast.other.organisation.slug,
    }  # fmt: skip
    sums = client.get(reverse("support:calculator", args=["wage-cost-benefit"]), asked)
    assert "€ 110,00 per jaar" in text_of(sums)


AGREED = {
    "who_to_ask": "De relatiemanager",
    "answer_days": 3,
    "decision_days": 15,
    "form": "geen",
    "own_rule": "",
    "contact": "0344",
}
OTHERWISE = {"answer_days": 5, "reason": "Wie begint, werkte lang niet"}


def agree(cast: making.Cast, at) -> None:
    commands.set_agreement(actor=cast.own.actor(ADMIN), at=at, about="trial-placement", said=AGREED)
    commands.set_agreement(actor=cast.own.actor(ADMIN), at=at, about="step-visit", said=AGREED)
    commands.set_difference(actor=cast.other.actor(ADMIN), at=at, about="trial-placement", said=OTHERWISE)


def test_agreements_stand_side_by_side_with_the_differences_marked_and_why(cast, at, log_in) -> None:
    agree(cast, at)
    client = log_in(cast.own.account())
    text = text_of(client.get(reverse("support:agreements")))
    assert "In de hele regio hetzelfde." in text
    for said in ("1 organisatie doet het anders", "binnen 5 werkdagen", "binnen 3 werkdagen", "binnen 15 werkdagen",
                 "Wie begint, werkte lang niet",
                 f"Zo doen het: {cast.own.organisation.name}.", "Kennismaken bij het bedrijf"):  # fmt: skip
        assert said in text
    only = text_of(client.get(reverse("support:agreements"), {"only": "on"}))
    assert "Proefplaatsing" in only and "Kennismaken bij het bedrijf" not in only
    lines = b"".join(post(client, reverse("support:download_agreements") + "?only=on")).decode().splitlines()
    assert [line.split(";")[1:5] for line in lines[1:-1]] == [
        ["regio", "nee", "De relatiemanager", "3"],
        [cast.other.organisation.name, "ja", "De relatiemanager", "5"],
        [cast.own.organisation.name, "nee", "De relatiemanager", "3"],
    ]


def test_an_employer_reads_how_it_goes_at_the_organisation_that_is_chosen(cast, at, client) -> None:
    agree(cast, at)
    page, other = reverse("support:public_support"), cast.other.organisation
    text = text_of(client.get(page, {"at": other.slug}))
    assert f"Zo gaat het bij {other.name}" in text and "wijkt af van de regio" in text
    assert "binnen 5 werkdagen" in text and "De relatiemanager" in text and f"{other.name} of UWV" in text
    assert "wijkt af" not in text_of(client.get(page, {"at": cast.own.organisation.slug}))
    assert "Zo gaat het bij" not in text_of(client.get(page))
    sums = reverse("support:public_calculator", args=["trial-placement"])
    asked = {"calculate": "1", "law": "participatiewet", "on": "2026-11-24", "at": other.slug}
    text = text_of(client.get(sums, asked))
    assert "binnen 5 werkdagen" in text and "6 maanden" in text and "indicatie" in text


def test_a_difference_ends_and_comes_back_and_every_change_has_a_name(cast, at, log_in) -> None:
    agree(cast, at)
    other = cast.other.actor(ADMIN)
    row = queries.practice_row(other, "trial-placement", is_regional=False)
    with pytest.raises(NotVisible):
        commands.end_difference(actor=cast.own.actor(ADMIN), at=at, practice_id=row.pk)
    client = log_in(cast.other.account(ADMIN))
    back = {"back": reverse("support:subject", args=["trial-placement"])}
    answer = post(client, reverse("support:end_difference", args=[row.pk]), back, follow=True)
    assert "Zet onze afwijking terug" in text_of(answer) and "afwijking gestopt" in text_of(answer)
    assert queries.side_by_side(cast.region.pk, is_only_different=True) == []
    post(client, reverse("support:restore_difference", args=[row.pk]), back)
    lines = queries.practice_history(other, "trial-placement")
    assert [line.is_active for line in lines] == [True, False, True, True]
    assert {line.who for line in lines} == {cast.own.account(ADMIN).name, cast.other.account(ADMIN).name}
    assert [line.facts["answer_days"] for line in lines] == [5, 5, 5, 3]


def test_the_forms_of_an_agreement_keep_what_a_colleague_changed_meanwhile(cast, at, log_in) -> None:
    agree(cast, at)
    client, page = log_in(cast.other.account(ADMIN)), reverse("support:agreement", args=["trial-placement"])
    version = queries.said_version(
        queries.practice_row(cast.own.actor(ADMIN), "trial-placement", is_regional=True)
    )
    newer = AGREED | {"answer_days": 2}
    commands.set_agreement(actor=cast.own.actor(ADMIN), at=at, about="trial-placement", said=newer)
    late = post(client, page, AGREED | {"form": "een blad", "version": version})
    assert late.status_code == 409 and "een blad" in late.content.decode()
    with pytest.raises(ChangedMeanwhile):
        commands.set_agreement(
            actor=cast.own.actor(ADMIN), at=at, about="trial-placement", said=newer, version=version
        )
    missing = post(client, reverse("support:difference", args=["step-visit"]), {"answer_days": "2"})
    assert str(commands.ReasonIsMissing.text) in text_of(missing)
    with pytest.raises(commands.NothingIsSaid):
        commands.set_difference(
            actor=cast.other.actor(ADMIN), at=at, about="step-visit", said={"reason": "x"}
        )
    with pytest.raises(commands.OnlyPublicBodies):
        commands.set_agreement(actor=cast.private.actor(ADMIN), at=at, about="step-visit", said=AGREED)
    with pytest.raises(commands.DaysAreOutside) as refused:
        late_decision = AGREED | {"decision_days": 251}
        commands.set_agreement(actor=cast.own.actor(ADMIN), at=at, about="step-visit", said=late_decision)
    assert refused.value.field == "decision_days"


def test_of_two_who_note_the_first_agreement_at_once_one_is_told(cast, at, monkeypatch) -> None:
    agree(cast, at)
    admin = cast.own.actor(ADMIN)
    nobody_yet = type("Rows", (), {"first": lambda self: None})
    rows = type("Manager", (), {"filter": lambda self, **_asked: nobody_yet()})
    monkeypatch.setattr(practices.Practice.objects, "select_for_update", lambda: rows())
    with pytest.raises(ChangedMeanwhile):
        commands.set_agreement(actor=admin, at=at, about="trial-placement", said=AGREED)


def test_the_pages_ask_as_much_for_one_organisation_as_for_many(cast, at, log_in) -> None:
    client, asked = log_in(cast.own.account()), []
    pages = [reverse(f"support:{name}") for name in ("support", "agreements", "amounts", "public_support")]
    pages.append(reverse("support:subject", args=["trial-placement"]))
    for count in (1, 12):
        for n in range(count):
            house = making.house(cast.region, f"Gemeente {count}-{n}").organisation
            actor = system_for(house.pk, cast.region.pk)
            commands.set_difference(actor=actor, at=at, about="trial-placement", said=OTHERWISE)
            commands.add_amount(actor=actor, at=at, **AMOUNT | {"is_regional": False})
        with CaptureQueriesContext(connection) as seen:
            for page in pages:
                assert client.get(page).status_code == 200
        asked.append(len([each for each in seen if "SAVEPOINT" not in each["sql"]]))
    assert asked[0] == asked[1] <= 60
