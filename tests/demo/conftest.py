"""The demonstration, played once for a module; what a test changes is taken back, the play at the end of the module."""

import pytest
from django.db import transaction
from django.test import override_settings


@pytest.fixture(scope="module")
def played(django_db_setup, django_db_blocker, tmp_path_factory):
    from openamif.demo.play import play

    folder = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"))
    with django_db_blocker.unblock(), folder, transaction.atomic():
        play()
        yield
        transaction.set_rollback(True)
