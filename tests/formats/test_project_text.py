"""The file of a project: written from what is stored, and read back as the same project."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.money import Money
from bot.domain.projects import NewProject
from bot.domain.scheme_body import scheme_from
from bot.formats.new_project import new_project
from bot.formats.project_file import ProjectFile
from bot.formats.project_text import project_fields, project_text
from bot.formats.schemes import NAMES, packaged
from bot.seen import has_visible

QUICK = settings(derandomize=True, deadline=None, max_examples=120)
LEAST = """\
key: my-pairs
name: Which is better?
scheme: pairwise
guidelines: Choose.
pay: {per_task: "0.40", currency: USD}
minutes_per_task: 2
"""
MORE = """\
overlap: 2
tasks_per_job: 7
review_days: 0
due_minutes: 90
languages: [en, pt-BR, "no"]
level: {en: fluent, "no": basic}
countries: {not: [US, RU]}
skills: [mathematics, x-sign-language]
requires: tier law >= 30 or qualification de-legal
skill: law
review_share: 35
most_jobs_a_day: 3
reason: strong
protect_content: true
content_warning: "Blood: some, #really."
quality: {accepted_with_fix: 60, rejected: 10}
flagged: 50
client: {confirm_days: 7, price: "0.60"}
rubric: [facts, too-short]
calls: {pin: true, repost_hours: 6}
training: lesson
exam: [exam-one, exam-two]
reread: false
check:
  - ask: {en: "Is it 1e5?", ar: "؟"}
    prompt:
      - {role: user, content: "What is\\n\\n2 + 2?"}
      - {role: assistant, content: "4"}
    context: "no"
    responses: ["1e5", "  two  "]
    options: [{right: {en: "yes", ar: "نعم"}}, {en: "no", ar: "لا"}]
    why: {en: "Since it is.", ar: "لأنه كذلك."}
"""
INLINE = LEAST.replace("scheme: pairwise", """scheme:
  name: tone
  title: {en: Tone}
  responses: [1, 1]
  questions:
    - id: tone
      kind: choice
      ask: How does it sound?
      required: true
      rows: [[{value: "no", label: {en: Bad}}, {value: good, label: {en: Good}}]]
""")  # fmt: skip


def made(source: str, own: dict[str, Any] | None = None) -> NewProject:
    found = new_project(source.encode(), own)
    assert isinstance(found, NewProject), found
    return found


def again(project: NewProject, own: dict[str, Any] | None = None) -> object:
    return new_project(project_text(project_fields(project, own or {})), own)


@pytest.mark.parametrize(
    "source",
    [
        LEAST, LEAST + MORE, INLINE,
        LEAST + "languages: [de]\nlevel: good\ncountries: [DE, AT]\n",
        LEAST.replace("minutes_per_task: 2", "minutes_per_task: 0.35"),
        LEAST.replace("Choose.", '"Read both.\\r\\n\\n  Then choose.\\t\\n\\n"'),
        LEAST.replace("0.40", "40").replace("USD", "JPY"),
    ],
)  # fmt: skip
def test_the_file_of_a_project_is_the_same_project(source: str) -> None:
    project = made(source)
    assert again(project) == project


def test_no_field_is_left_out() -> None:
    fields = project_fields(made(LEAST + MORE), {})
    assert set(fields) == set(ProjectFile.model_fields)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reason", ["never", "always", "strong"])
def test_a_packaged_scheme_is_named(name: str, reason: str) -> None:
    found = new_project(
        LEAST.replace("scheme: pairwise", f"scheme: {name}\nreason: {reason}").encode()
    )
    if isinstance(found, list):
        return  # it asks for no reason
    assert project_fields(found, {})["scheme"] == name
    assert again(found) == found


def test_a_scheme_of_the_hall_is_named_while_its_name_means_it() -> None:
    body = made(INLINE).scheme
    project = made(LEAST.replace("pairwise", "tone"), {"tone": body})
    assert project_fields(project, {"tone": body})["scheme"] == "tone"
    assert again(project, {"tone": body}) == project
    other = {**body, "seconds_per_choice": 7}
    assert again(project, {"tone": other}) == project
    assert again(project, {}) == project


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1)


@QUICK
@given(
    TEXTS | st.sampled_from(["1e5", "5.", "~", "null", "no", "=", "<<", "0x1", "- a", "a: b"]),
    st.lists(TEXTS, min_size=1, max_size=4), st.integers(1, 36_000), st.integers(1, 10**6),
)  # fmt: skip
def test_whatever_people_write_comes_back(
    name: str, paragraphs: list[str], seconds: int, minor: int
) -> None:
    base = made(LEAST)
    guide = "\n".join(paragraphs)
    if not (has_visible(name) and has_visible(guide) and len(name) <= 100):
        return
    pay = Money(minor, "USD")
    offer = replace(base.offer, seconds_per_task=seconds, pay=pay, content_warning=name)
    project = replace(base, name=name, guidelines=guide, offer=offer)
    assert again(project) == project


def test_every_packaged_scheme_written_out_is_the_same() -> None:
    for name in NAMES:
        body = packaged(name)
        assert body is not None
        project = replace(made(LEAST), scheme={**body, "name": f"own-{name}"})
        read = again(project)
        # Written out, it says also what a packaged file leaves to be understood.
        assert isinstance(read, NewProject)
        assert scheme_from(read.scheme) == scheme_from(project.scheme)
        assert again(read) == read


def test_a_packaged_scheme_of_an_older_version_gets_a_name_of_its_own() -> None:
    older = {**made(INLINE).scheme, "name": "pairwise"}
    read = again(replace(made(LEAST), scheme=older))
    assert isinstance(read, NewProject)
    assert read.scheme == {**older, "name": "pairwise-of-my-pairs"}
