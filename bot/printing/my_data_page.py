"""The page that a person reads: a heading for each kind of record, each field with its name."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from html import escape
from typing import Any, Final

from bot import say
from bot.domain.money import Money
from bot.domain.my_data import AT_LENGTH, FIELDS, JSON, WORDED, WORDS, About, Page
from bot.domain.pay_terms import RUBRIC
from bot.domain.steps import REASONS
from bot.printing.words import Words

_MOST_KEPT: Final = 4096  # putting a text together takes longer than all else
_STYLE: Final = """
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.2rem;margin:2rem 0 .25rem}
nav ul{columns:16rem;padding:0;list-style:none}nav a{display:block;padding:.35rem 0}
.kept,.none,dt{color:#5a6069}
ol.records{list-style:none;padding:0}
ol.records>li{border-top:1px solid #8884;padding:.6rem 0;content-visibility:auto;
contain-intrinsic-size:auto 6rem}
dl{display:grid;grid-template-columns:minmax(6rem,9rem) 1fr;gap:.1rem .75rem;margin:0}
dd dl{grid-template-columns:minmax(4rem,max-content) 1fr}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
.text{white-space:pre-wrap;border-inline-start:3px solid #8886;padding-inline-start:.6rem}
dd ol{margin:0;padding-inline-start:1.2rem}
@media(prefers-color-scheme:dark){.kept,.none,dt{color:#a4abb5}}
@media(max-width:20rem){dl{grid-template-columns:1fr}}
"""


def opened(words: Words, about: About, kinds: Sequence[str]) -> str:
    """The head of the page, up to the first kind of record."""
    links = "".join(
        f'<li><a href="#{kind}">{escape(words(f"data-kind-{kind}"))}</a></li>' for kind in kinds
    )
    title = escape(words("data-title"))
    made = words("data-made", when=words.moment(about.made_at), zone=words.place(about.made_at))
    left = "" if about.has_tasks else f"<p>{escape(words('data-without-tasks'))}</p>"
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}" '
        f'dir="{"rtl" if words.is_rtl else "ltr"}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><header><h1>{title}</h1>"
        f"<p><bdi>{escape(about.name or about.pseudonym)}</bdi></p><p>{escape(made)}</p>"
        f"<p>{escape(words('data-about', file=JSON))}</p>{left}</header>"
        f"<nav><ul>{links}</ul></nav><main>\n"
    )


def closed() -> str:
    """The end of the page."""
    return "</main></body></html>\n"


def section(words: Words, page: Page) -> str:
    """A page of records of one kind, with the heading where it is the first."""
    before = _head(words, page) if page.is_first else ""
    items = "".join(f"<li>{_fields(words, one)}</li>\n" for one in page.records)
    return before + items + ("</ol></section>\n" if page.is_last else "")


def _head(words: Words, page: Page) -> str:
    title, days = words(f"data-kind-{page.kind}"), page.kept.days
    kept = words("data-kept-account") if days is None else words("data-kept-days", days=days)
    none = "" if page.records else f'<p class="none">{escape(words("data-none"))}</p>'
    return (
        f'<section id="{page.kind}"><h2>{escape(title)}</h2>'
        f'<p class="kept">{escape(kept)}</p>{none}<ol class="records">\n'
    )


def _fields(words: Words, fields: Mapping[str, Any]) -> str:
    told = "".join(
        f"<dt>{escape(_named(words, name))}</dt><dd>{_value(words, name, value)}</dd>"
        for name, value in fields.items()
        if value is not None and value not in ("", [], {})
    )
    return f"<dl>{told}</dl>"


@lru_cache(_MOST_KEPT)
def _named(words: Words, name: str) -> str:
    return words(f"data-field-{name.replace('_', '-')}") if name in FIELDS else name


@lru_cache(_MOST_KEPT)
def _worded(words: Words, slug: str) -> str:
    return words(f"data-word-{slug}")


@lru_cache(_MOST_KEPT)
def _moment(words: Words, moment: datetime) -> str:
    return words.moment(moment)


def _value(words: Words, name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return _fields(words, value)
    if isinstance(value, list | tuple):
        if all(isinstance(one, str | int) for one in value):
            return ", ".join(_value(words, name, one) for one in value)
        return "<ol>" + "".join(f"<li>{_value(words, name, one)}</li>" for one in value) + "</ol>"
    if isinstance(value, str) and name in AT_LENGTH:
        return f'<div class="text" dir="auto">{escape(value)}</div>'
    return f"<bdi>{escape(_plain(words, name, value))}</bdi>"


def _plain(words: Words, name: str, value: Any) -> str:
    if isinstance(value, Money):
        return words.money(value)
    if isinstance(value, datetime):
        return _moment(words, value)
    if isinstance(value, bool):
        return words("data-yes") if value else words("data-no")
    if isinstance(value, float):
        return say.number(words.language, value)
    slug = str(value).replace(" ", "-")
    if name == "reason" and slug in REASONS:
        return words(f"step-reason-{slug}")
    if name == "reason" and slug in RUBRIC:
        return words(f"reason-{slug}")
    if name in WORDED and slug in WORDS:
        return _worded(words, slug)
    return str(value)
