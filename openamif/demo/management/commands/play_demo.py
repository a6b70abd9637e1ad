"""`play_demo`: fills an empty database with the demonstration, and prints its log-ins."""

from typing import Any

from django.core.management.base import BaseCommand

from openamif.demo.people import PASSWORD, PEOPLE
from openamif.demo.play import is_played, play


class Command(BaseCommand):
    """Quick where the demonstration is there already."""

    help = "Plays the demonstration fund into an empty database and prints its log-ins."

    def handle(self, *args: Any, **options: Any) -> None:
        """Play, then say who can log in."""
        if not is_played():
            play()
        self.stdout.write(f"Demonstration log-ins (password for all: {PASSWORD})")
        for each in PEOPLE:
            self.stdout.write(f"  {each.email:<34} {each.what}")
