"""The way up from an address at which nothing can be read: a form was sent there."""

from django.urls import Resolver404, resolve

START = "/"


def page_above(path: str) -> str:
    """The nearest address above that leads to a page; the start where none does."""
    above = path.rstrip("/").rpartition("/")[0]
    while above:
        try:
            resolve(f"{above}/")
        except Resolver404:
            above = above.rpartition("/")[0]
        else:
            return f"{above}/"
    return START
