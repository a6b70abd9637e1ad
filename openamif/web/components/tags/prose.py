"""The tag for texts of a programme."""

from collections.abc import Sequence

from django import template
from django.utils.translation import get_language

from openamif.web.components.prose import Block, blocks, language_of

register = template.Library()


@register.inclusion_tag("components/prose.html")
def prose(text: Sequence[Block | str], heading: str = "h3", language: str = "") -> dict[str, object]:
    """Paragraphs, or blocks made of them; ``language``: theirs, found out where it is not given."""
    made = [each for each in text if isinstance(each, Block)] or blocks(str(each) for each in text)
    reader = (get_language() or "en").split("-")[0]
    spoken = language or language_of([each for block in made for each in block.texts], otherwise=reader)
    return {"blocks": made, "heading": heading, "lang": spoken if spoken != reader else ""}
