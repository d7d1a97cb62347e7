"""Collectives, schools and associations see no files: of candidates the first name in the hall, and no more."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.models import PersonalView

pytestmark = pytest.mark.django_db
ROLES = (Role.RELATIONSHIP_MANAGER, Role.COORDINATOR)


@pytest.fixture(params=["private", "own"], ids=["their own gathering", "a municipality's"])
def made(request, cast):
    """A gathering with a candidate of a municipality who comes and asks for help, one who was invited, and Joris."""
    gathering = making.gathering(getattr(cast, request.param), tables=1)
    zahra = making.candidate(cast.own, "Zahra", last_name="Quispel", phone="+31612312312")
    making.guest(gathering, zahra, wants_interpreter=True, wants_childcare=True)
    making.guest(gathering, making.candidate(cast.own, "Geheim", last_name="Stil"), "invited")
    making.guest(gathering, making.entrepreneur(making.employer(cast.own, "Drukkerij Sterk")))
    return gathering


def page(client, name, gathering) -> str:
    return client.get(reverse(f"gatherings:{name}", args=[gathering.pk])).content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_the_guest_list_has_first_names_without_house_needs_or_number(cast, log_in, clock, made, role):
    client = log_in(cast.private.account(role))
    if made.organisation_id != cast.private.organisation.pk:
        assert client.get(reverse("gatherings:guests", args=[made.pk])).status_code == 404
        return
    shown = page(client, "guests", made)
    sheet = b"".join(
        client.post(reverse("gatherings:download_guests", args=[made.pk]), {"request_key": str(made.pk)})
    ).decode()
    for text in (shown, sheet):
        assert "Zahra" in text and "Een kandidaat" in text and "Drukkerij Sterk" in text
        for hidden in ("Quispel", "Geheim", "Stil", "12312312", "Gemeente Waalsteen;"):
            assert hidden not in text, hidden
    assert "Kandidaat van" not in shown and "Kandidaat van" not in sheet
    assert "tolk" not in sheet and "kinderopvang" not in sheet


def test_what_is_to_be_arranged_is_counted_for_who_arranges_it(cast, log_in, clock, made):
    is_theirs = made.organisation_id == cast.private.organisation.pk
    shown = page(log_in(cast.private.account(Role.COORDINATOR)), "guests", made)
    assert ("Te regelen, zonder namen:" in shown) == is_theirs
    assert ("tolk: 1" in shown) == is_theirs
    own = page(log_in(cast.own.account(Role.COORDINATOR)), "guests", made)
    assert "Quispel" in own and "Te regelen, zonder namen" not in own


@pytest.mark.parametrize("name", ["gathering", "seats", "day"])
def test_no_page_of_the_gathering_has_a_last_name(cast, log_in, clock, made, name):
    text = page(log_in(cast.private.account(Role.COORDINATOR)), name, made)
    assert "Quispel" not in text and "12312312" not in text and "Geheim" not in text


def test_who_reads_a_first_name_stands_in_the_processing_log(cast, log_in, clock, made):
    page(log_in(cast.private.account(Role.COORDINATOR)), "guests", made)
    is_theirs = made.organisation_id == cast.private.organisation.pk
    assert PersonalView.objects.filter(about_kind="candidate").exists() == is_theirs
