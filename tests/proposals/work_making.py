"""Work for tests, with somebody of the firm who decides."""

from __future__ import annotations

from datetime import datetime

from tests import making

from werktop.work_profiles.models import WorkProfile


def work_at(house: making.House, at: datetime) -> WorkProfile:
    """Open work at a bakery of this organisation, where Joris decides."""
    joris = making.entrepreneur(
        making.employer(house, "Bakkerij Jansen"), "Joris", email="joris@post.example"
    )
    return WorkProfile.objects.create(
        employer=joris.employer, organisation=house.organisation, region=joris.employer.region, what="inpakkers",
        status="open", noted_at=at, to_call=joris,
    )  # fmt: skip
