"""Work in every form at firms of the demo: open, expected with why and how sure, and once without selection, with a queue."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
from werktop.employers import queries as employers
from werktop.work_profiles import commands

MUST, LEARN = False, True
WORK: tuple[dict[str, Any], ...] = (
    {"what": "medewerker sorteren", "sector": "A", "forms": ["regular"], "places": 2, "status": "open", "days_on": 21,
     "hours_min": 24, "hours_max": 32, "days": ["mon", "tue", "wed", "thu"], "times": ["daytime"], "wage_min_cents": 1550,
     "wage_max_cents": 1650, "traits": ["lively", "team", "same", "no_dutch"], "asks": ("inpakken", MUST, 3),
     "select_count": 3, "select_how": "een ochtend meelopen"},
    {"what": "hulp in de kas", "sector": "A", "forms": ["work_experience", "trial"], "status": "open",
     "traits": ["quiet", "own_pace", "guide"], "asks": ("groen-werken", LEARN, 2)},
    {"what": "inpakkers voor de nieuwe lijn", "sector": "C", "forms": ["regular", "trial"], "places": 4, "is_expected": True,
     "because": "growth", "how_sure": "likely", "days_on": 120, "asks": ("inpakken", LEARN, 3)},
    {"what": "opvolger in de werkplaats", "sector": "F", "forms": ["learn_work", "regular"], "is_expected": True,
     "because": "retirement", "how_sure": "certain", "days_on": 210, "asks": ("handig", MUST, 3)},
    {"what": "plek achter wie doorschuift", "sector": "H", "forms": ["regular"], "is_expected": True,
     "because": "in_training", "how_sure": "possible", "days_on": 300, "asks": ("plannen", LEARN, 2)},
    {"what": "huiskamerhulp", "sector": "Q", "forms": ["carved"], "status": "in_talk", "hours_min": 12, "hours_max": 16,
     "traits": ["much_contact", "varied", "guide"], "asks": ("zorgen", MUST, 2)},
    {"what": "stage kinderopvang", "sector": "Q", "forms": ["internship"], "status": "open", "asks": ("uitleggen", LEARN, 2)},
    {"what": "beschutte montage", "sector": "C", "forms": ["sheltered"], "status": "open", "traits": ["quiet", "same", "guide"],
     "asks": ("machines", LEARN, 1)},
    {"what": "bouwplaats schoon en op orde", "sector": "F", "forms": ["secondment"], "status": "open", "traits": ["outside"],
     "asks": ("tillen", MUST, 2)},
    {"what": "gastvrouw of gastheer", "sector": "Q", "forms": ["voluntary"], "status": "open", "traits": ["much_contact"],
     "asks": ("luisteren", MUST, 2)},
    {"what": "bijrijder", "sector": "H", "forms": ["regular"], "status": "open", "is_open_hiring": True, "places": 2,
     "wage_words": "cao Beroepsgoederenvervoer", "traits": ["team", "outside"], "asks": ("tillen", LEARN, 2)},
    {"what": "procestechnoloog", "sector": "C", "forms": ["regular"], "status": "open", "asks": ("machines", MUST, 3)},
)  # fmt: skip


def note_work(*, at: datetime, marieke: Actor, other: Actor) -> None:
    """A work profile of every form, of which one went to regular recruitment; candidates of two organisations in one queue."""
    terms, noted = catalogue.ids_by_code(), at - timedelta(days=11)
    firms: dict[str, Any] = {
        sector: iter(employers.found_employers(marieke, employers.Filters(sectors=[sector], is_own=True))[:6])
        for sector in {each["sector"] for each in WORK}
    }
    made = {}
    for each in WORK:
        facts = {name: value for name, value in each.items() if name not in ("sector", "asks", "days_on")}
        if "days_on" in each:
            facts["from_date"] = timezone.localdate(at) + timedelta(days=each["days_on"])
        code, is_learnable, weight = each["asks"]
        firm = next(firms[each["sector"]])
        made[each["what"]] = commands.note_work_profile(
            actor=marieke, at=noted, employer_id=firm.pk, contact_id=marieke.id, place=firm.place,
            terms=[{"term_id": terms[code], "is_learnable": is_learnable, "weight": weight}], **facts,
        )  # fmt: skip
    commands.close_work_profile(
        actor=marieke, at=at - timedelta(days=3), work_profile_id=made["procestechnoloog"], status="regular",
        reason="vraagt een opleiding die niemand van onze kandidaten heeft",
    )  # fmt: skip
    for days, actor, count in ((6, marieke, 2), (5, other, 1), (2, marieke, 1)):
        there = candidates.found_candidates(actor, candidates.Filters())[days * 3 : days * 3 + count]
        commands.sign_up(
            actor=actor, at=at - timedelta(days=days), work_profile_id=made["bijrijder"],
            candidate_ids=[each.pk for each in there], asked_how="talk",
        )  # fmt: skip
