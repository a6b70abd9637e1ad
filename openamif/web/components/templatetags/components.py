"""Every component's tag under one name: `{% load components %}`."""

from django import template

from openamif.web.components.tags import charts, figures, findings, forms, lists, pages, prose, tables

register = template.Library()
for shelf in (figures, findings, lists, tables, forms, pages, charts, prose):
    register.tags.update(shelf.register.tags)
    register.filters.update(shelf.register.filters)
