"""What an organisation knows about its guests: on what ground, for how long, and who guards it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.html import escape
from tests import making

from werktop.audit import retention
from werktop.audit.actors import SYSTEM
from werktop.candidates.models import DomainInUse
from werktop.regions.commands import register_organisation, set_organisation
from werktop.regions.models import KINDS_WITH_FILES, Organisation

pytestmark = pytest.mark.django_db
OF_COLLEAGUES = {"colleague", "question", "receipt", "reminder"}
"""Terms of what holds nothing about a guest."""


def shown(client, organisation) -> str:
    return client.get(reverse("portal:what_we_know", kwargs={"slug": organisation.slug})).content.decode()


def registered(cast, at, kind, **facts) -> Organisation:
    key = register_organisation(
        actor=SYSTEM, at=at, slug=f"huis-{kind}", name="Huis", kind=kind, region_id=cast.region.pk, **facts
    )
    return Organisation.objects.get(pk=key)


def test_every_term_with_a_clock_stands_there_as_the_table_has_it(cast, client, monkeypatch):
    text = shown(client, cast.own.organisation)
    for name, term in retention.TERMS.items():
        if term.has_period and name not in OF_COLLEAGUES:
            assert escape(str(term.words)) in text, name
    monkeypatch.setitem(retention.TERMS, "message", retention.Term("9 weken", days=63))
    assert "9 weken" in shown(client, cast.own.organisation)


@pytest.mark.parametrize(
    ("kind", "ground", "words"),
    [
        ("municipality", "Participatiewet art. 7", "Een gemeente helpt mensen aan werk"),
        ("uwv", "Wet SUWI art. 30a", "UWV helpt mensen met een uitkering"),
        ("social_enterprise", "in haar opdracht", "in opdracht van de gemeente"),
        ("work_centre", "Wet SUWI art. 10", "voor de gemeenten en UWV"),
        ("collective", "gerechtvaardigd belang", "Wij bewaren geen dossier over u"),
    ],
)
def test_the_ground_is_that_of_the_kind(cast, client, at, kind, ground, words):
    text = shown(client, registered(cast, at, kind))
    assert ground in text and words in text
    assert ("publieke taak" in text) == (kind != "collective")


def test_each_kind_with_files_says_whose_task_it_is(cast, client, at):
    for kind in KINDS_WITH_FILES:
        before_the_law = shown(client, registered(cast, at, kind)).split("In de wet heet dat", 1)[0]
        assert "taak" in before_the_law.split("</ul>")[-1], kind


def test_the_officer_is_named_where_the_administrator_filled_it_in(cast, client, at, log_in, clock):
    own = cast.own.organisation
    assert "functionaris gegevensbescherming" not in shown(client, own)
    administrator = log_in(cast.own.account("functional_admin"))
    page = reverse("accounts:organisation")
    assert "privacy_officer" in administrator.get(page).content.decode()
    set_organisation(
        actor=cast.own.actor("functional_admin"), at=at, organisation_id=own.pk, phone=own.phone, email=own.email,
        legal_ground=own.legal_ground, legal_purpose=own.legal_purpose, privacy_officer="fg@waalsteen.example",
    )  # fmt: skip
    assert "fg@waalsteen.example" in shown(client, own)


def test_a_candidate_inherits_the_ground_of_the_kind(cast, at):
    house = registered(cast, at, "uwv")
    person = making.candidate(making.House(house, {}), "Fatima")
    assert "Wet SUWI" in person.legal_ground


def test_who_keeps_files_says_that_others_in_the_region_find_a_nameless_profile(cast, client):
    words = "kunnen u zonder naam vinden"
    text = shown(client, cast.own.organisation)
    assert words in text and "Wilt u dat niet? Zeg het ons." in text
    assert words not in shown(client, cast.private.organisation)


def test_it_promises_what_the_paper_gives_and_who_reads_what_is_needed(cast, client):
    text = shown(client, cast.own.organisation)
    assert "wie uw gegevens bekeek" not in text and text.count("elke organisatie uw gegevens bekeek") == 3
    words = "Dan leest die ook wat u bij uw antwoord aankruist"
    assert words in text and words not in shown(client, cast.private.organisation)


def test_it_names_every_kind_of_thing_that_is_kept_and_domains_only_where_they_are_on(cast, client, at):
    text = shown(client, cast.own.organisation)
    for words in (
        "Waar u hulp bij vroeg, ook als het over geld, wonen",
        "waar u naartoe werkt, uw stappen, wat u wilt leren, uw cursussen",
        "waarom u wilt werken",
        "De bedrijven die u kent",
        "Wanneer en hoe wij u spraken",
        "doelgroepregister",
        "indicatie voor beschut werk",
        "tekst ‘Over mij’, als u die goedkeurde",
    ):
        assert words in text, words
    assert "een cijfer van 1 tot 5" not in text
    DomainInUse.objects.create(organisation=cast.own.organisation, domain="housing", on_at=at)
    assert "op deze gebieden: wonen." in shown(client, cast.own.organisation)
    assert "een cijfer van 1 tot 5" not in shown(client, cast.other.organisation)
