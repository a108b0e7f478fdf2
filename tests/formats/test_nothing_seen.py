"""A text that nobody sees is no text, and two that look alike are one."""

import pytest

from bot.formats.course_file import read_course
from bot.formats.new_project import new_project
from bot.formats.records import Fault
from bot.formats.scheme_file import read_scheme

UNSEEN = ("\u200b", "\u2060 \u00ad", "\u3164", "\u2800", "\u202e", "\ufeff")
SCHEME = """
name: tone
responses: [1, 1]
questions:
  - {{id: tone, kind: choice, ask: "{ask}", rows: [
    [{{value: a, label: "{one}"}}, {{value: b, label: "{two}"}}]]}}
"""
COURSE = """
course: tone
kind: training
title: "{title}"
about: What it is about.
minutes: 3
questions:
  - {{ask: Which, options: [{{right: "{one}"}}, "{two}"], why: So}}
"""
PROJECT = """
key: tone
name: "{name}"
scheme: pairwise
guidelines: Read.
pay: {{per_task: "0.40", currency: USD}}
minutes_per_task: 2
"""


def _said(found: object) -> list[tuple[str, str]]:
    assert isinstance(found, list)
    return [(one.field, one.code) for one in found if isinstance(one, Fault)]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_cannot_be_seen_is_empty(unseen: str) -> None:
    scheme = SCHEME.format(ask=unseen, one="Kind", two=unseen)
    assert _said(read_scheme(scheme.encode())) == [
        ("questions.1.ask", "empty"), ("questions.1.rows.1.2.label", "empty"),
    ]  # fmt: skip
    course = COURSE.format(title=unseen, one="Kind", two=unseen)
    assert _said(read_course(course.encode())) == [
        ("title", "empty"), ("questions.1.options.2", "empty"),
    ]  # fmt: skip
    assert _said(new_project(PROJECT.format(name=unseen).encode())) == [("name", "empty")]


@pytest.mark.parametrize("twin", ["Kind", " kind ", "Ki\u200bnd", "\u202eKIND"])
def test_options_that_look_alike_are_refused(twin: str) -> None:
    scheme = SCHEME.format(ask="Which", one="Kind", two=twin)
    assert _said(read_scheme(scheme.encode())) == [("questions.1.rows.1.2.label", "same-option")]
    course = COURSE.format(title="Tone", one="Kind", two=twin)
    assert _said(read_course(course.encode())) == [("questions.1.options.2", "same-option")]
