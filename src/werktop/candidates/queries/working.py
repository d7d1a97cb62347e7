"""Who works with whom. The one place that says so: what is guarded of a person (`Part.IS_GUARDED`, what the day needs) is read,
filtered on and counted by this alone; of others there are totals in fives (`spread`)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate, DomainScore, Look, LookKind, Part

from .life_domains import domains_in_use


def account_ids_of(viewer: Actor) -> tuple[UUID, ...]:
    """Whose work the viewer does: the own, and that of whom the viewer stands in for."""
    if viewer.kind != "staff" or viewer.id is None:
        return ()
    return viewer.ids


def guarded_ids_of(viewer: Actor) -> tuple[UUID, ...]:
    """Of whose candidates the viewer reads what is guarded: who made oneself the stand-in of another does of the own alone, and
    says why of the other's, as any colleague does."""
    if not viewer.is_self_set:
        return account_ids_of(viewer)
    return account_ids_of(viewer)[:1] if viewer.acts_for else ()


def works_with(viewer: Actor, of: str = "") -> Q:
    """Candidates of the own organisation with whom the viewer works now: assigned, or taken over for who is away. `of` is the
    path to the candidate. For lists, filters and counts; a look with a reason (`can_see_needs`) is for one page."""
    if not viewer.can("edit_candidates"):
        return Q(pk__in=[])
    return Q(
        **{
            f"{of}organisation_id": viewer.organisation_id,
            f"{of}assigned_to_id__in": guarded_ids_of(viewer),
        }
    )


def works_with_or_nobody(viewer: Actor, of: str = "") -> Q:
    """Candidates of the own organisation with whom the viewer works, or nobody who is here now. `of`: the path to the candidate."""
    here = Q(**{f"{of}organisation_id": viewer.organisation_id})
    return works_with(viewer, of) | here & ~somebody_works_with(of)


def does_work_with(viewer: Actor, candidate: Candidate) -> bool:
    """The same of one candidate at hand."""
    return (
        viewer.can("edit_candidates")
        and viewer.organisation_id == candidate.organisation_id
        and candidate.assigned_to_id in guarded_ids_of(viewer)
    )


def works_with_or_opened(viewer: Actor, at: datetime | None, of: str = "") -> Q:
    """`can_see_needs` of colleagues, to filter the rows of one page: with `at` also candidates whom the viewer opened with a
    reason."""
    if at is None or viewer.kind != "staff" or not viewer.can("edit_candidates"):
        return works_with(viewer, of)
    opened = Look.objects.filter(by_id=viewer.id, kind=LookKind.OPENED, opened_at__lte=at, until_at__gt=at)
    here = Q(**{f"{of}organisation_id": viewer.organisation_id})
    return works_with(viewer, of) | here & Q(**{f"{of}pk__in": opened.values("candidate_id")})


def can_see_needs(viewer: Actor, candidate: Candidate, at: datetime | None = None) -> bool:
    """Whether what is guarded of this person may be shown: to who works with the person, to the person after a strong login, and
    until the end of the day to a colleague who opened it with a reason. Without `at` a look does not count."""
    if does_work_with(viewer, candidate):
        return True
    if viewer.kind == "candidate":
        return viewer.id == candidate.pk and viewer.can("own_strong")
    is_colleague = viewer.can("edit_candidates") and viewer.organisation_id == candidate.organisation_id
    if at is None or not is_colleague or viewer.kind != "staff":
        return False
    looks = Look.objects.filter(candidate=candidate, by_id=viewer.id, kind=LookKind.OPENED)
    return looks.filter(opened_at__lte=at, until_at__gt=at).exists()


def can_see_part(viewer: Actor, candidate: Candidate, part: type[Part], at: datetime | None = None) -> bool:
    """Whether a part of this kind may be shown of a candidate whom the viewer may see."""
    if part.IS_FOR_CONTACT:
        return viewer.can("edit_candidates") or viewer.can("own_strong")
    if part is DomainScore and not domains_in_use(candidate.organisation_id):
        return False
    return not part.IS_GUARDED or can_see_needs(viewer, candidate, at)


def works_with_nobody(candidate: Candidate) -> bool:
    """Whether nobody who works here now works with this candidate."""
    return candidate.assigned_to is None or candidate.assigned_to.left_at is not None


def does_work_with_or_nobody(viewer: Actor, candidate: Candidate) -> bool:
    """`works_with_or_nobody` of one candidate at hand, for who works with candidates."""
    if does_work_with(viewer, candidate):
        return True
    is_colleague = viewer.can("edit_candidates") and viewer.organisation_id == candidate.organisation_id
    return is_colleague and works_with_nobody(candidate)


def may_erase(viewer: Actor, candidate: Candidate) -> bool:
    """Whether the viewer may erase this person for good: who works with the person, and any colleague where nobody does. Not who
    took the person over just now, before the colleague from whom read that."""
    if viewer.kind == "system":
        return True
    if does_work_with(viewer, candidate):
        return not taken_unread_from(viewer, candidate)
    return does_work_with_or_nobody(viewer, candidate)


def taken_unread_from(viewer: Actor, candidate: Candidate) -> str:
    """The colleague from whom the viewer took this person over and who did not read that yet, by name; "" for nobody."""
    looks = Look.objects.filter(candidate=candidate, kind=LookKind.TAKEN_OVER, by_id=viewer.id, seen_at=None)
    last = (
        looks.filter(of__left_at=None)
        .exclude(of_id=viewer.id)
        .select_related("of")
        .order_by("opened_at", "id")
        .last()
    )
    return last.of.name if last and last.of else ""


def somebody_works_with(of: str = "") -> Q:
    """Candidates with whom a colleague works who is here now. `of`: the path to the candidate."""
    return Q(**{f"{of}assigned_to__isnull": False, f"{of}assigned_to__left_at__isnull": True})


def looks_at(viewer: Actor, candidate: Candidate, most: int = 5) -> list[Look]:
    """Who opened what is guarded of a candidate with whom the viewer works, the last first."""
    if not does_work_with(viewer, candidate):
        return []
    looks = Look.objects.filter(candidate=candidate).exclude(by_id=viewer.id)
    return list(looks.select_related("by", "of").order_by("-opened_at", "-id")[:most])


def looks_to_read(viewer: Actor) -> QuerySet[Look]:
    """What colleagues opened, took over or erased of people with whom the viewer works or worked then, not read yet; the last
    first. For the viewer alone: who stands in for somebody may be the one who looked."""
    if not viewer.can("edit_candidates"):
        return Look.objects.none()
    here = Q(candidate__organisation_id=viewer.organisation_id) | Q(kind=LookKind.ERASED)
    found = Look.objects.filter(here, of_id=viewer.id, seen_at=None)
    return found.select_related("by", "candidate").order_by("-opened_at", "-id")


def mine_or_nobodys(viewer: Actor, of: str = "") -> Q:
    """Candidates with whom the viewer works, or stands in for who does, or nobody who is still there. Who works with
    whom by law says `works_with`. `of`: the path to the candidate."""
    nobodys = Q(**{f"{of}assigned_to__isnull": True}) | Q(**{f"{of}assigned_to__left_at__isnull": False})
    return nobodys | Q(**{f"{of}assigned_to_id__in": viewer.ids})
