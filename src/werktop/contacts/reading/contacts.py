"""Whether a clause says that contact took place, by what channel and on which day."""

from dataclasses import dataclass
from datetime import date

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.contact_nouns import at_firm, is_denied, nouns_in
from werktop.contacts.reading.dates import When
from werktop.contacts.reading.meeting_places import met_somewhere, on_the_doorstep, sat_together
from werktop.contacts.reading.naming import CANDIDATE
from werktop.contacts.reading.past_days import is_ahead, lies_ahead, lies_behind
from werktop.contacts.reading.sayings import asked, heard_from, is_hearsay, says
from werktop.contacts.reading.verbs import CALLED, MESSAGED, ORDERS, TALKED, TASKS, VISITED
from werktop.contacts.reading.vocabulary import (
    AT_OURS,
    CALL_NOUNS,
    CANCELLED,
    EXPLAINING,
    FINITE,
    JUDGED,
    MESSAGE_NOUNS,
    MODALS,
    OTHERS,
    OWN,
    PLACES,
    SAID,
    SEEKING,
    TALK_NOUNS,
    VACANCY,
    VISIT_NOUNS,
)  # fmt: skip

WENT = frozenset(
    "gekomen geweest gegaan gelopen gereden gefietst gestaan gekeken gestapt gewipt gewandeld gesprongen".split()
)
WENT_BY = frozenset("kwam kwamen ging gingen liep liepen reed reden was waren wipte sprong".split())
LOOKED = frozenset({"wezen", "gaan", "gegaan", "geweest", "komen"})
DONE = frozenset(
    "gehad gedaan gevoerd geweest gedronken gebracht ontvangen gekregen had hadden was ging kreeg gestuurd gegeven gezeten"
    " gepleegd gegaan verstuurd afgelegd afgerond".split()
)
NOW_SPEAKING = {"belt": "call", "bellt": "call", "mailt": "message", "appt": "message", "smst": "message"}
INFINITIVES = {"bellen": "call", "videobellen": "call", "beeldbellen": "call"} | dict.fromkeys(
    ("praten", "kletsen", "overleggen", "sparren"), "talk"
)
SITTING = frozenset({"zitten", "staan"})  # 'met Omar zitten bellen'
WENT_WITH = frozenset("meegelopen meegegaan meegereden meegekeken gebracht weggebracht opgehaald".split())
AROUND = frozenset("langs op de locatie werkvloer vandaag in bedrijf zaak met samen even".split())
HALF_A_YEAR = 182  # days
RANK = ("visit", "call", "message", "talk")  # of several words in one clause the surest channel counts


@dataclass(frozen=True, slots=True)
class Took:
    """Contact that took place. `is_weak`: a word like 'vertelde', which goes with a contact that is known."""

    channel: str
    day: date | None
    is_weak: bool = False
    is_verb: bool = False  # said by a verb of its own, not only by a noun


def contact_in(clause: Clause, today: date, *, is_first: bool) -> Took | None:
    """The contact of a clause, if it says that one took place."""
    words = clause.words
    told = _told_in(clause)
    if told.has(("worden", "wordt"), CANCELLED) or _fell_through(told.words):
        return None
    verbs = _verbs(clause)
    if verbs:
        channels = {channel for channel, _ in verbs}
        day = day_back(clause, today)
        nouns = nouns_in(clause)
        if channels == {"message"} and "call" in nouns and clause.has(("ingesproken", "voicemail")):
            channels = {"call"}
        if channels <= {"talk"} and ("call" in nouns or "visit" in nouns):
            channels = {"call" if "call" in nouns else "visit"}
        if channels <= {"talk"} and words[0] == "toen" and "was" in words and at_firm(clause):
            channels = {"visit"}  # 'toen ik bij Garage Smit was vertelde Kevin'
        is_weak = all(weak for _, weak in verbs) and channels <= {"talk"}
        return Took(min(channels, key=RANK.index), day, is_weak, True)
    if took := _by_noun(clause, today):
        return took
    if channel := met_somewhere(clause, is_first=is_first):
        return Took(channel, day_back(clause, today))
    return _by_place(clause, today, is_first=is_first)


def _told_in(clause: Clause) -> Clause:
    """What stands before 'dat' where that tells of contact: 'Henk vertelde dat de kantine verbouwd wordt'."""
    at = clause.place(("dat", "of")) or 0
    part = Clause(clause.pieces[:at], clause.ends_with)
    return part if part.mentions and _verbs(part) else clause


