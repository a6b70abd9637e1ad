"""``openamif administrator EMAIL``: enters the first administrator of an empty site.

Exit status: 0 when she is entered, 1 when there is an administrator already. The database is that of the settings named
by DJANGO_SETTINGS_MODULE, else of a workstation.
"""

import argparse
import importlib
import sys

from openamif.web.command.trail import set_up

LANGUAGES = ("fr", "nl", "de", "en")


def configure(parser: argparse.ArgumentParser) -> None:
    """Who she is, and for which body she acts."""
    parser.add_argument("email", help="the address she logs in with")
    parser.add_argument("--name", required=True, help="her name")
    parser.add_argument("--organisation", required=True, help="the body she acts for")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="the language she reads (default: en)")


def run(arguments: argparse.Namespace) -> int:
    """Enter her, and say how she gets in."""
    set_up()
    refused = importlib.import_module("openamif.people.policy").Refused
    enter = importlib.import_module("openamif.access.actions.enter_first_administrator").enter_first_administrator
    try:
        person = enter(**{name: getattr(arguments, name) for name in ("name", "email", "language", "organisation")})
    except refused:
        print("There is an administrator already; others are entered on the site, under Persons.", file=sys.stderr)
        return 1
    print(f"{person.name} is the administrator.")
    print("She chooses her password at the log-in, with “Password forgotten?”.")
    return 0
