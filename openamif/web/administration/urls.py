"""The addresses of the administrator's door."""

from django.urls import path

from openamif.web.administration import correcting, organisations, parts, persons, roles, trail

app_name = "administration"
urlpatterns = [
    path("people/", persons.persons, name="persons"),
    path("people/enter/", persons.enter, name="person_enter"),
    path("people/<int:pk>/", persons.person, name="person"),
    path("people/<int:pk>/change/", correcting.change, name="person_change"),
    path("people/<int:pk>/link/", persons.send_link, name="person_send_link"),
    path("people/<int:pk>/close/", persons.close, name="person_close"),
    path("people/<int:pk>/open/", persons.open_again, name="person_open"),
    path("people/<int:pk>/roles/give/", roles.give, name="person_role_give"),
    path("roles/<int:pk>/end/", roles.end, name="person_role_end"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/enter/", organisations.enter, name="organisation_enter"),
    path("organisations/<int:pk>/", organisations.organisation, name="organisation"),
    path("parts/enter/", parts.enter, name="part_enter"),
    path("trail/", trail.trail, name="trail"),
]
