"""Reading an answer: its words, and the form on it as a browser would send it."""

from html import unescape
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse


def words(response: HttpResponse) -> str:
    """The page, with its characters as they are read."""
    return unescape(response.content.decode())


def form_of(response: HttpResponse) -> dict[str, str]:
    """What a browser sends when nothing is typed into the form that has a revision."""
    reader = FormReader()
    reader.feed(response.content.decode())
    (found,) = [fields for fields in reader.forms if "revision" in fields]
    return found


class FormReader(HTMLParser):
    """Every form of a page: the names of its fields and what they hold; the first choice where none is made."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said: dict[str, Any] = dict(attrs)
        name = said.get("name")
        if tag == "form":
            self.forms.append({})
        elif (
            tag == "input"
            and name
            and name != "csrfmiddlewaretoken"
            and said.get("type") not in ("checkbox", "submit", "file")
        ):
            self.forms[-1][name] = said.get("value") or ""
        elif tag == "select" and name:
            self.select = name
        elif tag == "option" and self.select and ("selected" in said or self.select not in self.forms[-1]):
            self.forms[-1][self.select] = said.get("value") or ""
        elif tag == "textarea" and name:
            self.area = name
            self.forms[-1][name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.forms[-1][self.area] = self.forms[-1][self.area].removeprefix("\n")
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.forms[-1][self.area] += data
