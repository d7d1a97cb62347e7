"""Over mij: employers read exactly what the candidate approved, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.own_pages import own_client, tap
from tests.portal.test_own_page import talk_of
from tests.road.walking import Walker

from werktop.audit.models import PersonalView
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries
from werktop.candidates.commands import approve_presentation, make_objection, write_presentation
from werktop.candidates.models import KnownFirm, Presentation
from werktop.post import links

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
ABOUT, FIRMS = "/mijn/over-mij/", "/mijn/bedrijven/"


@pytest.fixture
def person(cast):
    return making.candidate(
        cast.own,
        "Fatima",
        term_codes=("bouwen",),
        own_words="Ik werk graag buiten.",
        day_note="Rolstoel",
        assigned_to=cast.own.account(),
    )


@pytest.fixture
def browser(person, at):
    return own_client(person, at)


def read(person) -> str | None:
    return queries.read_by_employers([person.pk]).get(person.pk)


def version(person) -> str:
    return queries.presentation_version(queries.presentation_of(person))


def test_the_first_text_is_made_of_what_we_know_and_nobody_reads_it_yet(browser, person):
    page = browser.get(ABOUT).content.decode()
    assert "Ik ben Fatima." in page and "Ik werk graag buiten." in page and "Rolstoel" not in page
    assert read(person) is None and not Presentation.objects.exists()


def test_employers_read_exactly_what_was_approved(browser, person):
    tap(
        browser,
        ABOUT,
        words="Ik ben Fatima.\r\n\r\n\r\n\r\nIk  bouw. ",
        version=version(person),
        answer="keep",
    )
    assert read(person) is None
    tap(browser, ABOUT, words="Ik ben Fatima.\n\nIk bouw.", version=version(person), answer="approve")
    assert read(person) == "Ik ben Fatima.\n\nIk bouw."
    assert "Goedgekeurd" in browser.get(ABOUT).content.decode()


def test_a_change_is_asked_again_and_until_then_the_old_text_is_read(cast, browser, person, at):
    tap(browser, ABOUT, words="Ik bouw.", version=version(person), answer="approve")
    write_presentation(actor=cast.own.actor(), at=at, candidate_id=person.pk, words="Ik bouw en lijm.")
    assert read(person) == "Ik bouw."
    page = browser.get(ABOUT).content.decode()
    assert "Dit lezen werkgevers nu nog" in page and "Ik bouw en lijm." in page
    assert "Werkgevers lezen nog de oude" in browser.get("/mijn/").content.decode()
    tap(browser, ABOUT, words="Ik bouw en lijm.", version=version(person), answer="approve")
    assert read(person) == "Ik bouw en lijm."


def test_the_approval_can_be_taken_back_at_once(browser, person):
    tap(browser, ABOUT, words="Ik bouw.", version=version(person), answer="approve")
    tap(browser, ABOUT, answer="hide")
    assert read(person) is None and Presentation.objects.get().words == "Ik bouw."


def test_what_a_colleague_changed_meanwhile_is_not_approved_unseen(cast, browser, person, at):
    seen = version(person)
    write_presentation(actor=cast.own.actor(), at=at, candidate_id=person.pk, words="Ik bouw.")
    answer = tap(browser, ABOUT, words="Ik kook.", version=seen, answer="approve")
    said = answer.content.decode()
    assert answer.status_code == 409 and "Ik kook." in said and "Ik bouw." in said
    assert read(person) is None
    again = tap(browser, ABOUT, words="Ik kook.", version=version(person), answer="approve")
    assert again.status_code == 302 and read(person) == "Ik kook."


def test_with_an_objection_every_page_says_that_nobody_reads_it(cast, browser, person, at, walk):
    make_objection(actor=cast.own.actor(), at=at, candidate_id=person.pk, kind="employers")
    walker, colleague = Walker(), walk(cast.own.account())
    walker.client = browser
    assert "Daarom lezen werkgevers niets over u." in walker.open("/mijn/").words
    page = walker.follow("Bekijk mijn tekst").words
    assert "Werkgevers lezen niets over u" in page and "lezen werkgevers die u ontmoet" not in page
    page = walker.press("Dit klopt").words
    assert "Door uw bezwaar leest geen werkgever hem." in page and "Goedgekeurd" not in page
    assert read(person) is None and queries.presentation_of(person).is_approved
    assert "lezen die" not in walker.open("/mijn/").words
    page = colleague.open(reverse("candidates:candidate", args=[person.pk])).words
    assert "Over mij: niet te lezen, door het bezwaar" in page and "Over mij: goedgekeurd" not in page
    assert "werkgevers lezen niets over Fatima" in colleague.follow("Bekijk de tekst").words
    colleague.open(reverse("candidates:candidate", args=[person.pk]))
    page = colleague.follow("Bekijk het bezwaar").words
    assert "Werkgevers mogen niets over Fatima lezen" in page and " mij " not in page and " u " not in page


def test_a_word_for_what_somebody_has_is_asked_about_once(browser, person, cast, walk):
    walker, colleague = Walker(), walk(cast.own.account())
    walker.client = browser
    walker.open(ABOUT)
    page = walker.press("Dit klopt", words="Ik had een depressie. Nu bak ik.")
    assert "U schrijft “depressie”" in page.words and read(person) is None
    walker.press("Dit klopt")
    assert read(person) == "Ik had een depressie. Nu bak ik."
    colleague.open(reverse("portal:presentation", args=[person.pk]))
    page = colleague.press("Bewaar", words="Ik heb een Wajong.")
    assert "“Wajong” hoeft een werkgever niet te weten" in page.words
    colleague.press("Bewaar")
    assert queries.presentation_of(person).words == "Ik heb een Wajong."


def test_a_text_that_is_too_long_is_said_and_stays(browser, person):
    walker, long = Walker(), "Ik bak brood. " * 110
    walker.client = browser
    assert "maxlength" not in walker.open(ABOUT).source
    page = walker.press("Bewaar, maar", words=long)
    assert "1539 tekens, en het mag tot 1500" in page.words and long.strip() in page.source
    assert not Presentation.objects.exists()


def test_nobody_but_the_candidate_approves(cast, person, at):
    for actor in (cast.own.actor(), cast.other.actor()):
        with pytest.raises(NotVisible):
            approve_presentation(actor=actor, at=at, candidate_id=person.pk, words="Ik bouw.")
    with pytest.raises(NotVisible):
        write_presentation(actor=cast.other.actor(), at=at, candidate_id=person.pk, words="Ik bouw.")


def test_an_empty_text_is_refused_in_words(browser, person):
    answer = tap(browser, ABOUT, words="  ", version=version(person), answer="approve")
    assert "Een paar woorden zijn genoeg." in answer.content.decode() and read(person) is None


def test_the_entrepreneur_of_an_appointment_reads_it_and_that_is_noted(cast, person, browser, at, client):
    talk = talk_of(cast, person, at)
    token = links.make_link(
        organisation_id=cast.own.organisation.pk, purpose="follow_up", holder_kind="entrepreneur",
        holder_id=talk.entrepreneur_id, about_kind="follow_up", about_id=talk.pk, at=at,
        expires_at=at + timedelta(days=9),
    )  # fmt: skip
    address = reverse("portal:follow_up", kwargs={"token": token})
    tap(browser, ABOUT, words="Ik bouw stoelen.", version=version(person), answer="keep")
    assert "Ik bouw stoelen." not in client.get(address).content.decode()
    assert not PersonalView.objects.exists()
    tap(browser, ABOUT, words="Ik bouw stoelen.", version=version(person), answer="approve")
    assert "Ik bouw stoelen." in client.get(address).content.decode()
    seen = PersonalView.objects.get()
    assert (seen.actor_kind, seen.about_ids, seen.about_organisation_id) == (
        "entrepreneur", [str(person.pk)], cast.own.organisation.pk,
    )  # fmt: skip
    tap(browser, ABOUT, answer="hide")
    assert "Ik bouw stoelen." not in client.get(address).content.decode()


def test_the_colleague_sees_how_it_stands_and_proposes_a_text(cast, person, log_in, browser, at):
    colleague, page = log_in(cast.own.account()), reverse("candidates:candidate", args=[person.pk])
    proposal = reverse("portal:presentation", args=[person.pk])
    assert "Over mij: nog niet goedgekeurd" in colleague.get(page).content.decode()
    tap(colleague, proposal, words="Ik bouw.", version=version(person))
    assert Presentation.objects.get().written_by == cast.own.account()
    tap(browser, ABOUT, words="Ik bouw.", version=version(person), answer="approve")
    assert "Over mij: goedgekeurd" in colleague.get(page).content.decode()
    seen = version(person)
    tap(browser, ABOUT, words="Ik kook.", version=seen, answer="keep")
    assert "nieuwe tekst wacht" in colleague.get(page).content.decode()
    late = tap(colleague, proposal, words="Ik zaag.", version=seen)
    assert (
        late.status_code == 409
        and "Ik zaag." in late.content.decode()
        and "Ik kook." in late.content.decode()
    )


def test_what_stood_there_is_on_the_paper_of_all_that_is_kept(cast, person, browser, log_in):
    for words in ("Ik bouw.", "Ik kook."):
        tap(browser, ABOUT, words=words, version=version(person), answer="approve")
    type(person).objects.filter(pk=person.pk).update(assigned_to=cast.own.account())
    page = (
        log_in(cast.own.account())
        .get(reverse("privacy:kept_of_candidate", args=[person.pk]))
        .content.decode()
    )
    assert "Ik bouw." in page and "Ik kook." in page and "Over mij: wat werkgevers mogen lezen" in page


def test_a_firm_joins_the_own_network_in_own_words(cast, person, browser, log_in):
    assert tap(browser, FIRMS, firm_name=" Kwekerij  Ooij ", words="mijn zus werkt er").status_code == 302
    firm = KnownFirm.objects.get()
    assert (firm.firm_name, firm.words, firm.source, firm.noted_by) == (
        "Kwekerij Ooij", "mijn zus werkt er", "own_words", None,
    )  # fmt: skip
    page = log_in(cast.own.account()).get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    assert "Kwekerij Ooij" in page
    twice = tap(browser, FIRMS, firm_name="kwekerij ooij")
    assert "staat er al" in twice.content.decode()
    walker = Walker()
    walker.client = browser
    walker.open(FIRMS)
    gone = walker.press("Haal weg")
    assert "Kwekerij Ooij is weggehaald" in gone.words and not KnownFirm.objects.exists()
    assert tap(browser, reverse("portal:unname_firm", args=[firm.pk])).status_code == 302, "twice is once"
    back = walker.press("Zet terug")
    assert "Kwekerij Ooij" in back.words and "mijn zus werkt er" in back.words
    again = KnownFirm.objects.get()
    assert (again.pk, again.source, again.noted_by) == (firm.pk, "own_words", None)
    others = KnownFirm.objects.create(
        candidate=making.candidate(cast.own, "Karim"), firm_name="De Linde", noted_at=person.created_at
    )
    away = reverse("portal:unname_firm", args=[others.pk])
    others.delete()
    assert tap(browser, away, put_back="1").status_code == 404


def test_what_a_colleague_or_another_noted_cannot_be_taken_away(cast, person, browser, at):
    noted = KnownFirm.objects.create(
        candidate=person, firm_name="Waalzicht", noted_at=at, noted_by=cast.own.account()
    )
    others = KnownFirm.objects.create(
        candidate=making.candidate(cast.own, "Karim"), firm_name="De Linde", noted_at=at
    )
    assert "Haal weg" not in browser.get(FIRMS).content.decode()
    for firm in (noted, others):
        tap(browser, reverse("portal:unname_firm", args=[firm.pk]))
    assert KnownFirm.objects.count() == 2
