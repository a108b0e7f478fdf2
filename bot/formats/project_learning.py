"""What a project file says of courses, and of the check of its guidelines."""

from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from bot.domain.courses import Item
from bot.formats.course_items import read_items
from bot.formats.fields import Fields
from bot.formats.records import Fault
from bot.formats.strict_yaml import read_yaml

MOST_CHECK: Final = 10


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _once_each(keys: list[str]) -> list[str]:
    if len(set(keys)) < len(keys):
        raise PydanticCustomError("duplicate-key", "a course stands twice")
    return keys


_Key = Annotated[str, Field(pattern=r"^[a-z0-9-]{2,40}$")]
# One key, or several.
Courses = Annotated[
    list[_Key], Field(max_length=5), BeforeValidator(_listed), AfterValidator(_once_each)
]


def read_check(data: bytes) -> tuple[Item, ...] | list[Fault]:
    """The questions of the check in a project file, or their faults; all else is read elsewhere.

    The first question says in which languages all of them are.
    """
    document = read_yaml(data)
    if isinstance(document, Fault) or not isinstance(document.value, dict):
        return ()
    value = document.value.get("check")
    if value is None:
        return ()
    fields = Fields(document)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        fields.labels(("check", "0", "ask"), value[0].get("ask"), 300, first=True)
    check = read_items(fields, ("check",), value, MOST_CHECK)
    for nth, item in enumerate(check):
        if item.has_several:
            fields.fault(("check", str(nth), "options"), "one-right-option")
    own = [fault for fault in fields.faults if fault not in document.faults]
    return own or check
