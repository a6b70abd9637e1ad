"""Whatever a program asks within the description, the answer is one that the description announces."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings

from config.wsgi import application
from openamif.web.api.urls import api

schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.mark.django_db
@schema.parametrize()
@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_every_answer_is_one_that_is_described(case, world):
    if "id" in case.path_parameters and case.operation.path.startswith("/api/v1/versions"):
        case.path_parameters["id"] = world.adopted.pk
    case.call_and_validate()


def test_every_operation_announces_its_refusals():
    paths = api.get_openapi_schema()["paths"]
    for path, methods in paths.items():
        assert set(methods) == {"get"}
        answers = {str(status) for status in methods["get"]["responses"]}
        assert answers >= ({"200", "404", "422"} if "{" in path else {"200", "422"}), path
        assert methods["get"]["summary"]
