"""Type-ahead over the catalogue: diacritics and case do not matter, the best stands first, a slip is forgiven."""

import pytest
from django.urls import reverse
from tests import making

from werktop.catalogue.queries import find, listed

pytestmark = pytest.mark.django_db


def labels(viewer, words, *kinds, limit=20):
    return [each.label for each in find(viewer, words, kinds or ("competency", "interest"), limit)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("schoonm", "schoonmaken"),
        ("SCHOONM", "schoonmaken"),
        ("nieuwe ideeen", "nieuwe ideeën bedenken"),
        ("cafes", "cafés en restaurants"),
        ("barista", "koffie en drankjes maken"),
        ("forklift", "met een heftruck werken"),
        ("schonmaken", "schoonmaken"),
        ("metselne", "metselen"),
        ("bakken koken", "koken en bakken"),
    ],
)
def test_a_word_is_found_as_people_type_it(cast, words, first):
    assert labels(cast.own.actor(), words)[0] == first


def test_what_begins_so_stands_before_what_has_it_inside(cast):
    found = find(cast.own.actor(), "werk", ("competency",), 20)
    assert [each.place for each in found] == sorted(each.place for each in found)
    assert found[0].label == "werk verdelen" or found[0].label.startswith("werk")
    assert any(" werk" in each.label for each in found[2:])


@pytest.mark.parametrize("words", ["", "  ", "%", "_", "'", "xqzwv", "\\", "|"])
def test_what_means_nothing_finds_nothing(cast, words):
    assert labels(cast.own.actor(), words) == []


def test_occupations_are_found_by_their_other_names(cast):
    found = find(cast.own.actor(), "toneelmeester", ["occupation"])
    assert (found[0].label, found[0].kind, found[0].code) == ("inspiciënt", "occupation", "2654.1.7")
    assert "inspiciënt" in labels(cast.own.actor(), "inspicient", "occupation")


def test_requirements_are_found(cast):
    assert labels(cast.own.actor(), "vog", "requirement") == ["verklaring omtrent het gedrag (VOG)"]


def test_all_kinds_together_keep_to_the_limit_and_the_queries(cast, django_assert_max_num_queries):
    viewer = cast.own.actor()
    for words in ("a", "bakker", "xqzwvk"):
        with django_assert_max_num_queries(6):
            assert len(find(viewer, words, limit=7)) <= 7


def test_an_own_word_is_found_by_its_own_organisation_alone(cast):
    making.own_term(cast.own, "kersen sorteren")
    assert labels(cast.own.actor(), "kersen") == ["kersen sorteren"]
    assert "kersen sorteren" not in labels(cast.other.actor(), "kersen") + labels(cast.far.actor(), "kersen")


def test_the_list_of_a_kind_forgives_a_slip_too(cast):
    assert [row.label for row in listed(cast.own.actor(), "requirement", "nachtdinst")] == ["nachtdienst"]


def test_the_page_answers_what_was_typed(cast, log_in):
    client = log_in(cast.own.account("table_host"))
    told = client.get(reverse("catalogue:find"), {"q": "metsel", "kind": "competency"}).json()
    assert [(each["label"], each["kind"]) for each in told["found"]] == [("metselen", "competency")]
    assert client.get(reverse("catalogue:find"), {"q": "x" * 500, "kind": "niets"}).json() == {"found": []}


@pytest.mark.parametrize(
    ("words", "kind", "told"),
    [("rijbewijs", "", "Wat het werk vraagt"), ("heftruck", "requirement", "Wat iemand kan")],
)
def test_what_is_found_among_other_kinds_is_one_tap_away(cast, log_in, words, kind, told):
    page = log_in(cast.own.account()).get(reverse("catalogue:catalogue"), {"q": words, "kind": kind})
    found = [
        each
        for each in page.context["elsewhere"]
        if told in (each["words"].capitalize(), str(each["words"]).capitalize())
    ]
    assert found and f"q={words}" in found[0]["url"]
    there = log_in(cast.own.account()).get(found[0]["url"])
    assert there.context["count"] == found[0]["count"] > 0


def test_without_words_nothing_is_told_of_other_kinds(cast, log_in):
    assert log_in(cast.own.account()).get(reverse("catalogue:catalogue")).context["elsewhere"] == []
