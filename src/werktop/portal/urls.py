from django.urls import path

from .pages import (
    about_me,
    enter_code,
    firms,
    follow_up,
    follow_up_calendar,
    invitation,
    invitation_calendar,
    log_out,
    own,
    own_follow_up,
    own_follow_up_calendar,
    own_invitation,
    own_invitation_calendar,
    own_link,
    presentation,
    send_link,
    talk_on,
    unname_firm,
    way_in,
    what_we_know,
)

app_name = "portal"
urlpatterns = [
    path("u/<str:token>/", invitation.page, name="invitation"),
    path("u/<str:token>/agenda.ics", invitation_calendar.page, name="invitation_calendar"),
    path("verder/<str:token>/", talk_on.page, name="talk_on"),
    path("afspraak/<str:token>/", follow_up.page, name="follow_up"),
    path("afspraak/<str:token>/agenda.ics", follow_up_calendar.page, name="follow_up_calendar"),
    path("gegevens/<slug:slug>/", what_we_know.page, name="what_we_know"),
    # the candidate's own page
    path("mijn/", own.page, name="own"),
    path("mijn/in/", way_in.page, name="way_in"),
    path("mijn/code/", enter_code.page, name="enter_code"),
    path("mijn/uit/", log_out.page, name="log_out"),
    path("mijn/link/<str:token>/", own_link.page, name="own_link"),
    path("mijn/uitnodiging/<uuid:gathering_id>/", own_invitation.page, name="own_invitation"),
    path(
        "mijn/uitnodiging/<uuid:gathering_id>/agenda.ics",
        own_invitation_calendar.page,
        name="own_invitation_calendar",
    ),
    path("mijn/afspraak/<uuid:follow_up_id>/", own_follow_up.page, name="own_follow_up"),
    path(
        "mijn/afspraak/<uuid:follow_up_id>/agenda.ics",
        own_follow_up_calendar.page,
        name="own_follow_up_calendar",
    ),
    path("mijn/over-mij/", about_me.page, name="about_me"),
    path("mijn/bedrijven/", firms.page, name="firms"),
    path("mijn/bedrijven/<uuid:row_id>/weg/", unname_firm.page, name="unname_firm"),
    # what who works with a candidate does about that page
    path("kandidaten/<uuid:candidate_id>/eigen-pagina/link/", send_link.page, name="send_link"),
    path("kandidaten/<uuid:candidate_id>/over-mij/", presentation.page, name="presentation"),
]
