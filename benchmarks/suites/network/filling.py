"""A fictitious region of so many employers over six years, of which half was brought in by another, most of these by a few. The
same rows for the same number."""

import sys
from datetime import date, datetime, timedelta
from random import Random

BROUGHT = 0.5
FIRST, DAYS = date(2021, 1, 4), 2100
KINDS = ("Bakkerij", "Bouwbedrijf", "Kwekerij", "Transport", "Installaties", "Zorghuis", "Drukkerij")


def fill(count: int) -> None:
    from django.contrib.auth.hashers import make_password
    from django.db import connection

    from werktop.accounts.models import Account, Membership
    from werktop.ambassadors.models import Ambassador, Club, ClubMember
    from werktop.employers.models import Employer, Entrepreneur, Joining
    from werktop.regions.models import Organisation, Region

    random, at = Random(20261124), datetime.fromisoformat("2026-11-24T08:00+00:00")
    region = Region.objects.create(
        code="B2", name="Bankstroom", valid_from=date(2021, 1, 1), is_fictitious=True
    )
    houses = [
        Organisation.objects.create(
            slug=f"organisatie-{n}", name=f"Gemeente Nummer {n}", kind="municipality", region=region
        )
        for n in range(6)
    ]
    account = Account.objects.create(
        email="manager@nummer0.example", name="Collega Nummer", password=make_password("samen-aan-tafel")
    )
    Membership.objects.create(account=account, organisation=houses[0], role="relationship_manager")
    firms = Employer.objects.bulk_create(
        Employer(
            region=region, organisation=random.choice(houses), name=f"{random.choice(KINDS)} {n}", sector="C",
            postcode="4001 AB", place="Tiel", created_at=at,
        )
        for n in range(count)
    )  # fmt: skip
    people = Entrepreneur.objects.bulk_create(
        Entrepreneur(employer=firm, first_name="Anna", last_name=f"Nummer {n}")
        for n, firm in enumerate(firms)
    )
    Joining.objects.bulk_create(
        Joining(
            employer=firm,
            joined_date=FIRST + timedelta(days=DAYS * n // count),
            brought_by=people[int(n * random.random() ** 3)] if n and random.random() < BROUGHT else None,
        )
        for n, firm in enumerate(firms)
    )
    Ambassador.objects.bulk_create(
        Ambassador(entrepreneur=person, region=region, since_date=FIRST, noted_at=at)
        for person in people[:40]
    )
    club = Club.objects.create(region=region, organisation=houses[0], name="Ondernemersclub", made_at=at)
    ClubMember.objects.bulk_create(
        ClubMember(club=club, employer=firm, noted_at=at) for firm in random.sample(firms, count // 5)
    )
    with connection.cursor() as cursor:
        cursor.execute("analyze")


if __name__ == "__main__":
    import django

    django.setup()
    fill(int(sys.argv[1]))
