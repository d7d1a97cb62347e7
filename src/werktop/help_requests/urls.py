from django.urls import path

from .pages import (
    answer_hand_over,
    hand_over,
    help_request,
    help_requests,
    new_help_request,
    received,
)

app_name = "help_requests"
urlpatterns = [
    path("hulpvragen/", help_requests.page, name="help_requests"),
    path("hulpvragen/nieuw/<uuid:candidate_id>/", new_help_request.page, name="new_help_request"),
    path("hulpvragen/<uuid:help_request_id>/", help_request.page, name="help_request"),
    path("hulpvragen/<uuid:help_request_id>/stand/", help_request.move, name="move_help_request"),
    path("hulpvragen/<uuid:help_request_id>/later/", help_request.put_off, name="put_off_help"),
    path("hulpvragen/<uuid:help_request_id>/weg/", help_request.take_back, name="take_back_help_request"),
    path("hulpvragen/<uuid:help_request_id>/overdragen/", hand_over.page, name="hand_over"),
    path("hulpvragen/overdracht/<uuid:hand_over_id>/", received.page, name="received"),
    path(
        "hulpvragen/overdracht/<uuid:hand_over_id>/intrekken/", received.withdraw, name="withdraw_hand_over"
    ),
    path("hulpvragen/overdracht/<uuid:hand_over_id>/gezien/", received.note_read, name="note_answer_read"),
    path("hulp/<str:token>/", answer_hand_over.page, name="answer_hand_over"),
]
