"""A firm that a candidate knows is linked while a colleague takes it out of the picture: one comes after the other."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import transaction
from tests import making

from werktop.audit.refusals import NotVisible
from werktop.candidates import commands
from werktop.desk.commands.network import link_firm
from werktop.desk.models import FirmLink


@pytest.mark.django_db(transaction=True)
def test_a_firm_that_goes_meanwhile_is_not_linked(cast, at, beside):
    who = {"actor": cast.own.actor(), "at": at}
    person, firm = making.candidate(cast.own, assigned_to=cast.own.account()), making.employer(cast.own)
    of = who | {"candidate_id": person.pk}
    named = commands.note_part(**of, part="firm", firm_name=firm.name, source="own_words")
    with transaction.atomic():
        commands.remove_part(**of, part="firm", row_id=named)
        beside(partial(link_firm, **of, known_firm_id=named, employer_id=firm.pk))
    (came,) = beside.end()
    assert isinstance(came, NotVisible) and not FirmLink.objects.exists()
