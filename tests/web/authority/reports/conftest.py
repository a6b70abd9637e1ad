"""What is kept in these tests is kept in a folder of its own."""

import pytest


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
