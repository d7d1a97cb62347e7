"""A new organisation begins with one administrator; both or neither."""

from uuid import uuid4

import pytest
from tests import making

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
}


def test_the_administrator_can_manage_accounts_and_sees_no_files(client):
    address = found_organisation(**ASKED)
    page = address[address.index("/wachtwoord/") :]
    assert not Account.objects.get(email=ASKED["email"]).has_usable_password()
    answer = client.post(page, {"request_key": uuid4(), "password": "een-zin-die-niemand-raadt"})
    assert answer.status_code == 302
    assert client.get(page).status_code == 410
    actor = actor_by_email("beheer@waalsteen.example")
    assert actor.can("manage_accounts")
    assert not actor.can("see_candidates")


@pytest.mark.parametrize(
    ("asked", "said"),
    [({"region_code": "AM99"}, "AM10 Rivierenland"), ({"slug": "bezet"}, "korte naam")],
)
def test_what_is_refused_leaves_nothing_behind(asked, said):
    making.house(making.region(), "Bezet").organisation.__class__.objects.update(slug="bezet")
    with pytest.raises(OrganisationIsRefused, match=said):
        found_organisation(**ASKED | asked)
    assert not Organisation.objects.filter(slug="waalsteen").exists()
    assert not Account.objects.filter(email="beheer@waalsteen.example").exists()
