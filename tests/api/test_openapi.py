"""What the API says of itself is true: every request that fits or does not fit is answered as described."""

import json
from typing import Any

import pytest
from django.test import Client as Browser
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import openapi

from samenhang.practice.models import Client, Practice
from tests.api.phone import Phone, join
from tests.conftest import Person

ADDRESS = "/api/v1/openapi.json"
EXAMPLES = 60


@pytest.fixture
def phone(noor: Person, emma: Client) -> Phone:
    return join(noor, emma)


def described() -> dict[str, Any]:
    answer = Browser().get(ADDRESS)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_it_describes_itself(practice: Practice) -> None:
    told = described()
    assert told["openapi"].startswith("3.")
    assert list(told["paths"]) == ["/api/v1/check-ins"]
    check_in = told["paths"]["/api/v1/check-ins"]["post"]
    assert set(check_in["responses"]) >= {"200", "201", "401", "404", "409", "413", "422", "503"}
    assert check_in["security"]
    openapi.from_dict(told).validate()


def test_whatever_is_sent_is_answered_as_described(phone: Phone) -> None:
    """Requests that fit the description and requests that do not: never a broken answer."""
    told = described()
    operation = openapi.from_dict(told)["/api/v1/check-ins"]["POST"]
    codes = {int(code) for code in told["paths"]["/api/v1/check-ins"]["post"]["responses"]}

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def every(case: Any) -> None:
        answer = phone.send(json.dumps(case.body, default=str))
        assert answer.status_code in codes, (answer.status_code, case.body)
        assert answer["Content-Type"].startswith("application/json")
        mine = {"client": str(phone.client.pk)}
        if isinstance(case.body, dict):
            assert phone.send(json.dumps(case.body | mine, default=str)).status_code in codes

    every()
