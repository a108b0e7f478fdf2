"""A project as the YAML file that people read, change and send back."""

from collections.abc import Mapping
from typing import Any

import yaml

from bot.amounts import write_amount
from bot.domain.courses import Item
from bot.domain.pay_terms import RUBRIC
from bot.domain.profiles import Wanted
from bot.domain.projects import NewProject, Offerings
from bot.domain.requirements import text
from bot.domain.scheme_body import REASONS, with_reason
from bot.domain.tasks import Content
from bot.formats.project_confidence import written as confidence
from bot.formats.scheme_text import Dumper, InLine, Row, plain, scheme_parts
from bot.formats.schemes import packaged

_MOST_NAME = 40
_IN_LINE = (
    "confidence", "languages", "level", "countries", "skills", "quality", "rubric", "calls",
    "training", "exam",
)  # fmt: skip
Body = dict[str, Any]


class _Quoted(str):
    """A text that stays one, whatever it looks like."""

    __slots__ = ()


def _text(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    if "\n" not in data:
        return plain(dumper, data)
    # Where a block cannot hold the text exactly, the library quotes it.
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style="|")


def _quoted(dumper: yaml.SafeDumper, data: _Quoted) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style='"')


class _Dumper(Dumper):
    """Writes guidelines as they are read, and money as text."""


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Quoted, _quoted)


def project_text(fields: Mapping[str, Any]) -> bytes:
    """The file with these fields; read again, it is the same project."""
    written = {name: _written(name, value) for name, value in fields.items()}
    made = yaml.dump(written, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=99)
    return made.encode()


def _written(name: str, value: Any) -> Any:
    if name in ("pay", "client") and isinstance(value, Mapping):
        money = ("per_task", "price")
        return InLine({k: _Quoted(v) if k in money else v for k, v in value.items()})
    if name in _IN_LINE:
        return _in_line(value)
    return value


def _in_line(value: Any) -> Any:
    if isinstance(value, Mapping):
        return InLine({name: _in_line(one) for name, one in value.items()})
    return Row(value) if isinstance(value, list) else value


def project_fields(project: NewProject, own: Mapping[str, Body]) -> Body:
    """Every field of the project's file that is not as it would be without it.

    A scheme is named where the name means just that scheme here, and else written out.
    """
    offer = project.offer
    found = {
        "key": project.key,
        "name": project.name,
        **_scheme(project, own),
        "guidelines": project.guidelines,
        "pay": {"per_task": write_amount(offer.pay), "currency": offer.pay.currency},
        "minutes_per_task": _minutes(offer.seconds_per_task),
        "overlap": offer.overlap,
        "confidence": confidence(offer.confidence, offer.overlap),
        "tasks_per_job": offer.tasks_per_job,
        "review_days": offer.review_days,
        "due_minutes": offer.due_minutes,
        "languages": list(offer.languages),
        **_people(offer.wanted),
        "requires": None if offer.requires is None else text(offer.requires),
        "review_share": offer.review_share,
        "most_jobs_a_day": offer.most_jobs_a_day,
        "protect_content": offer.protect_content,
        "content_warning": offer.content_warning,
        **_judged(offer),
        "calls": {
            name: value
            for name, value in (
                ("pin", offer.cards.pin),
                ("repost_hours", offer.cards.repost_hours),
            )
            if value
        },
        "training": list(offer.learning.training),
        "exam": list(offer.learning.exam),
        "check": [_item(one) for one in offer.learning.check],
        "reread": None if offer.learning.reread else False,
    }
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def _minutes(seconds: int) -> float:
    return seconds // 60 if seconds % 60 == 0 else round(seconds / 60, 6)


def _scheme(project: NewProject, own: Mapping[str, Body]) -> Body:
    body, name = project.scheme, str(project.scheme["name"])
    known = packaged(name) or own.get(name)
    if known is not None:
        if packaged(name) is None and known == body:
            return {"scheme": name}
        for reason in REASONS:
            if with_reason(known, reason) == body:
                return {"scheme": name} | ({"reason": reason} if _asks_why(known) else {})
    if packaged(name) is not None:
        # The name means another scheme by now.
        body = {**body, "name": f"{name}-of-{project.key}"[:_MOST_NAME].rstrip("-")}
    return {"scheme": scheme_parts(body)}


def _asks_why(body: Body) -> bool:
    return any(one["id"] == "reason" for one in body["questions"])


def _people(wanted: Wanted) -> Body:
    levels: Any = {name: str(level) for name, level in wanted.levels.items()}
    if wanted.level is not None:
        levels = {"": str(wanted.level), **levels} if levels else str(wanted.level)
    countries: Any = list(wanted.countries)
    if wanted.not_countries:
        countries = {"not": list(wanted.not_countries)}
        if wanted.countries:
            countries["only"] = list(wanted.countries)
    return {"level": levels, "countries": countries, "skills": list(wanted.skills)}


def _judged(offer: Offerings) -> Body:
    """What the ratings speak for, how verdicts change the pay, and who says them."""
    terms, price = offer.pay_terms, offer.client_price
    client: Body = {}
    if terms.confirm_days is not None:
        client["confirm_days"] = terms.confirm_days
    if price is not None:
        client["price"] = write_amount(price)
    return {
        "skill": offer.skill,
        "quality": {
            "accepted_with_fix": terms.fixed_percent, "rejected": terms.rejected_percent,
        },
        "flagged": terms.flag_percent,
        "client": client,
        "rubric": list(offer.rubric) if offer.rubric != RUBRIC else None,
    }  # fmt: skip


def _item(one: Item) -> Body:
    """One question of the check."""
    options = [
        {"right": dict(option)} if nth in one.right else dict(option)
        for nth, option in enumerate(one.options)
    ]
    found: Body = {"ask": dict(one.ask)}
    if one.content is not None:
        found |= _content(one.content)
    return {**found, "options": options, "why": dict(one.why)}


def _content(content: Content) -> Body:
    found: Body = {}
    if content.prompt:
        found["prompt"] = [{"role": one.role, "content": one.text} for one in content.prompt]
    if content.context is not None:
        found["context"] = content.context
    if content.responses:
        found["responses"] = [one.text for one in content.responses]
    return found
