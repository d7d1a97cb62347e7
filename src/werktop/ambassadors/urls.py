from django.urls import path

from .pages import (
    ambassador,
    club,
    clubs,
    coaching,
    download_network,
    fellow,
    fellows,
    idea,
    ideas,
    network,
    thank,
)

app_name = "ambassadors"
urlpatterns = [
    path("", network.page, name="network"),
    path("lijst/", download_network.page, name="download_network"),
    path("ondernemer/<uuid:entrepreneur_id>/", ambassador.page, name="ambassador"),
    path("<uuid:ambassador_id>/stand/", ambassador.move, name="move_ambassador"),
    path("ondernemer/<uuid:entrepreneur_id>/meebrengen/", fellow.new, name="new_fellow"),
    path("ondernemer/<uuid:entrepreneur_id>/bedanken/", thank.page, name="thank"),
    path("ondernemer/<uuid:entrepreneur_id>/idee/", idea.new, name="new_idea"),
    path("genoemd/", fellows.page, name="fellows"),
    path("genoemd/lijst/", fellows.download, name="download_fellows"),
    path("genoemd/<uuid:fellow_id>/", fellow.one, name="fellow"),
    path("genoemd/<uuid:fellow_id>/stand/", fellow.move, name="move_fellow"),
    path("clubs/", clubs.page, name="clubs"),
    path("clubs/nieuw/", club.new, name="new_club"),
    path("clubs/<uuid:club_id>/", club.one, name="club"),
    path("clubs/<uuid:club_id>/wijzigen/", club.change_page, name="change_club"),
    path("clubs/<uuid:club_id>/bedrijven/", club.member, name="club_member"),
    path("clubs/<uuid:club_id>/weg/", club.remove, name="remove_club"),
    path("ideeen/", ideas.page, name="ideas"),
    path("ideeen/lijst/", ideas.download, name="download_ideas"),
    path("ideeen/<uuid:idea_id>/", idea.one, name="idea"),
    path("ideeen/<uuid:idea_id>/weg/", idea.take_back, name="take_back_idea"),
    path("coach/nieuw/<uuid:candidate_id>/", coaching.new_coaching, name="new_coaching"),
    path("coach/<uuid:coaching_id>/", coaching.coaching, name="coaching"),
    path("voorstellen/nieuw/<uuid:candidate_id>/", coaching.new_introduction, name="new_introduction"),
    path("voorstellen/<uuid:introduction_id>/", coaching.introduction, name="introduction"),
]
