"""The roads over HTTP: a vacancy text, an example or the tasks of a function become a work profile, by ticking."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.work_profiles.models import EmployerFunction, ProfileTemplate, WorkProfile
from werktop.work_profiles.queries import functions

pytestmark = pytest.mark.django_db
TEXT = """Magazijnmedewerker, 24 - 32 uur
Wat vragen wij?
- je verzamelt orders en werkt nauwkeurig
- heftruckcertificaat is een pré
- minimaal 2 jaar ervaring
Wat bieden wij?
- € 14,50 per uur, maandag t/m donderdag
"""


@pytest.fixture
def firm(cast):
    return making.employer(cast.own)


@pytest.fixture
def ask(clock, log_in, cast, firm):
    client = log_in(cast.own.account())

    def do(name, data=None, *, query="", args=None):
        url = reverse(f"work_profiles:{name}", args=args or [firm.pk]) + query
        if data is None:
            return client.get(url)
        return client.post(url, {"request_key": uuid4(), **data}, follow=True)

    return do


def fields_of(page):
    """What a browser would send of the last form that was shown with these questions."""
    form = page.context["form"]
    sent = {}
    for bound in form:
        value = bound.value()
        if value not in (None, "", []):
            shown = bound.field.prepare_value(value)
            sent[bound.html_name] = shown if isinstance(shown, list) else str(shown)
    return sent


def test_a_vacancy_text_is_read_ticked_and_kept(ask, cast, firm):
    read = ask("paste_vacancy", {"text": TEXT, "then": "read"})
    said = text_of(read)
    assert "Minimaal 2 jaar ervaring".lower() in said.lower()
    assert "Wat moet iemand op de eerste dag al kunnen?" in said
    assert "in de tekst: “verzamelt orders”" in said
    assert not WorkProfile.objects.exists()
    sent = fields_of(read)
    (wrong,) = (term.pk for term in making.terms("netjes-werken"))
    kept = ask("paste_vacancy", sent | {"text": TEXT, "then": "save", f"term-{wrong}": "no"})
    profile = WorkProfile.objects.get()
    assert kept.request["PATH_INFO"] == reverse("work_profiles:profile", args=[profile.pk])
    assert (profile.what, profile.hours_min, profile.hours_max) == ("magazijnmedewerker", 24, 32)
    assert (profile.wage_min_cents, profile.days) == (1450, ["mon", "tue", "wed", "thu"])
    codes = {(row.term.code, row.is_learnable) for row in profile.terms.select_related("term")}
    assert codes == {("orders-verzamelen", False), ("magazijn", False)}
    assert not profile.requirements.exists()


def test_a_wrong_answer_keeps_what_was_typed_and_an_empty_text_says_so(ask):
    assert "Plak hier de tekst" in text_of(ask("paste_vacancy", {"text": "", "then": "read"}))
    sent = fields_of(ask("paste_vacancy", {"text": TEXT, "then": "read"}))
    again = ask("paste_vacancy", sent | {"text": TEXT, "then": "save", "hours_min": "40", "place": "Tiel"})
    assert "Draai ze om" in text_of(again)
    assert again.context["form"]["place"].value() == "Tiel"
    assert "niets" in text_of(ask("paste_vacancy", {"text": "lorem ipsum", "then": "read"}))


def test_an_example_fills_the_form_and_an_own_one_stands_above_and_can_be_dropped(ask, cast, firm, at):
    assert "Orderpicker" in text_of(ask("start_from_example", query="?sector=H"))
    assert "Geen voorbeeld" in text_of(ask("start_from_example", query="?q=astronaut"))
    shown = ask("start_from_example", query="?voorbeeld=orderpicker")
    ask("start_from_example", fields_of(shown), query="?voorbeeld=orderpicker")
    profile = WorkProfile.objects.get()
    assert (profile.what, profile.hours_max, profile.terms.count() >= 6) == ("orderpicker", 32, True)
    ask("keep_as_example", {}, args=[profile.pk])
    own = ProfileTemplate.objects.get()
    ask(
        "start_from_example",
        fields_of(ask("start_from_example", query=f"?eigen={own.pk}")),
        query=f"?eigen={own.pk}",
    )
    assert WorkProfile.objects.filter(what="orderpicker", hours_max=32).count() == 2
    dropped = ask("drop_example", {"employer": str(firm.pk)}, args=[own.pk])
    assert "staat niet meer in de lijst" in text_of(dropped)
    ask("drop_example", {"employer": str(firm.pk), "then": "back"}, args=[own.pk])
    assert ProfileTemplate.objects.get().is_active


def rows(*tasks, total=None):
    """Task rows as a browser sends them: (what, hours, level, done by, place)."""
    sent = {"task-TOTAL_FORMS": str(total or len(tasks)), "task-INITIAL_FORMS": "0"}
    for n, (what, hours, level, done_by, place) in enumerate(tasks):
        sent |= {f"task-{n}-what": what, f"task-{n}-minutes": hours, f"task-{n}-level": level}
        sent |= {f"task-{n}-done_by": done_by, f"task-{n}-position": place}
    return sent


TASKS = rows(
    ("assisteren", "20", "trade", "assistente", ""),
    ("instrumenten schoonmaken", "7,5", "simple", "assistente", "1"),
    ("kamers opruimen", "2:30", "simple", "balie", ""),
    ("", "", "simple", "", ""),
)


def test_tasks_are_written_down_reckoned_and_become_carved_work_and_go_back(ask, firm):
    shown = ask("new_function", {"name": "assistente", **TASKS})
    function = EmployerFunction.objects.get()
    tasks = functions.tasks_of(function)
    assert [(task.what, task.minutes) for task in tasks] == [
        ("assisteren", 1200), ("instrumenten schoonmaken", 450), ("kamers opruimen", 150)
    ]  # fmt: skip
    said = text_of(shown)
    assert "Nieuw werk van 10 uur per week, niveau: eenvoudig" in said
    assert "assistente houdt 7,5 van de 27,5 uur over" in said
    assert "voorgesteld: eenvoudig werk van iemand met een vak" in said
    less = ask("carve", query=f"?reken=1&taak={tasks[2].pk}", args=[function.pk])
    assert "Nieuw werk van 2,5 uur" in text_of(less)
    assert "minder dan acht uur" in text_of(less)
    none = ask("carve", query="?reken=1", args=[function.pk])
    assert "Kies hierboven" in text_of(none)
    assert "in de plaats van iemands betaalde werk" in said
    paper = ask("function_summary", args=[function.pk])
    assert "nieuwe collega" in text_of(paper)
    assert not re.search(r"uitkering|subsidie|doelgroep|beperk", text_of(paper), re.IGNORECASE)
    sent = fields_of(shown) | {"taak": [str(tasks[1].pk), str(tasks[2].pk)]}
    made = ask("carve", sent, args=[function.pk])
    profile = WorkProfile.objects.get()
    assert (profile.forms, profile.hours_min) == (["carved"], 10)
    assert "schoonmaken" in {row.term.code for row in profile.terms.select_related("term")}
    assert "Gemaakt van deze taken" in text_of(made)
    assert "hoort al bij" in text_of(ask("carve", args=[function.pk]))
    assert "Nieuw werk van 10 uur" in text_of(ask("function_summary", args=[function.pk]))
    ask("take_carving_back", {}, args=[profile.pk])
    assert not WorkProfile.objects.exists()
    assert not any(task.profile_id for task in functions.tasks_of(function))


def test_who_does_a_task_may_be_left_open_and_the_new_work_is_named_within_a_sentence(ask, firm):
    shown = ask(
        "new_function",
        {"name": "Bakker", **rows(("vegen", "6,5", "simple", "", ""), ("bakken", "20", "trade", "", ""))},
    )
    assert "6,5 van de 26,5 uur komt vrij bij wie dat nu doet" in text_of(shown)
    assert shown.context["form"]["what"].value() == "hulp bij bakker"


def test_rows_are_added_moved_and_dropped_without_script_and_a_wrong_hour_keeps_what_was_typed(ask, firm):
    more = ask("new_function", {"name": "", "then": "more", **TASKS})
    assert len(more.context["rows"].forms) == 7
    assert len(ask("new_function").context["rows"].forms) == 2
    assert "Schrijf welke functie" not in text_of(more)
    wrong = ask(
        "new_function",
        {"name": "hulp", **rows(("vegen", "veel", "simple", "", ""), ("", "3", "simple", "", ""))},
    )
    assert "Schrijf uren" in text_of(wrong)
    assert "Schrijf wat de taak is" in text_of(wrong)
    assert wrong.content.decode().count('href="#id_task-') == 2
    assert wrong.context["rows"].forms[0]["minutes"].value() == "veel"
    ask("new_function", {"name": "assistente", **TASKS})
    function = EmployerFunction.objects.get()
    page = ask("function", args=[function.pk])
    initial = [row.initial for row in page.context["rows"].forms if row.initial]
    sent = {"name": "hulp", "version": page.context["form"].initial["version"]}
    sent |= {"task-TOTAL_FORMS": "3", "task-INITIAL_FORMS": "3"}
    for n, row in enumerate(initial):
        sent |= {
            f"task-{n}-{name}": str(row[name]) for name in ("id", "what", "level", "done_by", "position")
        }
        sent |= {f"task-{n}-minutes": "4"}
    sent |= {"task-0-is_dropped": "on", "task-2-position": "1"}
    ask("function", sent, args=[function.pk])
    assert [task.what for task in functions.tasks_of(function)] == [
        "kamers opruimen",
        "instrumenten schoonmaken",
    ]
    away = ask("put_function_away", {}, args=[function.pk])
    assert "is opgeborgen" in text_of(away)
