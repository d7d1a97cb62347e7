"""What lies around the files of one organisation: gatherings with guests, help that is asked, who looked."""

from datetime import datetime, timedelta
from random import Random


def make_gatherings(random: Random, region, organisation, at: datetime, firms, managers) -> None:
    """A gathering in each two weeks, of 40 weeks behind and 6 ahead, with guests of this organisation."""
    from werktop.candidates.models import Candidate
    from werktop.employers.models import Entrepreneur
    from werktop.gatherings.models import Gathering, Guest

    keys = list(
        Candidate.objects.filter(organisation=organisation, left_at=None)
        .order_by("id")
        .values_list("pk", flat=True)
    )
    for number in range(-20, 4):
        firm, starts_at = random.choice(firms), at + timedelta(days=14 * number + 5)
        gathering = Gathering.objects.create(
            region=region,
            organisation=organisation,
            host_employer=firm,
            place_name=firm.name,
            address="Industrieweg 12, Tiel",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            contact=random.choice(managers),
            created_at=at - timedelta(days=400),
            status="preparing" if number >= 0 else "finished",
        )
        guests = [
            Guest(
                gathering=gathering,
                region=region,
                organisation=organisation,
                kind="candidate",
                candidate_id=key,
                reply=random.choice(("invited", "yes", "no", "chosen")),
                invited_at=starts_at - timedelta(days=14),
                badge=f"{random.randrange(10**12):012}"[:8],
            )
            for key in random.sample(keys, min(50, len(keys)))
        ]
        for partner in Entrepreneur.objects.filter(employer__in=random.sample(firms, min(12, len(firms)))):
            guests.append(
                Guest(
                    gathering=gathering,
                    region=region,
                    organisation=organisation,
                    kind="entrepreneur",
                    entrepreneur=partner,
                    reply="yes",
                    invited_at=starts_at - timedelta(days=14),
                    badge=f"{random.randrange(10**12):012}"[:8],
                )
            )
        Guest.objects.bulk_create(guests)


def make_what_lies_around(random: Random, region, organisation, at: datetime, managers) -> None:
    """What lies around the files: help that is asked, views that are saved, who looked, who stands in, and likely doubles."""
    from werktop.accounts.models import StandIn
    from werktop.audit.actors import SYSTEM
    from werktop.audit.models import PersonalView
    from werktop.candidates.commands import look_for_doubles
    from werktop.candidates.models import Candidate, Look
    from werktop.desk.models import SavedView
    from werktop.employers.commands import look_for_double_firms
    from werktop.help_requests.models import HelpRequest, State, Topic

    own = Candidate.objects.filter(organisation=organisation).order_by("id")
    rows = list(own.values_list("pk", "assigned_to_id"))
    asked, looks, views = [], [], []
    for key, owner in rows:
        if random.random() < 0.1:
            asked.append(
                HelpRequest(
                    organisation=organisation, region=region, candidate_id=key, topic=random.choice(Topic.values),
                    words="Wie kijkt er mee naar mijn brieven?", owner_id=owner, state=State.ASKED,
                    due_date=(at + timedelta(days=random.randrange(-20, 60))).date(), made_at=at - timedelta(days=30),
                )
            )  # fmt: skip
        opened_at = at - timedelta(days=random.randrange(700))
        beside = random.choice(managers)
        if owner and beside.pk != owner and random.random() < 0.05:
            looks.append(
                Look(
                    candidate_id=key, by=beside, of_id=owner, reason="Belt vandaag zelf", opened_at=opened_at,
                    until_at=opened_at + timedelta(hours=8),
                )
            )  # fmt: skip
        for _n in range(random.choice((0, 1, 3))):
            views.append(
                PersonalView(
                    at=at - timedelta(days=random.randrange(700)), page="candidates:candidate", about_kind="candidate",
                    about_ids=[str(key)], about_organisation_id=organisation.pk, actor_kind="staff",
                    actor_id=beside.pk, organisation_id=organisation.pk,
                )
            )  # fmt: skip
    everybody = [str(key) for key, _owner in rows]
    views += [
        PersonalView(
            at=at - timedelta(days=15 * n), page="desk:take_list", about_kind="candidate", about_ids=everybody,
            about_organisation_id=organisation.pk, actor_kind="staff", actor_id=managers[0].pk,
            organisation_id=organisation.pk,
        )
        for n in range(40)
    ]  # fmt: skip
    saved = [
        SavedView(organisation=organisation, account=each, name=f"Lijst {n}", asked="with=me", saved_at=at, is_shared=n == 0)
        for each in managers
        for n in range(3)
    ]  # fmt: skip
    away = [
        StandIn(
            organisation=organisation, absent=one, stand_in=other, set_by=one, starts_at=at - timedelta(days=4),
            ends_at=at + timedelta(days=4),
        )
        for one, other in zip(managers[::4], managers[1::4], strict=False)
    ]  # fmt: skip
    for model, made in ((HelpRequest, asked), (Look, looks), (SavedView, saved), (StandIn, away)):
        model.objects.bulk_create(made, batch_size=2000)
    PersonalView.objects.bulk_create(views, batch_size=500)
    look_for_doubles(actor=SYSTEM, at=at, organisation_id=organisation.pk)
    look_for_double_firms(actor=SYSTEM, at=at, organisation_id=organisation.pk)
