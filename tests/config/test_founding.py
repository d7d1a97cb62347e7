"""A new organisation begins with one administrator; both or neither."""

import pytest

from werktop.accounts.models import Account
from werktop.accounts.queries import actor_by_email
from werktop.config.commandline.founding import OrganisationIsRefused, found_organisation
from werktop.regions.models import Organisation

pytestmark = pytest.mark.django_db
ASKED = {
    "slug": "waalsteen",
    "name": "Gemeente Waalsteen",
    "kind": "municipality",
    "region_code": "AM10",
    "email": "beheer@waalsteen.example",
    "colleague": "Wouter Elzinga",
    "password": "een-zin-die-niemand-raadt",
}


def test_the_administrator_can_manage_accounts_and_sees_no_files():
    found_organisation(**ASKED)
    actor = actor_by_email("beheer@waalsteen.example")
    assert actor.can("manage_accounts")
    assert not actor.can("see_candidates")


@pytest.mark.parametrize(
    ("asked", "said"),
    [({"region_code": "AM99"}, "AM10 Rivierenland"), ({"password": "kort"}, "12")],
)
def test_what_is_refused_leaves_nothing_behind(asked, said):
    with pytest.raises(OrganisationIsRefused, match=said):
        found_organisation(**ASKED | asked)
    assert not Organisation.objects.filter(slug="waalsteen").exists()
    assert not Account.objects.filter(email="beheer@waalsteen.example").exists()
