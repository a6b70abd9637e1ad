"""The addresses of the public door."""

from django.urls import path

from openamif.web.public import about, views
from openamif.web.public.downloads import download
from openamif.web.public.figures import figures

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("programmes/", views.programmes, name="programmes"),
    path("programmes/<int:pk>/", views.programme, name="programme"),
    path("programmes/<int:pk>/objectives/<str:code>/", views.objective, name="objective"),
    path("programmes/<int:pk>/download/<slug:form>/", download, name="download"),
    path("programmes/<int:pk>/figures.<slug:form>", figures, name="figures"),
    path("open-data/", about.open_data, name="open_data"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("privacy/", about.privacy, name="privacy"),
]
