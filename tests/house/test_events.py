"""What the trail keeps is told in the reader's words: no event and no subject shows its name in the code."""

import ast

from openamif.web.events import EVENTS, SUBJECTS
from tests.house.tree import APPLICATION, models, modules, syntax

WRITERS = {"append_trail", "make_move"}


def test_every_event_of_the_trail_has_words():
    assert not written() - set(EVENTS)


def test_every_subject_of_the_trail_has_words():
    assert not {kind for kind in SUBJECTS if kind not in {model._meta.label_lower for model in models()}}
    assert {"grants.grant", "reports.progressreport", "verification.operationalcheck"} <= set(SUBJECTS)


def written() -> set[str]:
    """Each event that is named where it is written, or made into a move."""
    return {
        node.args[1].value
        for path in modules(APPLICATION)
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in WRITERS
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
    }
