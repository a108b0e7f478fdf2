"""The scheme of a project file: one of the hall's by its name, or one that stands in the file."""

from collections.abc import Mapping
from typing import Any

from bot.domain.scheme_body import with_reason
from bot.formats.fields import Fields
from bot.formats.records import Fault
from bot.formats.scheme_file import Body, scheme_in
from bot.formats.schemes import packaged
from bot.formats.strict_yaml import read_yaml

_REASON = "reason"


def read_project_scheme(data: bytes, own: Mapping[str, Body]) -> Body | list[Fault]:
    """The scheme as the project asks it, or what is wrong with it; all else is read elsewhere.

    Of a packaged scheme the file says whether reasons are asked for, by default never; any other
    scheme asks as it is written, unless the file says something.
    """
    document = read_yaml(data)
    if isinstance(document, Fault) or not isinstance(document.value, dict):
        return {}
    fields = Fields(document)
    project: dict[str, Any] = document.value
    said = project.get("scheme")
    if not isinstance(said, str | dict):
        return {}
    found = _scheme(fields, said, own)
    if isinstance(found, list):
        return found
    is_packaged = isinstance(said, str) and packaged(said) is not None
    reason = project.get(_REASON, "never" if is_packaged else None)
    if reason in ("always", "strong") and not _asks_why(found):
        fields.fault((_REASON,), "no-reason-question")
        return fields.faults
    if reason == "never" and all(one["id"] == _REASON for one in found["questions"]):
        fields.fault((_REASON,), "nothing-required")
        return fields.faults
    return found if reason is None else with_reason(found, str(reason))


def _scheme(
    fields: Fields, said: str | dict[str, Any], own: Mapping[str, Body]
) -> Body | list[Fault]:
    if isinstance(said, dict):
        return scheme_in(fields.document, ("scheme",), said)
    found = packaged(said) or own.get(said)
    if found is None:
        fields.fault(("scheme",), "unknown-scheme")
        return fields.faults
    return found


def _asks_why(body: Body) -> bool:
    return any(one["id"] == _REASON and one["kind"] == "text" for one in body["questions"])
