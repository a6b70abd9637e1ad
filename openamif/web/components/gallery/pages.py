"""Specimens of the parts of a page."""

from django.utils.translation import gettext_lazy as _

from openamif.web.components.gallery.book import Section, Specimen
from openamif.web.components.shapes import Action, Link, Reader, Tab

TABS = Specimen(
    "tabs",
    "The pages of one thing.",
    ('{% tabs items label="Programme" %}',),
    {
        "items": [
            Tab("Overview", "#pages", current=True),
            Tab("Objectives", "#pages"),
            Tab("Finanzierungsplan", "#pages"),
            Tab("Findings", "#pages", count=5),
            Tab("History", "#pages", count=0),
        ]
    },
    wide=True,
    bare=True,
)
ACTIONS = Specimen(
    "action",
    "A way on, a change that is sent, and one that is refused with its reason.",
    ("{% action link %}", "{% action post %}", "{% action refused %}"),
    {
        "link": Action("Compare versions", "#pages"),
        "post": Action("New version", "#pages", main=True, post=True),
        "refused": Action("Send to the Commission", "#pages", main=True, refused="Two errors must be corrected first."),
    },
)
CARD = Specimen(
    "card",
    "A surface with a heading.",
    (
        '{% card title="Partnership" lead="who was heard" acts=acts level=4 %}'
        "<p>Regions, communities and civil society took part.</p>{% endcard %}",
    ),
    {"acts": [Link("All partners", "#pages"), Link("XLSX", "#pages")]},
    wide=True,
    bare=True,
)
NOTICE = Specimen(
    "notice",
    "Something to know before going on.",
    (
        '{% notice tone="info" %}This version is being prepared; only you can see it.{% endnotice %}',
        '{% notice tone="good" title="Validated." %}The document can be sent.{% endnotice %}',
        '{% notice tone="wait" title="Two warnings." %}Explain them in the letter.{% endnotice %}',
        '{% notice tone="bad" title="Not saved." %}The version was changed by somebody else at 10:42.{% endnotice %}',
    ),
    wide=True,
)
EMPTY = Specimen(
    "empty_state",
    "What will be here, and how to begin.",
    (
        '{% empty_state title="No programme yet" text="Read the document that the Commission approved." '
        "begin=begin level=4 %}",
    ),
    {"begin": Action("Read a document", "#pages", main=True)},
    wide=True,
)
READERS = Specimen(
    "language_switcher, user_menu",
    "Who reads, and in which language.",
    ("{% language_switcher %}", "{% language_switcher inline=True %}", "{% user_menu person %}"),
    {"person": Reader("A. Example", "Programme officer", "Federal Public Service Home Affairs", "#pages")},
)
PROSE = Specimen(
    "prose",
    "A text of a programme: short lines head what follows, bullets are a list, another language says so.",
    ('{% prose text heading="h4" %}', '{% prose foreign heading="h4" %}'),
    {
        "text": (
            "Reception",
            "The network of reception places grows and shrinks with the applicants, whom nobody can foresee.",
            "· watch the network day by day",
            "· keep places in reserve",
        ),
        "foreign": ("Les personnes reconnues sont aidées dans leur recherche d’un logement dans la durée.",),
    },
    wide=True,
)
SECTION = Section("pages", _("Parts of a page"), (TABS, ACTIONS, CARD, NOTICE, EMPTY, PROSE, READERS))
