"""Every page that can be opened, in a real browser: axe finds nothing and nothing scrolls sideways at 320 px."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.text import slugify
from playwright.sync_api import Error
from tests import making
from tests.candidates.picture_making import picture_parts
from tests.gatherings.day_making import running_day
from tests.own_pages import own_cookie
from tests.whole.samples import samples_of
from tests.whole.test_permissions import URLS

from werktop.accounts.roles import CAPABILITIES, Role
from werktop.candidates.models import Candidate
from werktop.catalogue.models import Term
from werktop.config.permissions import TABLE
from werktop.config.permissions.entries import OWN_FIRM, PUBLIC, STAFF
from werktop.employers.models import Entrepreneur
from werktop.help_requests.models import HandOver
from werktop.matches.models import FollowUp
from werktop.post import links

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE, DESK = 320, 1280
UNFOLD = """() => document.querySelectorAll("main details:not([open])").forEach(
    (each) => { each.open = each.firstElementChild.checkVisibility(); })"""
ROLES = (Role.RELATIONSHIP_MANAGER, *Role.values)
ELSEWHERE = {"portal:strong_login", "portal:strong_back"}
"""The way to a login elsewhere and back has no page of its own (tests/portal/test_strong_login.py)."""
STAFF_PAGES = sorted(
    n
    for n, entry in TABLE.items()
    if not entry.link and not entry.own and "GET" in entry.methods and n not in ELSEWHERE
)
OWN_PAGES = sorted(n for n, entry in TABLE.items() if entry.own and "GET" in entry.methods)
GUEST_PAGES = sorted(n for n, entry in TABLE.items() if entry.link and "GET" in entry.methods)


KNOWN_PAGES = {
    *("candidates:candidate", "candidates:change_candidate", "candidates:erase_candidate"),
    *("candidates:then_and_now", "employers:employer", "employers:change_employer"),
    *("employers:new_entrepreneur", "employers:change_entrepreneur", "privacy:kept_of_candidate"),
}
"""Pages that look otherwise where everything is known."""
PARTS_OF_A_PICTURE = ("wish", "term", "instrument", "domain")
"""Of those that are noted in a form of their own, those whose form is like no other."""


@pytest.fixture
def day(transactional_db, cast, at, clock):
    """A gathering with people at the tables."""
    return running_day(cast.own, at=at)


@pytest.fixture
def known(transactional_db, cast, at):
    """A candidate and a firm of whom everything is known; the samples show pages where nearly nothing is."""
    candidate = making.candidate(
        cast.own,
        term_codes=("koken", "dieren"),
        own_words="Ik maak graag iets",
        is_step_free_needed=True,
        assigned_to=cast.own.account(),
    )
    picture_parts(candidate, at, but=("term",))
    firm = making.employer(cast.own, term_codes=("bouwen",), looks_for="Twee inpakkers", work_forms=["trial"])
    person = making.entrepreneur(firm)
    return {"candidate_id": candidate.pk, "employer_id": firm.pk, "entrepreneur_id": person.pk}


@pytest.fixture
def few_terms(transactional_db):
    """Two talents and interests of each group: their lists are as they always are, but for three hundred boxes more, which
    the walk looks at on a phone."""
    groups = {}
    for term in Term.objects.filter(organisation=None).order_by("position", "code"):
        groups.setdefault((term.kind, term.layer, term.group), []).append(term.pk)
    shown = [key for keys in groups.values() for key in keys[:2]]
    Term.objects.filter(organisation=None).exclude(pk__in=shown).update(is_active=False)


@pytest.fixture
def faults_of(has_no_faults):
    """`faults_of(page, address)`: what is wrong at both widths with all folds open; None for a download."""

    def look(page, address):
        page.set_viewport_size({"width": PHONE, "height": 844})
        try:
            answer = page.goto(address)
        except Error:  # the browser keeps what it loads and shows nothing
            answer = None
        answer = answer or page.request.get(address)
        if "html" not in answer.headers.get("content-type", ""):
            return None
        # prints of a gathering without seats say in words what to do first
        found = [] if answer.status in (200, 409) else [f"answered {answer.status}"]
        for width in (PHONE, DESK):
            page.set_viewport_size({"width": width, "height": 844})
            page.evaluate(UNFOLD)
            try:
                has_no_faults(page)
            except AssertionError as fault:
                found.append(f"{width} px: {fault}")
        return found

    return look


def _addresses(name, samples, day, known):
    """One page with the sample of each keyword and, where it has one, with the gathering that is on its day; pages about
    candidates, employers and their people also with those of whom everything is known."""
    keys = URLS[name]
    yield reverse(name, kwargs={k: samples[k] for k in keys})
    if name == "support:public_calculator":  # with its steps
        asked = "?calculate=1&minimum_wage=2523,96&wage_value=1514,38&hours=27&on=2026-07-01"
        yield reverse(name, kwargs={k: samples[k] for k in keys}) + asked
    if name == "candidates:note_part":
        for part in PARTS_OF_A_PICTURE:
            yield reverse(name, kwargs=known_of(keys, known) | {"part": part})
    if name in KNOWN_PAGES:
        yield reverse(name, kwargs=known_of(keys, known))
    running = {"gathering_id": day.gathering.pk, "badge": day.guests["Fatima"].badge, "table_number": 1}
    if keys and keys <= set(running):
        yield reverse(name, kwargs={k: running[k] for k in keys})


def known_of(keys, known):
    return {key: known[key] for key in keys if key in known}


def test_no_page_of_staff_has_a_fault(day, known, few_terms, visit, cast, faults_of):
    samples = samples_of(cast.own) | {
        "slug": cast.own.organisation.slug,
        "region_slug": slugify(cast.region.name),
    }
    faults, seen, pages = {}, 0, {}
    for name in STAFF_PAGES:
        need = TABLE[name].methods["GET"]
        for address in _addresses(name, samples, day, known):
            is_table = name == "gatherings:table_screen"
            if is_table and str(day.gathering.pk) not in address:
                continue  # of the sample's table nobody is the host
            if need == PUBLIC:
                account = None
            elif is_table:
                account = day.host_account()
            else:
                account = cast.own.account(next(r for r in ROLES if need in (STAFF, *CAPABILITIES[r])))
            if account not in pages:
                pages[account] = visit(account)
            found = faults_of(pages[account], address)
            seen += found is not None
            if found:
                faults[address] = found
    assert faults == {}
    assert seen > 40


def test_no_page_of_a_guest_has_a_fault(day, visit, cast, at, faults_of):
    talk = FollowUp.objects.get(pk=samples_of(cast.own)["follow_up_id"])
    talk.starts_at, talk.ends_at = at + timedelta(days=8), at + timedelta(days=8, hours=1)
    talk.status, talk.sent_at = "sent", at
    talk.save()
    faults, seen, page = {}, 0, visit()
    for name in GUEST_PAGES:
        purpose = TABLE[name].link
        if purpose in ("choose_password", "own_page", "hand_over"):
            continue  # a colleague's, the candidate's own, and a professional's, below
        for kind, guest in (("candidate", day.guests["Fatima"]), ("entrepreneur", day.guests["Joris"])):
            is_talk = purpose == "follow_up"
            token = links.make_link(
                organisation_id=cast.own.organisation.pk,
                purpose=purpose,
                holder_kind=kind,
                holder_id=getattr(talk if is_talk else guest, f"{kind}_id"),
                about_kind="follow_up" if is_talk else "gathering",
                about_id=talk.pk if is_talk else day.gathering.pk,
                at=at,
                expires_at=at + timedelta(days=30),
            )
            found = faults_of(page, reverse(name, kwargs={"token": token}))
            seen += found is not None
            if found:
                faults[name, kind] = found
    assert faults == {}
    assert seen >= 6


def test_no_own_page_of_a_candidate_or_an_entrepreneur_has_a_fault(
    day, visit, cast, at, faults_of, live_server
):
    samples = samples_of(cast.own)
    person = Candidate.objects.get(pk=samples["candidate_id"])
    FollowUp.objects.filter(pk=samples["follow_up_id"]).update(
        status="sent", sent_at=at, starts_at=at + timedelta(days=8), ends_at=at + timedelta(days=8, hours=1)
    )
    token = links.make_link(
        organisation_id=cast.own.organisation.pk,
        purpose="own_page",
        holder_kind="candidate",
        holder_id=person.pk,
        about_kind="own_page",
        about_id=person.pk,
        at=at,
        expires_at=at + timedelta(days=1),
    )
    page, faults, seen = visit(), {}, 0
    if found := faults_of(page, reverse("portal:own_link", kwargs={"token": token})):
        faults["portal:own_link"] = found
    page.goto(reverse("portal:way_in"))
    page.get_by_label("e-mailadres").fill("fatima@post.example")
    page.get_by_role("button", name="Stuur mij een code").click()
    page.get_by_label("Uw code").wait_for()
    if found := faults_of(page, page.url):
        faults["portal:enter_code"] = found
    host = Entrepreneur.objects.get(pk=samples["entrepreneur_id"])
    for whose, way in ((person, "link"), (person, "strong"), (host, "link")):
        page = visit()
        page.context.add_cookies([own_cookie(whose, at, live_server.url, way)])
        is_firms = whose is host
        for name in OWN_PAGES:
            if (TABLE[name].methods["GET"] == OWN_FIRM) != is_firms:
                continue
            found = faults_of(page, reverse(name, kwargs={k: samples[k] for k in URLS[name]}))
            seen += found is not None
            if found:
                faults[name, way] = found
    assert faults == {}
    assert seen >= 10


def test_the_page_of_who_is_asked_to_help_has_no_fault_before_and_after_the_answer(
    visit, cast, at, clock, faults_of
):
    given = HandOver.objects.get(pk=samples_of(cast.own)["hand_over_id"])
    token = links.make_link(
        organisation_id=cast.own.organisation.pk,
        purpose="hand_over",
        holder_kind="professional",
        holder_id=given.pk,
        about_kind="hand_over",
        about_id=given.pk,
        at=at,
        expires_at=at + timedelta(days=30),
    )
    page = visit()
    for facts in ({}, {"state": "accepted"}, {"state": "declined", "answer": "Vol"}):
        HandOver.objects.filter(pk=given.pk).update(**facts)
        assert faults_of(page, reverse("help_requests:answer_hand_over", kwargs={"token": token})) == [], (
            facts
        )


def test_the_page_to_choose_a_password_has_no_fault(visit, cast, at, clock, faults_of):
    for expires_at, want in ((at + timedelta(days=1), []), (at - timedelta(days=1), ["answered 410"])):
        token = links.make_single_link(
            organisation_id=cast.own.organisation.pk,
            purpose="choose_password",
            holder_kind="account",
            holder_id=cast.own.account().pk,
            at=at,
            expires_at=expires_at,
        )
        assert faults_of(visit(), reverse("accounts:choose_password", kwargs={"token": token})) == want


def test_a_page_that_is_not_there_has_no_other_fault(day, visit, cast, faults_of):
    address = reverse("gatherings:gathering", args=[making.gathering(cast.far).pk])
    assert faults_of(visit(cast.own.account()), address) == ["answered 404"]
