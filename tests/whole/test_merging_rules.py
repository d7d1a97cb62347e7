"""Whatever points at a person or a firm has a rule for when two become one: a new table cannot be forgotten."""

from __future__ import annotations

import pytest
from django.apps import apps

from werktop.audit.merging import KINDS, REFUSED, WHOLE, ways_of
from werktop.audit.merging.rules import since_of

PLAIN = {
    "to_id",
    "holder_id",
    "about_id",
    "about_ids",
    "actor_id",
    "kept_id",
    "lost_id",
    "first_id",
    "second_id",
}
"""Fields that hold the key of a person or firm without a foreign key."""


def pointing_at(label: str) -> set[tuple[str, str]]:
    """Every field, as (model, field), that points at rows of this model, or holds the key of any."""
    person = apps.get_model(label)
    rooms = [
        model
        for model in apps.get_models()
        if model.__module__.startswith("werktop.") and not hasattr(model, "pgh_tracked_model")
    ]
    fields = [(model, field) for model in rooms for field in model._meta.concrete_fields]
    return {
        (model._meta.label, field.name)
        for model, field in fields
        if (field.is_relation and field.related_model is person) or field.name in PLAIN
    }


@pytest.mark.parametrize("label", ["candidates.Candidate", "employers.Employer", "employers.Entrepreneur"])
def test_every_field_that_points_at_a_person_or_firm_has_a_rule(label):
    asked, answered = pointing_at(label), set(ways_of(label))
    assert label in KINDS
    assert len(asked) > 9, "the search finds the fields"
    assert asked - answered == set(), (
        "say in the room's `ready` what becomes of it (goes_over, named_by, stays)"
    )
    assert answered - asked == set(), "rules for fields that point at nobody"


@pytest.mark.parametrize("label", ["candidates.Candidate", "employers.Employer", "employers.Entrepreneur"])
def test_what_an_undo_compares_with_how_it_was_has_a_history(label):
    ways = [way for way in ways_of(label).values() if not way.why and since_of(label, way) != WHOLE]
    compared = {way.model for way in ways}
    assert not [name for name in compared if not hasattr(apps.get_model(name), "pgh_event_model")], (
        "say in the room's `ready` that it goes back as it is (since=WHOLE), or keep its history"
    )
    assert all(way.words for way in ways if since_of(label, way) == REFUSED), "say what one of it is"


def test_a_field_without_a_rule_is_found_out(monkeypatch):
    answered = ways_of("candidates.Candidate")
    del answered["contacts.MomentPerson", "candidate"]
    assert pointing_at("candidates.Candidate") - set(answered) == {("contacts.MomentPerson", "candidate")}


@pytest.mark.parametrize("label", ["candidates.Candidate", "employers.Employer", "employers.Entrepreneur"])
def test_no_table_holds_people_by_a_list_of_keys_that_the_database_does_not_know(label):
    many = [
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.many_to_many
        if field.related_model is apps.get_model(label)
    ]
    assert many == [], "a table between needs a rule of its own"
