"""The log: who did what and who looked at whom, in sentences, without names of candidates."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.models import Entry, PersonalView

pytestmark = pytest.mark.django_db
TRAIL = reverse("accounts:trail")


@pytest.fixture
def admin(cast, log_in):
    return log_in(cast.own.account(Role.FUNCTIONAL_ADMIN))


@pytest.fixture
def left(cast, log_in, clock):
    """A candidate who stopped, and was looked at."""
    candidate = making.candidate(cast.own, "Quirinella")
    manager, keys = log_in(cast.own.account()), {"candidate_id": candidate.pk}
    manager.post(reverse("candidates:leave_candidate", kwargs=keys), {"request_key": uuid4()})
    manager.get(reverse("candidates:candidate", kwargs=keys))
    return candidate


def test_it_is_read_as_sentences_without_names(cast, admin, left, log_in):
    done = admin.get(TRAIL).content.decode()
    seen = admin.get(TRAIL, {"wat": "gezien"}).content.decode()
    name = cast.own.account().name
    assert f"<strong>{name}</strong> noteerde dat een kandidaat stopte" in done
    assert f"<strong>{name}</strong> bekeek een kandidaat" in seen
    assert "candidates." not in done + seen
    assert "Quirinella" not in done + seen
    english = admin.get(TRAIL, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "noted that a candidate stopped" in english
    theirs = log_in(cast.other.account(Role.FUNCTIONAL_ADMIN)).get(TRAIL).content.decode()
    assert str(left.pk) not in theirs


def test_each_filter_narrows_it(cast, admin, left, at):
    other = cast.own.account(Role.COORDINATOR)
    Entry.objects.create(
        at=at - timedelta(days=3), verb="gatherings.plan_gathering", about_kind="gathering", about_id=uuid4(),
        actor_kind="staff", actor_id=other.pk, organisation_id=cast.own.organisation.pk,
    )  # fmt: skip
    stopped, planned = "noteerde dat een kandidaat stopte", "plande een prettig gesprek"
    page = admin.get(TRAIL).content.decode()
    assert page.index(stopped) < page.index(planned)
    page = admin.get(TRAIL, {"sort": "at"}).content.decode()
    assert page.index(planned) < page.index(stopped)
    for asked, there, gone in (
        ({"who": other.pk}, planned, stopped),
        ({"room": "candidates"}, stopped, planned),
        ({"day_from": "2026-11-24"}, stopped, planned),
        ({"day_until": "2026-11-23"}, planned, stopped),
        ({"over": left.pk}, stopped, planned),
    ):
        page = admin.get(TRAIL, asked).content.decode()
        assert there in page and gone not in page, asked
    assert "Niets gevonden" in admin.get(TRAIL, {"over": uuid4()}).content.decode()
    assert admin.get(TRAIL, {"who": "x", "over": "y", "day_from": "z"}).status_code == 200


@pytest.fixture
def sent(cast, at):
    """A colleague laid down 36 messages on end, and one more on the day before."""
    keys = [uuid4() for _ in range(37)]
    for number, key in enumerate(keys):
        Entry.objects.create(
            at=at - timedelta(days=1 if number == 0 else 0), verb="post.send_message", about_kind="message",
            about_id=key, actor_kind="staff", actor_id=cast.own.account().pk,
            organisation_id=cast.own.organisation.pk,
        )  # fmt: skip
    return keys


def test_alike_lines_on_end_are_one_with_a_fold_to_see_each(cast, admin, sent):
    page = admin.get(TRAIL, {"room": "post"}).content.decode()
    assert page.count("zette 36 berichten klaar") == 1
    assert page.count(f"<strong>{cast.own.account().name}</strong>") == 2, (
        "what was done on another day stands by itself"
    )
    assert all(str(key) in page for key in sent), "each can be found still"
    english = admin.get(TRAIL, {"room": "post"}, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "laid 36 messages ready" in english
    one = admin.get(TRAIL, {"over": sent[5]}).content.decode()
    assert "zette een bericht klaar" in one and "Toon elke regel" not in one


def test_the_moment_reads_as_people_write_it(admin, sent):
    assert 'di 24 november 2026,</span> <span class="nowrap">10.00' in admin.get(TRAIL).content.decode()
    english = admin.get(TRAIL, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert 'Tue 24 November 2026,</span> <span class="nowrap">10:00' in english


def test_paging_goes_by_lines_and_loses_none(admin, sent, cast, at):
    for number in range(40):
        Entry.objects.create(
            at=at + timedelta(minutes=number), verb="post.retry_message", about_kind="message", about_id=uuid4(),
            actor_kind="staff", actor_id=cast.own.account().pk, organisation_id=cast.own.organisation.pk,
        )  # fmt: skip
    pages = "".join(admin.get(TRAIL, {"page": number}).content.decode() for number in (1, 2))
    assert all(str(key) in pages for key in sent)


def test_a_download_asked_twice_comes_twice_and_leaves_one_line(admin, left):
    for asked in ("", "?wat=gezien"):
        for name in ("download_trail", "download_colleagues"):
            form = {"request_key": uuid4()}
            sent = [admin.post(reverse(f"accounts:{name}") + asked, form) for _ in range(2)]
            assert [each.status_code for each in sent] == [200, 200]
    assert Entry.objects.filter(verb="accounts.note_list_taken").count() == 4


def test_it_is_downloaded_with_the_filters_and_an_audit_line(cast, admin, left):
    answer = admin.post(reverse("accounts:download_trail") + "?room=candidates", {"request_key": uuid4()})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "noteerde dat een kandidaat stopte" in text and str(left.pk) in text
    assert Entry.objects.get(verb="accounts.note_list_taken").detail == {"what": "trail", "count": 1}


def seen_by(client, **asked) -> str:
    return client.get(TRAIL, {"wat": "gezien"} | asked).content.decode()


def test_who_answers_for_people_reads_that_another_organisation_looked_and_not_which_colleague(
    cast, admin, log_in, clock
):
    made = making.gathering(cast.other)
    ours = making.candidate(cast.own, "Quirinella")
    theirs = making.candidate(cast.other, "Wendelmoet")
    for person in (ours, theirs):
        making.guest(made, person)
    looker = cast.other.account()
    log_in(looker).get(reverse("gatherings:guests", args=[made.pk]))
    page = seen_by(admin, over=ours.pk)
    assert f"<strong>{cast.other.organisation.name}</strong> bekeek een kandidaat" in page
    assert looker.name not in seen_by(admin) and str(theirs.pk) not in seen_by(admin)
    assert cast.other.organisation.name not in seen_by(admin, who=cast.own.account().pk)
    file = admin.post(reverse("accounts:download_trail") + "?wat=gezien", {"request_key": uuid4()})
    text = b"".join(file.streaming_content).decode("utf-8-sig")
    assert f"{cast.other.organisation.name};bekeek een kandidaat" in text and looker.name not in text
    # who looked reads it of both, by name
    own_log = seen_by(log_in(cast.other.account(Role.FUNCTIONAL_ADMIN)))
    assert looker.name in own_log and str(ours.pk) in own_log and str(theirs.pk) in own_log


def test_who_was_shown_nobody_leaves_no_line(cast, log_in, clock):
    made = making.gathering(cast.own)
    client = log_in(cast.own.account())
    for name in ("gathering", "guests", "day", "seats"):
        assert client.get(reverse(f"gatherings:{name}", args=[made.pk])).status_code == 200
    client.get(reverse("desk:candidates"))
    assert not PersonalView.objects.exists()


def test_what_another_organisation_saw_is_a_filter_with_pages_and_a_download(cast, admin, at):
    ours, house = uuid4(), cast.own.organisation.pk
    seen_at = at - timedelta(hours=3)

    def seen(minute, account, by, whose=house, kind="staff"):
        PersonalView.objects.create(
            at=seen_at + timedelta(minutes=minute), page="gatherings:guests", about_kind="candidate",
            about_ids=[str(ours)], actor_kind=kind, actor_id=account, organisation_id=by, about_organisation_id=whose,
        )  # fmt: skip

    looker, colleague = cast.other.account(), cast.own.account()
    for minute in range(60):
        seen(minute, looker.pk, cast.other.organisation.pk)
        seen(minute, colleague.pk, house)
    seen(61, uuid4(), cast.other.organisation.pk, kind="entrepreneur")
    seen(61, looker.pk, cast.other.organisation.pk, whose=cast.other.organisation.pk)
    asked = {"who": "elders"}
    first, second = seen_by(admin, **asked), seen_by(admin, **asked, page=2)
    for page in (first, second):
        assert (
            f"<strong>{cast.other.organisation.name}</strong>" in page
            and "<strong>60</strong> regels" in page
        )
        assert f"<strong>{colleague.name}</strong>" not in page and looker.name not in page
    assert '<option value="elders" selected>iemand elders</option>' in first
    assert "who=elders" in first and "page=2" in first
    file = admin.post(reverse("accounts:download_trail") + "?wat=gezien&who=elders", {"request_key": uuid4()})
    lines = b"".join(file.streaming_content).decode("utf-8-sig").splitlines()[1:]
    assert len([each for each in lines if f";{cast.other.organisation.name};" in each]) == 60
    assert not [each for each in lines if colleague.name in each]
    taken = Entry.objects.get(verb="accounts.note_list_taken")
    assert taken.detail == {"what": "views", "count": 60}
    # what others did is theirs to tell: no such choice there
    assert "elders" not in admin.get(TRAIL).content.decode()


@pytest.mark.parametrize(("address", "asked"), [(TRAIL, "who"), (reverse("contacts:moments"), "colleague")])
def test_narrowed_to_one_other_colleague_nothing_is_counted(cast, log_in, clock, at, address, asked):
    role = Role.FUNCTIONAL_ADMIN if address == TRAIL else Role.RELATIONSHIP_MANAGER
    me, karim = cast.own.account(role), making.colleague_beside(cast.own, name="Karim")
    for number in range(60):
        Entry.objects.create(
            at=at + timedelta(minutes=number), verb="post.retry_message", about_kind="message", about_id=uuid4(),
            actor_kind="staff", actor_id=karim.pk, organisation_id=cast.own.organisation.pk,
        )  # fmt: skip
    client = log_in(me)
    own, theirs = (client.get(address, {asked: each.pk}).content.decode() for each in (me, karim))
    assert "filter__count" in own and "niet om te volgen" not in own
    assert "filter__count" not in theirs and "niet om te volgen wat één collega doet" in theirs
    assert " van 60" not in theirs
    assert ("van 60" in client.get(address).content.decode()) == (address == TRAIL)
