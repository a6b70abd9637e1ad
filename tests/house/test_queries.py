"""Queries are asked where they have a name, and every order ends in the key."""

import ast

from tests.house.tree import APPLICATION, calls, check, models, modules, name


def test_doors_do_not_filter():
    """A view asks queries.py or a one-line method of the QuerySet; `register.filter` is a filter of templates."""
    filtering = {
        name(path)
        for path in modules(APPLICATION / "web")
        for call in calls(path, "filter") + calls(path, "exclude")
        if (call.args or call.keywords) and getattr(call.func.value, "id", "") != "register"
    }
    check("filtering_doors", filtering)


def test_orders_of_models_end_in_the_key():
    unordered = {model.__name__ for model in models() if not ends_in_key(list(model._meta.ordering))}
    check("models_without_order", unordered)


def test_orders_of_queries_end_in_the_key():
    loose = {
        f"{name(path)}::{ast.unparse(call.args[-1])}"
        for path in modules(APPLICATION)
        for call in calls(path, "order_by")
        if call.args and not ends_in_key([getattr(call.args[-1], "value", None)]) and not starred(call)
    }
    check("loose_orders", loose)


def ends_in_key(order: list[object]) -> bool:
    return bool(order) and order[-1] in ("pk", "-pk", "id", "-id")


def starred(call: ast.Call) -> bool:
    """`order_by(*order)`: the order is named elsewhere."""
    return isinstance(call.args[-1], ast.Starred)
