"""Fixtures of the guests' own pages: a guest with a link, and a visitor that knows nothing else."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests import making
from tests.own_pages import own_client

from werktop.post import links


@pytest.fixture
def visitor() -> Client:
    """A client without a session; it is refused without a CSRF token where it should be."""
    return Client()


@pytest.fixture
def address_of(at):
    """`address_of(guest, "talk_on")`: the path of the page behind that guest's link."""

    def do(
        guest,
        purpose="invitation",
        *,
        page="",
        about_kind="gathering",
        about_id=None,
        holder=None,
        expires_at=None,
        language="nl",
    ):
        token = links.make_link(
            organisation_id=guest.organisation_id,
            purpose=purpose,
            holder_kind=holder or guest.kind,
            holder_id=(guest.candidate_id or guest.entrepreneur_id),
            about_kind=about_kind,
            about_id=about_id or guest.gathering_id,
            at=at,
            expires_at=expires_at or at + timedelta(days=60),
            language=language,
        )
        return reverse(f"portal:{page or purpose}", kwargs={"token": token})

    return do


@pytest.fixture
def gathering(cast, at):
    return making.gathering(cast.own, tables=1, travel_tip="Bus 44 stopt voor de deur.")


@pytest.fixture
def guest(cast, gathering):
    """Fatima, invited and without an answer."""
    return making.guest(gathering, making.candidate(cast.own, "Fatima"), "invited")


@pytest.fixture
def entrepreneur_guest(cast, gathering):
    """Joris, invited and without an answer."""
    return making.guest(gathering, making.entrepreneur(gathering.host_employer, "Joris"), "invited")


@pytest.fixture
def say(visitor):
    """`say(path, answer="yes")` posts like a tap on the page, and follows to the page that comes."""

    def do(path, **fields):
        return visitor.post(path, {"request_key": str(uuid4())} | fields, follow=True)

    return do


@pytest.fixture
def person(cast):
    """Fatima, with words of her own and a colleague who works with her."""
    return making.candidate(
        cast.own,
        "Fatima",
        email="fatima@post.example",
        own_words="Ik bak brood.",
        assigned_to=cast.own.account(),
    )


@pytest.fixture
def browser(person, at):
    """The own page of Fatima, behind the strong login."""
    return own_client(person, at, "strong")
