"""What may stand in a new work profile, from a vacancy text, an example or the tasks of a function. A person ticks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import Layer, TermKind, WorkForm
from werktop.regions import queries as regions

from .choices import Level, PartOfDay
from .examples import Example
from .in_words import hours_in_words, labels, wage_in_words
from .models import FunctionTask, ProfileTemplate, WorkProfile
from .vacancy import Question, Vacancy, Word, Words, read_vacancy, words_of
from .vacancy.asked import needs_by_code, ways_by_code
from .vacancy.words import asked_in

MOST_LETTERS = 20_000
MOST_OF_OWN_WORDS = 4_000
MOST_WAGE_CENTS = 50_000
FOLDED = ("days", "times", "wage_min_cents", "wage_max_cents", "wage_words")
LIKELY_FORMS = (WorkForm.REGULAR,)


@dataclass(frozen=True)
class Asked:
    """A term or a requirement that is proposed: `words` of the text that led to it ("" for none), and whether it must be there
    already."""

    row: Any
    words: str
    is_must: bool


@dataclass
class Proposal:
    """What is proposed: `facts` as `note_work_profile` takes them, what is asked, and what to ask the employer."""

    facts: dict[str, Any] = field(default_factory=dict)
    competencies: list[Asked] = field(default_factory=list)
    likes: list[Asked] = field(default_factory=list)
    needs: list[Asked] = field(default_factory=list)
    questions: tuple[Question, ...] = ()
    said: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.competencies or self.likes or self.needs or self.said)

    @property
    def also_read(self) -> str:
        """What a text said of form, days, times and pay, in words: they are asked in a fold, and would be kept unseen."""
        facts = WorkProfile(**{name: self.facts[name] for name in FOLDED if name in self.facts})
        form = labels(WorkForm, self.facts["forms"]) if "form" in self.said else []
        return ", ".join(filter(None, [*form, *hours_in_words(facts), wage_in_words(facts)]))


def from_text(viewer: Actor, text: str, *, today: date) -> Proposal:
    """What a vacancy text asks. Three queries, and the list of places once in a process."""
    vacancy = read_vacancy(
        text[:MOST_LETTERS], words=words_for(viewer), today=today, places=regions.names_of_places()
    )
    found = _asked(viewer, vacancy)
    found.questions, found.said = vacancy.questions, vacancy.said
    found.facts = {"own_words": text.strip()[:MOST_OF_OWN_WORDS], **_facts(vacancy)}
    return found


def from_example(viewer: Actor, example: Example) -> Proposal:
    """A shipped function."""
    terms = {term.code: term for term in catalogue.terms(viewer)}
    needs = {each.code: each for each in catalogue.requirements()}
    tasks = "\n".join(f"- {task.what}" for task in example.tasks)
    return Proposal(
        facts={
            "what": example.title,
            "hours_min": example.hours,
            "hours_max": example.hours,
            "place_words": example.place_words,
            "own_words": tasks,
        },
        competencies=[
            Asked(terms[code], "", is_must)
            for codes, is_must in ((example.must, True), (example.learn, False))
            for code in codes
            if code in terms
        ],
        likes=[Asked(terms[code], "", True) for code in example.likes if code in terms],
        needs=[Asked(needs[code], "", True) for code in example.needs if code in needs],
    )


def from_template(viewer: Actor, template: ProfileTemplate) -> Proposal:
    """An example of the own organisation; words that are offered no more are left out."""
    terms = {str(term.pk): term for term in catalogue.terms(viewer)}
    needs = {str(each.pk): each for each in catalogue.requirements()}
    facts = dict(template.facts)
    asked = [
        Asked(terms[key], "", not is_learnable)
        for key, is_learnable, _weight in facts.pop("terms", [])
        if key in terms
    ]
    wanted = facts.pop("requirements", [])
    return Proposal(
        facts={"what": template.name, **facts},
        competencies=[each for each in asked if each.row.kind == TermKind.COMPETENCY],
        likes=[each for each in asked if each.row.kind != TermKind.COMPETENCY],
        needs=[Asked(needs[key], "", True) for key in wanted if key in needs],
    )


def from_tasks(viewer: Actor, tasks: Iterable[FunctionTask], function_name: str) -> Proposal:
    """What these tasks ask, by their words. A trade can be learned there, unless the task asks one."""
    rows = list(tasks)
    text = "\n".join(["Taken", *(f"- {task.what}" for task in rows)])
    vacancy = read_vacancy(text, words=words_for(viewer), today=date.min)
    found = _asked(viewer, vacancy)
    is_easy = all(task.level in (Level.SIMPLE, Level.TRAINING) for task in rows)
    found.competencies = [
        Asked(each.row, each.words, each.is_must and not (is_easy and each.row.layer == Layer.VOCATIONAL))
        for each in found.competencies
    ]
    found.facts = {
        "what": _("hulp bij %(function)s") % {"function": _lowered(function_name)},
        "own_words": "\n".join(f"- {task.what}" for task in rows),
    }
    return found


def _lowered(name: str) -> str:
    """A name of a function within a sentence: "Bakker" is "bakker", "HR-medewerker" stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def words_for(viewer: Actor) -> Words:
    """What is looked for in a text: the words that the viewer may choose, and the requirements. Two queries."""
    asked, needed = ways_by_code(), needs_by_code()
    terms = [
        Word(
            str(term.pk),
            term.kind,
            term.label_nl,
            term.layer,
            (*asked_in(term.said), *(() if term.is_own else asked.get(term.code, ()))),
        )
        for term in catalogue.terms(viewer)
    ]
    needs = [
        Word(each.code, "requirement", each.label_nl, "", needed.get(each.code, ()))
        for each in catalogue.requirements()
    ]
    return words_of([*terms, *needs])


