"""What a clause tells of a candidate for the picture: a wish, a paper, what is needed to be able to work, a small step,
how contact goes well.

The screen offers these beside the four kinds of chip of the command line, to be accepted or dropped.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from werktop.catalogue.suspicions import is_sheltered_work, target_group_in
from werktop.contacts.reading.chips import Told
from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.naming import CANDIDATE
from werktop.contacts.reading.pieces import Piece, written
from werktop.contacts.reading.preferences import preference_in
from werktop.contacts.reading.verbs import TASKS
from werktop.contacts.reading.vocabulary import ARTICLES, FILLERS, OWN, PREPOSITIONS

WANTS = frozenset("wil wilt zoekt zoek wenst".split())
HOURS = frozenset("uur uren u".split())
DENIED = frozenset("niet geen niemand nooit zonder nee".split())
LOST = frozenset("gehad ingenomen ingetrokken ingeleverd verlopen kwijt verloren ongeldig afgepakt".split())
NOT_YET = LOST | frozenset(
    "halen leren wil wilt bezig moet zonder verloopt had nodig vereist gevraagd bijna les rijles rijlessen oefent theorie"
    " examen gezakt".split()
)
STOPPING = frozenset("stoppen stopt gestopt ophouden weg ontslag opzeggen".split())
LETTERS = frozenset("am b be c ce d t".split())
PAPERS = frozenset("vca bhv ehbo haccp vog".split())
GOT = frozenset("heeft behaald gehaald binnen haalde geslaagd".split())
SEEKS = frozenset("regelen zoeken zoekt nodig aanvragen aanmelden vinden gezocht regel".split())
ARRANGED = SEEKS | frozenset("geregeld geen gebrek zonder hulp lastig".split())
DEEDS = SEEKS - {"nodig", "zoekt", "gezocht"}
SETTLED = frozenset("geregeld rond opgelost gelukt gevonden".split())
TO_SETTLE = frozenset("moet moeten worden wordt".split())
NEEDS = {
    "childcare": "kinderopvang opvang oppas kinderdagverblijf gastouder bso".split(),
    "transport": "vervoer fiets auto reiskosten ov busabonnement scooter taxi".split(),
    "debts": "schulden schuld schuldhulp schuldhulpverlening bewindvoerder bewindvoering geldzorgen budgetcoach".split(),
    "housing": "woning huisvesting onderdak huis kamer woonruimte".split(),
    "care": "mantelzorg mantelzorger".split(),
    "language": "taalles taalcursus taalcoach taaltoets taalmaatje".split(),
    "equipment": "bril werkschoenen werkkleding hoortoestel".split(),
}
NEED_OF = {word: kind for kind, words in NEEDS.items() for word in words}
ONE_MUST_HAVE = frozenset("childcare transport housing language equipment".split())
"""Needs of which one speaks where there is none of it: without debts nothing is needed."""
KIND_OF_IT = frozenset("eigen vaste goede passende betaalbare geschikte".split())
OF_WORK = ("plek", "plekje", "plaats", "baan", "baantje", "stage")
MUST = frozenset("moet gaat zal".split())
BEHIND_WORK = frozenset(
    "werken werk aan graag misschien slag liefst blijven gaan beginnen starten maar".split()
)
MOST_HOURS = 60
OF_SOMEBODY = frozenset("haar zijn hun zn de een d'r der".split())
OTHER_PEOPLE = frozenset(
    "man vrouw partner echtgenoot ex zus zusje broer broertje moeder vader ouders zoon zoontje dochter dochtertje kind"
    " kinderen oma opa tante oom nicht neef schoonmoeder schoonvader schoonzus zwager buur buurman buurvrouw vriend"
    " vriendin collega werkgever baas chef leidinggevende consulent klantmanager begeleider jobcoach bewindvoerder"
    " huisarts arts dokter gemeente".split()
)
ONESELF = frozenset("man vrouw moeder vader".split())
SEVERAL = frozenset("kind kinderen ouders".split())
SPEAKS_OF = (
    MUST
    | WANTS
    | frozenset(
        "heeft hebben is zijn kan mag kon had was moeten zullen gaan willen zoeken werkt krijgt komt belt stuurt regelt".split()
    )
)
BEGINS = SPEAKS_OF - {"zijn"}
WITHDRAWN = frozenset("kan kon mag lukt gaat durft is was".split())
SMALL_OF_WITHDRAWING = WITHDRAWN | frozenset(
    "niet maar helaas ze hij zij dat die meer haar hem nu op dit moment nog even van".split()
)


def told_in(clause: Clause, candidate: str, *, is_of_another: bool = False) -> list[Told]:
    """What a clause tells of this candidate; nothing where it asks, or speaks of somebody else."""
    if clause.ends_with == "?" or any(p.low in ("of", "als") for p in clause.pieces[:1]):
        return []
    if is_of_another or speaks_of_another(clause):
        return []
    if (way := preference_in(clause)) is not None:
        return [Told("adjustment", candidate, way)] if way else []
    found = [_wish(clause), _paper(clause), _need(clause), _step(clause)]
    return [replace(each, candidate=candidate) for each in found if each is not None]


def speaks_of_another(clause: Clause) -> bool:
    """'haar man heeft', 'morgen moet de werkgever': who does or has it is somebody around the candidate."""
    pieces = [p for p in clause.pieces if not (p.when or p.is_mark or p.low in FILLERS)]
    verb = next((i for i, p in enumerate(pieces) if p.low in SPEAKS_OF and not _is_his(pieces, i)), None)
    for i, piece in enumerate(pieces):
        if piece.low not in OTHER_PEOPLE or _is_behind_a_preposition(pieces, i):
            continue
        if verb is None:
            if _is_named_without_a_verb(pieces, i):
                return True
            continue
        # 'morgen moet haar zus': a day stands before the verb, and behind it who does it
        is_turned = verb == 0 and bool(clause.pieces[0].when) and i <= 2
        if i < verb or is_turned:
            return True
    return False


def goes_on(clause: Clause) -> bool:
    """'wil 20 uur', behind 'haar zus zoekt werk': nobody else is named."""
    return clause.pieces[0].low in BEGINS and not clause.mentions and "zelf" not in clause.words


def withdraws(clause: Clause) -> bool:
    """'maar kan niet', 'is ingenomen': what was said before it is not so, or not any more."""
    words = set(clause.words)
    is_so = bool(words & LOST) or ("niet" in words and bool(words & WITHDRAWN))
    return is_so and words <= SMALL_OF_WITHDRAWING | LOST


def _is_named_without_a_verb(pieces: list[Piece], i: int) -> bool:
    """'haar man', 'zus gesproken': not 'alleenstaande moeder', 'man van 50', '2 kinderen', which tell of the candidate."""
    if pieces[i].low in SEVERAL:
        return False
    if i:
        return i == 1 and pieces[0].low in OF_SOMEBODY
    is_aged = [p.low for p in pieces[1:2]] == ["van"] and len(pieces) > 2 and pieces[2].number is not None
    return not (pieces[i].low in ONESELF and (len(pieces) == 1 or is_aged))


def _is_his(pieces: list[Piece], i: int) -> bool:
    """'zijn vrouw': no verb."""
    return pieces[i].low == "zijn" and i + 1 < len(pieces) and (i == 0 or pieces[i + 1].low in OTHER_PEOPLE)


def _is_behind_a_preposition(pieces: list[Piece], i: int) -> bool:
    before = [p.low for p in pieces[max(0, i - 2) : i]]
    return before[-1:] != [] and (
        before[-1] in PREPOSITIONS or (before[-1] in OF_SOMEBODY and before[0] in PREPOSITIONS)
    )


def _wish(clause: Clause) -> Told | None:
    """'wil 24 uur in de zorg', 'zoekt werk als kok'."""
    at = clause.place(WANTS)
    if at is None or clause.employer or set(clause.words) & (DENIED | OWN | STOPPING):
        return None
    behind = clause.pieces[at + 1 :]
    hours = next(
        (
            p.number
            for p, q in zip(behind, behind[1:], strict=False)
            if p.number is not None and q.low in HOURS
        ),
        None,
    )
    hours = hours if hours and hours <= MOST_HOURS else None
    work = _work_behind(behind)
    if is_sheltered_work(work) or target_group_in(
        work
    ):  # an indication or a register is nobody's wish to filter on
        work = ""
    return Told("wish", "", work, hours=hours) if hours or work else None


def _work_behind(pieces: tuple[Piece, ...]) -> str:
    """'in de zorg', 'als kok': in which work, behind 'wil' or 'zoekt werk'."""
    for i, piece in enumerate(pieces):
        if piece.low not in ("in", "als"):
            continue
        between = [
            p
            for p in pieces[:i]
            if p.is_word
            and p.low not in FILLERS | HOURS | BEHIND_WORK | {"baan", "een"}
            and not p.low.endswith(OF_WORK)
        ]
        noun = list(takewhile(lambda p: p.is_word and p.low not in BEHIND_WORK | TASKS, pieces[i + 1 :]))
        while noun and noun[0].low in ARTICLES:
            noun = noun[1:]
        if not between and noun and len(noun) <= 4:
            return written(noun)
    return ""


def _paper(clause: Clause) -> Told | None:
    """'heeft rijbewijs B', 'vca gehaald'."""
    words = [p.low for p in clause.pieces]
    if set(words) & (DENIED | NOT_YET):
        return None
    for i, low in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ""
        if low == "rijbewijs" and after in LETTERS:
            return Told("certificate", "", f"rijbewijs {after.upper()}", code=f"rijbewijs-{after}")
        if low in PAPERS and set(words) & GOT and "nodig" not in words:
            return Told("certificate", "", low.upper())
        if low in ("diploma", "certificaat") and set(words) & GOT and after and after not in GOT:
            name = takewhile(lambda p: p.is_word and p.low not in GOT, clause.pieces[i:])
            return Told("certificate", "", written(list(name)))
    return None


def _need(clause: Clause) -> Told | None:
    """'kinderopvang regelen', 'heeft geen vervoer'."""
    words = clause.words
    at = next((i for i, word in enumerate(words) if word in NEED_OF), None)
    if at is None or not set(words) & ARRANGED or clause.employer or not _is_open(words, at):
        return None
    is_of_what = not set(words) & DEEDS and all(day.is_day_name and not day.is_before for day in clause.days)
    if clause.days and is_of_what:  # 'heeft opvang nodig op woensdag': for which day, and not by when
        clause = Clause(tuple(replace(p, when=None, low=p.text) if p.when else p for p in clause.pieces))
    day = next(iter(clause.days_ahead), None)
    what = _said_of(clause, {"heeft", "moet", "nog", "we"})
    return Told("need", "", what, of_kind=NEED_OF[words[at]], date=day)


def _is_open(words: list[str], at: int) -> bool:
    """Whether what is needed is still to be had: not denied, and not settled."""
    said = set(words)
    if said & {"hoeft", "hoeven", "had", "was"}:
        return False
    none = next((i for i, word in enumerate(words) if word in ("geen", "zonder")), None)
    if none is not None:
        is_it = none + 1 == at or (none + 2 == at and words[none + 1] in KIND_OF_IT)
        is_sought = said & (SEEKS | WANTS | {"kan", "meer", "niet"})
        return is_it and NEED_OF[words[at]] in ONE_MUST_HAVE and not is_sought
    if said & SETTLED:
        done = next(i for i, word in enumerate(words) if word in SETTLED)
        return words[done - 1] == "niet" if "niet" in said else bool(said & TO_SETTLE)
    has_help = "hulp" in said and bool(said & {"heeft", "krijgt"}) and not said & SEEKS
    return not (has_help or said & {"niet", "nooit", "niemand"})


def _step(clause: Clause) -> Told | None:
    """'moet nog cv maken', 'gaat zich inschrijven': what the candidate does."""
    at = clause.place(MUST)
    if (
        at is None
        or set(clause.words) & (DENIED | OWN)
        or not any(p.low in TASKS for p in clause.pieces[at + 1 :])
    ):
        return None
    if any(p.mention and not p.mention.is_a(CANDIDATE) for p in clause.pieces[:at]):
        return None
    day = next(iter(clause.days_ahead), None)
    what = _said_of(Clause(clause.pieces[at + 1 :]), {"nog", "zich", "eerst", "even"})
    return Told("step", "", what, date=day) if what else None


def _said_of(clause: Clause, small: set[str]) -> str:
    """The words of a clause without days, names and small words at its beginning."""
    pieces = [p for p in clause.pieces if not (p.when or p.mention)]
    while pieces and (
        pieces[0].low in FILLERS | small | {"ze", "hij", "zij", "haar", "zijn"} or pieces[0].is_mark
    ):
        pieces = pieces[1:]
    return written(pieces)
