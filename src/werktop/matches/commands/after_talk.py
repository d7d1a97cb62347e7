"""What a guest says after the talk on the own page, as one answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.employers.commands import say_what_work_there_may_be
from werktop.gatherings.commands.most_talks import say_most_talks
from werktop.gatherings.commands.talks import answer_talk_on
from werktop.gatherings.queries.talks import capacity_of, guest_of_holder
from werktop.matches.commands.blocks import give_free_blocks
from werktop.matches.hours import Block, as_meant
from werktop.matches.queries.talks import blocks_given


@command(about="gathering")
def answer_after_talk(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    holder_kind: str,
    holder_id: UUID,
    chosen_guest_ids: Sequence[UUID],
    shown_guest_ids: Sequence[UUID] | None = None,
    most_talks: int | None = None,
    blocks: list[Block] | None = None,
    shown: list[Block] | None = None,
    work_words: str = "",
) -> None:
    """All that one guest answers after the talk, at once: with whom to talk on (`shown_guest_ids` as in
    `answer_talk_on`), and of an entrepreneur how many talks at most, in which blocks of time (`shown` as in
    `give_free_blocks`), and what work there may be. What is None or empty stays as it was; where one part is refused,
    none counts. What was answered before, answered again, is no new answer.
    """
    answer_talk_on(
        actor=actor,
        at=at,
        gathering_id=gathering_id,
        holder_kind=holder_kind,
        holder_id=holder_id,
        chosen_guest_ids=chosen_guest_ids,
        shown_guest_ids=shown_guest_ids,
        says_more=_says_more(gathering_id, holder_kind, holder_id, at, most_talks, blocks, shown),
    )
    if most_talks is not None:
        say_most_talks(
            actor=actor,
            at=at,
            gathering_id=gathering_id,
            holder_kind=holder_kind,
            holder_id=holder_id,
            most_talks=most_talks,
        )
    if blocks is not None and holder_kind == "entrepreneur":
        give_free_blocks(
            actor=actor,
            at=at,
            gathering_id=gathering_id,
            entrepreneur_id=holder_id,
            blocks=blocks,
            shown=shown,
        )
    if work_words and holder_kind == "entrepreneur":
        say_what_work_there_may_be(actor=actor, at=at, entrepreneur_id=holder_id, words=work_words)


def _says_more(
    gathering_id: UUID,
    holder_kind: str,
    holder_id: UUID,
    at: datetime,
    most_talks: int | None,
    blocks: list[Block] | None,
    shown: list[Block] | None,
) -> bool:
    """Whether an entrepreneur gives other hours to come, or wants another number of talks, than before."""
    if holder_kind != "entrepreneur":
        return False
    given = {
        (block.starts_at, block.ends_at)
        for block in blocks_given(gathering_id, holder_id)
        if not block.is_settled and block.starts_at > at
    }
    most = capacity_of(guest_of_holder(gathering_id, holder_kind, holder_id))
    meant = None if blocks is None else set(as_meant(blocks, shown=shown, now=given))
    return meant not in (None, given) or most_talks not in (None, most)
