import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.money import Money
from bot.domain.pay_terms import RUBRIC
from bot.domain.profiles import Level, Wanted
from bot.formats.project_file import ProjectFile, read_project
from bot.formats.records import Fault

QUICK = settings(derandomize=True, deadline=None, max_examples=150)
LEAST = """\
key: my-pairs
name: Which is better?
scheme: pairwise
guidelines: |
  Read both.

  Choose.
pay: {per_task: "0.40", currency: USD}
minutes_per_task: 2
"""


def told(source: str) -> list[tuple[int, str, str]]:
    result = read_project(source.encode())
    assert isinstance(result, list)
    return [(fault.line, fault.field, fault.code) for fault in result]


def test_defaults_fill_what_is_not_said() -> None:
    project = read_project(LEAST.encode())
    assert isinstance(project, ProjectFile)
    assert (project.pay.minor, project.pay.currency, project.seconds_per_task) == (40, "USD", 120)
    assert (project.overlap, project.tasks_per_job, project.review_days) == (3, 5, 3)
    assert (project.due_minutes, project.languages, project.reason) == (None, [], "never")
    assert (project.protect_content, project.content_warning) == (False, None)
    assert project.guidelines == "Read both.\n\nChoose.\n"
    assert (project.quality.accepted_with_fix, project.quality.rejected) == (80, 0)
    assert (project.flagged, project.client.confirm_days, project.client_price) == (
        100,
        None,
        None,
    )
    assert project.rubric == list(RUBRIC)


