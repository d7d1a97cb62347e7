"""Met wie wilt u verder praten? Own side only, changeable, and of entrepreneurs their hours."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from tests.gatherings.day_making import running_day

from werktop.audit.models import PersonalView
from werktop.employers.models import Employer
from werktop.gatherings.models import Agreement, Click, Guest, Impression, TalkOnQuestion
from werktop.matches.models import FreeBlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def day(cast, at):
    return running_day(cast.own, at=at)


@pytest.fixture
def path_of(day, address_of):
    return lambda name: address_of(day.guests[name], "talk_on")


def chosen_by(day, name):
    keys = {g.pk: n for n, g in day.guests.items()}
    return {keys[c.chosen_id] for c in Click.objects.filter(chooser=day.guests[name])}


def test_a_candidate_sees_the_entrepreneurs_of_the_own_table_by_first_name(visitor, path_of, day):
    text = visitor.get(path_of("Fatima")).content.decode()
    assert "Joris" in text
    assert "Ineke" in text
    for other in ("Henk", "Kees", "Rosa"):
        assert other not in text
    assert PersonalView.objects.filter(page="portal:talk_on").exists()


def test_one_screen_records_whom_one_wants_to_talk_on_with_and_can_be_changed(say, path_of, day):
    path, joris, ineke = path_of("Fatima"), day.guests["Joris"].pk, day.guests["Ineke"].pk
    text = say(path, person=[joris, ineke]).content.decode()
    assert "Dank u, uw antwoord is bewaard." in text
    assert chosen_by(day, "Fatima") == {"Joris", "Ineke"}
    say(path, person=[ineke])
    assert chosen_by(day, "Fatima") == {"Ineke"}
    text = say(path).content.decode()
    assert chosen_by(day, "Fatima") == set()
    assert "U koos niemand. Dat is ook goed." in text


def test_what_the_host_tapped_is_said_until_the_guest_answers(say, visitor, path_of, day):
    line = "Uw tafelhost noteerde dat u verder wilt praten met Joris. Klopt dat niet? Tik dan op de naam."
    assert "Uw tafelhost" not in visitor.get(path_of("Fatima")).content.decode()
    Click.objects.create(
        gathering=day.gathering,
        chooser=day.guests["Fatima"],
        chosen=day.guests["Joris"],
        source="host",
        noted_at=day.gathering.starts_at,
    )
    assert line in visitor.get(path_of("Fatima")).content.decode()
    assert "Uw tafelhost" not in visitor.get(path_of("Joris")).content.decode()
    text = say(path_of("Fatima"), person=[day.guests["Joris"].pk]).content.decode()
    assert "U koos: Joris." in text
    assert "Uw tafelhost" not in text


def test_what_the_host_noted_as_agreed_is_named_and_unticking_it_counts(say, visitor, path_of, day):
    path, joris = path_of("Fatima"), day.guests["Joris"]
    line = "Uw tafelhost noteerde dat u iets afsprak met Joris. Klopt dat niet? Tik dan op de naam."
    # answered before the host noted it: the same answer again is a new one then
    say(path, person=[])
    noted = Agreement.objects.create(
        gathering=day.gathering, candidate_guest=day.guests["Fatima"], entrepreneur_guest=joris,
        words="visit", noted_at=day.gathering.starts_at,
    )  # fmt: skip
    for name, other in (("Fatima", joris), ("Joris", day.guests["Fatima"])):
        text = visitor.get(path_of(name)).content.decode()
        assert "Uw tafelhost noteerde dat u iets afsprak met" in text and ticked(text, "person") == [
            str(other.pk)
        ]
    text = visitor.get(path).content.decode()
    assert line in text and "U koos niemand." in text
    assert "verder wilt praten met Joris" not in text
    text = say(path, person=[]).content.decode()
    assert line not in text and ticked(text, "person") == []
    assert "U koos nu anders. Er komt dus niet vanzelf een gesprek." in text
    noted.refresh_from_db()
    assert noted.left_out_by_candidate_at and not noted.left_out_by_entrepreneur_at
    text = say(path, person=[joris.pk]).content.decode()
    assert "U koos: Joris." in text and "Uw tafelhost" not in text
    noted.refresh_from_db()
    assert noted.left_out_by_candidate_at is None


def test_no_appointment_is_promised_to_an_entrepreneur(say, path_of):
    text = say(path_of("Joris")).content.decode()
    assert "Komt er een gesprek? Dan hoort u het van ons." in text
    assert "Kiest u geen tijd? Dan hoort u het van ons als er een gesprek komt." in text
    assert "Wij maken de afspraken" not in text and "bellen wij u" not in text


def test_opening_the_link_chooses_nobody(visitor, path_of, day):
    visitor.get(path_of("Fatima"), {"person": str(day.guests["Joris"].pk)})
    assert not Click.objects.exists()


def test_nobody_sees_who_chose_them(say, visitor, path_of, day):
    before = visitor.get(path_of("Joris")).content.decode()
    say(path_of("Fatima"), person=[day.guests["Joris"].pk])
    after = visitor.get(path_of("Joris")).content.decode()
    assert without_keys(before) == without_keys(after)


def without_keys(text: str) -> str:
    import re

    text = re.sub(r'(name="csrfmiddlewaretoken" value="|data-csrf=")[^"]+', "", text)
    return re.sub(r'name="request_key" value="[^"]+', "", text)


def test_somebody_of_another_table_cannot_be_chosen(say, path_of, day):
    assert say(path_of("Fatima"), person=[day.guests["Henk"].pk]).status_code in (404, 409)
    assert not Click.objects.exists()


def test_an_entrepreneur_also_gives_hours_and_a_maximum(say, visitor, path_of, day, at):
    path = path_of("Joris")
    value = "2026-11-27T09:00:00+01:00/2026-11-27T10:00:00+01:00"
    assert value in visitor.get(path).content.decode()
    say(path, person=[day.guests["Fatima"].pk], most_talks="2", block=[value])
    block = FreeBlock.objects.get()
    assert (block.starts_at, block.gathering_id) == (datetime(2026, 11, 27, 8, tzinfo=UTC), day.gathering.pk)
    assert Guest.objects.get(pk=day.guests["Joris"].pk).most_talks == 2
    say(path, person=[day.guests["Fatima"].pk], most_talks="3")
    assert not FreeBlock.objects.exists()


def test_an_entrepreneur_says_in_one_sentence_what_work_there_may_be(say, visitor, path_of, day):
    firm = day.guests["Joris"].entrepreneur.employer
    type(firm).objects.filter(pk=firm.pk).update(looks_for="Iemand voor de zagerij.")
    assert "Iemand voor de zagerij." in visitor.get(path_of("Joris")).content.decode()
    say(path_of("Joris"), work="Een leerplek in maart.", work_was="Iemand voor de zagerij.")
    firm.refresh_from_db()
    assert firm.looks_for == "Een leerplek in maart."
    # a colleague wrote something since; what stood on the guest's screen and was left alone does not undo that
    say(path_of("Joris"), work="Iemand voor de zagerij.", work_was="Iemand voor de zagerij.")
    say(path_of("Joris"), work=" ", work_was="Een leerplek in maart.")
    say(path_of("Fatima"), work="Van een kandidaat.", work_was="")
    firm.refresh_from_db()
    assert firm.looks_for == "Een leerplek in maart."


def test_hours_are_on_working_days_only(visitor, path_of):
    text = visitor.get(path_of("Joris")).content.decode()
    assert "vrijdag 27 november" in text and "donderdag 26 november" not in text
    assert "zaterdag" not in text
    assert "zondag" not in text


def test_a_candidate_cannot_give_hours(say, path_of, day):
    say(path_of("Fatima"), block=["2026-11-27T09:00:00+01:00/2026-11-27T10:00:00+01:00"], most_talks="9")
    assert not FreeBlock.objects.exists()
    assert Guest.objects.get(pk=day.guests["Fatima"].pk).most_talks is None


@pytest.mark.parametrize("wrong", ["morgen", "2026-11-27T09:00:00/2026-11-27T10:00:00", "/"])
def test_a_broken_hour_is_refused_and_nothing_is_saved(say, path_of, day, wrong):
    answer = say(path_of("Joris"), block=[wrong], person=[day.guests["Fatima"].pk])
    assert answer.status_code == 409
    assert not Click.objects.exists()


def test_a_second_tap_changes_nothing(visitor, path_of, day):
    form = {"request_key": str(uuid4()), "person": [day.guests["Joris"].pk]}
    for _time in range(2):
        assert visitor.post(path_of("Fatima"), form).status_code == 302
    assert Click.objects.count() == 1


def test_the_question_afterwards_comes_after_the_answer_and_once(say, visitor, path_of):
    path = path_of("Joris")
    assert "Hoe kijkt u naar" not in visitor.get(path).content.decode()
    assert "Hoe kijkt u naar mensen die nu geen werk hebben, voor uw bedrijf?" in say(path).content.decode()
    say(path, score="5")
    say(path, score="1")
    row = Impression.objects.get()
    assert (row.kind, row.moment, row.score) == ("entrepreneur", "after", 5)


def test_before_anyone_sat_down_there_is_nothing_to_choose(cast, at, visitor, address_of):
    day = running_day(cast.own, at=at, begun=0)
    text = visitor.get(address_of(day.guests["Fatima"], "talk_on")).content.decode()
    assert "Open deze link weer na het gesprek" in text


def test_an_answer_with_a_spent_key_comes_back_as_it_was_typed(visitor, path_of, day):
    path, key = path_of("Joris"), str(uuid4())
    page = visitor.get(path).content.decode()
    people = re.findall(r'name="person" value="([^"]+)"', page)
    hours = re.findall(r'name="block" value="([^"]+)"', page)
    visitor.post(path, {"person": people[:1], "block": hours[:1], "most_talks": "1", "request_key": key})
    answer = visitor.post(
        path,
        {
            "person": people[1:3],
            "block": hours[2:4],
            "most_talks": "4",
            "work": "Straks een leerplek.",
            "request_key": key,
        },
    )
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "al eerder verstuurd" in text
    assert re.findall(r'name="person" value="([^"]+)" checked', text) == people[1:3]
    assert re.findall(r'name="block" value="([^"]+)" checked', text) == hours[2:4]
    assert re.search(r'name="most_talks" value="4" checked', text)
    assert ">Straks een leerplek.</textarea>" in text
    assert key not in text
    assert Click.objects.filter(chooser=day.guests["Joris"]).count() == 1


def ticked(text: str, name: str) -> list[str]:
    return re.findall(rf'name="{name}" value="([^"]+)" checked', text)


def stored() -> dict[str, list]:
    """All that answers leave behind, by value."""
    models = (Click, FreeBlock, Guest, TalkOnQuestion, Employer)
    return {each.__name__: sorted(map(str, each.objects.order_by("pk").values())) for each in models}


def test_what_was_ticked_last_is_ticked_on_coming_back(say, visitor, path_of, day):
    path, fatima, kees = path_of("Joris"), *(str(day.guests[n].pk) for n in ("Fatima", "Kees"))
    people = re.findall(r'name="person" value="([^"]+)"', visitor.get(path).content.decode())
    hours = re.findall(r'name="block" value="([^"]+)"', visitor.get(path).content.decode())
    assert fatima in people
    other = next(each for each in people if each not in (fatima, kees))
    say(path, person=[fatima], block=hours[:2], most_talks="2", work="Een leerplek.", work_was="")
    say(
        path, person=[other], block=hours[1:4], most_talks="4", work="Een leerplek.", work_was="Een leerplek."
    )
    text = visitor.get(path).content.decode()
    assert ticked(text, "person") == [other]
    assert ticked(text, "block") == hours[1:4]
    assert ticked(text, "most_talks") == ["4"]
    assert ">Een leerplek.</textarea>" in text


@pytest.mark.parametrize("name", ["Joris", "Fatima"])
def test_saving_what_stands_there_changes_nothing(say, visitor, path_of, day, clock, at, name):
    path = path_of(name)
    page = visitor.get(path).content.decode()
    people, hours = (re.findall(rf'name="{n}" value="([^"]+)"', page) for n in ("person", "block"))
    say(path, person=people[:1], block=hours[:2], most_talks="2", work="Een leerplek.", work_was="")
    was = stored()
    clock.set(at + timedelta(hours=3))
    page = visitor.get(path).content.decode()
    form = {n: ticked(page, n) for n in ("person", "block", "most_talks")}
    assert "bewaard" in say(path, **form, work="Een leerplek.", work_was="Een leerplek.").content.decode()
    assert stored() == was


@pytest.mark.parametrize(
    "change", [{"person": []}, {"block": []}, {"most_talks": "3"}, {"block": "more"}, {}]
)
def test_only_a_changed_answer_is_a_new_one(say, visitor, path_of, day, clock, at, change):
    path = path_of("Joris")
    page = visitor.get(path).content.decode()
    people, hours = (re.findall(rf'name="{n}" value="([^"]+)"', page) for n in ("person", "block"))
    said = {"person": people[:1], "block": hours[:2], "most_talks": "2"}
    say(path, **said)
    later = at + timedelta(hours=3)
    clock.set(later)
    if change.get("block") == "more":
        change = {"block": hours[:3]}
    say(path, **said | change)
    assert TalkOnQuestion.objects.get().answered_at == (later if change else at)


def test_what_a_host_noted_becomes_an_answer_when_the_guest_leaves_it(say, path_of, day, clock, at):
    path = path_of("Fatima")
    say(path)
    Click.objects.create(
        gathering=day.gathering, chooser=day.guests["Fatima"], chosen=day.guests["Joris"], source="host", noted_at=at
    )  # fmt: skip
    clock.set(at + timedelta(hours=1))
    say(path, person=[day.guests["Joris"].pk])
    assert Click.objects.get().source == "guest"
    assert TalkOnQuestion.objects.get().answered_at == at + timedelta(hours=1)


def seen_ticked(response) -> str:
    (found,) = re.findall(r'name="people_were" value="([^"]*)"', response.content.decode())
    return found


def test_two_open_pages_of_one_guest_keep_what_was_chosen_on_either(say, visitor, path_of, day):
    path, joris, ineke = path_of("Fatima"), day.guests["Joris"].pk, day.guests["Ineke"].pk
    telephone, tablet = (seen_ticked(visitor.get(path)) for _each in range(2))
    say(path, person=[joris], people_were=telephone)
    say(path, person=[ineke], people_were=tablet)
    assert chosen_by(day, "Fatima") == {"Joris", "Ineke"}
    both = seen_ticked(visitor.get(path))
    say(path, person=[ineke], people_were=both)
    assert chosen_by(day, "Fatima") == {"Ineke"}, "who is taken away on a page goes"
    say(path, person=[joris, ineke], people_were=both)
    assert chosen_by(day, "Fatima") == {"Ineke"}, "and is not brought back by a page that shows it still"
    say(path, person=[], people_were=str(ineke))
    assert chosen_by(day, "Fatima") == set(), "nobody is an answer too"


def test_what_a_host_taps_after_the_page_opened_is_not_the_guests_first_answer(say, visitor, path_of, day):
    path, joris = path_of("Fatima"), day.guests["Joris"].pk
    opened = seen_ticked(visitor.get(path))
    Click.objects.create(
        gathering=day.gathering, chooser=day.guests["Fatima"], chosen=day.guests["Ineke"], source="host",
        noted_at=day.gathering.starts_at,
    )  # fmt: skip
    say(path, person=[joris], people_were=opened)
    assert chosen_by(day, "Fatima") == {"Joris"}
    # nor is it once the guest has answered: the page that opened before it did not show it
    opened = seen_ticked(visitor.get(path))
    Click.objects.create(
        gathering=day.gathering, chooser=day.guests["Fatima"], chosen=day.guests["Ineke"], source="host",
        noted_at=day.gathering.starts_at,
    )  # fmt: skip
    say(path, person=[joris], people_were=opened)
    assert chosen_by(day, "Fatima") == {"Joris"}


def test_a_page_that_says_nonsense_of_what_it_showed_is_refused(say, path_of, day):
    answer = say(path_of("Fatima"), person=[day.guests["Joris"].pk], people_were="niemand")
    assert "Dit formulier klopt niet" in answer.content.decode() and not chosen_by(day, "Fatima")


def test_a_name_that_ends_in_a_full_stop_ends_a_sentence_with_one(say, path_of, day):
    for name in ("Fatima", "Bilal"):
        person = day.guests[name].candidate
        person.first_name, person.last_name = "Fatima", "Bos" if name == "Bilal" else "El Amrani"
        person.save()
    say(path_of("Joris"), person=[day.guests["Fatima"].pk, day.guests["Bilal"].pk])
    text = say(path_of("Joris"), person=[day.guests["Fatima"].pk, day.guests["Bilal"].pk]).content.decode()
    said = re.search(r"U koos: ([^<]*)", text)[1]
    assert "Fatima B." in said and ".." not in said