def _fell_through(words: list[str]) -> bool:
    """'ging niet door', 'is niet doorgegaan', 'komt te vervallen', 'viel in het water'."""
    said = " ".join(words)
    behind = words[words.index("niet") :] if "niet" in words else []
    says = next((i for i, word in enumerate(words) if word in ("zegt", "zei", "zegde")), len(words))
    if "af" in words[says:]:
        return True
    return bool({"door", "doorgegaan", "doorgaan", "doorgaat", "doorging"} & set(behind)) or any(
        each in said
        for each in ("te vervallen", "is vervallen", "in het water", "niets van gekomen", "niet van gekomen")
    )


def _verbs(clause: Clause) -> list[tuple[str, bool]]:
    """(channel, weak) of each verb that says that contact took place."""
    found: list[tuple[str, bool]] = []
    words = [p.low for p in clause.pieces]
    for i, word in enumerate(words):
        channel, weak = "", False
        if word in VISITED or (word in WENT and set(words) & {"langs", "binnen"}):
            channel = "visit" if word != "bekeken" or at_firm(clause) else ""
        elif (word in WENT_BY and "langs" in words[i + 1 :] and not lies_ahead(clause)) or (
            word == "langs" and set(words) & {"gehad"}
        ):
            channel = "talk" if set(words) & AT_OURS or not (at_firm(clause) or word != "langs") else "visit"
        elif (
            word in WENT_WITH
            and at_firm(clause)
            or word == "kijken"
            and words[i - 1 : i]
            and words[i - 1] in LOOKED
            and at_firm(clause)
            and not lies_ahead(clause)
        ):
            channel = "visit"
        elif word in INFINITIVES and (
            set(words[i + 1 :]) & {"gehad", "gedaan"}
            or (i and words[i - 1] in SITTING and not lies_ahead(clause))
        ):
            channel = INFINITIVES[word]
        elif word in CALLED:
            channel = "call"
        elif word in TALKED or (word == "contact" and set(words) & {"gehad", "opgenomen"}):
            channel, weak = "talk", word in ("afgesproken", "besproken")
        elif word in MESSAGED:
            channel = "message"
        elif sat_together(word, words) or (word in ("kwam", "kwamen") and "tegen" in words[i + 1 :]):
            channel = "visit" if on_the_doorstep(clause) else "talk"
        elif (word == "zag" and (not i or "ik" in words[max(0, i - 1) : i + 2])) or (
            word == "gezien"
            and not clause.has(VACANCY)
            and (at_firm(clause) or (clause.named(CANDIDATE) and set(words) & AT_OURS))
        ):
            channel = "visit" if at_firm(clause) else "talk"
        elif word == "bereikt" and clause.mentions and set(words) & {"wel", "eindelijk", "toch"}:
            channel = "call" if "doel" not in words else ""
        elif word == "gemaakt" and set(words) & {"rondje", "ronde", "rondgang"} and clause.employer:
            channel = "visit"
        elif (
            word == "kwam"
            and set(words) & {"brengen", "ophalen", "praten", "inleveren"}
            and clause.named(CANDIDATE)
        ):
            channel = "talk"
        elif (
            heard_from(clause, i)
            or asked(words, i)
            or (word in SAID and not is_hearsay(words, i))
            or says(clause, i)
        ):
            channel, weak = "talk", True
        elif (
            word in NOW_SPEAKING
            and not lies_ahead(clause)
            and "terug" not in words
            and not _to_another(clause, i)
        ):
            channel = NOW_SPEAKING[word]
        if channel and not is_denied(clause, i):
            found.append((channel, weak))
    return found


def _to_another(clause: Clause, i: int) -> bool:
    """'hij belt met Kuipers': not with the writer."""
    after = clause.pieces[i + 1 : i + 5]
    return any(p.low in ("met", "naar") and q.mention for p, q in zip(after, after[1:], strict=False))


def day_back(clause: Clause, today: date) -> date | None:
    """The day of what has happened; today when none is named, None where the one that is named does not exist."""
    ends = clause.place(("dat", "of", "om"))
    said = (
        clause if ends is None or not _verbs(Clause(clause.pieces[:ends])) else Clause(clause.pieces[:ends])
    )
    topic = said.place(EXPLAINING)
    said = said if topic is None else Clause(said.pieces[:topic])
    days = [day for day in said.days if not (day.is_end or day.is_start or day.is_before)]
    if said.has_no_day:
        return None
    return next((day.back for day in days if day.back and not _is_nearer_ahead(day, today)), today)


