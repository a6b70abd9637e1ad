"""The rows of a version as the document they make up, and back: one reading, one writing, each the other's inverse."""

from openamif.programmes.models.document.part import objective_of, within_part
from openamif.programmes.models.document.places import places_of
from openamif.programmes.models.document.reading import document_from
from openamif.programmes.models.document.shapes import CONTENT, Rows, lines, text_of
from openamif.programmes.models.document.writing import rows_of, sections_of

__all__ = [
    "CONTENT",
    "Rows",
    "document_from",
    "lines",
    "objective_of",
    "places_of",
    "rows_of",
    "sections_of",
    "text_of",
    "within_part",
]
