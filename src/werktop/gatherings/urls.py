"""Addresses of gatherings. One list per part of the room."""

from __future__ import annotations

from django.urls import path

from .pages import prints, seat_changes, seats

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

urlpatterns = [*SEATS]
