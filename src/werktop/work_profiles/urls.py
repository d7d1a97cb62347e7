from django.urls import path

from .pages import (
    change_profile,
    close_profile,
    download_profiles,
    judge_profile,
    new_profile,
    profile,
    profiles,
)

app_name = "work_profiles"
urlpatterns = [
    path("", profiles.page, name="profiles"),
    path("lijst/", download_profiles.page, name="download_profiles"),
    path("nieuw/<uuid:employer_id>/", new_profile.page, name="new_profile"),
    path("<uuid:work_profile_id>/", profile.page, name="profile"),
    path("<uuid:work_profile_id>/gesprek/<slug:talk_step>/", change_profile.page, name="change_profile"),
    path("<uuid:work_profile_id>/afsluiten/", close_profile.page, name="close_profile"),
    path("<uuid:work_profile_id>/stand/", close_profile.move, name="move_profile"),
    path("<uuid:work_profile_id>/kopie/", close_profile.copy, name="copy_profile"),
    path("<uuid:work_profile_id>/past/", judge_profile.page, name="judge_profile"),
]
