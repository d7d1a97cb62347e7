"""The gate: a GET cannot write, a POST needs a request key, a view of a person is logged or refused."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from werktop.audit.actors import NOBODY
from werktop.audit.models import PersonalView
from werktop.config import gate as gate_module
from werktop.config.gate import PageGate
from werktop.config.permissions import TABLE, Entry
from werktop.regions.models import Region

pytestmark = pytest.mark.django_db


class Match:
    def __init__(self, view_name: str) -> None:
        self.view_name, self.kwargs = view_name, {}


def ask(monkeypatch, view, *, entry: Entry, actor, method: str = "GET", content=None, **kwargs):
    monkeypatch.setitem(TABLE, "test:page", entry)
    monkeypatch.setattr(PageGate, "_actor", lambda *a: actor)
    request = (
        RequestFactory().generic(method, "/test/")
        if content is None
        else RequestFactory().post("/test/", content)
    )
    request.resolver_match = Match("test:page")
    request.user = type("Someone", (), {"is_authenticated": actor.kind == "staff"})()
    request.session = {}
    monkeypatch.setattr(
        gate_module,
        "render",
        lambda request, template, context=None, status=200: HttpResponse(template, status=status),
    )
    gate = PageGate(lambda request: gate.process_view(request, view, [], kwargs))
    return gate(request)


def test_a_get_that_writes_is_refused_by_the_database(monkeypatch, cast):
    def view(request):
        Region.objects.create(code="X", name="X", valid_from="2026-01-01")
        return HttpResponse("ok")

    with pytest.raises(DatabaseError, match="read-only"):
        ask(monkeypatch, view, entry=Entry({"GET": "staff"}), actor=cast.own.actor())


def test_a_post_without_a_request_key_is_refused(monkeypatch, cast):
    entry, view = Entry({"POST": "staff"}), lambda request: HttpResponse("ok")
    assert ask(monkeypatch, view, entry=entry, actor=cast.own.actor(), content={"a": 1}).status_code == 400
    key = {"request_key": str(uuid4())}
    assert ask(monkeypatch, view, entry=entry, actor=cast.own.actor(), content=key).status_code == 200


def test_a_url_outside_the_table_is_refused(monkeypatch, cast):
    request = RequestFactory().get("/nergens/")
    request.resolver_match, request.user = Match("no:such"), cast.own.account()
    monkeypatch.setattr(gate_module, "render", lambda r, t, c=None, status=200: HttpResponse(status=status))
    gate = PageGate(lambda r: gate.process_view(r, lambda r: HttpResponse("ok"), [], {}))
    assert gate(request).status_code == 403


def test_a_view_of_a_person_is_logged(monkeypatch, cast):
    entry, who = Entry({"GET": "staff"}, personal=("candidate", "candidate_id")), uuid4()
    view = lambda request, candidate_id: HttpResponse("ok")  # noqa: E731
    assert ask(monkeypatch, view, entry=entry, actor=cast.own.actor(), candidate_id=who).status_code == 200
    line = PersonalView.objects.get()
    assert (line.about_ids, line.actor_id, line.page) == ([str(who)], cast.own.account().pk, "test:page")


@pytest.mark.parametrize("status", [400, 409, 422])
def test_a_form_that_comes_back_is_a_view_too(monkeypatch, cast, status):
    def view(request, candidate_id):
        request.shown_people.append(("candidate", [double]))
        return HttpResponse("a form with names", status=status)

    entry, who, double = Entry({"POST": "staff"}, personal=("candidate", "candidate_id")), uuid4(), uuid4()
    asked = {"request_key": str(uuid4())}
    answer = ask(monkeypatch, view, entry=entry, actor=cast.own.actor(), content=asked, candidate_id=who)
    assert answer.status_code == status
    seen = {key for line in PersonalView.objects.all() for key in line.about_ids}
    assert seen == {str(who), str(double)}


@pytest.mark.parametrize("status", [302, 404])
def test_an_answer_without_a_person_is_no_view(monkeypatch, cast, status):
    entry = Entry({"GET": "staff"}, personal=("candidate", "candidate_id"))
    view = lambda request, candidate_id: HttpResponse(status=status)  # noqa: E731
    ask(monkeypatch, view, entry=entry, actor=cast.own.actor(), candidate_id=uuid4())
    assert not PersonalView.objects.exists()


def test_a_view_that_cannot_be_logged_does_not_go_out(monkeypatch, cast):
    def broken(**_):
        raise DatabaseError("no room on the disk")

    monkeypatch.setattr(gate_module, "log_personal_views", broken)
    entry = Entry({"GET": "staff"}, personal=("candidate", "candidate_id"))
    view = lambda request, candidate_id: HttpResponse("a name")  # noqa: E731
    answer = ask(monkeypatch, view, entry=entry, actor=cast.own.actor(), candidate_id=uuid4())
    assert answer.status_code == 503
    assert b"a name" not in answer.content


def test_who_is_not_logged_in_sees_nothing(monkeypatch):
    answer = ask(monkeypatch, lambda r: HttpResponse("ok"), entry=Entry({"GET": "staff"}), actor=NOBODY)
    assert answer.status_code == 302
    assert "inloggen" in answer["Location"]


def test_what_was_meant_for_one_reader_is_kept_by_no_browser_and_no_proxy(monkeypatch, cast):
    entry = Entry({"GET": "public"})
    for actor, kept in ((cast.own.actor(), "no-store"), (NOBODY, None)):
        answer = ask(monkeypatch, lambda request: HttpResponse("ok"), entry=entry, actor=actor)
        assert answer.headers.get("Cache-Control") == kept
    own_word = ask(
        monkeypatch,
        lambda request: HttpResponse("ok", headers={"Cache-Control": "no-cache"}),
        entry=entry,
        actor=cast.own.actor(),
    )
    assert own_word["Cache-Control"] == "no-cache"


def test_the_address_of_a_button_says_what_it_is(cast, log_in):
    answer = log_in(cast.own.account()).get(reverse("candidates:note_told"))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    page = answer.content.decode()
    assert "Dit adres hoort bij een knop" in page and 'href="/"' in page


def test_health_says_503_when_the_database_does_not_answer(client, monkeypatch):
    def no_connection(*_args):
        raise OperationalError("connection refused")

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", no_connection)
    monkeypatch.setattr(BaseDatabaseWrapper, "_cursor", no_connection)
    assert client.get("/health/").status_code == 503
