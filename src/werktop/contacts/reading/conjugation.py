"""Forms of Dutch verbs, with the particles that come off: 'teruggebeld', 'terugbellen' and 'belt … terug' are one verb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

UNPARTED = ("be", "ver", "her", "ont", "er")
"""Prefixes that stay: no 'ge-' in the participle."""
VOICELESS = frozenset("tkfsphx")


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of one verb: 'bellen', 'bel', 'belt', ('belde', 'belden'), 'gebeld'."""

    infinitive: str
    stem: str
    present: str
    past: tuple[str, str]
    participle: str


def weak(infinitive: str, stem: str) -> Verb:
    """A verb whose forms follow from its stem: 'maken', 'maak' makes 'maakt', 'maakte', 'gemaakt'."""
    sound = infinitive[:-2] if infinitive.endswith("en") else stem
    ending = "t" if sound[-1] in VOICELESS else "d"
    told = stem if stem.endswith(ending) else stem + ending
    led = (
        told if infinitive.startswith(UNPARTED) and infinitive not in ("bellen", "berichten") else "ge" + told
    )
    present = stem if stem.endswith("t") else stem + "t"
    return Verb(infinitive, stem, present, (stem + ending + "e", stem + ending + "en"), led)


def verbs(entries: str) -> tuple[Verb, ...]:
    """Verbs written as 'maken/maak' or, with forms of their own, 'spreken/spreek/sprak/spraken/gesproken'."""
    return tuple(_verb(entry.split("/")) for entry in entries.split())


def _verb(forms: list[str]) -> Verb:
    if len(forms) == 2:
        return weak(*forms)
    infinitive, stem, past, pasts, participle = forms
    present = stem if stem.endswith("t") else stem + "t"
    return Verb(infinitive, stem, present, (past, pasts), participle)


def told(group: Iterable[Verb], particles: Iterable[str] = ()) -> Iterator[str]:
    """Words that say that it was done: participles with and without particles, and past tenses."""
    particles = tuple(particles)
    for verb in group:
        yield verb.participle
        yield from verb.past
        yield from (particle + verb.participle for particle in particles)
        yield from (particle + past for particle in particles for past in verb.past)


def infinitives(group: Iterable[Verb], particles: Iterable[str] = ()) -> Iterator[str]:
    """Words that say what is to be done: 'bellen', 'terugbellen'."""
    particles = tuple(particles)
    for verb in group:
        yield verb.infinitive
        yield from (particle + verb.infinitive for particle in particles)


def orders(group: Iterable[Verb]) -> Iterator[str]:
    """Words that order it: 'bel'."""
    return (verb.stem for verb in group)
