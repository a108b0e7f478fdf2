"""The pictures of the architecture show what is: the contract, and modules that exist."""

import re
import tomllib
from importlib.util import find_spec
from xml.etree import ElementTree as ET

import pytest

from tests.docs_text import DOCS, ROOT
from tools.drawings import DRAWN, FLOORS, PARTS, STEPS, TELEGRAM

SVG = "{http://www.w3.org/2000/svg}"


def contract() -> list[tuple[set[str], bool]]:
    """The floors of the contract: the modules, and whether they stand apart."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    floors = next(c for c in tool["importlinter"]["contracts"] if c["type"] == "layers")["layers"]
    return [(set(re.findall(r"[\w.]+", line)), ":" not in line) for line in floors]


def test_the_picture_of_the_floors_is_the_contract() -> None:
    root = ET.parse(DOCS / "pictures" / "floors.svg").getroot()  # noqa: S314
    drawn = [
        (
            {part.attrib["data-module"] for part in layer.iter() if "data-module" in part.attrib},
            layer.attrib["data-apart"] == "true",
        )
        for layer in root.iter(f"{SVG}g")
        if "data-layer" in layer.attrib
    ]
    assert drawn == contract()
    assert len(drawn) > 5


def test_every_module_is_written_in_its_box() -> None:
    root = ET.parse(DOCS / "pictures" / "floors.svg").getroot()  # noqa: S314
    for part in root.iter(f"{SVG}g"):
        if "data-module" in part.attrib:
            written = "".join(words.text or "" for words in part.iter(f"{SVG}text"))
            assert written == part.attrib["data-module"]


@pytest.mark.parametrize("name", DRAWN)
def test_the_pictures_are_as_they_are_drawn_now(name: str) -> None:
    """If not: `.venv/bin/python tools/drawings.py`."""
    assert (DOCS / "pictures" / name).read_text("utf-8") == DRAWN[name]()


def test_who_takes_part_in_a_claim_exists() -> None:
    assert [module for _, module in PARTS[TELEGRAM + 1 :] if find_spec(module) is None] == []
    told = {part for step in STEPS if not isinstance(step, str) for part in step[:2]}
    assert told == set(range(len(PARTS)))
    assert {floor[0] for floor in FLOORS} <= {name for names, _ in contract() for name in names}
