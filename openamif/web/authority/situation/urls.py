"""The addresses of the overview."""

from django.urls import path

from openamif.web.authority.situation import contributions, files, own, published, publishing, views
from openamif.web.authority.situation import quality as quality_pages

OF_A_PROGRAMME = "programmes/<int:pk>/situation/"
urlpatterns = [
    path("situation/", views.every_programme, name="all_situations"),
    path(OF_A_PROGRAMME, views.situation, name="situation"),
    path(f"{OF_A_PROGRAMME}quality/", quality_pages.quality, name="situation_quality"),
    path(f"{OF_A_PROGRAMME}published/", published.published_page, name="situation_published"),
    path(f"{OF_A_PROGRAMME}publish/", publishing.publish, name="situation_publish"),
    path(
        f"{OF_A_PROGRAMME}published/<slug:name>.<slug:form>",
        published.published_export,
        name="situation_published_export",
    ),
    path(f"{OF_A_PROGRAMME}files/", files.files, name="situation_files"),
    path(f"{OF_A_PROGRAMME}files/<slug:name>.<slug:form>", files.export, name="situation_export"),
    path(f"{OF_A_PROGRAMME}own-indicators/", own.own_page, name="own_indicators"),
    path(f"{OF_A_PROGRAMME}own-indicators/enter/", own.enter_page, name="own_indicator_enter"),
    path(f"{OF_A_PROGRAMME}own-indicators/<str:code>/remove/", own.remove_page, name="own_indicator_remove"),
    path(f"{OF_A_PROGRAMME}indicators/<str:code>/", views.indicator, name="situation_indicator"),
    path(
        f"{OF_A_PROGRAMME}indicators/<str:code>/contributions/",
        contributions.contributions_page,
        name="situation_contributions_of_all",
    ),
    path(
        f"{OF_A_PROGRAMME}indicators/<str:code>/grants/<int:grant>/",
        contributions.contributions_page,
        name="situation_contributions",
    ),
]
