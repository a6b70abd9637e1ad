"""Reading an answer as text."""

from html import unescape

from django.http import HttpResponse


def words(response: HttpResponse) -> str:
    """The page, with its characters as they are read."""
    return unescape(response.content.decode())
