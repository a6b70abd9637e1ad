"""Where each door is. Every name below stands on the register of doors (tests/house/test_register.py)."""

from django.urls import include, path

from openamif.web.api.urls import api
from openamif.web.language import change_language

urlpatterns = [
    path("", include("openamif.web.public.urls")),
    path("office/", include("openamif.web.administration.urls")),
    path("office/", include("openamif.web.authority.urls")),
    path("mine/", include("openamif.web.beneficiary.urls")),
    path("api/", api.urls),
    path("language/", change_language, name="set_language"),
    path("account/", include("openamif.web.account_urls")),
    path("gallery/", include("openamif.web.components.urls")),
]

handler400 = "openamif.web.errors.bad_request"
handler403 = "openamif.web.errors.forbidden"
handler404 = "openamif.web.errors.not_found"
handler500 = "openamif.web.errors.server_error"