def _asked(viewer: Actor, vacancy: Vacancy) -> Proposal:
    terms = catalogue.terms_by_id(UUID(each.code) for each in vacancy.suggested if each.kind != "requirement")
    needs = {each.code: each for each in catalogue.requirements()}
    found = Proposal()
    for each in vacancy.suggested:
        if each.kind == "requirement":
            if each.code in needs:
                found.needs.append(Asked(needs[each.code], each.words, each.is_must))
        else:
            place = found.competencies if each.kind == TermKind.COMPETENCY else found.likes
            place.append(Asked(terms[UUID(each.code)], each.words, each.is_must))
    return found


def _facts(vacancy: Vacancy) -> dict[str, Any]:
    """The facts of the work as they are kept. Pay by the month is said in words: it is for a full working week."""
    least, most = vacancy.hours or (None, None)
    found: dict[str, Any] = {
        "what": vacancy.title,
        "hours_min": least,
        "hours_max": most,
        "days": list(vacancy.days),
        "times": _parts_of_day(vacancy),
        "from_date": vacancy.start,
        "place": vacancy.place,
        "forms": [vacancy.form] if vacancy.form else list(LIKELY_FORMS),
    }
    if (wage := vacancy.wage) is not None:
        if wage.per == "hour" and wage.most_cents <= MOST_WAGE_CENTS:
            found |= {"wage_min_cents": wage.least_cents, "wage_max_cents": wage.most_cents}
        else:
            found["wage_words"] = _("%(amount)s per maand") % {"amount": wage.words}
    return found


def _parts_of_day(vacancy: Vacancy) -> list[str]:
    needed = vacancy.of("requirement")
    parts = [PartOfDay.DAYTIME] if any("06:00" <= begins < "16:00" for begins, _ in vacancy.times) else []
    for code, part in (
        ("late-dienst", PartOfDay.EVENING),
        ("nachtdienst", PartOfDay.NIGHT),
        ("weekend", PartOfDay.WEEKEND),
        ("zaterdag", PartOfDay.WEEKEND),
    ):
        if code in needed and part not in parts:
            parts.append(part)
    return [part.value for part in parts]
