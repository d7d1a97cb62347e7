"""Pages beside each other under one entry of the menu."""

import pytest
from django.urls import reverse

from werktop.ui import sections


@pytest.fixture
def pages(monkeypatch):
    """Three pages of one section, of which each needs something else."""
    monkeypatch.setattr(sections, "_SECTIONS", {})
    sections.section_page("employers", "employers:doubles", "edit_employers", "Dubbel", 20)
    sections.section_page("employers", "employers:employers", "see_employers", "Werkgevers", 0)
    sections.section_page("employers", "gatherings:gatherings", "see_gatherings", "Gesprekken", 10)


@pytest.mark.parametrize(
    ("here", "may", "labels"),
    [
        (
            "employers:employers",
            {"see_employers", "edit_employers", "see_gatherings"},
            "Werkgevers Gesprekken Dubbel",
        ),
        ("employers:doubles", {"see_employers", "edit_employers"}, "Werkgevers Dubbel"),
        ("employers:employers", {"see_employers"}, ""),
        ("desk:today", {"see_employers", "edit_employers"}, ""),
    ],
)
def test_pages_stand_beside_each_other_for_who_may_open_more_than_one(pages, here, may, labels):
    found = sections.sections_on(here, may.__contains__)
    assert " ".join(each["label"] for each in found) == labels
    assert [each["url"] for each in found if each["is_current"]] == ([reverse(here)] if labels else [])


def test_pages_of_one_part_are_one_entry_and_stand_beside_each_other_below_it(pages):
    for place, name in enumerate(("desk:find", "desk:today")):
        sections.section_page("employers", name, "see_employers", name, 12 + place, "Samen")
    found = sections.sections_on("desk:today", {"see_employers", "edit_employers"}.__contains__)
    assert [(each["label"], each["is_current"]) for each in found] == [
        ("Werkgevers", False), ("Samen", True), ("Dubbel", False),
    ]  # fmt: skip
    assert found[1]["url"] == reverse("desk:find")
    assert [(each["label"], each["is_current"]) for each in found[1]["within"]] == [
        ("desk:find", False), ("desk:today", True),
    ]  # fmt: skip
    elsewhere = sections.sections_on("employers:doubles", {"see_employers", "edit_employers"}.__contains__)
    assert [len(each["within"]) for each in elsewhere] == [0, 0, 0]


@pytest.mark.parametrize(
    ("path", "home"),
    [("/werkgevers/dubbel/", "/werkgevers/"), ("/gesprekken/nieuw/", "/werkgevers/"), ("/", "")],
)
def test_a_page_below_one_of_them_belongs_to_their_entry_of_the_menu(pages, path, home):
    assert sections.home_of(path) == home


def test_they_are_shown_on_top_of_the_page(pages, cast, log_in):
    html = log_in(cast.own.account()).get(reverse("employers:employers")).content.decode()
    assert 'class="sections__link" href="/werkgevers/" aria-current="page"' in html
