"""Domains of life: off until an organisation switches them on, scored together, guarded, and erased when switched off."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier
from time import sleep
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.candidates.picture_making import ADVICE, use_domains
from tests.gatherings.page_asking import text_of
from tests.storm.side_by_side import Beside

from werktop.accounts import queries as accounts
from werktop.accounts.roles import Role
from werktop.audit.actors import SYSTEM
from werktop.audit.kept import all_kept_of
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands, queries
from werktop.candidates.commands import life_domains
from werktop.candidates.commands.refusals import NamesADiagnosis, ScoreIsUnknown
from werktop.candidates.domain_words import WORDS
from werktop.candidates.models import SENSITIVE, Candidate, Domain, DomainInUse, DomainScore, Need

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SETTINGS = "candidates:life_domains"


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())


def score(cast, at, fatima, source="together", **scores):
    facts = {"scores": scores, "source": source}
    return commands.note_domains(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, **facts)


def switch(cast, at, *domains, **facts):
    actor, organisation = cast.own.actor(Role.FUNCTIONAL_ADMIN), cast.own.organisation
    commands.use_life_domains(
        actor=actor, at=at, organisation_id=organisation.pk, domains=dict.fromkeys(domains, ADVICE), **facts
    )


def of_form(**answers):
    return {"request_key": str(uuid4())} | answers


def test_nothing_is_asked_until_the_administrator_switches_it_on(cast, log_in, fatima):
    manager, admin = log_in(cast.own.account()), log_in(cast.own.account(Role.FUNCTIONAL_ADMIN))
    page = reverse("candidates:candidate", args=[fatima.pk])
    form = reverse("candidates:note_part", args=[fatima.pk, "domain"])
    assert "Leefgebieden" not in text_of(manager.get(page)) and manager.get(form).status_code == 404
    told = text_of(admin.get(reverse(SETTINGS)))
    assert "Waarvoor:" in told and "Wie het leest:" in told and len(Domain) == 13
    private = log_in(cast.private.account(Role.FUNCTIONAL_ADMIN))
    assert "geen dossiers" in text_of(private.get(reverse(SETTINGS)))
    assert "geen dossiers" in text_of(private.post(reverse(SETTINGS), of_form(domains=["money"])))
    admin.post(reverse(SETTINGS), of_form(domains=["money", "housing"], **ADVICE))
    assert set(DomainInUse.objects.values_list("domain", flat=True)) == {"money", "housing"}
    asked = text_of(manager.get(form))
    assert "Geld en rekeningen" in asked and "Samenleven thuis" not in asked
    assert "Nog niet besproken" in text_of(manager.get(page))
    other = making.candidate(cast.other, assigned_to=cast.other.account())
    elsewhere = log_in(cast.other.account())
    assert elsewhere.get(reverse("candidates:note_part", args=[other.pk, "domain"])).status_code == 404


def test_it_is_scored_together_with_date_and_source_and_what_was_not_talked_about_stays_empty(
    cast, log_in, fatima
):
    use_domains(cast.own.organisation, "money", "housing")
    client, page = log_in(cast.own.account()), reverse("candidates:candidate", args=[fatima.pk])
    form = reverse("candidates:note_part", args=[fatima.pk, "domain"])
    nothing = client.post(form, of_form(source="together", money="", housing=""))
    assert "minstens één leefgebied" in text_of(nothing)
    unsaid = client.post(form, of_form(money="2", housing=""))
    assert not DomainScore.objects.exists() and 'value="2" checked' in unsaid.content.decode()
    client.post(form, of_form(source="together", money="2", housing=""))
    row = DomainScore.objects.get()
    assert (row.domain, row.score, row.source) == ("money", 2, "together")
    assert "Geld en rekeningen 2 van 5: er komen rekeningen bij die blijven liggen" in text_of(
        client.get(page)
    )
    assert "vorige keer 2: er komen rekeningen bij" in text_of(client.get(form))
    change = reverse("candidates:change_part", args=[fatima.pk, "domain", row.pk])
    client.post(change, of_form(source="own_words", score="4"))
    row.refresh_from_db()
    assert (row.score, row.source) == (4, "own_words")
    beside = log_in(making.colleague_beside(cast.own))
    assert [beside.get(each).status_code for each in (form, change)] == [404, 404]


def test_a_score_is_told_or_talked_over_and_never_what_a_colleague_saw_alone(cast, log_in, fatima, at):
    use_domains(cast.own.organisation, "money")
    client, form = log_in(cast.own.account()), reverse("candidates:note_part", args=[fatima.pk, "domain"])
    assert "samen besproken" in (shown := text_of(client.get(form))) and "ik zag" not in shown
    assert "zelf verteld, of samen besproken?" in text_of(client.post(form, of_form(money="2")))
    client.post(form, of_form(money="2", source="colleague"))
    assert not DomainScore.objects.exists()
    (key,) = score(cast, at, fatima, source="colleague", money=2)
    before = reverse("candidates:change_part", args=[fatima.pk, "domain", key])
    assert "gezien door een collega" in text_of(client.get(before)), "what was noted so before is kept"


def test_all_grounds_that_are_missing_are_said_at_once(cast, log_in):
    admin = log_in(cast.own.account(Role.FUNCTIONAL_ADMIN))
    asked = of_form(
        domains=["money", "housing"], law_on="on", law_advised_by="Mr. Vos", advised_date="geen dag"
    )
    errors = admin.post(reverse(SETTINGS), asked).context["form"].errors
    assert set(errors) == {"ground", "advised_by", "advised_date", "law_ground", "law_advised_date"}
    assert all(len(said) == 1 for said in errors.values())
    assert not DomainInUse.objects.exists()


def test_the_settings_ask_for_their_facts_once(cast, log_in):
    admin = log_in(cast.own.account(Role.FUNCTIONAL_ADMIN))
    admin.get(reverse(SETTINGS))
    with CaptureQueriesContext(connection) as asked:
        admin.get(reverse(SETTINGS))
    facts = [each["sql"] for each in asked if "advised_by" in each["sql"]]
    assert len(facts) == 1


def test_then_and_now_shows_what_became_of_it(cast, at, fatima):
    use_domains(cast.own.organisation, "money", "housing")
    score(cast, at - timedelta(days=60), fatima, money=2, housing=4)
    score(cast, at, fatima, money=3)
    picture = queries.picture_of(cast.own.actor(), fatima)
    found = picture.between((at - timedelta(days=30)).date(), at.date())
    (change,) = [each for each in found if each.now.part == "domain"]
    assert (change.before.words[1], change.now.words[1]) == (
        "2 van 5: er komen rekeningen bij die blijven liggen",
        "3 van 5: iemand helpt mee, en zo blijft het op orde",
    )
    assert change.is_growth and change.now.source_words == "samen besproken"
    assert [line.day for line in picture.on()["domain"]] == [(at - timedelta(days=60)).date(), at.date()]


def test_only_who_works_with_the_person_scores_and_only_what_can_be(cast, at, fatima):
    use_domains(cast.own.organisation)
    facts = {"at": at, "candidate_id": fatima.pk, "source": "together"}
    beside = accounts.actor_of(making.colleague_beside(cast.own), cast.own.organisation.pk)
    for actor in (beside, cast.other.actor()):
        with pytest.raises(NotVisible):
            commands.note_domains(actor=actor, scores={"money": 3}, **facts)
    with pytest.raises(NotAllowed):
        commands.note_domains(actor=cast.own.actor(Role.TABLE_HOST), scores={"money": 3}, **facts)
    for scores, refusal in (({"money": 6}, ScoreIsUnknown), ({"housing": 3}, NotVisible)):
        with pytest.raises(refusal):
            commands.note_domains(actor=cast.own.actor(), scores=scores, **facts)
    with pytest.raises(NamesADiagnosis):
        commands.note_domains(actor=cast.own.actor(), scores={"money": 3}, reason="Is verslaafd", **facts)


def test_switched_off_it_is_hidden_at_once_told_to_the_person_and_there_again_when_switched_on(
    cast, at, fatima
):
    switch(cast, at, "money")
    (key,) = score(cast, at, fatima, money=2)
    marks = Candidate.objects.get(pk=fatima.pk).marks
    assert not [mark for mark in marks if "money" in mark or "domain" in mark]
    switch(cast, at + timedelta(days=1))
    actor, of_row = cast.own.actor(), {"candidate_id": fatima.pk, "part": "domain", "row_id": key}
    assert "domain" not in queries.picture_of(actor, fatima).on()
    for command in (commands.remove_part, commands.put_back_part):
        with pytest.raises(NotVisible):
            command(actor=actor, at=at, **of_row)
    told = {part.title: part.rows for part in all_kept_of(actor, fatima, at)}
    ((what, said),) = told["Leefgebieden die wij niet meer bespreken"]
    assert what == "Geld en rekeningen" and "wordt gewist op 25 februari 2027" in said
    switch(cast, at + timedelta(days=2), "money")
    assert queries.picture_of(actor, fatima).on()["domain"][0].row_id == key


def test_of_two_administrators_the_last_does_not_win_in_silence(cast, at):
    version = queries.domains_answers(cast.own.actor(Role.FUNCTIONAL_ADMIN))["version"]
    switch(cast, at, "money", version=version)
    with pytest.raises(ChangedMeanwhile):
        switch(cast, at, "housing", version=version)
    with pytest.raises(NotAllowed):
        commands.use_life_domains(
            actor=cast.own.actor(), at=at, organisation_id=cast.own.organisation.pk, domains={}
        )


@pytest.mark.django_db(transaction=True)
def test_two_who_switch_on_at_once_for_the_first_time_get_an_answer(cast, at, monkeypatch):
    admin = cast.own.actor(Role.FUNCTIONAL_ADMIN)
    version, begin = queries.domains_answers(admin)["version"], Barrier(2)
    real = life_domains.refuse_changed

    def slowly(*asked):
        sleep(0.1)  # the other comes in between where nothing makes anybody wait
        return real(*asked)

    def switch():
        begin.wait()
        asked = {"actor": admin, "at": at, "organisation_id": cast.own.organisation.pk}
        commands.use_life_domains(**asked, domains={"money": ADVICE}, version=version)

    monkeypatch.setattr(life_domains, "refuse_changed", slowly)
    both = [Beside(switch), Beside(switch)]
    for each in both:
        each.start()
    assert {type(each.end()) for each in both} == {ChangedMeanwhile, type(None)}


def test_what_was_scored_in_a_domain_of_which_nothing_is_kept_goes_after_its_term(cast, at, fatima):
    use_domains(cast.own.organisation, "money", "work")
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": fatima.pk, "source": "together"}
    commands.note_domains(**asked, scores={"money": 2, "work": 3})
    DomainInUse.objects.filter(domain="money").delete()

    def forget(days):
        return commands.forget_switched_off(actor=SYSTEM, at=at + timedelta(days=days))

    assert forget(30) == 0
    assert forget(200) == 1
    assert list(DomainScore.objects.values_list("domain", flat=True)) == ["work"]


def test_a_domain_goes_on_with_a_ground_and_an_advice_and_what_is_sensitive_by_itself_alone(cast, log_in, at):
    admin, settings = log_in(cast.own.account(Role.FUNCTIONAL_ADMIN)), reverse(SETTINGS)
    for missing, said in (
        ("ground", "op welke grond"),
        ("advised_by", "wie adviseerde"),
        ("advised_date", "welke dag"),
    ):
        page = text_of(admin.post(settings, of_form(domains=["money"], **ADVICE | {missing: ""})))
        assert said in page and not DomainInUse.objects.exists()
    late = of_form(domains=["money"], **ADVICE | {"advised_date": at.date() + timedelta(days=1)})
    assert "moet nog komen" in text_of(admin.post(settings, late))
    admin.post(settings, of_form(domains=[each.value for each in Domain], **ADVICE))
    assert not DomainInUse.objects.exists(), "what is sensitive cannot be ticked with the others"
    plain = [each.value for each in Domain if each not in SENSITIVE]
    admin.post(settings, of_form(domains=plain, **ADVICE))
    assert set(queries.domains_in_use(cast.own.organisation.pk)) == set(plain)
    assert {"home", "care", "mind", "body", "means", "law"} == {each.value for each in SENSITIVE}
    on = {"request_key": str(uuid4()), "domains": plain, **ADVICE, "law_on": "on"}
    again = admin.post(settings, on)
    assert (
        "op welke grond" in text_of(again)
        and '<details class="fold" id="apart-law" open' in again.content.decode()
    )
    admin.post(
        settings, on | {f"law_{name}": said for name, said in ADVICE.items()} | {"law_ground": "UAVG art. 33"}
    )
    row = DomainInUse.objects.get(domain="law")
    assert (row.ground, row.advised_by, row.off_at) == ("UAVG art. 33", "Noor Kamp", None)
    page = admin.get(settings).content.decode()
    assert 'value="UAVG art. 33"' in page and 'value="Noor Kamp"' in page and "aan sinds" in page


def test_the_ground_that_was_said_before_is_kept_for_who_asks_later(cast, at):
    actor, organisation = cast.own.actor(Role.FUNCTIONAL_ADMIN), cast.own.organisation
    for ground in ("eerst dit", "nu dat"):
        commands.use_life_domains(
            actor=actor,
            at=at,
            organisation_id=organisation.pk,
            domains={"money": ADVICE | {"ground": ground}},
        )
    lines = DomainInUse.pgh_event_model.objects.order_by("pgh_id")
    assert list(lines.values_list("ground", flat=True)) == ["eerst dit", "nu dat"]


def test_each_domain_has_words_of_its_own_for_each_score():
    said = [str(words) for each in WORDS.values() for words in each]
    assert set(WORDS) == set(Domain) and {len(each) for each in WORDS.values()} == {5}
    assert len(set(said)) == 65, "no two say the same"


def test_what_did_not_change_is_said_in_one_tap_and_what_is_low_leads_to_what_helps(cast, at, log_in, fatima):
    use_domains(cast.own.organisation, "money", "housing", "days")
    client, form = log_in(cast.own.account()), reverse("candidates:note_part", args=[fatima.pk, "domain"])
    assert "zoals vorige keer" not in text_of(client.get(form)), "nothing was said before"
    score(cast, at - timedelta(days=60), fatima, money=4, housing=3)
    page = client.get(form).content.decode()
    assert page.count('<details class="fold">') == 3 and "3: woont met begeleiding" in page
    answer = client.post(form, of_form(source="together", is_rest_the_same="on", days="2", money="1"))
    noted = dict(DomainScore.objects.values_list("domain", "score"))
    assert noted == {"money": 1, "housing": 3, "days": 2}
    assert set(DomainScore.objects.values_list("noted_at", flat=True)) == {at}, "all were looked at"
    assert "money" not in answer.url and "wat-helpt" not in answer.url, (
        "the address says nothing of what it is"
    )
    need = client.get(answer.url)
    assert (
        "Wat helpt Fatima bij: geld en rekeningen?" in text_of(need)
        and 'value="debts" selected' in need.content.decode()
    )
    said = {"source": "together", "kind": "debts", "words": "Rust in de post", "action": "Bel de budgetcoach"}
    after = client.post(answer.url, of_form(**said))
    assert Need.objects.get().action == "Bel de budgetcoach"
    assert "overdag" in text_of(client.get(after.url)), "the next one"
    skipped = client.get(after.url).content.decode()
    assert (
        f'href="{reverse("candidates:candidate", args=[fatima.pk])}#need"' in skipped
        and "Sla over" in skipped
    )
    high = client.post(form, of_form(source="together", money="4"))
    assert high.url.endswith("#domain")


def test_of_two_files_the_score_that_was_noted_last_stays(cast, at, two, merge):
    kept, lost = two
    use_domains(cast.own.organisation, "money", "housing")
    for person, days, money in ((kept, 9, 2), (lost, 3, 4)):
        Candidate.objects.filter(pk=person.pk).update(assigned_to=cast.own.account())
        score(cast, at - timedelta(days=days), person, money=money)
    score(cast, at, lost, housing=1)
    merge(kept, lost)
    assert dict(DomainScore.objects.filter(candidate=kept).values_list("domain", "score")) == {
        "money": 4,
        "housing": 1,
    }
