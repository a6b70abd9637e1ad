"""Django's own command line, for developers; `openamif` is the one for users."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
