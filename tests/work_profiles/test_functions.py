"""A function at an employer is written down as tasks; simple ones become work for somebody else, and can be taken back."""

from __future__ import annotations

import pytest
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.work_profiles import commands
from werktop.work_profiles.models import EmployerFunction, WorkProfile
from werktop.work_profiles.queries import functions
from werktop.work_profiles.refusals import (
    FunctionHasNoName,
    NoTasksAreChosen,
    TasksAreMissing,
    TaskTakesNoTime,
)

pytestmark = pytest.mark.django_db
TASKS = [
    {"what": "behandelen", "minutes": 1200, "level": "specialist", "done_by": "tandarts"},
    {"what": "instrumenten schoonmaken", "minutes": 450, "level": "simple", "done_by": "assistente"},
    {"what": "wachtkamer opruimen", "minutes": 120, "level": "simple", "done_by": "balie"},
]


@pytest.fixture
def noted(cast, at):
    firm = making.employer(cast.own)

    def do(house=cast.own, **facts):
        asked = {"employer_id": firm.pk, "name": "assistente", "tasks": TASKS} | facts
        key = commands.note_function(actor=house.actor(), at=at, **asked)
        return EmployerFunction.objects.get(pk=key)

    return do


def test_the_region_reads_it_and_who_noted_it_or_answers_for_the_firm_changes_it(cast, noted):
    function = noted(cast.other)
    for house, may in ((cast.own, True), (cast.other, True)):
        found = functions.function_for(house.actor(), function.pk)
        assert functions.may_change(house.actor(), found) is may
    with pytest.raises(NotVisible):
        functions.function_for(cast.far.actor(), function.pk)
    assert not functions.functions_of(cast.own.actor(Role.TEAM_LEAD), function.employer_id)


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [({"name": "  "}, FunctionHasNoName), ({"tasks": []}, TasksAreMissing), ({"tasks": [{"what": " "}]}, TasksAreMissing),
     ({"tasks": [{"what": "vegen", "minutes": None}]}, TaskTakesNoTime),
     ({"tasks": [{"what": "vegen", "minutes": 9999}]}, TaskTakesNoTime)],
)  # fmt: skip
def test_it_says_what_is_missing(noted, facts, refusal):
    with pytest.raises(refusal):
        noted(**facts)


def test_tasks_change_move_and_go_and_a_colleague_who_was_quicker_is_not_overwritten(cast, at, noted):
    function = noted()
    facts, version = functions.function_facts(function), functions.function_version(function)
    last, first = facts["tasks"][2], facts["tasks"][1]
    asked = {"actor": cast.own.actor(), "at": at, "employer_function_id": function.pk, "name": "praktijkhulp"}
    commands.change_function(tasks=[last, first | {"minutes": 300}], version=version, **asked)
    told = [(task.what, task.minutes, str(task.pk)) for task in functions.tasks_of(function)]
    assert told == [("wachtkamer opruimen", 120, last["id"]), ("instrumenten schoonmaken", 300, first["id"])]
    with pytest.raises(ChangedMeanwhile):
        commands.change_function(tasks=[last], version=version, **asked)
    with pytest.raises(NotVisible):
        commands.change_function(**(asked | {"actor": cast.far.actor(), "tasks": [last]}))


def test_chosen_tasks_become_carved_work_of_as_many_hours_linked_both_ways(cast, at, noted):
    function = noted()
    actor, tasks = cast.own.actor(), functions.tasks_of(function)
    asked = {"actor": actor, "at": at, "employer_function_id": function.pk, "what": "hulp in de praktijk"}
    key = commands.carve_tasks(task_ids=[tasks[1].pk, tasks[2].pk], **asked)
    profile = WorkProfile.objects.get(pk=key)
    assert (profile.forms, profile.hours_min, profile.hours_max, profile.status) == (
        ["carved"],
        10,
        10,
        "open",
    )
    assert [task.what for task in functions.carved_from(actor, profile)] == [t["what"] for t in TASKS[1:]]
    assert [task.profile_id for task in functions.tasks_of(function)] == [None, key, key]
    with pytest.raises(NoTasksAreChosen):
        commands.carve_tasks(task_ids=[tasks[1].pk], **asked)


def test_carving_is_taken_back_with_its_work_unless_that_was_changed_since(cast, at, noted):
    function, actor = noted(), cast.own.actor()
    tasks = functions.tasks_of(function)
    for is_changed in (False, True):
        key = commands.carve_tasks(
            actor=actor, at=at, employer_function_id=function.pk, what="hulp", task_ids=[tasks[1].pk]
        )
        if is_changed:
            commands.change_work_profile(actor=actor, at=at, work_profile_id=key, places=2)
        stays = commands.take_carving_back(actor=actor, at=at, work_profile_id=key)
        assert stays is is_changed
        assert WorkProfile.objects.filter(pk=key).exists() is is_changed
        assert not any(task.profile_id for task in functions.tasks_of(function))


def test_a_task_that_was_carved_out_stays_where_the_form_leaves_it_out(cast, at, noted):
    function, actor = noted(), cast.own.actor()
    tasks = functions.tasks_of(function)
    asked = {"actor": actor, "at": at, "employer_function_id": function.pk}
    commands.carve_tasks(what="hulp", task_ids=[tasks[1].pk], **asked)
    rows = functions.function_facts(function)["tasks"]
    commands.change_function(name="assistente", tasks=rows[:1], **asked)
    assert [task.pk for task in functions.tasks_of(function)] == [tasks[0].pk, tasks[1].pk]


def test_a_function_is_put_away_and_taken_up_again(cast, at, noted):
    function, actor = noted(), cast.own.actor()
    for verb, there in ((commands.put_function_away, False), (commands.take_function_up, True)):
        verb(actor=actor, at=at, employer_function_id=function.pk)
        assert functions.functions_of(actor, function.employer_id).exists() is there
    with pytest.raises(NotAllowed):
        commands.put_function_away(
            actor=cast.own.actor(Role.TEAM_LEAD), at=at, employer_function_id=function.pk
        )


def test_an_own_example_says_how_the_work_is_and_nothing_of_the_firm(cast, at):
    from werktop.work_profiles.models import ProfileTemplate

    firm, actor = making.employer(cast.own), cast.own.actor()
    key = commands.note_work_profile(
        actor=actor, at=at, employer_id=firm.pk, what="inpakkers", hours_min=20, hours_max=32, own_words="bij ons",
        address="Waalkade 1",
    )  # fmt: skip
    made = {commands.keep_template(actor=actor, at=at, work_profile_id=key) for _ in range(2)}
    template = ProfileTemplate.objects.get(pk=made.pop())
    assert not made
    assert template.facts["hours_max"] == 32
    assert not {"own_words", "address"} & set(template.facts)
    commands.drop_template(actor=actor, at=at, profile_template_id=template.pk)
    with pytest.raises(NotVisible):
        commands.offer_template(actor=cast.other.actor(), at=at, profile_template_id=template.pk)
