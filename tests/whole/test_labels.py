"""Every stored field carries a privacy label, and no label names a field that is gone."""

import pytest
from django.apps import apps

ROOMS_MODELS = [
    m
    for m in apps.get_models()
    if m.__module__.startswith("werktop.") and not m._meta.proxy and not hasattr(m, "pgh_tracked_model")
]


@pytest.mark.parametrize("model", ROOMS_MODELS, ids=lambda m: m._meta.label)
def test_every_field_says_what_it_is_what_for_and_how_long(model):
    fields = {f.name for f in model._meta.get_fields() if not f.auto_created or f.concrete}
    reverse = {f.name for f in model._meta.get_fields() if f.auto_created and not f.concrete}
    labels = getattr(model, "privacy", {})
    missing = sorted(f for f in fields if f not in labels)
    gone = sorted(set(labels) - fields - reverse)
    assert not missing, f"{model._meta.label}: no privacy label for {missing}"
    assert not gone, f"{model._meta.label}: labels for fields that do not exist: {gone}"
