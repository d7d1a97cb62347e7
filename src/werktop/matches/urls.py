from django.urls import path

from .pages import (
    add_talk,
    after,
    answer_for,
    calling_off,
    follow_up,
    hours,
    moment,
    next_step,
    note_called,
    results,
    thank,
)

app_name = "matches"
urlpatterns = [
    path("<uuid:gathering_id>/na/", after.page, name="after"),
    path("<uuid:gathering_id>/na/voorstellen/", after.propose, name="propose"),
    path("<uuid:gathering_id>/na/bedank/", thank.page, name="thank"),
    path("<uuid:gathering_id>/na/bedankt/<uuid:entrepreneur_id>/", thank.note, name="note_thanked"),
    path("<uuid:gathering_id>/na/erbij/", add_talk.page, name="add_talk"),
    path("<uuid:gathering_id>/antwoord/<uuid:guest_id>/", answer_for.page, name="answer_for"),
    path("<uuid:gathering_id>/uren/", hours.of_all, name="hours_of_all"),
    path("<uuid:gathering_id>/uren/<uuid:entrepreneur_id>/", hours.page, name="hours"),
    path("<uuid:gathering_id>/resultaat/", results.page, name="results"),
    path("<uuid:gathering_id>/resultaat/download/", results.download, name="results_download"),
    path("vervolg/<uuid:follow_up_id>/", follow_up.page, name="follow_up"),
    path("vervolg/<uuid:follow_up_id>/moment/", moment.page, name="moment"),
    path("vervolg/<uuid:follow_up_id>/afzeggen/", calling_off.call_off, name="call_off"),
    path("vervolg/<uuid:follow_up_id>/terug/", calling_off.take_back, name="take_back"),
    path("vervolg/<uuid:follow_up_id>/gebeld/", note_called.page, name="note_called"),
    path("stap/<uuid:next_step_id>/", next_step.page, name="next_step"),
    path("stap/<uuid:next_step_id>/gedaan/", next_step.finish_step, name="finish_step"),
]
