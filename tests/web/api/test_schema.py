"""Whatever a program asks within the description, the answer is one that the description announces."""

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings

from config.wsgi import application
from openamif.web.api.urls import api

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.fixture(autouse=True)
def the_connection_of_the_test_stays_open() -> Iterator[None]:
    """As Django's own client sees to it: a request neither begins nor ends by closing it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@schema.parametrize()
@settings(
    max_examples=3,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_answer_is_one_that_is_described(case, world):
    if "id" in case.path_parameters and case.operation.path.startswith("/api/v1/versions"):
        case.path_parameters["id"] = world.adopted.pk
    case.call_and_validate()


def test_every_operation_announces_its_refusals():
    paths = api.get_openapi_schema()["paths"]
    for path, methods in paths.items():
        assert set(methods) <= {"get", "post"}
        for method, said in methods.items():
            answers = {str(status) for status in said["responses"]}
            assert answers >= ({"200", "404", "422"} if "{" in path else {"200", "422"}), path
            assert method == "get" or answers >= {"401", "403"}, path
            assert said["summary"]
