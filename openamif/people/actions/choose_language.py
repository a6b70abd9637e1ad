"""Choose the language one reads in."""

from openamif.people.models import Person

LANGUAGES = ("fr", "nl", "de", "en")


def choose_language(person: Person, *, language: str) -> None:
    """Kept with the account; what is not a language of the site changes nothing."""
    if language in LANGUAGES and language != person.language:
        person.language = language
        person.save(update_fields=["language"])
