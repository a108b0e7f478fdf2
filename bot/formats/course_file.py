"""The YAML file of a course: a training or an exam."""

import re
from typing import Any, Final

from bot.amounts import is_currency, read_amount
from bot.domain.courses import Course, ExamTerms, Feedback
from bot.domain.money import Money
from bot.domain.repricing import MOST_PER_TASK
from bot.formats.course_items import read_items
from bot.formats.fields import Fields
from bot.formats.records import Fault
from bot.formats.strict_yaml import Document, Path, read_yaml

_MOST_BYTES: Final = 256 * 1024
_MOST_ITEMS: Final = 100
_COURSE: Final = (
    "course", "kind", "title", "about", "minutes", "pay", "valid_days", "questions",
)  # fmt: skip
_EXAM: Final = ("pass", "ask", "tries", "wait_hours", "again_days", "feedback")
_KINDS: Final = ("training", "exam")
_YEARS: Final = 3_650
_SAYS_COURSE: Final = re.compile(rb"^course[ \t]*:", re.MULTILINE)


def is_course_file(data: bytes) -> bool:
    """Whether the file says that it is a course; of one that cannot be read its lines say it."""
    if len(data) > _MOST_BYTES:
        return False
    document = read_yaml(data)
    if isinstance(document, Fault):
        return _SAYS_COURSE.search(data) is not None
    if not isinstance(document.value, dict):
        return False
    return "course" in document.value


def read_course(data: bytes) -> Course | list[Fault]:
    """The course, or every fault with its line; never raises on what the bytes hold."""
    if len(data) > _MOST_BYTES:
        return [Fault(0, "", "too-large", {"limit": _MOST_BYTES, "size": len(data)})]
    document = read_yaml(data)
    if isinstance(document, Fault):
        return [document]
    fields = Fields(document)
    course = _course(fields, document)
    if fields.faults:
        return sorted(fields.faults, key=lambda fault: fault.line)
    return course


def _course(fields: Fields, document: Document) -> Course:
    body = fields.mapping((), document.value, (*_COURSE, *_EXAM))
    kind = body.get("kind")
    if kind not in _KINDS:
        fields.fault(("kind",), "missing" if kind is None else "not-an-option")
    title = fields.labels(("title",), body.get("title"), 80, first=True)
    first, later = _pay(fields, body.get("pay"))
    items = read_items(fields, ("questions",), body.get("questions"), _MOST_ITEMS)
    return Course(
        key=fields.key(("course",), body.get("course")),
        title=title,
        about=fields.labels(("about",), body.get("about"), 600),
        minutes=fields.needed(("minutes",), body.get("minutes"), 1, 600),
        items=items,
        exam=_exam(fields, body, len(items)),
        first=first,
        later=later,
        valid_days=fields.whole(("valid_days",), body.get("valid_days"), 14, _YEARS),
    )


def _exam(fields: Fields, body: dict[str, Any], count: int) -> ExamTerms | None:
    if body.get("kind") != "exam":
        # With a kind that is none nobody knows what the rest should be.
        for name in _EXAM if body.get("kind") == "training" else ():
            if name in body:
                fields.fault((name,), "for-exams-only")
        return None
    feedback = body.get("feedback", Feedback.each)
    if feedback not in list(Feedback):
        fields.fault(("feedback",), "not-an-option")
        feedback = Feedback.each
    asked = fields.whole(("ask",), body.get("ask"), 1, _MOST_ITEMS, count) or count
    if count and asked > count:
        fields.fault(("ask",), "more-than-there-are", most=count)
    return ExamTerms(
        asked=asked,
        pass_percent=fields.needed(("pass",), body.get("pass"), 1, 100),
        tries=fields.whole(("tries",), body.get("tries"), 2, 20, 2) or 2,
        wait_hours=fields.whole(("wait_hours",), body.get("wait_hours"), 0, 720, 24) or 0,
        again_days=fields.whole(("again_days",), body.get("again_days"), 1, _YEARS),
        feedback=Feedback(feedback),
    )


def _pay(fields: Fields, value: Any) -> tuple[Money | None, Money | None]:
    if value is None:
        return None, None
    body = fields.mapping(("pay",), value, ("amount", "currency", "later"))
    currency = body.get("currency")
    if not isinstance(currency, str) or not is_currency(currency):
        fields.fault(("pay", "currency"), "missing" if currency is None else "unknown-currency")
        return None, None
    first = _money(fields, ("pay", "amount"), body.get("amount"), currency)
    later = body.get("later")
    if later is None:
        return first, None
    return first, _money(fields, ("pay", "later"), later, currency)


def _money(fields: Fields, path: Path, value: Any, currency: str) -> Money | None:
    if value is None:
        fields.fault(path, "missing")
        return None
    # In a file of this kind numbers are in ASCII, and the sign before decimals is a point.
    if not isinstance(value, str) or not value.strip() or not value.isascii():
        fields.fault(path, "bad-amount")
        return None
    found = read_amount(value, currency, mark=".")
    if not isinstance(found, Money):
        fields.fault(path, found.code, **found.facts)
    elif not 0 < found.minor <= MOST_PER_TASK:
        fields.fault(path, "out-of-range")
    else:
        return found
    return None
