"""Marks a text for translation where it is written; it is translated where it is shown."""


def gettext_noop(text: str) -> str:
    """The text itself; the extractor of messages finds it by this name."""
    return text
