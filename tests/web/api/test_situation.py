"""Where a programme stands, read by a program: whose figures, which figures, and who reads none."""

import pytest

from openamif.people.states import RoleKind
from tests.factories import people, programmes, situations


@pytest.fixture
def there(db):
    return situations.situation()


def rows(answer) -> dict:
    assert answer.status_code == 200, answer.content
    return {each["code"]: each for each in answer.json()["items"]}


def path(there) -> str:
    return f"programmes/{there.programme.pk}/situation"


def test_every_indicator_with_value_target_and_breakdown(get, there):
    found = rows(get(path(there), by=there.officer))
    course, policy = found["SO2.C2"], found["SO2.C3"]
    assert (course["value"], course["target"], course["milestone"]) == ("13.00", "2500.00", None)
    assert course["breakdown"] == {"18_60": {"female": 6, "male": 7}}
    assert (policy["value"], policy["declared"], policy["breakdown"]) == ("3.00", "3.00", {})


def test_a_delegated_authority_reads_its_part(get, there):
    found = rows(get(path(there), by=there.delegate))
    assert found["SO2.C2"]["value"] == "2.00"
    assert not any(code.startswith("SO1") for code in found)


def test_milestones_of_2021_2027(get, db):
    officer = people.person(RoleKind.RESPONSIBLE_AUTHORITY, of=people.organisation())
    version = programmes.programme_2021(by=officer)
    found = rows(get(f"programmes/{version.programme_id}/situation", by=officer))["O.2.3"]
    assert (found["milestone"], found["target"], found["value"]) == ("1000.00", "9000.00", "0.00")
    for by in (officer, None):
        printed = rows(get(f"versions/{version.pk}/indicators", by=by))
        assert (printed["O.2.3"]["milestone"], printed["R.2.8"]["milestone"]) == ("1000.00", None)


def test_those_who_are_not_of_the_programme_find_nothing(get, there):
    assert get(path(there)).status_code == 404
    assert get(path(there), by=people.person(RoleKind.RESPONSIBLE_AUTHORITY)).status_code == 404
    assert get("programmes/999999/situation", by=there.officer).status_code == 404


def test_a_beneficiary_reads_no_situation(get, there):
    beneficiary = people.person(RoleKind.BENEFICIARY, scope=there.programme.scope, of=there.first.beneficiary)
    assert get(path(there), by=beneficiary).status_code in (403, 404)


def test_the_list_comes_in_pages(get, there):
    whole = get(path(there), by=there.officer).json()
    part = get(f"{path(there)}?limit=2&offset=1", by=there.officer).json()
    assert part["items"] == whole["items"][1:3]
    assert (part["count"], part["limit"], part["offset"]) == (whole["count"], 2, 1)
