"""Fills an empty, migrated database with a running gathering, in a process of its own; says as JSON what to tap."""

import json
from datetime import UTC, datetime

import django

django.setup()

from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from tests import making  # noqa: E402
from tests.gatherings.day_making import CANDIDATES, running_day  # noqa: E402

from werktop.audit.actors import SYSTEM  # noqa: E402
from werktop.catalogue.commands import load_catalogue  # noqa: E402

load_catalogue(actor=SYSTEM, at=datetime.now(UTC))
cast = making.cast()
day = running_day(cast.own, at=datetime.now(UTC))
colleague = Client()
colleague.force_login(cast.own.account(), backend="django.contrib.auth.backends.ModelBackend")
print(
    json.dumps(
        {
            "address": reverse("gatherings:table_screen", args=[day.gathering.pk, 1]),
            "session": colleague.cookies["sessionid"].value,
            "cells": [
                [f"klik:{day.guests[candidate].pk}:{day.guests[other].pk}" for candidate in CANDIDATES]
                for other in ("Joris", "Ineke", "Henk", "Sanne")
            ],
        }
    )
)
