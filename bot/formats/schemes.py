"""The rating schemes that come with the package."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

NAMES = ("pairwise",)


@cache
def packaged(name: str) -> dict[str, Any] | None:
    """The mapping of a packaged scheme; none when there is no such scheme."""
    if name not in NAMES:
        return None
    text = (files("bot") / "schemes" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded
