from django.urls import path

from .pages import (
    carve,
    change_profile,
    close_profile,
    download_profiles,
    expected,
    function,
    judge_profile,
    new_profile,
    paste_vacancy,
    profile,
    profiles,
    queue,
    start_from_example,
)

app_name = "work_profiles"
urlpatterns = [
    path("", profiles.page, name="profiles"),
    path("lijst/", download_profiles.page, name="download_profiles"),
    path("verwacht/", expected.page, name="expected"),
    path("verwacht/download/", expected.download, name="download_expected"),
    path("nieuw/<uuid:employer_id>/", new_profile.page, name="new_profile"),
    path("plakken/<uuid:employer_id>/", paste_vacancy.page, name="paste_vacancy"),
    path("voorbeelden/<uuid:employer_id>/", start_from_example.page, name="start_from_example"),
    path("voorbeeld/<uuid:profile_template_id>/weg/", start_from_example.drop_example, name="drop_example"),
    path("functie/nieuw/<uuid:employer_id>/", function.new, name="new_function"),
    path("functie/<uuid:employer_function_id>/", carve.page, name="carve"),
    path("functie/<uuid:employer_function_id>/taken/", function.page, name="function"),
    path("functie/<uuid:employer_function_id>/samenvatting/", carve.summary, name="function_summary"),
    path("functie/<uuid:employer_function_id>/opbergen/", function.put_away, name="put_function_away"),
    path("<uuid:work_profile_id>/", profile.page, name="profile"),
    path("<uuid:work_profile_id>/gesprek/<slug:talk_step>/", change_profile.page, name="change_profile"),
    path("<uuid:work_profile_id>/afsluiten/", close_profile.page, name="close_profile"),
    path("<uuid:work_profile_id>/stand/", close_profile.move, name="move_profile"),
    path("<uuid:work_profile_id>/kopie/", close_profile.copy, name="copy_profile"),
    path("<uuid:work_profile_id>/voorbeeld/", start_from_example.keep_as_example, name="keep_as_example"),
    path("<uuid:work_profile_id>/terug/", carve.take_back, name="take_carving_back"),
    path("<uuid:work_profile_id>/past/", judge_profile.page, name="judge_profile"),
    path("<uuid:work_profile_id>/rij/", queue.page, name="queue"),
    path("rij/<uuid:sign_up_id>/", queue.answer, name="answer_offer"),
]
