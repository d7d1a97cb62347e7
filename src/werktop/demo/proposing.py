"""Proposals of the demo: three people for one work. The firm wants to meet the first and has still to decide about the second; the
third is still asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.proposals import commands
from werktop.work_profiles import queries as work_profiles

WHY = (
    "Werkt netjes en op tijd, en wil graag vaste dagen.",
    "Leerde snel inpakken op de werkplaats en houdt van een drukke omgeving.",
    "Is handig, en denkt mee als iets anders moet.",
)


def propose(*, at: datetime, marieke: Actor) -> None:
    """For the first open work of a firm that has somebody who decides."""
    filters = work_profiles.WorkFilters(status="open")
    rows = work_profiles.found_work_profiles(marieke, filters).filter(is_open_hiring=False)[:20]
    people = {each.employer_id: each for each in employers.entrepreneurs_in_region(marieke).order_by("-id")}
    work = next(row for row in rows if row.employer_id in people)
    mine = candidates.found_candidates(marieke, candidates.Filters(is_mine=True)).order_by("id")
    free = candidates.not_to_be_proposed(mine.values_list("pk", flat=True))
    chosen = [each for each in mine if each.pk not in free][: len(WHY)]
    keys = commands.propose(
        actor=marieke, at=at - timedelta(days=5), work_profile_id=work.pk,
        entrepreneur_id=people[work.employer_id].pk,
        people=[
            {"candidate_id": person.pk, "reason": why, "said_how": said_how}
            for person, why, said_how in zip(chosen, WHY, ("talk", "call", ""), strict=True)
        ],
    )  # fmt: skip
    commands.note_decision(
        actor=marieke, at=at - timedelta(days=1), proposal_id=keys[0], decision="meet",
        words="Kom een ochtend meelopen, dan zien we allebei of het past.",
    )  # fmt: skip
