"""The parameters of one call, whichever way they were sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.refusal import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    filename: str
    content: bytes


class Params:
    """Typed access to what a form, JSON or multipart body holds."""

    def __init__(self, values: Mapping[str, Any], files: Mapping[str, Upload]) -> None:
        self.values = values
        self._files = files

    def names(self) -> set[str]:
        """Which parameters were sent; attached files are reached through the others."""
        attached = {name for name in self._files if not self._is_attached(name)}
        return set(self.values) | attached

    def _is_attached(self, name: str) -> bool:
        link = f"attach://{name}"
        return any(link in value for value in self.values.values() if isinstance(value, str))

    def has(self, name: str) -> bool:
        """Whether the parameter was sent at all."""
        return name in self.values or name in self._files

    def text(self, name: str) -> str:
        """A string, empty when missing."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def integer(self, name: str) -> int | None:
        """A whole number, None when missing."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'can\'t parse "{name}": expected a Number') from None

    def flag(self, name: str) -> bool:
        """A boolean, false when missing."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else str(value).lower() in ("true", "1", "yes")

    def data(self, name: str) -> Any:
        """A JSON value, None when missing."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def mapping(self, name: str) -> dict[str, Any]:
        """A JSON object, empty when missing."""
        value = self.data(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {name.replace('_', ' ')}")
        return value

    def sequence(self, name: str) -> list[Any]:
        """A JSON array, empty when missing."""
        value = self.data(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise bad_request(f"array expected as {name.replace('_', ' ')}")
        return value

    def upload(self, name: str) -> Upload | None:
        """The file sent under this name, directly or as attach://."""
        if name in self._files:
            return self._files[name]
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self._files.get(value.removeprefix("attach://"))
        return None
