"""A form that is sent twice, by a double tap or a poor network, gives the same both times."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import at_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("room", ["guests", "candidates", "employers"])
def test_a_download_though_the_list_grew_in_between(cast, clock, log_in, room):
    gathering = making.gathering(cast.own, tables=1)
    address = {
        "guests": at_page("download_guests", gathering),
        "candidates": reverse("desk:download_candidates"),
        "employers": reverse("employers:download_employers"),
    }[room]
    staff, form, sent = log_in(cast.own.account()), {"request_key": str(uuid4())}, []
    for _ in range(2):
        making.guest(gathering, making.candidate(cast.own))
        making.guest(gathering, making.entrepreneur(making.employer(cast.own)))
        sent.append(staff.post(address, form))
    assert [each.status_code for each in sent] == [200, 200]


@pytest.mark.parametrize("answer", ["no", "yes"])
def test_an_answer_that_a_colleague_notes(cast, at, clock, log_in, answer):
    gathering = making.gathering(cast.own, tables=1)
    guest = making.guest(
        gathering, making.candidate(cast.own), reply="yes", invited_at=at, wants_interpreter=True
    )
    staff, form = log_in(cast.own.account()), {"request_key": str(uuid4()), "answer": answer}
    sent = [staff.post(at_page("guest_reply", gathering, guest_id=guest.pk), form) for _ in range(2)]
    assert [each.status_code for each in sent] == [302, 302]
    guest.refresh_from_db()
    assert (guest.reply, guest.wants_interpreter) == (answer, True)
