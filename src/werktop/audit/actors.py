"""Who acts or looks: a colleague, a guest through a link, or the software itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

Kind = Literal["staff", "candidate", "entrepreneur", "account", "professional", "system", "nobody"]


@dataclass(frozen=True)
class Actor:
    """Who acts or looks, as plain facts that outlive the account.

    `kind` "staff" has `id` of the account, an organisation, a region and capabilities;
    "candidate" and "entrepreneur" come through a signed link: `id` is that person and `link_purpose`
    the only thing the link is for; a candidate on the own page has the capability `own`, and `own_strong` after a strong
    login; "account" is a colleague who comes through one and
    has not logged in; "professional" is somebody elsewhere who was asked to help one candidate; "system" is a job; "nobody"
    has not logged in. `acts_for`: a colleague who is away and for whom this one stands in now;
    `is_self_set`: who made oneself the stand-in, and reads what is guarded of the other's candidates with a reason alone.
    """

    kind: Kind
    id: Any = None
    name: str = ""
    # UUIDs, or None for who belongs nowhere; a query that filters on them then finds nothing
    organisation_id: Any = None
    region_id: Any = None
    roles: frozenset[str] = field(default_factory=frozenset)
    capabilities: frozenset[str] = field(default_factory=frozenset)
    link_purpose: str = ""
    link_about_id: UUID | None = None
    link_language: str = ""
    link_reach: str = ""
    acts_for: UUID | None = None
    is_self_set: bool = False

    @property
    def ids(self) -> tuple[Any, ...]:
        """Whose work this actor does now: the own, and that of a colleague who is away and is stood in for."""
        return (self.id, self.acts_for) if self.acts_for else (self.id,)

    def can(self, capability: str) -> bool:
        """Whether this actor's roles (or being the system itself) allow `capability`."""
        return self.kind == "system" or capability in self.capabilities

    def require(self, capability: str) -> None:
        """Pass silently or raise `NotAllowed`."""
        from .refusals import NotAllowed

        if not self.can(capability):
            raise NotAllowed(capability)


NOBODY = Actor("nobody")
SYSTEM = Actor("system", name="werktop")


def system_for(organisation_id: UUID | None = None, region_id: UUID | None = None) -> Actor:
    """The software itself, acting for one organisation or region (jobs, imports from a shell, the demo)."""
    return Actor("system", name="werktop", organisation_id=organisation_id, region_id=region_id)
