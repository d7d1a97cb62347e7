"""Saved views of the list: under a name, for oneself or the own organisation, one to start with, back after a slip."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making

from werktop.desk.models import SavedView

pytestmark = pytest.mark.django_db
LIST, VIEWS, SAVE = reverse("desk:candidates"), reverse("desk:views"), reverse("desk:save_view")


@pytest.fixture
def client(cast, log_in, clock):
    making.candidate(cast.own)
    return log_in(cast.own.account())


def save(client, name, asked="unspoken=6", **more):
    return client.post(f"{SAVE}?{asked}", {"request_key": uuid4(), "name": name} | more, follow=True)


def post(client, name, *keys):
    return client.post(reverse(f"desk:{name}", args=keys), {"request_key": uuid4()}, follow=True)


def test_filters_are_saved_under_a_name_and_stand_above_the_list(client):
    assert f"{SAVE}?unspoken=6" in client.get(LIST, {"unspoken": "6"}).content.decode()
    text = save(client, "Lang stil").content.decode()
    assert "“Lang stil” is bewaard" in text and 'aria-current="page">Lang stil' in text
    assert f'href="{LIST}?unspoken=6"' in client.get(LIST).content.decode()


def test_a_name_that_was_searched_for_is_not_kept(client):
    assert "blijft eruit" in client.get(f"{SAVE}?q=Fatima&lang=ar").content.decode()
    save(client, "Arabisch", "q=Fatima&lang=ar")
    assert SavedView.objects.get().asked == "lang=ar"


def test_the_list_opens_with_the_view_to_start_with_and_all_are_one_step_away(client):
    save(client, "Een", is_start="on")
    save(client, "Twee", "lang=ar", is_start="on")
    assert SavedView.objects.get(is_start=True).name == "Twee"
    assert client.get(LIST)["Location"] == f"{LIST}?lang=ar"
    assert client.get(LIST, {"alles": "1"}).status_code == 200


def test_colleagues_see_what_is_shared_and_change_only_their_own(client, cast, log_in):
    save(client, "Samen", is_shared="on", is_start="on")
    save(client, "Alleen ik")
    beside = log_in(making.colleague_beside(cast.own))
    text = beside.get(VIEWS).content.decode()
    assert "Samen" in text and "Alleen ik" not in text
    assert beside.get(LIST).status_code == 200, "another's start is not one's own"
    shared = SavedView.objects.get(name="Samen")
    for name in ("change_view", "remove_view"):
        assert post(beside, name, shared.pk).status_code == 404
    assert "Samen" not in log_in(cast.other.account()).get(VIEWS).content.decode()


def test_a_view_is_changed(client):
    save(client, "Oud")
    view = SavedView.objects.get()
    change = reverse("desk:change_view", args=[view.pk])
    assert 'value="Oud"' in client.get(change).content.decode()
    client.post(change, {"request_key": uuid4(), "name": "Nieuw", "is_shared": "on"})
    view.refresh_from_db()
    assert (view.name, view.is_shared, view.asked) == ("Nieuw", True, "unspoken=6")


def test_what_was_taken_away_comes_back_as_it_was(client):
    save(client, "Kwijt", is_shared="on", is_start="on")
    was = SavedView.objects.values("pk", "name", "asked", "is_shared", "is_start").get()
    assert "“Kwijt” is weg" in post(client, "remove_view", was["pk"]).content.decode()
    assert not SavedView.objects.exists()
    assert "staat er weer" in post(client, "put_back_view").content.decode()
    assert SavedView.objects.values(*was).get() == was
    assert "Er is geen overzicht" in post(client, "put_back_view").content.decode()


@pytest.mark.parametrize(("name", "why"), [("", "Geef het overzicht een naam"), ("eEN", "al een overzicht")])
def test_what_is_refused_keeps_what_was_typed(client, name, why):
    save(client, "Een")
    answer = save(client, name, is_shared="on")
    assert answer.status_code == 409 and why in answer.content.decode()
    assert re.search(r'name="is_shared"[^>]* checked', answer.content.decode())
    assert SavedView.objects.count() == 1


def test_without_views_the_page_says_how_to_make_one(client):
    assert "Nog geen overzichten" in client.get(VIEWS).content.decode()
