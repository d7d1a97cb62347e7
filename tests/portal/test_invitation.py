"""An invitation behind a link: opening it answers nothing, one tap does, and the answer can be changed."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from icalendar import Calendar
from tests import making

from werktop.audit.models import Entry
from werktop.gatherings.models import Guest, Impression
from werktop.post.models import Link

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def shown(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_invitation_says_when_where_how_and_that_it_is_voluntary(visitor, guest, address_of):
    text = shown(visitor.get(address_of(guest)))
    for words in (
        "Beste Fatima",
        "donderdag 3 december, 10.00 tot 12.30 uur",
        "Industrieweg 12, Tiel",
        "Bus 44 stopt voor de deur.",
        "Meedoen is vrijwillig",
        "Ik wil graag een tolk",
        "Relationship van Gemeente Waalsteen",
        'href="tel:0344000000"',
    ):
        assert words in text
    assert "El Amrani" not in text, "a page behind a link says no more than the first name"


def test_a_guest_of_another_organisation_hears_from_the_own_one(visitor, cast, gathering, address_of):
    theirs = making.guest(gathering, making.candidate(cast.other, "Yonas"), "invited")
    text = shown(visitor.get(address_of(theirs)))
    assert cast.other.organisation.name in text
    assert "Relationship" not in text and cast.own.organisation.slug not in text


def test_a_scanner_that_opens_every_link_changes_nothing(visitor, guest, address_of):
    path = address_of(guest)
    before = list(Entry.objects.values_list("pk", flat=True))
    for _time in range(3):
        assert visitor.get(path).status_code == 200
        assert visitor.head(path).status_code == 200
    visitor.get(path, {"answer": "yes"})
    assert Guest.objects.get(pk=guest.pk).reply == "invited"
    assert list(Entry.objects.values_list("pk", flat=True)) == before
    assert Link.objects.get().withdrawn_at is None


def test_one_tap_says_yes_with_what_is_needed(say, guest, address_of, at):
    text = shown(say(address_of(guest), answer="yes", wants_interpreter="on"))
    assert "Fijn, Fatima! Tot 3 december." in text
    row = Guest.objects.get(pk=guest.pk)
    assert (row.reply, row.wants_interpreter, row.wants_childcare, row.replied_at) == ("yes", True, False, at)


def test_on_the_last_day_the_page_asks_who_does_not_know_yet_to_call(visitor, guest, address_of, clock):
    Guest.objects.update(reply="yes", wants_interpreter=True)
    path = address_of(guest)
    assert "Wij regelen een tolk." in shown(visitor.get(path))
    clock.set(guest.gathering.starts_at - timedelta(hours=2))
    assert "Of er een tolk is, weten wij nog niet. Bel ons gerust." in shown(visitor.get(path))


def test_a_second_tap_changes_nothing(visitor, guest, address_of, clock, at):
    path, form = address_of(guest), {"request_key": str(uuid4()), "answer": "yes"}
    visitor.post(path, form)
    lines = Entry.objects.count()
    clock.set(at + timedelta(minutes=5))
    answer = visitor.post(path, form, follow=True)
    assert "Fijn, Fatima!" in shown(answer)
    assert Entry.objects.count() == lines
    assert Guest.objects.get(pk=guest.pk).replied_at == at


def test_the_answer_can_be_changed(say, guest, address_of):
    path = address_of(guest)
    say(path, answer="yes")
    assert "Dank u, Fatima. Geen probleem." in shown(say(path, answer="no"))
    assert "Fijn, Fatima!" in shown(say(path, answer="yes"))


def test_an_answer_that_is_none_is_refused_and_nothing_is_lost(say, visitor, guest, address_of):
    path = address_of(guest)
    assert say(path, answer="maybe").status_code == 409
    assert Guest.objects.get(pk=guest.pk).reply == "invited"
    assert visitor.get(path).status_code == 200


def test_the_same_form_sent_again_with_another_answer_says_so_and_keeps_what_was_ticked(
    visitor, guest, address_of
):
    path, key = address_of(guest), str(uuid4())
    visitor.post(path, {"request_key": key, "answer": "yes"})
    again = {"request_key": key, "answer": "yes", "wants_childcare": "on"}
    answer = visitor.post(path, again)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "al eerder verstuurd" in text
    assert re.search(r'name="wants_childcare"[^>]*checked', text)
    assert key not in text, "a fresh key, so that the next tap counts"
    assert not Guest.objects.get(pk=guest.pk).wants_childcare


def test_an_entrepreneur_is_asked_in_other_words_and_offered_no_childcare(
    visitor, cast, gathering, address_of
):
    other = making.entrepreneur(making.employer(cast.own), "Joris")
    text = shown(visitor.get(address_of(making.guest(gathering, other, "invited"))))
    assert "Komt u praten met mensen die willen werken?" in text
    assert "oppas" not in text


def test_who_waits_is_told_so(visitor, cast, gathering, address_of):
    waits = making.guest(gathering, making.candidate(cast.own, "Bo"), "waiting")
    assert "U staat op de wachtlijst, Bo." in shown(visitor.get(address_of(waits)))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"status": "cancelled", "cancelled_at": making.MOMENT}, "Dit gesprek gaat niet door."),
        ({"status": "finished"}, "Dit gesprek is geweest."),
    ],
)
def test_what_is_off_or_over_asks_nothing(visitor, guest, gathering, address_of, change, words):
    type(gathering).objects.filter(pk=gathering.pk).update(**change)
    text = shown(visitor.get(address_of(guest)))
    assert words in text
    assert "Ja, ik kom" not in text


def test_a_gathering_that_has_ended_asks_nothing(visitor, guest, gathering, address_of, clock):
    path = address_of(guest)
    clock.set(gathering.ends_at)
    assert "Ja, ik kom" not in shown(visitor.get(path))


def test_the_calendar_file_has_the_moment_in_its_own_time_zone(visitor, guest, gathering, address_of):
    answer = visitor.get(address_of(guest, page="invitation_calendar"))
    assert answer["Content-Type"].startswith("text/calendar")
    (made,) = Calendar.from_ical(answer.content).events
    assert made["dtstart"].dt == gathering.starts_at
    assert made["uid"] == f"{gathering.pk}@werktop"


def test_the_optional_question_is_asked_once_after_yes_and_kept_without_the_guest(
    say, visitor, guest, address_of
):
    path = address_of(guest)
    asked = "Hoe zeker bent u van uzelf"
    assert asked not in shown(visitor.get(path))
    assert asked in shown(say(path, answer="yes"))
    assert asked not in shown(say(path, score="4"))
    say(path, score="5")
    row = Impression.objects.get()
    assert (row.kind, row.moment, row.score) == ("candidate", "before", 4)


def test_an_answer_is_followed_by_when_and_where_and_then_by_the_question(say, guest, address_of):
    text = shown(say(address_of(guest), answer="yes"))
    order = [
        "Fijn, Fatima!",
        "donderdag 3 december",
        "Zet in mijn agenda",
        "Ik kan toch niet",
        "Hoe zeker bent u",
    ]
    assert sorted(order, key=text.index) == order
    assert "Komt u praten" not in text, "what was answered is not asked again"


def test_no_question_where_the_gathering_asks_none(say, guest, gathering, address_of):
    type(gathering).objects.update(is_impression_asked=False)
    assert "Hoe zeker" not in shown(say(address_of(guest), answer="yes"))


def test_in_english_where_the_guest_asks_for_it(visitor, guest, address_of):
    path = address_of(guest)
    visitor.post("/taal/", {"language": "en", "next": path})
    text = shown(visitor.get(path))
    assert "Yes, I will come" in text
    assert "Ja, ik kom" not in text


@pytest.mark.parametrize("kind", ["tampered", "expired", "withdrawn", "other purpose"])
def test_a_link_that_does_not_work_says_what_to_do(visitor, guest, address_of, kind, at, clock):
    path, status = address_of(guest), 410 if kind in ("expired", "withdrawn") else 404
    if kind == "tampered":
        path = path.replace("/u/", "/u/x")
    elif kind == "expired":
        clock.set(at + timedelta(days=61))
    elif kind == "withdrawn":
        Link.objects.update(withdrawn_at=at)
    else:
        path = path.replace("/u/", "/verder/")
    for answer in (visitor.get(path), visitor.post(path, {"request_key": str(uuid4()), "answer": "yes"})):
        assert answer.status_code == status
        text = answer.content.decode()
        words = re.sub(r"<[^>]+>|\s+", " ", text[text.index("<main") : text.index("</main")])
        heading = "Deze link werkt niet meer" if status == 410 else "Deze link klopt niet"
        assert words.count(heading) == 1, "the heading is not said again"
        if status == 410:  # it is known who sent it
            assert "nieuwe link" in words and 'href="tel:0344000000"' in text and 'href="mailto:' in text
        else:
            assert "tik op de hele link" in words
        assert "Fatima" not in text
    assert Guest.objects.get(pk=guest.pk).reply == "invited"


def test_a_link_of_someone_who_is_no_guest_any_more_shows_nothing(visitor, guest, address_of):
    path = address_of(guest)
    guest.delete()
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert "Fatima" not in answer.content.decode()


def test_what_we_know_says_it_in_plain_words_without_anybodys_own(visitor, cast):
    text = shown(visitor.get(f"/gegevens/{cast.own.organisation.slug}/"))
    for words in ("Wat wij van u weten", "Gemeente Waalsteen", "bezwaar maken", "0344 000 000"):
        assert words in text
    for words in (
        "uw rijbewijs",
        "gegevens van UWV",
        "Uw hele naam horen zij alleen als",
        "2 jaar na het laatste contact",
    ):
        assert words in text
    private = shown(visitor.get(f"/gegevens/{cast.private.organisation.slug}/"))
    assert "Wij bewaren geen dossier over u" in private and "uw rijbewijs" not in private
    assert visitor.get("/gegevens/nergens/").status_code == 404


@pytest.mark.parametrize(
    ("channel", "hears"), [("email", True), ("sms", True), ("letter", False), ("call", False)]
)
def test_who_is_told_nothing_the_day_before_is_not_promised_it(
    say, cast, gathering, address_of, channel, hears
):
    person = making.candidate(cast.own, "Dirk", address="Dijk 1", preferred_channel=channel)
    text = shown(say(address_of(making.guest(gathering, person, "invited", channel=channel)), answer="yes"))
    assert "Fijn, Dirk!" in text
    assert ("een dag van tevoren een bericht" in text) is hears
    assert ("Schrijf de dag goed op. U krijgt geen herinnering meer." in text) is not hears


@pytest.mark.parametrize("is_arranged", [False, True])
def test_nobody_who_still_hears_of_something_reads_that_no_message_comes(
    visitor, cast, gathering, address_of, is_arranged
):
    person = making.candidate(
        cast.own, address="Dijk 1", preferred_channel="letter", is_interpreter_needed=True
    )
    arranged = ["wants_interpreter"] if is_arranged else []
    guest = making.guest(gathering, person, channel="letter", arranged=arranged)
    text = shown(visitor.get(address_of(guest)))
    assert "Schrijf de dag goed op." in text
    assert ("Wij laten u weten of dat lukt." in text) is not is_arranged
    assert ("geen herinnering meer" in text) is is_arranged
