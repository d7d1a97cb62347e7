"""Fixtures for every test: reference data, a fixed moment, and the cast in `tests/making.py`."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from tests import making
from werktop.audit.actors import SYSTEM
from werktop.catalogue.commands import load_terms
from werktop.regions.commands import load_reference_regions


class UndefinedVariable(str):
    """A template that names a variable nobody gave breaks the test that shows it."""

    def __contains__(self, item: object) -> bool:
        return item == "%s" or str.__contains__(self, str(item))

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"undefined template variable {name}")


settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable("undefined")
MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def _load_reference() -> None:
    load_reference_regions(actor=SYSTEM, at=MOMENT)
    load_terms(actor=SYSTEM, at=MOMENT)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, with regions, postcodes and the catalogue in it."""
    with django_db_blocker.unblock():
        _load_reference()


@pytest.fixture(autouse=True)
def _reference_after_a_flush(request):
    """A transactional test before this one emptied all tables: load the reference data again."""
    if "transactional_db" in request.fixturenames or "live_server" in request.fixturenames:
        request.getfixturevalue("transactional_db")
        from werktop.regions.models import PostcodeArea

        if not PostcodeArea.objects.exists():
            _load_reference()


@pytest.fixture(autouse=True)
def _dutch():
    """Every test begins in the language of the product, whatever the one before it chose."""
    with translation.override("nl"):
        yield


@pytest.fixture
def at() -> datetime:
    """The moment of the test: Tuesday 24 November 2026, ten in the morning in Tiel."""
    return MOMENT


@pytest.fixture
def clock(monkeypatch, at):
    """The house clock stands on `at`; `clock.set(moment)` moves it."""
    from werktop.audit import clock as house_clock

    class Standing:
        moment = at

        def set(self, moment: datetime) -> None:
            self.moment = moment

    standing = Standing()
    monkeypatch.setattr(house_clock, "now", lambda: standing.moment)
    return standing


@pytest.fixture
def cast(db) -> making.Cast:
    """Two organisations in one region and one in another, with a colleague in every role each."""
    return making.cast()


@pytest.fixture
def log_in():
    """`log_in(account)` gives a client with that account's session."""

    def do(account) -> Client:
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return do
