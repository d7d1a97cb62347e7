"""A file analysis tells how a list is spread in totals, and of nobody alone."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from tests import making

from werktop.audit.models import Entry
from werktop.candidates.models import Candidate, CandidateTerm, InstrumentUse, Need, Wish
from werktop.candidates.queries import Readiness, spread_of
from werktop.desk.models import SavedView
from werktop.desk.pages.asked import asked_in
from werktop.desk.queries import listed_candidates

pytestmark = pytest.mark.django_db
LIST, ANALYSIS, TAKE = reverse("desk:candidates"), reverse("desk:analysis"), reverse("desk:download_analysis")
CHOOSE = reverse("desk:choose_candidates")


@pytest.fixture
def client(cast, log_in, clock):
    return log_in(cast.own.account())


def crowd(house, count, owner=None, **fields):
    """So many candidates, of whom nobody or `owner` is the colleague."""
    return [making.candidate(house, f"Nr{number}", assigned_to=owner, **fields) for number in range(count)]


def in_need(people, at, kind="debts", **facts):
    Need.objects.bulk_create(
        Need(candidate=each, kind=kind, words="Rust", noted_at=at, **facts) for each in people
    )


def spread(viewer, at, address="", *, is_by_hand=False):
    found = listed_candidates(viewer, asked_in(QueryDict(address)).query(viewer, at))
    return spread_of(viewer, found, count=found.count(), day=at.date(), is_by_hand=is_by_hand)


def text_of(client, **asked):
    return " ".join(strip_tags(client.get(ANALYSIS, asked).content.decode().replace("<", " <")).split())


def test_totals_say_what_people_can_seek_and_how_they_travel(cast, at):
    ali = making.candidate(cast.own, "Ali", term_codes=("koken", "groen", "dieren", "bouw"))
    CandidateTerm.objects.filter(candidate=ali, term__code="koken").update(level=2)
    bo = making.candidate(cast.own, "Bo", term_codes=("koken", "bewegen"))
    own = making.own_term(cast.own, counts_as="koken")
    CandidateTerm.objects.create(candidate=ali, term=own, noted_at=at)
    Wish.objects.create(candidate=ali, most_km=10, travels_by=["bicycle", "public"], noted_at=at)
    Wish.objects.create(candidate=bo, most_km=11, travels_by=["bicycle"], noted_at=at)
    making.candidate(cast.own, "Cas")
    making.candidate(cast.other, "Vreemd", term_codes=("koken",))
    told = spread(cast.own.actor(), at)
    (koken,) = making.terms("koken")
    assert told.count == 3 and told.mine == 0
    assert [(word.term_id, word.count) for word in told.words] == [(koken.pk, 2)], "one person, two words"
    assert told.words[0].levels == {2: 1, None: 2}
    assert told.sectors == {"A": 1, "F": 1} and told.no_sector == 2
    assert told.distances == {"5": 0, "10": 1, "20": 1, "40": 0, "further": 0} and told.no_distance == 1
    assert told.means == {"bicycle": 2, "public": 1} and told.no_means == 1


def test_readiness_is_what_is_still_to_be_done(cast, at):
    mine = cast.own.account()
    fit, arranged, course, first, unknown = (crowd(cast.own, 10, mine, spoken_at=at) for _n in range(5))
    Wish.objects.bulk_create(Wish(candidate=each, work="koken", noted_at=at) for each in [*fit, *first])
    in_need(arranged[:5], at, action="Aanvragen")
    in_need(arranged[5:], at, doer="assigned")
    in_need(first, at)
    in_need(first, at, kind="care", action="Bellen")
    in_need(fit, at, done_date=at.date())
    InstrumentUse.objects.bulk_create(
        InstrumentUse(
            candidate=each,
            name="Heftruck",
            noted_at=at,
            from_date=at.date() - timedelta(days=9),
            until_date=at.date() if each in course else at.date() - timedelta(days=1),
        )
        for each in [*course, *unknown]
    )
    assert spread(cast.own.actor(), at).readiness == {
        Readiness.FIT: 10, Readiness.MIDDLE: 20, Readiness.LOW: 10, Readiness.UNKNOWN: 10,
    }  # fmt: skip


def test_of_whom_nobody_spoke_with_nothing_is_said_but_that(cast, at):
    mine = cast.own.account()
    wants, needs, course, spoken = (
        crowd(cast.own, 10, mine, spoken_at=each) for each in (None, None, None, at)
    )
    Wish.objects.bulk_create(Wish(candidate=each, work="koken", noted_at=at) for each in [*wants, *spoken])
    in_need(needs, at)
    InstrumentUse.objects.bulk_create(
        InstrumentUse(candidate=each, name="Heftruck", noted_at=at, from_date=at.date()) for each in course
    )
    assert spread(cast.own.actor(), at).readiness == {
        Readiness.FIT: 10, Readiness.MIDDLE: 0, Readiness.LOW: 0, Readiness.UNKNOWN: 30,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("own", "others", "by_hand", "counted", "tells_others"),
    [
        (9, 0, False, 9, False), (10, 0, False, 10, False), (0, 9, False, 0, False), (0, 10, False, 10, True),
        (12, 9, False, 12, False), (1, 10, False, 11, True), (9, 9, False, 9, False), (12, 20, True, 12, False),
    ],
)  # fmt: skip
def test_of_fewer_than_ten_no_readiness_and_of_fewer_than_ten_others_no_needs(
    cast, at, own, others, by_hand, counted, tells_others
):
    in_need(crowd(cast.own, own, cast.own.account()), at)
    in_need(crowd(cast.own, others), at)
    told = spread(cast.own.actor(), at, is_by_hand=by_hand)
    assert (told.counted, bool(told.readiness)) == (counted, counted >= 10)
    assert (told.needs["debts"], bool(told.other_needs), bool(told.other_asks)) == (
        own,
        tells_others,
        tells_others,
    )
    told_numbers = [*told.readiness.values(), *told.other_needs.values(), *told.other_asks.values()]
    assert all(number % 5 == 0 for number in told_numbers)


def test_where_people_stand_is_told_of_no_colleague_alone(cast, log_in, clock, at):
    """The own caseload, or the team: never that of one other colleague."""
    karim, lotte = (making.colleague_beside(cast.own, name=name) for name in ("Karim", "Lotte"))
    crowd(cast.own, 12, karim)
    viewer = cast.own.actor()
    told = spread(viewer, at)
    assert (told.is_of_one, told.counted, told.readiness) == (True, 0, {})
    assert "we meten geen collega" in text_of(log_in(cast.own.account()))
    nobodys = crowd(cast.own, 13)
    assert spread(viewer, at).counted == 25, "among more of nobody's"
    Candidate.objects.filter(pk__in=[each.pk for each in nobodys]).delete()
    crowd(cast.own, 1, lotte)
    told = spread(viewer, at)
    assert (told.is_of_one, told.counted) == (False, 13)
    assert spread(viewer, at, f"with={karim.pk}").readiness == {}


def test_the_same_group_tells_the_same_and_another_draws_anew(cast, at):
    others = crowd(cast.own, 14)
    in_need(others[:7], at)
    viewer = cast.own.actor()
    told = {spread(viewer, at).other_needs["debts"] for _n in range(3)}
    assert len(told) == 1
    seen = set(told)
    for _n in range(12):
        making.candidate(cast.own, "Zonder")
        seen.add(spread(viewer, at).other_needs["debts"])
    assert seen == {5, 10}, "who is added needs nothing, and what is told changes all the same"


def test_who_works_with_people_reads_needs_as_they_are_and_a_colleague_beside_in_fives(
    cast, log_in, clock, at
):
    in_need(crowd(cast.own, 13, cast.own.account()), at, kind="childcare")
    own = text_of(log_in(cast.own.account()))
    assert "kinderopvang 13" in own and "Met iedereen in deze lijst werk jij." in own
    beside = text_of(log_in(making.colleague_beside(cast.own)))
    assert "Met niemand van hen werk jij." in beside and "kinderopvang ongeveer 1" in beside
    assert "kinderopvang 13" not in beside and "rust in geldzaken minder dan 5" in beside


def test_a_need_of_one_among_few_stands_nowhere(cast, log_in, clock, at):
    people = crowd(cast.own, 9)
    in_need(people[:1], at, kind="debts")
    client = log_in(cast.own.account())
    for text in (text_of(client), b"".join(_taken(client).streaming_content).decode()):
        assert "rust in geldzaken" not in text and "Werkfit, kan beginnen" not in text
    assert "minder dan tien mensen" in text_of(client)


@pytest.mark.parametrize("asked", [{"q": "Nr"}, {"place": "Tiel"}, {"work": "koken"}, {"certificate": "vca"}])
def test_who_is_chosen_by_typed_words_tells_no_needs_of_others(client, cast, at, asked):
    people = crowd(cast.own, 12)
    Wish.objects.bulk_create(Wish(candidate=each, work="koken", noted_at=at) for each in people)
    text = text_of(client, **asked)
    assert "rust in geldzaken" not in text and "Werkfit, kan beginnen" not in text


def test_whom_a_colleague_put_on_a_guest_list_tells_no_needs_of_others(client, cast, at):
    """A guest list is put together one by one: the same twelve tell theirs as a whole file, and not as guests."""
    people, gathering = crowd(cast.own, 12), making.gathering(cast.own)
    in_need(people, at)
    for person in people:
        making.guest(gathering, person, "invited")
    assert "rust in geldzaken" in text_of(client)
    text = text_of(client, gathering=gathering.pk)
    assert (
        "een gastenlijst" in text and "rust in geldzaken" not in text and "Werkfit, kan beginnen" not in text
    )


def test_the_page_keeps_the_filters_and_takes_views_and_ticks(client, cast, at):
    bo = making.candidate(cast.own, "Bo", languages=["nl", "ar"])
    crowd(cast.own, 2)
    SavedView.objects.create(
        organisation=cast.own.organisation, account=cast.own.account(), name="Arabisch", asked="lang=ar", saved_at=at
    )  # fmt: skip
    assert f'href="{ANALYSIS}?lang=ar"' in client.get(LIST, {"lang": "ar"}).content.decode()
    page = client.get(ANALYSIS, {"lang": "ar"}).content.decode()
    assert "1 kandidaat in deze lijst" in page and "Spreekt: Arabisch" in page and "Arabisch</a>" in page
    assert f'href="{LIST}?lang=ar&amp;alles=1"' in page, "the way back to the same list"
    assert f'href="{ANALYSIS}?lang=ar"' in client.get(reverse("desk:views")).content.decode()
    sent = {"shown": [str(bo.pk)], "candidate": [str(bo.pk)], "then": "spread:aangevinkt"}
    answer = client.post(CHOOSE, sent, follow=True)
    assert answer.redirect_chain == [(f"{ANALYSIS}?wie=aangevinkt", 302)]
    assert "1 kandidaat in deze lijst" in answer.content.decode()
    assert "Niemand gevonden" in text_of(client, lang="pl")


def _taken(client, **asked):
    address = f"{TAKE}?{'&'.join(f'{name}={value}' for name, value in asked.items())}"
    return client.post(address, {"request_key": uuid4()})


def test_the_totals_are_downloaded_with_an_audit_line_and_hold_no_name(client, cast, at):
    crowd(cast.own, 11, cast.own.account(), term_codes=("koken",))
    file = b"".join(_taken(client, **{"with": "me"}).streaming_content).decode()
    assert (
        ";Nog niet gesproken over werk: er is geen contact genoteerd, of we weten niet wat iemand wil;ongeveer 10;"
        in file
        and ";koken en bakken;11;" in file
    )
    assert "Nr1" not in file and "El Amrani" not in file
    entry = Entry.objects.get(verb="desk.note_totals_taken")
    assert entry.detail == {"count": 11} and entry.about_id is None


def test_another_organisation_is_counted_by_nobody_else(cast, at):
    crowd(cast.own, 12, cast.own.account())
    assert spread(cast.other.actor(), at).count == spread(cast.far.actor(), at).count == 0
    assert spread(cast.other.actor(), at, f"with={cast.own.account().pk}").words == []


def test_an_analysis_asks_as_much_for_few_as_for_many(client, cast, at):
    counts = []
    for number in (3, 40):
        people = crowd(cast.own, number, cast.own.account(), term_codes=("koken", "groen"))
        in_need(people, at)
        Wish.objects.bulk_create(Wish(candidate=each, most_km=3, noted_at=at) for each in people)
        client.get(ANALYSIS)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(ANALYSIS, {"day": "", "lang": "nl"}).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 22
    assert Candidate.objects.count() == 43
