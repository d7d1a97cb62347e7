"""What people read of two files that became one, and how they are laid side by side."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.candidates.picture_making import picture_on
from tests.gatherings.page_asking import text_of

from werktop.audit import likeness
from werktop.audit.actors import SYSTEM
from werktop.audit.models import Merge, PersonalView
from werktop.candidates import commands, queries
from werktop.candidates.models import Candidate, Look
from werktop.gatherings.models import Guest

pytestmark = pytest.mark.django_db


def test_the_kept_page_tells_both_stories_and_by_whom(two, merge, take_apart, cast, log_in, clock, at):
    kept, lost = two
    asked = {"actor": cast.own.actor(), "at": at - timedelta(days=3)}
    goal = commands.note_part(candidate_id=lost.pk, part="goal", words="Heftruck rijden", **asked)
    commands.remove_part(candidate_id=lost.pk, part="goal", row_id=goal, **asked)
    client = log_in(cast.own.account())
    merge(kept, lost)
    page = text_of(client.get(reverse("candidates:candidate", args=[kept.pk])))
    assert (
        "Samengevoegd met het dossier van Fatma El Amrani op 24 november 2026, door Relationship van Gemeente Waalsteen"
        in page
    )
    assert "leerdoel: Heftruck rijden" in page.replace("Leerdoel", "leerdoel")
    assert "Maak ongedaan" in page
    assert "Weg: Koken" not in page, "both could cook: nothing went"
    commands.put_back_part(candidate_id=kept.pk, part="goal", row_id=goal, actor=cast.own.actor(), at=at)
    merge_id = Merge.objects.get().pk
    url = reverse("candidates:take_apart", args=[kept.pk, merge_id])
    shown = client.post(url, {"request_key": str(uuid4())}, follow=True)
    assert "Het zijn weer twee dossiers" in text_of(shown)
    assert "Samengevoegd met" not in text_of(client.get(reverse("candidates:candidate", args=[kept.pk])))


def test_after_an_undo_each_page_tells_its_own_story(two, merge, take_apart, cast, at):
    kept, lost = two
    asked = {"actor": cast.own.actor(), "at": at - timedelta(days=3)}
    commands.note_part(candidate_id=lost.pk, part="step", words="Heftruck rijden", **asked)
    merge(kept, lost)
    actor = cast.own.actor()
    assert [line.words[0] for line in picture_on(actor, kept.pk, date(2026, 12, 1))["step"]] == [
        "Heftruck rijden"
    ]
    take_apart(kept)
    assert "step" not in picture_on(actor, kept.pk, date(2026, 12, 1))
    assert [line.words[0] for line in picture_on(actor, lost.pk, date(2026, 12, 1))["step"]] == [
        "Heftruck rijden"
    ]


def test_what_is_kept_of_somebody_tells_of_the_other_file_too(two, merge, cast, at, log_in, clock):
    kept, lost = two
    PersonalView.objects.create(
        at=at - timedelta(days=1), page="candidates:candidate", about_kind="candidate", about_ids=[str(lost.pk)],
        about_organisation_id=cast.own.organisation.pk, actor_kind="staff", actor_id=cast.own.account().pk,
        organisation_id=cast.own.organisation.pk,
    )  # fmt: skip
    Candidate.objects.update(assigned_to=cast.own.account())
    merge(kept, lost)
    page = text_of(log_in(cast.own.account()).get(reverse("privacy:kept_of_candidate", args=[kept.pk])))
    assert "U stond er dubbel in" in page
    assert "f.amrani@post.example" in page
    assert "23 november 2026" in page


def test_what_the_day_needs_is_not_read_by_laying_files_side_by_side(two, merge, cast, at, log_in, clock):
    kept, lost = two
    colleague = making.colleague_beside(cast.own)
    Candidate.objects.filter(pk=lost.pk).update(day_note="Kornoelje", assigned_to=colleague)
    Candidate.objects.filter(pk=kept.pk).update(day_note="Zonnebloem", assigned_to=colleague)
    url = reverse("candidates:merge_candidates", args=[kept.pk, lost.pk])
    assert "Kornoelje" not in (page := log_in(cast.own.account()).get(url).content.decode())
    assert "Zonnebloem" not in page
    assert "Kornoelje" in log_in(colleague).get(url).content.decode()
    merge(kept, lost, choices={"needs": "other"})
    kept.refresh_from_db()
    assert kept.day_note == "Zonnebloem; Kornoelje", "what was not on the screen is kept as a whole"


def test_who_goes_to_work_with_somebody_by_merging_is_seen_by_the_colleague(two, merge, cast):
    kept, lost = two
    colleague = making.colleague_beside(cast.own)
    Candidate.objects.filter(pk=kept.pk).update(assigned_to=colleague)
    Candidate.objects.filter(pk=lost.pk).update(assigned_to=cast.own.account())
    merge(*Candidate.objects.order_by("pk"), choices={"assigned_to": "other"})
    look = Look.objects.get()
    assert (look.candidate_id, look.kind, look.of_id) == (kept.pk, "taken_over", colleague.pk)


def test_the_surest_pairs_stand_first_and_those_with_one_number_by_themselves(cast, at, log_in, clock):
    of = {"last_name": "de Wit", "postcode": "4001 AB"}
    for name, phone, email in (
        ("Anna", "+31612345601", "anna@post.example"),
        ("Anna", "+31612345602", "annie@post.example"),
        ("Bert", "+31612345603", ""),
        ("Bert", "", ""),
        ("Coen", "+31612345605", "coen@post.example"),
        ("Coen", "+31612345605", "c@post.example"),
    ):
        making.candidate(cast.own, name, **of, phone=phone, email=email)
    commands.look_for_doubles(actor=SYSTEM, at=at, organisation_id=cast.own.organisation.pk)
    client, url = log_in(cast.own.account()), reverse("candidates:doubles")
    page = client.get(url)
    assert [row["kept"].first_name for row in page.context["rows"]] == ["Coen", "Bert", "Anna"]
    assert "zelfde plaats, maar een ander nummer en e-mailadres" in text_of(page)
    alike = client.get(url, {"bereik": "zelfde"})
    assert [row["kept"].first_name for row in alike.context["rows"]] == ["Coen"]
    Candidate.objects.filter(first_name="Coen", email="c@post.example").update(phone="+31612345607")
    commands.look_for_doubles(actor=SYSTEM, at=at, organisation_id=cast.own.organisation.pk)
    assert "Geen paren met hetzelfde nummer" in text_of(client.get(url, {"bereik": "zelfde"})), (
        "why is as it is now"
    )


def test_told_apart_nobody_asks_again(two, cast, at, log_in, clock):
    Candidate.objects.update(phone="+31612345678")
    actor, house = cast.own.actor(), cast.own.organisation.pk
    assert commands.look_for_doubles(actor=SYSTEM, at=at, organisation_id=house) == 1
    client = log_in(cast.own.account())
    page = text_of(client.get(reverse("candidates:doubles")))
    assert "zelfde telefoonnummer, naam lijkt erop, zelfde plaats" in page
    url = reverse("candidates:tell_apart", args=[pair.pk for pair in two])
    client.post(url, {"request_key": str(uuid4())})
    assert commands.look_for_doubles(actor=SYSTEM, at=at, organisation_id=house) == 0
    assert "Niemand lijkt er dubbel in te staan" in text_of(client.get(reverse("candidates:doubles")))
    client.post(url, {"request_key": str(uuid4()), "look_again": "1"})
    assert likeness.open_pairs("candidate", house).count() == 1
    assert queries.pairs_to_look_at(cast.other.actor()).count() == 0
    assert actor.organisation_id == house


def test_side_by_side_each_difference_is_a_choice_and_a_refusal_keeps_it(two, cast, at, log_in, clock):
    kept, lost = two
    client = log_in(cast.own.account())
    url = reverse("candidates:merge_candidates", args=[kept.pk, lost.pk])
    page = client.get(url).content.decode()
    for words in ("fatima@post.example", "f.amrani@post.example", "Fatima El Amrani", "Fatma El Amrani"):
        assert words in page
    assert "+31" not in text_of(client.get(url)), "a number as people read it"
    gathering = making.gathering(cast.own, status="running")
    for person in two:
        making.guest(gathering, person, arrived_at=at)
    typed = {"request_key": str(uuid4()), "keep_name": "other", "keep_email": "other", "keep_phone": "kept"}
    response = client.post(url, typed)
    assert response.status_code == 409
    assert "Dan zijn het twee mensen" in text_of(response)
    assert (
        response.content.decode().count('value="other" checked') == 2
        or "checked" in response.content.decode()
    )
    Guest.objects.all().delete()
    kept_url = reverse("candidates:candidate", args=[kept.pk])
    assert client.post(url, typed | {"request_key": str(uuid4())}).url.startswith(kept_url)
    kept.refresh_from_db()
    assert (kept.first_name, kept.email) == ("Fatma", "f.amrani@post.example")
    assert "al samengevoegd" in text_of(client.get(url, follow=True))


def test_from_the_list_two_are_told_apart_merged_and_taken_apart_by_the_buttons_of_the_pages(
    two, cast, at, walk, clock
):
    kept, lost = two
    Candidate.objects.update(phone="+31612345678")
    Candidate.objects.filter(pk=kept.pk).update(assigned_to=cast.own.account(), spoken_at=at)
    commands.look_for_doubles(actor=SYSTEM, at=at, organisation_id=cast.own.organisation.pk)
    walker = walk(cast.own.account())
    assert "1 paar kandidaten lijkt op elkaar" in walker.open("/").words
    walker.follow("1 paar kandidaten")
    assert "zijn twee mensen" in walker.press("Het zijn er twee").words
    assert "Niemand lijkt er dubbel in te staan" in walker.page.words
    assert "1 paar om na te kijken" in walker.press("Maak ongedaan").words
    page = walker.follow("Dezelfde persoon").words
    for known in (
        "Vaste collega",
        cast.own.account().name,
        "Laatst gesproken",
        "24 november 2026",
        "06 12345678",
    ):
        assert known in page, known
    page = walker.press("Voeg samen")
    buttons = [each.words for form in page.forms for each in form.buttons]
    assert buttons.index("Maak ongedaan") < buttons.index("Lees"), "it stands above all else on the page"
    form = next(form for form in page.forms if form.buttons and form.buttons[0].words == "Maak ongedaan")
    assert "Het zijn weer twee dossiers" in walker.send(form, form.buttons[0], {}).words
    assert Candidate.objects.count() == 2
    # the undo was a slip: brought together again on the spot, or later from the list of those told apart
    assert "Was dit een vergissing?" in walker.page.words
    walker.follow("Toch samenvoegen")
    assert "Is dit dezelfde persoon?" in walker.page.words
    listed = walker.open(reverse("candidates:doubles")).words
    assert "Niemand lijkt er dubbel in te staan" in listed and "het zijn er twee 1 paar" in listed
    assert "1 paar om na te kijken" in walker.press("Zet weer in de lijst").words
    assert "zelfde telefoonnummer" in walker.page.words and "Toch samenvoegen" not in walker.page.words


def test_an_undo_tells_the_two_apart_until_they_are_brought_together_again(
    two, merge, take_apart, cast, at, log_in, clock
):
    kept, lost = two
    Candidate.objects.filter(pk=kept.pk).update(phone=lost.phone)
    merge(kept, lost)
    take_apart(kept)
    house = cast.own.organisation.pk
    assert commands.look_for_doubles(actor=SYSTEM, at=at + timedelta(days=2), organisation_id=house) == 0
    (pair,) = queries.pairs_told_apart(cast.own.actor())
    assert pair.apart_by_id == cast.own.account().pk and "phone" in pair.why
    assert not queries.pairs_told_apart(cast.other.actor()).exists()
    page = text_of(log_in(cast.own.account()).get(reverse("candidates:doubles")))
    assert f"door {cast.own.account().name}" in page and page.count("Toch samenvoegen") == 1
    merge(kept, lost, at=at + timedelta(days=3))
    assert not queries.pairs_told_apart(cast.own.actor()).exists()
    other = reverse("candidates:candidate", args=[kept.pk]) + f"?losgemaakt={lost.pk}"
    assert "Was dit een vergissing" not in text_of(log_in(cast.own.account()).get(other))


def test_of_several_merges_only_the_latest_offers_to_be_undone(two, merge, cast, walk, clock, at):
    kept, lost = two
    third = making.candidate(cast.own, "Faatima")
    merge(kept, lost, at=at - timedelta(days=2))
    merge(kept, third, at=at - timedelta(days=1))
    page = walk(cast.own.account()).open(reverse("candidates:candidate", args=[kept.pk]))
    buttons = [each.words for form in page.forms for each in form.buttons]
    assert page.words.count("Samengevoegd met het dossier") >= 2 and buttons.count("Maak ongedaan") == 1
