"""Who brought a firm in is an entrepreneur of the same region."""

from __future__ import annotations

import pytest
from tests import making

from werktop.audit.refusals import NotVisible
from werktop.employers.commands import add_employer
from werktop.employers.models import Employer, Joining

pytestmark = pytest.mark.django_db


def added(cast, at, brought_by):
    return add_employer(
        actor=cast.own.actor(), at=at, name="Bakkerij Linge", entrepreneur={"first_name": "Henk"},
        brought_by_id=brought_by.pk,
    )  # fmt: skip


@pytest.mark.parametrize("house", ["own", "other"])
def test_a_firm_is_brought_in_by_an_entrepreneur_of_the_region(cast, at, house):
    joris = making.entrepreneur(making.employer(getattr(cast, house)), "Joris")
    assert Joining.objects.get(employer_id=added(cast, at, joris)).brought_by == joris


def test_an_entrepreneur_of_another_region_brings_nobody_in(cast, at):
    stranger = making.entrepreneur(making.employer(cast.far), "Joris")
    with pytest.raises(NotVisible):
        added(cast, at, stranger)
    assert not Employer.objects.filter(name="Bakkerij Linge").exists()