def _is_nearer_ahead(day: When, today: date) -> bool:
    """Whether a date that was long ago comes sooner than it has been: '14 januari' in November."""
    if day.ahead is None or day.back is None:
        return False
    return (today - day.back).days > HALF_A_YEAR > (day.ahead - today).days


def _by_noun(clause: Clause, today: date) -> Took | None:
    """'rondleiding bij X', 'gesprek gehad', 'aan de lijn'; with a day ahead it is a plan."""
    nouns = nouns_in(clause)
    if not nouns:
        return None
    is_done = clause.has(DONE) or "heb" in clause.words or _is_told_of(clause)
    is_order = _is_order(clause) and not lies_behind(clause, today)
    if clause.has(TASKS) or (clause.has(MODALS) and not is_done) or is_order:
        return None
    days = [day for day in clause.days if not (day.is_end or day.is_start)]
    if not is_done and any(is_ahead(day, today) for day in days):
        return None
    # 'op de koffie geweest' is a talk, 'geweest voor een rondleiding' was left out above
    return Took(min(nouns, key=RANK.index), day_back(clause, today))


def _is_told_of(clause: Clause) -> bool:
    """'goed gesprek met Omar', 'mailtje van Hoekman': nobody speaks so of what is still to come."""
    pieces = clause.pieces
    for i, piece in enumerate(pieces):
        before, after = pieces[i - 1].low if i else "", pieces[i + 1 : i + 3]
        if before in JUDGED and (piece.low in TALK_NOUNS | CALL_NOUNS | VISIT_NOUNS):
            return True
        if (
            piece.low in MESSAGE_NOUNS | CALL_NOUNS
            and after[:1]
            and after[0].low == "van"
            and after[-1].mention
        ):
            return True
    return False


def _is_order(clause: Clause) -> bool:
    """'mail Ingrid', 'app hem': a word of contact as an order."""
    pieces = [p for p in clause.pieces if not p.when]
    if len(pieces) < 2 or pieces[0].low not in ORDERS:
        return False
    return bool(pieces[1].mention) or pieces[1].low in OTHERS | {
        "hem",
        "haar",
        "hen",
        "de",
        "het",
        "even",
        "nog",
    }


def _by_place(clause: Clause, today: date, *, is_first: bool) -> Took | None:
    """'bij X geweest', 'was bij X', and a first clause that only says 'bij X'."""
    pieces = clause.pieces
    is_at_firm = at_firm(clause)
    been = clause.place(WENT - {"gekomen"})
    if been is not None:
        is_there = is_at_firm and not is_denied(clause, been) and "stage" not in clause.words
        return Took("visit", day_back(clause, today)) if is_there else None
    lows = [p.low for p in pieces if not p.when]
    was_there = lows[:1] and (
        lows[0] in ("was", "waren", "stond", "stonden")
        or (lows[0] in OWN and lows[1:2] and lows[1] in ("was", "waren"))
    )
    if is_at_firm and was_there:
        return Took("visit", day_back(clause, today))
    back = clause.place(("terug",))
    if back is not None and lows[:3] and "van" in lows and clause.employer and not clause.has(TASKS, MODALS):
        return Took("visit", day_back(clause, today)) if lows[-1] != "terug" else None
    if len(lows) == 2 and lows[1] == "langs" and clause.employer and not clause.named(CANDIDATE) and is_first:
        is_at_firm = True  # 'Hendriks langs'
    if (
        not is_at_firm
        or any(is_ahead(day, today) for day in clause.days)
        or clause.has(TASKS, SEEKING, PLACES, VACANCY, ("gevraagd",))
    ):
        return None
    starts = [p for p in pieces if not p.when]
    if (
        starts
        and (starts[0].low in ("ben", "was", "waren", "langs") or starts[-1].low == "langs")
        and not clause.has(MODALS)
    ):
        return Took("visit", day_back(clause, today))
    on_the_way = [p.low for p in starts if p.low and not p.is_mark and not p.mention]
    is_bare = starts and (starts[0].low == "bij" or all(low in AROUND | {"bij"} for low in on_the_way))
    is_bare = is_bare and not clause.has(FINITE)
    return Took("visit", day_back(clause, today)) if is_bare and is_first else None