def test_everything_can_be_said() -> None:
    project = read_project(
        b"\xef\xbb\xbf"
        + LEAST.replace("scheme: pairwise", "scheme: {name: own, n: [1, 2.5, yes]}")
        .replace("minutes_per_task: 2", "minutes_per_task: 0.5").encode()
        + b"overlap: 2\ntasks_per_job: 20\nreview_days: 0\ndue_minutes: 30\nlanguages: [en, no]\n"
        b"reason: strong\nprotect_content: true\ncontent_warning: Blood.\n"
        b"quality: {accepted_with_fix: 60, rejected: 10}\nflagged: 50\n"
        b'client: {confirm_days: 7, price: "0.60"}\nrubric: [facts, too-short]\n'
    )  # fmt: skip
    assert isinstance(project, ProjectFile)
    assert project.scheme == {"name": "own", "n": [1, 2.5, "yes"]}
    assert (project.seconds_per_task, project.languages) == (30, ["en", "no"])
    assert (project.reason, project.protect_content) == ("strong", True)
    assert (project.quality.accepted_with_fix, project.quality.rejected) == (60, 10)
    assert (project.flagged, project.client.confirm_days) == (50, 7)
    assert (project.client_price, project.rubric) == (Money(60, "USD"), ["facts", "too-short"])


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("0.40", "USD", 40),
        ('"0.4"', "EUR", 40),
        ("1.10", "EUR", 110),
        ("12", "JPY", 12),
        ("0.125", "KWD", 125),
        ("3.000", "EUR", 300),
    ],
)
def test_money_is_exact(amount: str, currency: str, minor: int) -> None:
    source = LEAST.replace('"0.40"', amount).replace("USD", currency)
    project = read_project(source.encode())
    assert isinstance(project, ProjectFile)
    assert project.pay.minor == minor


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("0.40", "0.405", (8, "pay.per_task", "too-exact")),
        ("USD", "JPY", (8, "pay.per_task", "too-exact")),
        ("0.40", "1e3", (8, "pay.per_task", "bad-amount")),
        ("0.40", "NaN", (8, "pay.per_task", "bad-amount")),
        ("0.40", "much", (8, "pay.per_task", "bad-amount")),
        ("0.40", "٣", (8, "pay.per_task", "bad-amount")),
        ("0.40", "0", (8, "pay.per_task", "out-of-range")),
        ("0.40", "-1", (8, "pay.per_task", "out-of-range")),
        ("0.40", "9" * 12, (8, "pay.per_task", "out-of-range")),
        ("USD", "XXQ", (8, "pay.currency", "unknown-currency")),
        ("USD", "usd", (8, "pay.currency", "unknown-currency")),
        (", currency: USD", "", (8, "pay.currency", "missing")),
        ("name: Which is better?\n", "", (1, "name", "missing")),
        ("Which is better?", '" "', (2, "name", "empty")),
        ("Which is better?", '""', (2, "name", "empty")),
        ("Which is better?", "x" * 101, (2, "name", "too-long")),
        ("Which is better?", "7", (2, "name", "wrong-type")),
        ("Which is better?", '"\\ud800"', (2, "name", "lone-surrogate")),
        ("my-pairs", "My Pairs", (1, "key", "bad-form")),
        ("my-pairs", "x", (1, "key", "bad-form")),
        ("scheme: pairwise", "scheme: [pairwise]", (3, "scheme", "wrong-type")),
        ("task: 2", "task: 0", (9, "minutes_per_task", "out-of-range")),
        ("task: 2", "task: .inf", (9, "minutes_per_task", "wrong-type")),
        ("task: 2", "task: 1e999", (9, "minutes_per_task", "not-finite")),
        ("task: 2", "task: two", (9, "minutes_per_task", "wrong-type")),
        ("task: 2\n", "task: 2\noverlap: 21\n", (10, "overlap", "out-of-range")),
        ("task: 2\n", "task: 2\noverlap: true\n", (10, "overlap", "wrong-type")),
        ("task: 2\n", "task: 2\noverlap: 2.0\n", (10, "overlap", "wrong-type")),
        ("task: 2\n", "task: 2\nreview_days: 31\n", (10, "review_days", "out-of-range")),
        ("task: 2\n", "task: 2\nreason: maybe\n", (10, "reason", "not-an-option")),
        ("task: 2\n", "task: 2\nprotect_content: on\n", (10, "protect_content", "wrong-type")),
        ("task: 2\n", "task: 2\nlanguages:\n- en\n- 7\n", (12, "languages.1", "wrong-type")),
        ("task: 2\n", "task: 2\nlanguages: [e]\n", (10, "languages.0", "bad-form")),
        ("task: 2\n", "task: 2\nmood: good\n", (10, "mood", "unknown-field")),
        ("task: 2\n", "task: 2\nname: Again\n", (10, "name", "duplicate-key")),
        ("task: 2\n", "task: 2\n? [a]\n: b\n", (1, "", "wrong-type")),
        ("task: 2\n", "task: 2\nflagged: 101\n", (10, "flagged", "out-of-range")),
        ("task: 2\n", 'task: 2\nflagged: "50 %"\n', (10, "flagged", "wrong-type")),
        (
            "task: 2\n",
            "task: 2\nquality:\n  accepted_with_fix: 50\n  rejected: 60\n",
            (12, "quality.rejected", "out-of-range"),
        ),
        ("task: 2\n", "task: 2\nquality: {fixed: 9}\n", (10, "quality.fixed", "unknown-field")),
        ("task: 2\n", "task: 2\nclient: {price: 0}\n", (10, "client.price", "out-of-range")),
        ("task: 2\n", "task: 2\nclient: {price: 0.605}\n", (10, "client.price", "too-exact")),
        (
            "task: 2\n",
            "task: 2\nclient:\n  confirm_days: 0\n",
            (11, "client.confirm_days", "out-of-range"),
        ),
        ("task: 2\n", "task: 2\nrubric: []\n", (10, "rubric", "empty")),
        ("task: 2\n", "task: 2\nrubric: [a, b, a]\n", (10, "rubric", "duplicate-key")),
        ("task: 2\n", "task: 2\nrubric:\n- facts\n- Not good\n", (12, "rubric.1", "bad-form")),
        ("scheme: pairwise", "scheme: &a pairwise", (3, "", "alias")),
        ("scheme: pairwise", "scheme: *a", (3, "", "alias")),
        ("scheme: pairwise", "scheme: !!python/name:os.system x", (3, "", "tag")),
        ("scheme: pairwise", "scheme: " + "[" * 40 + "]" * 40, (3, "", "too-deep")),
        ("scheme: pairwise", "scheme: [" + "1," * 5_000 + "]", (3, "", "too-large")),
        ("scheme: pairwise", "scheme: ]", (3, "", "not-yaml")),
        ("scheme: pairwise", 'scheme: "\\UFFFFFFFF"', (3, "", "not-yaml")),
        ("scheme: pairwise", "scheme: \x07", (3, "", "not-yaml")),
        ("task: 2\n", "task: 2\n---\na: b\n", (10, "", "not-yaml")),
    ],
)
def test_a_fault_names_line_field_and_reason(
    old: str, new: str, expected: tuple[int, str, str]
) -> None:
    assert old in LEAST
    assert told(LEAST.replace(old, new)) == [expected]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Fault(0, "", "empty")),
        (b"# only a word\n", Fault(0, "", "empty")),
        (b"- a", Fault(1, "", "wrong-type", {"expected": "object"})),
        (b"a: b\nc: \xff", Fault(2, "", "bad-utf8", {"byte": 9})),
        (b" " * 262_145, Fault(0, "", "too-large", {"limit": 262_144, "size": 262_145})),
    ],
)
def test_a_file_that_is_no_project(data: bytes, expected: Fault) -> None:
    assert read_project(data) == [expected]


