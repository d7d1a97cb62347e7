"""Addresses of gatherings. One list per part of the room."""

from __future__ import annotations

from django.urls import path

from .pages import prints, seat_changes, seats
from .pages.day import day, replan, round_clock, table_screen

app_name = "gatherings"

SEATS = [
    path("<uuid:gathering_id>/stoelen/", seats.seats, name="seats"),
    path("<uuid:gathering_id>/stoelen/verzet/", seat_changes.move_seat, name="move_seat"),
    path("<uuid:gathering_id>/stoelen/ongedaan/", seat_changes.undo_seats, name="undo_seats"),
    path("<uuid:gathering_id>/stoelen/vast/", seat_changes.pin_seat, name="pin_seat"),
    path("<uuid:gathering_id>/stoelen/afspraken/", seat_changes.pair_rules, name="pair_rules"),
    path("<uuid:gathering_id>/stoelen/tafels/", seat_changes.seat_tables, name="seat_tables"),
    path("<uuid:gathering_id>/stoelen/voorstel/", seat_changes.proposed_seats, name="proposed_seats"),
    path("<uuid:gathering_id>/print/tafels/", prints.table_sheets, name="table_sheets"),
    path("<uuid:gathering_id>/print/badges/", prints.badges, name="badges"),
    path("<uuid:gathering_id>/print/kaarten/", prints.personal_cards, name="personal_cards"),
]

DAY = [
    path("tafelscherm.js", table_screen.worker, name="table_worker"),
    path("in/<slug:badge>/", day.badge, name="badge"),
    path("<uuid:gathering_id>/dag/", day.page, name="day"),
    path("<uuid:gathering_id>/dag/begin/", day.start, name="start_day"),
    path("<uuid:gathering_id>/dag/klaar/", day.finish, name="finish_day"),
    path("<uuid:gathering_id>/dag/vraag/", day.ask, name="ask_talk_on"),
    path("<uuid:gathering_id>/dag/indelen/", replan.page, name="replan"),
    path("<uuid:gathering_id>/dag/klok/", round_clock.page, name="round_clock"),
    path("<uuid:gathering_id>/dag/rondes/<int:round_number>/", day.a_round, name="a_round"),
    path("<uuid:gathering_id>/dag/gasten/<uuid:guest_id>/", day.guest, name="guest_at_the_door"),
    path("<uuid:gathering_id>/tafels/<int:table_number>/", table_screen.page, name="table_screen"),
]

urlpatterns = [*SEATS, *DAY]
