"""A gathering belongs to the region; the responsible organisation edits; a host sees where they host."""

import pytest
from django.db import transaction
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings.models import Host
from werktop.gatherings.queries import gatherings

pytestmark = pytest.mark.django_db


def test_the_region_sees_it_and_another_region_does_not(cast):
    made = making.gathering(cast.own)
    assert gatherings.gathering_for(cast.other.actor(), made.pk) == made
    with pytest.raises(NotVisible):
        gatherings.gathering_for(cast.far.actor(), made.pk)


def test_only_the_responsible_organisation_edits(cast):
    made = making.gathering(cast.own)
    with transaction.atomic():
        assert gatherings.gathering_to_edit(cast.own.actor(Role.COORDINATOR), made.pk) == made
        with pytest.raises(NotAllowed):
            gatherings.gathering_to_edit(cast.other.actor(), made.pk)
        with pytest.raises(NotAllowed):
            gatherings.gathering_to_edit(cast.own.actor(Role.TEAM_LEAD), made.pk)
        with pytest.raises(NotVisible):
            gatherings.gathering_to_edit(cast.far.actor(), made.pk)


def test_a_table_host_sees_only_where_they_host(cast):
    made = making.gathering(cast.own)
    host = cast.own.actor(Role.TABLE_HOST)
    assert not gatherings.gatherings_visible_to(host).exists()
    Host.objects.create(gathering=made, account=cast.own.account(Role.TABLE_HOST))
    assert list(gatherings.gatherings_visible_to(host)) == [made]
