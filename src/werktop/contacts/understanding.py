"""From a sentence to what it may become: names are tied to whom they mean (`tying`). Where one may mean several people, that is
asked, and with the answer it is read again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from werktop.audit.actors import Actor

from .queries.naming import Named, known_in
from .telling import told_chips
from .tying import Tie
from .understood import NOBODY, Ask, Understood, Visited

MOST_LETTERS = 1000
"""As long as a note in one field may be."""
MOST_ASKED = 12
"""As many answers as one sentence is read again for."""


def understand(
    viewer: Actor,
    sentence: str,
    *,
    today: date,
    about: Named | None = None,
    chosen: Collection[str] = (),
    visited: Visited | None = None,
) -> Understood:
    """What a sentence says, for the viewer. `about`: whose page it was written on; that one is meant where nobody is
    named. `chosen`: the answers to what was asked. `visited`: the visit that it notes; of several who bear a name the one of
    its firm is meant, and talk of which no day is said was that visit's day."""
    sentence = sentence[:MOST_LETTERS]
    if not sentence.strip():
        return Understood(today)
    known = known_in(viewer, sentence, always=[about] if about else [])
    answered: dict[str, Ask] = {}
    used: set[str] = set()
    for _round in range(MOST_ASKED):
        tie = Tie(known, sentence, today, about, visited)
        found = tie.tied()
        ask, meant = _answered_now(found.asks, chosen, tie.firms(), answered, used, visited)
        if ask is None:
            break
        used.add(ask.words)
        others = {each.value for each in ask.bearers} - {each.value for each in meant} - tie.sure()
        known = known.without(others, sure={each.value for each in meant})
    # what stands in a picture is looked up once, when it is known whom the sentence means
    chips = found.chips + told_chips(viewer, tie.told, found.chips, found.papers, found.beside)
    return _with_answers(replace(found, chips=chips), answered, sentence)


def _answered_now(
    asks: list[Ask],
    chosen: Collection[str],
    firms: set[Any],
    answered: dict[str, Ask],
    used: set[str],
    visited: Visited | None,
) -> tuple[Ask | None, tuple[Named, ...]]:
    """The first question that has an answer, and was not `used` before, and who is meant by it: who was chosen, else the people of
    the firm that is named or whose page it is; at a visit whom one was to see there. It is noted in `answered` where there was
    something to choose."""
    for ask in asks:
        if ask.words in used:
            continue
        theirs = tuple(each for each in ask.bearers if each.employer_id in firms)
        if visited:
            theirs = tuple(each for each in theirs if each.value == visited.whom) or theirs
        if NOBODY + ask.words in chosen:
            answered[ask.words] = _answer(ask, NOBODY + ask.words)
            return ask, ()
        for each in ask.bearers:
            if each.value in chosen:
                answered[ask.words] = _answer(ask, each.value)
                return ask, (each,)
        others = [each for each in ask.bearers if each not in theirs and each.kind != "entrepreneur"]
        if theirs and len(theirs) < len(ask.bearers):
            if len(theirs) == 1 and others and not visited:
                answered[ask.words] = _answer(ask, theirs[0].value)
            return ask, theirs
    return None, ()


def _answer(ask: Ask, answer: str) -> Ask:
    return Ask(ask.words, ask.bearers, ask.is_cut_off, answer)


def _with_answers(found: Understood, answered: dict[str, Ask], sentence: str) -> Understood:
    """The same with the questions that were answered, so that the answer can be changed, in the order of the sentence."""
    asks = {ask.words: ask for ask in found.asks} | answered
    met = {value for value, _words in found.people}
    answers = [ask.answer for ask in answered.values() if not ask.answer.startswith(NOBODY)]
    return replace(
        found,
        asks=sorted(asks.values(), key=lambda ask: sentence.find(ask.words)),
        loose=[value for value in answers if value not in met],
    )