def test_all_faults_are_told_in_the_order_of_lines() -> None:
    source = LEAST.replace("my-pairs", "a b").replace("USD", "X").replace("task: 2", "task: -2")
    assert [line for line, _, _ in told(source)] == [1, 8, 9]


PARTS = st.sampled_from(
    [*LEAST.splitlines(keepends=True), "a: ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!x ", "? ",
     ": ", "|\n", ">\n", '"', "'", "\\u", "\t", "%YAML 9\n", "---\n", "...\n", "<<: ", "\x00"]
)  # fmt: skip


@given(st.lists(PARTS.map(str.encode) | st.binary(max_size=5), max_size=25))
@QUICK
def test_no_bytes_make_it_raise(chunks: list[bytes]) -> None:
    result = read_project(b"".join(chunks))
    assert isinstance(result, ProjectFile) or (
        result and all(isinstance(fault, Fault) and fault.code for fault in result)
    )


@given(st.sampled_from(["name", "scheme", "pay", "overlap", "languages", "mood"]), st.text())
@QUICK
def test_any_quoted_text_is_taken_as_it_is_or_refused(field: str, value: Any) -> None:
    kept = "".join(line for line in LEAST.splitlines(keepends=True) if not line.startswith(field))
    result = read_project(f"{kept}{field}: {json.dumps(value)}\n".encode())
    if isinstance(result, ProjectFile):
        assert getattr(result, field) == value
    else:
        assert all(fault.line > 0 for fault in result)


@pytest.mark.parametrize(("written", "facts"), [("0", {"above": "0"}), ("601", {"most": "600"})])
def test_a_figure_out_of_range_is_told_what_is_allowed(
    written: str, facts: dict[str, str]
) -> None:
    found = read_project(LEAST.replace("task: 2", f"task: {written}").encode())
    assert isinstance(found, list)
    assert [fault.facts for fault in found] == [facts]


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ("languages: [de, en]\nlevel: good\n", Wanted(level=Level.good)),
        (
            "languages: [de, en]\nlevel: {de: fluent}\n",
            Wanted(levels={"de": Level.fluent}),
        ),
        ("countries: [DE, NO]\n", Wanted(countries=("DE", "NO"))),
        ("countries: {not: [US]}\n", Wanted(not_countries=("US",))),
        ("skills: [law, x-sign-language]\n", Wanted(skills=("law", "x-sign-language"))),
    ],
)
def test_who_a_project_is_for(more: str, wanted: Wanted) -> None:
    project = read_project((LEAST + more).encode())
    assert isinstance(project, ProjectFile)
    assert project.wanted == wanted


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("level: good\n", (10, "level", "needs-languages")),
        ("languages: [de]\nlevel: best\n", (11, "level", "not-an-option")),
        ("languages: [de]\nlevel: {de: best}\n", (11, "level.de", "not-an-option")),
        ("languages: [de]\nlevel: {fr: good}\n", (11, "level", "not-an-option")),
        ("countries: [XX]\n", (10, "countries", "not-an-option")),
        ("countries: {not: [DE, XX]}\n", (10, "countries.not.1", "not-an-option")),
        ("countries: [DE, DE]\n", (10, "countries", "duplicate-key")),
        ("countries: []\n", (10, "countries", "empty")),
        ("countries: {never: [DE]}\n", (10, "countries.never", "unknown-field")),
        ("skills: [cobol]\n", (10, "skills.0", "not-an-option")),
        ("skills: [law, law]\n", (10, "skills", "duplicate-key")),
    ],
)
def test_who_a_project_is_for_can_be_written_wrongly(
    more: str, expected: tuple[int, str, str]
) -> None:
    assert told(LEAST + more) == [expected]
