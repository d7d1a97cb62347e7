"""A fictitious region of so many candidates, with pictures, contacts, needs, firms and gatherings, spread over organisations
as a region would: one large, some of middle size, some small. The same rows for the same number."""

import sys
from datetime import date, datetime, timedelta
from random import Random

from benchmarks.suites.pages.filling_around import make_gatherings, make_what_lies_around

SHARES = (40, 22, 14, 10, 8, 6)
"""Of a hundred candidates, those of each organisation."""
AT_A_TIME = 1000
CASELOAD = 120


def fill(count: int) -> None:
    from django.contrib.auth.hashers import make_password
    from django.db import transaction

    from werktop.accounts.models import Account, Membership
    from werktop.audit.actors import SYSTEM
    from werktop.catalogue.commands import load_catalogue
    from werktop.regions.commands import load_reference_regions
    from werktop.regions.models import Organisation, PostcodeArea, Region

    random, at = Random(20261124), datetime.fromisoformat("2026-11-24T08:00+00:00")
    load_reference_regions(actor=SYSTEM, at=at)
    load_catalogue(actor=SYSTEM, at=at)
    region = Region.objects.create(
        code="B1", name="Bankstroom", valid_from=date(2021, 1, 1), is_fictitious=True
    )
    codes = list(
        PostcodeArea.objects.filter(pc4__startswith="4").order_by("pc4").values_list("pc4", flat=True)
    )
    password = make_password("samen-aan-tafel")
    for number, share in enumerate(SHARES):
        organisation = Organisation.objects.create(
            slug=f"organisatie-{number}", name=f"Gemeente Nummer {number}", kind="municipality", region=region
        )
        own = count * share // 100
        managers = [
            Account(email=f"manager{n}@nummer{number}.example", name=f"Collega {n} Nummer", password=password)
            for n in range(max(1, own // CASELOAD))
        ]
        admin = Account(email=f"beheer@nummer{number}.example", name="Beheer Nummer", password=password)
        Account.objects.bulk_create([*managers, admin])
        Membership.objects.bulk_create(
            [
                *(
                    Membership(account=a, organisation=organisation, role="relationship_manager")
                    for a in managers
                ),
                Membership(account=admin, organisation=organisation, role="functional_admin"),
            ]
        )
        firms = _firms(random, region, organisation, at, max(5, own // 25), codes)
        for start in range(0, own, AT_A_TIME):
            with transaction.atomic():  # a contact moment is with somebody by the end of it
                _people(random, region, organisation, at, min(AT_A_TIME, own - start), codes, managers)
        make_gatherings(random, region, organisation, at, firms, managers)
        make_what_lies_around(random, region, organisation, at, managers)
        print(f"{own} candidates of {organisation.name}", flush=True, file=sys.stderr)


def _name(random: Random) -> tuple[str, str]:
    from werktop.demo.names import ORIGINS

    first = random.choices(ORIGINS, weights=[each.share for each in ORIGINS])[0]
    last = first if random.random() < 0.9 else random.choice(ORIGINS)
    names = random.choice(last.last)
    if random.random() < 0.3:  # as many names as a region has, and not as many as a list
        names = f"{names}-{random.choice(ORIGINS[0].last)}"
    return random.choice(first.first), names


def _postcode(random: Random, codes: list[str]) -> str:
    return f"{random.choice(codes)} {random.choice('ABCDEFG')}{random.choice('ABCDEFG')}"


def _firms(random: Random, region, organisation, at: datetime, count: int, codes: list[str]) -> list:
    from werktop.catalogue.choices import Sector
    from werktop.catalogue.models import Term
    from werktop.employers.models import Employer, EmployerTerm, Entrepreneur, Joining

    terms = list(Term.objects.filter(organisation=None).order_by("code"))
    kinds = "Bakkerij Houtbouw Kwekerij Zorggroep Drukkerij Garage Hotel Transport Metaal Schoonmaak".split()
    firms = [
        Employer(
            region=region,
            organisation=organisation,
            name=f"{random.choice(kinds)} {_name(random)[1]} {number}",
            sector=random.choice(Sector.values),
            postcode=_postcode(random, codes),
            place="Tiel",
            created_at=at - timedelta(days=random.randrange(900)),
        )
        for number in range(count)
    ]
    Employer.objects.bulk_create(firms, batch_size=AT_A_TIME)
    Joining.objects.bulk_create(
        Joining(employer=firm, joined_date=firm.created_at.date()) for firm in firms if random.random() < 0.7
    )
    people = []
    for firm in firms:
        for _n in range(random.choice((1, 1, 2))):
            first, last = _name(random)
            people.append(Entrepreneur(employer=firm, first_name=first, last_name=last, languages=["nl"]))
    Entrepreneur.objects.bulk_create(people, batch_size=AT_A_TIME)
    EmployerTerm.objects.bulk_create(
        (
            EmployerTerm(employer=firm, term=term, noted_at=at)
            for firm in firms
            for term in random.sample(terms, 3)
        ),
        batch_size=2000,
    )
    return firms


def _people(random: Random, region, organisation, at: datetime, count: int, codes, managers) -> None:
    from werktop.candidates.models import Candidate, CandidateTerm, Certificate, Need, PlanStep, Source, Wish
    from werktop.catalogue.models import Term
    from werktop.contacts.models import Channel, ContactMoment, MomentPerson, Reminder, ReminderPerson

    terms = list(Term.objects.filter(organisation=None).order_by("code"))
    languages = ["ar", "pl", "ti", "tr", "uk", "en", "de", "fr"]
    rows, moments, met, reminders, about = [], [], [], [], []
    parts: dict[type, list] = {each: [] for each in (CandidateTerm, Wish, Certificate, Need, PlanStep)}
    for _n in range(count):
        first, last = _name(random)
        came = at - timedelta(days=random.randrange(10, 1200), hours=random.randrange(24))
        owner = random.choice(managers) if random.random() < 0.95 else None
        spoken = [came + (at - came) * random.random() for _m in range(random.choice((0, 1, 1, 2, 2, 3, 4)))]
        latest = max(spoken, default=None)
        row = Candidate(
            organisation=organisation,
            region=region,
            first_name=first,
            last_name=last,
            email=f"k{random.randrange(10**9)}@post.example",
            phone=f"+316{random.randrange(10**8):08}",
            postcode=_postcode(random, codes),
            languages=["nl", *random.sample(languages, random.choice((0, 0, 1, 1, 2)))],
            own_words="Ik werk graag met mijn handen en met andere mensen. " * random.choice((0, 1, 2)),
            is_step_free_needed=random.random() < 0.03,
            is_interpreter_needed=random.random() < 0.1,
            is_childcare_needed=random.random() < 0.1,
            driving_licences=["B"] if random.random() < 0.4 else [],
            dutch_spoken=random.choice((None, 1, 2, 3, 4)),
            is_shared=random.random() < 0.8,
            assigned_to=owner,
            legal_ground=organisation.legal_ground,
            legal_purpose=organisation.legal_purpose,
            informed_date=None if random.random() < 0.05 else came.date(),
            created_at=came,
            contact_at=latest,
            spoken_at=latest,
            left_at=at - timedelta(days=5) if random.random() < 0.08 else None,
        )
        rows.append(row)
        noted = came + (at - came) * random.random()
        known = {"candidate": row, "noted_at": noted, "source": Source.OWN_WORDS, "noted_by": owner}
        if random.random() < 0.8:
            for term in random.sample(terms, random.choice((3, 4, 5, 6, 7, 8))):
                parts[CandidateTerm].append(
                    CandidateTerm(term=term, level=random.choice((None, 1, 2, 3)), **known)
                )
            least = random.choice((8, 16, 24, 32))
            parts[Wish].append(
                Wish(
                    work=random.choice(("inpakken", "in de zorg", "buiten werken", "koken", "")),
                    hours_min=least,
                    hours_max=least + 8,
                    days=sorted(random.sample(range(1, 8), random.choice((2, 3, 5)))),
                    most_km=random.choice((3, 8, 15, 25, 50)),
                    travels_by=[random.choice(("bicycle", "car", "public", "moped"))],
                    **known,
                )
            )
        if random.random() < 0.25:
            kind = random.choice(Certificate.Kind.values)
            parts[Certificate].append(
                Certificate(kind=kind, name=random.choice(("VCA", "Heftruck", "Bhv")), **known)
            )
        if random.random() < 0.3:
            kind, done = random.choice(Need.Kind.values), random.choice((None, noted.date()))
            parts[Need].append(Need(kind=kind, words="Wat helpt", done_date=done, **known))
        if random.random() < 0.4:
            done = random.choice((None, noted.date()))
            parts[PlanStep].append(PlanStep(words="Een ochtend meekijken", done_date=done, **known))
        for moment in spoken:
            each = ContactMoment(
                organisation=organisation,
                region=region,
                channel=random.choice(Channel.values),
                happened_at=moment,
                by=owner,
                words="Gesproken over werk en over de week.",
                noted_at=moment,
            )
            moments.append(each)
            met.append(MomentPerson(moment=each, candidate=row))
        if random.random() < 0.3:
            promise = Reminder(
                organisation=organisation,
                region=region,
                what="terugbellen",
                due_date=(at + timedelta(days=random.randrange(-20, 60))).date(),
                owner=owner,
                made_at=came,
            )
            reminders.append(promise)
            about.append(ReminderPerson(reminder=promise, candidate=row))
    Candidate.objects.bulk_create(rows, batch_size=500)
    for model, made in parts.items():
        model.objects.bulk_create(made, batch_size=4000)
    for model, made in (
        (ContactMoment, moments), (MomentPerson, met), (Reminder, reminders), (ReminderPerson, about)
    ):  # fmt: skip
        model.objects.bulk_create(made, batch_size=2000)


if __name__ == "__main__":
    import django

    django.setup()
    fill(int(sys.argv[1]))
