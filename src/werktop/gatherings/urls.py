"""Addresses of gatherings. One list per part of the room."""

from __future__ import annotations

from django.urls import path

from .pages import (
    cancel_gathering,
    change_gathering,
    choose_guests,
    download_guests,
    gathering,
    gatherings,
    guest_reply,
    guests,
    invite_guests,
    new_gathering,
    note_arranged,
    note_called,
    note_firm_told,
    note_travel_paid,
    prints,
    remind_guests,
    remove_guest,
    seats,
    tables,
)
from .pages.day import at_the_door, course, day, replan, round_clock, table_screen
from .pages.seat_changes import move_seat, pair_rules, pin_seat, proposed_seats, seat_tables, undo_seats

app_name = "gatherings"

PLANNING = [
    path("", gatherings.page, name="gatherings"),
    path("nieuw/", new_gathering.page, name="new_gathering"),
    path("<uuid:gathering_id>/", gathering.page, name="gathering"),
    path("<uuid:gathering_id>/wijzigen/", change_gathering.page, name="change_gathering"),
    path("<uuid:gathering_id>/afzeggen/", cancel_gathering.page, name="cancel_gathering"),
    path("<uuid:gathering_id>/bedrijf/", note_firm_told.page, name="note_firm_told"),
    path("<uuid:gathering_id>/tafels/", tables.page, name="tables"),
    path("<uuid:gathering_id>/gasten/", guests.page, name="guests"),
    path("<uuid:gathering_id>/gasten/kiezen/", choose_guests.page, name="choose_guests"),
    path("<uuid:gathering_id>/gasten/uitnodigen/", invite_guests.page, name="invite_guests"),
    path("<uuid:gathering_id>/gasten/herinneren/", remind_guests.page, name="remind_guests"),
    path("<uuid:gathering_id>/gasten/lijst/", download_guests.page, name="download_guests"),
    path("<uuid:gathering_id>/gasten/reiskosten/", note_travel_paid.page, name="note_travel_paid"),
    path("<uuid:gathering_id>/gasten/<uuid:guest_id>/antwoord/", guest_reply.page, name="guest_reply"),
    path("<uuid:gathering_id>/gasten/<uuid:guest_id>/gebeld/", note_called.page, name="note_called"),
    path("<uuid:gathering_id>/gasten/<uuid:guest_id>/geregeld/", note_arranged.page, name="note_arranged"),
    path("<uuid:gathering_id>/gasten/<uuid:guest_id>/weg/", remove_guest.page, name="remove_guest"),
]

SEATS = [
    path("<uuid:gathering_id>/stoelen/", seats.seats, name="seats"),
    path("<uuid:gathering_id>/stoelen/verzet/", move_seat.page, name="move_seat"),
    path("<uuid:gathering_id>/stoelen/ongedaan/", undo_seats.page, name="undo_seats"),
    path("<uuid:gathering_id>/stoelen/vast/", pin_seat.page, name="pin_seat"),
    path("<uuid:gathering_id>/stoelen/afspraken/", pair_rules.page, name="pair_rules"),
    path("<uuid:gathering_id>/stoelen/tafels/", seat_tables.page, name="seat_tables"),
    path("<uuid:gathering_id>/stoelen/voorstel/", proposed_seats.page, name="proposed_seats"),
    path("<uuid:gathering_id>/print/tafels/", prints.table_sheets, name="table_sheets"),
    path("<uuid:gathering_id>/print/badges/", prints.badges, name="badges"),
    path("<uuid:gathering_id>/print/kaarten/", prints.personal_cards, name="personal_cards"),
]

DAY = [
    path("tafelscherm.js", table_screen.worker, name="table_worker"),
    path("in/<slug:badge>/", at_the_door.badge, name="badge"),
    path("<uuid:gathering_id>/dag/", day.page, name="day"),
    path("<uuid:gathering_id>/dag/begin/", course.start, name="start_day"),
    path("<uuid:gathering_id>/dag/terug/", course.take_back_start, name="take_back_start"),
    path("<uuid:gathering_id>/dag/klaar/", course.finish, name="finish_day"),
    path("<uuid:gathering_id>/dag/vraag/", course.ask, name="ask_talk_on"),
    path("<uuid:gathering_id>/dag/binnen/", at_the_door.walk_in, name="walk_in"),
    path("<uuid:gathering_id>/dag/indelen/", replan.page, name="replan"),
    path("<uuid:gathering_id>/dag/klok/", round_clock.page, name="round_clock"),
    path("<uuid:gathering_id>/dag/rondes/<int:round_number>/", course.a_round, name="a_round"),
    path("<uuid:gathering_id>/dag/gasten/<uuid:guest_id>/", at_the_door.guest, name="guest_at_the_door"),
    path("<uuid:gathering_id>/tafels/<int:table_number>/", table_screen.page, name="table_screen"),
]

urlpatterns = [*PLANNING, *SEATS, *DAY]
