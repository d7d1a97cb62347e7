"""What the road needs around it: the clock on the wall, the worker that carries the post, and the rows as they are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.core import mail

from werktop.post import queries
from werktop.post.jobs import deliver

WRITTEN_BY_LOOKING = {"audit.PersonalView"}


@pytest.fixture
def carry_post(clock):
    """`carry_post()` does what the worker does with all that is due; gives the mails that went out now."""

    def do():
        before = len(mail.outbox)
        for key in queries.due_messages(
            at=clock.moment, laid_down_before=clock.moment + timedelta(seconds=1)
        ):
            deliver(message_id=str(key))
        return mail.outbox[before:]

    return do


@pytest.fixture
def rows_now():
    """`rows_now()` is every row of every room but the log of who looked at whom, to see that nothing changed."""

    def do():
        return {
            model._meta.label: sorted(map(repr, model._base_manager.values_list()))
            for model in apps.get_models()
            if model.__module__.startswith("werktop.")
            and model._meta.label not in WRITTEN_BY_LOOKING
            and model._meta.managed
        }

    return do
