"""What the sandbox believes to be the Bot API, against the published description of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from sandbox.entities import KEYS
from sandbox.methods import MODELLED
from sandbox.signatures import signature
from sandbox.updates import ON_REQUEST_ONLY

PUBLISHED = Path(__file__).parents[2].parent / "shared" / "botapi" / "api.json"
LEFT_OUT = f"the description of the Bot API is not beside the project ({PUBLISHED.name})"


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    if not PUBLISHED.exists():
        pytest.skip(LEFT_OUT)
    described: dict[str, Any] = json.loads(PUBLISHED.read_text())
    return described


@pytest.mark.parametrize("method", MODELLED)
def test_a_modelled_method_has_the_published_parameters(
    published: dict[str, Any], method: str
) -> None:
    fields = published["methods"][method].get("fields", [])
    described = {field["name"]: field["required"] for field in fields}
    known = signature(method)
    assert known is not None
    assert known.known == set(described)
    assert set(known.required) == {name for name, required in described.items() if required}


def test_every_published_method_is_known_to_the_client(published: dict[str, Any]) -> None:
    assert [name for name in published["methods"] if signature(name) is None] == []


def test_the_kinds_of_entities_and_updates_are_published_ones(published: dict[str, Any]) -> None:
    fields = {field["name"] for field in published["types"]["MessageEntity"]["fields"]}
    assert {key for keys in KEYS.values() for key in keys} <= fields
    assert {field["name"] for field in published["types"]["Update"]["fields"]} >= ON_REQUEST_ONLY


@pytest.mark.parametrize(
    "name", ["makeCoffee", "__init__", "get_me", "de_json", "initialize", "shutdown", ""]
)
def test_what_is_no_method_is_unknown(name: str) -> None:
    assert signature(name) is None
