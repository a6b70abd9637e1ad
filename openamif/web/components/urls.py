"""The address of the gallery."""

from django.urls import path

from openamif.web.components import views

urlpatterns = [path("", views.gallery, name="gallery")]
