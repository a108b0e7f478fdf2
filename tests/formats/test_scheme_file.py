"""Schemes as files: what can be said, and each fault with its line and field."""

from copy import deepcopy
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.scheme_body import scheme_from
from bot.formats.records import Fault
from bot.formats.scheme_file import is_scheme_file, read_scheme
from bot.formats.schemes import NAMES, file_of, packaged

QUICK = settings(derandomize=True, deadline=None, max_examples=150)
WHOLE = """\
name: my-own
title: {en: Mine, ar: لي}
responses: [2, 2]
seconds_per_choice: 30
questions:
- id: better
  kind: choice
  mirror: true
  ask: {en: Which one, ar: أيهما}
  rows:
  - - {value: -1, label: {en: A, ar: أ}}
    - {value: 1, label: {en: B, ar: ب}, says: {en: the second, ar: الثانية}}
- id: clear
  kind: scale
  each: response
  ask: {en: How clear, ar: ما وضوحها}
  from: 0
  to: 10
  says:
    0: {en: not, ar: لا}
    10: {en: very, ar: جدًا}
- id: faults
  kind: many
  each: response
  when: {question: clear, values: [0, 1]}
  ask: {en: What is wrong, ar: ما الخطأ}
  least: 1
  most: 2
  rows:
  - - {value: long, label: {en: Long, ar: طويلة}}
    - {value: odd, label: {en: Odd, ar: غريبة}}
  - - {value: none, label: {en: Nothing, ar: لا شيء}, alone: true}
- id: taken
  kind: pick
  required: false
  ask: {en: Take one., ar: خذ واحدة.}
- id: order
  kind: rank
  required: false
  ask: {en: Order them., ar: رتّبها.}
- id: words
  kind: text
  ask: {en: Improve it., ar: حسّنها.}
  of: taken
  long: true
  min_words: 3
  links: 1
  when: {question: better, values: [1]}
"""
LEAST = """\
name: least
responses: [1, 1]
questions:
- id: fine
  kind: choice
  ask: Fine?
  rows:
  - - {value: yes, label: Yes}
    - {value: no, label: No}
"""


def told(source: str) -> list[tuple[int, str, str]]:
    found = read_scheme(source.encode())
    assert isinstance(found, list), "the scheme was taken"
    return [(fault.line, fault.field, fault.code) for fault in found]


@pytest.mark.parametrize("name", NAMES)
def test_a_packaged_scheme_passes_and_means_what_its_file_says(name: str) -> None:
    found = read_scheme(file_of(name), taken=())
    assert isinstance(found, dict), found
    body = packaged(name)
    assert body is not None
    assert scheme_from(found) == scheme_from(body)
    assert {"en", "ar"} <= set(body["questions"][0]["ask"])


def test_the_pairs_are_stored_as_they_always_were() -> None:
    assert packaged("pairwise") == yaml.safe_load(file_of("pairwise"))
    assert packaged("nowhere") is None


def test_everything_can_be_said() -> None:
    found = read_scheme(WHOLE.encode())
    assert isinstance(found, dict), found
    scheme = scheme_from(found)
    assert [one.id for one in scheme.questions] == [
        "better", "clear", "faults", "taken", "order", "words"
    ]  # fmt: skip
    better, clear, faults, taken, _, words = scheme.questions
    assert better.mirror
    assert [len(row) for row in clear.rows] == [6, 5]
    assert clear.options[10].says == {"en": "very", "ar": "جدًا"}
    assert (faults.least, faults.most, faults.options[2].alone) == (1, 2, True)
    assert not taken.required
    assert (words.of, words.long, words.min_words, words.links) == ("taken", True, 3, 1)
    assert scheme.title == {"en": "Mine", "ar": "لي"}


def test_a_scheme_in_one_language_has_plain_texts() -> None:
    found = read_scheme(LEAST.encode())
    assert isinstance(found, dict), found
    scheme = scheme_from(found)
    assert [one.label for one in scheme.questions[0].options] == [{"en": "Yes"}, {"en": "No"}]
    assert (scheme.title, scheme.seconds_per_choice) == (None, 20)


def test_only_a_preference_between_two_changes_its_sign_by_itself() -> None:
    mine = LEAST.replace("id: fine", "id: preference")
    found = read_scheme(mine.encode())
    assert isinstance(found, dict)
    assert not scheme_from(found).questions[0].mirror
    pair = mine.replace("[1, 1]", "[2, 2]").replace("yes,", "-1,").replace("no,", "1,")
    found = read_scheme(pair.encode())
    assert isinstance(found, dict)
    assert scheme_from(found).questions[0].mirror


W, L = WHOLE, LEAST
FAULTS = [
    (L, "name: least\n", "", (1, "name", "missing")),
    (L, "name: least", "name: Least", (1, "name", "bad-form")),
    (L, "name: least", "name: pairwise", (1, "name", "name-taken")),
    (L, "name: least", "mood: good\nname: least", (1, "mood", "unknown-field")),
    (L, "name: least", "name: least\ntitle: ' '", (2, "title", "empty")),
    (L, "responses: [1, 1]\n", "", (1, "responses", "missing")),
    (L, "[1, 1]", "[2, 1]", (2, "responses", "not-a-range")),
    (L, "[1, 1]", "[1]", (2, "responses", "not-a-range")),
    (L, "[1, 1]", "[1, 6]", (2, "responses.2", "out-of-range")),
    (L, "[1, 1]", "[1, one]", (2, "responses.2", "wrong-type")),
    (L, "kind: choice", "kind: choose", (5, "questions.1.kind", "not-an-option")),
    (L, "  kind: choice\n", "", (4, "questions.1.kind", "missing")),
    (L, "kind: choice", "kind: choice\n  colour: red", (6, "questions.1.colour", "unknown-field")),
    (L, "kind: choice", "kind: choice\n  of: x", (6, "questions.1.of", "not-for-kind")),
    (L, "kind: choice", "kind: choice\n  required: 1", (6, "questions.1.required", "wrong-type")),
    (L, "kind: choice", "kind: choice\n  each: word", (6, "questions.1.each", "not-an-option")),
    (L, "kind: choice", "kind: choice\n  mirror: true", (6, "questions.1.mirror", "no-mirror")),
    (L, "kind: choice", "kind: choice\n  required: false", (3, "questions", "nothing-required")),
    (L, "id: fine", "id: Fine", (4, "questions.1.id", "bad-form")),
    (L, "id: fine", "id: 7", (4, "questions.1.id", "wrong-type")),
    (L, "  ask: Fine?\n", "", (4, "questions.1.ask", "missing")),
    (L, "ask: Fine?", f"ask: {'x' * 301}", (6, "questions.1.ask", "too-long")),
    (L, "ask: Fine?", "ask: {ar: جيد؟}", (6, "questions.1.ask.en", "missing")),
    (L, "value: no,", "value: yes,", (9, "questions.1.rows.1.2.value", "duplicate-key")),
    (L, "value: no,", "value: true,", (9, "questions.1.rows.1.2.value", "wrong-type")),
    (L, "value: no,", "value: 101,", (9, "questions.1.rows.1.2.value", "out-of-range")),
    (L, "label: No", f"label: {'N' * 21}", (9, "questions.1.rows.1.2.label", "too-long")),
    (L, "label: No", "label: No, alone: true", (9, "questions.1.rows.1.2.alone", "not-for-kind")),
    (L, "    - {value: no, label: No}\n", "", (7, "questions.1.rows", "too-few-options")),
    (
        L, "    - {value: no, label: No}\n",
        "".join(f"    - {{value: v{n}, label: {n}}}\n" for n in range(5)),
        (8, "questions.1.rows.1", "too-long"),
    ),
    (
        L, "    - {value: no, label: No}\n",
        "".join(f"  - - {{value: v{n}, label: {n}}}\n" for n in range(20)),
        (7, "questions.1.rows", "too-long"),
    ),
    (W, "to: 10", "to: 11", (18, "questions.2.to", "too-many-steps")),
    (W, "from: 0", "from: 10", (18, "questions.2.to", "not-a-range")),
    (W, "  from: 0\n", "", (13, "questions.2.from", "missing")),
    (W, "    10: {en: very", "    12: {en: very", (21, "questions.2.says.12", "unknown-value")),
    (W, "title: {en: Mine, ar: لي}", "title: {en: Mine}", (2, "title.ar", "missing")),
    (W, "{en: A, ar: أ}", "{en: A}", (11, "questions.1.rows.1.1.label.ar", "missing")),
    (W, "{value: -1, label", "{value: -2, label", (8, "questions.1.mirror", "no-mirror")),
    (W, "question: clear", "question: later",
     (25, "questions.3.when.question", "unknown-question")),
    (W, "question: clear", "question: words",
     (25, "questions.3.when.question", "unknown-question")),
    (W, "question: better", "question: taken",
     (48, "questions.6.when.question", "no-condition-on")),
    (W, "question: better", "question: clear", (48, "questions.6.when.question", "other-each")),
    (W, "values: [0, 1]", "values: [0, 11]", (25, "questions.3.when.values.2", "unknown-value")),
    (W, "values: [0, 1]", "values: []", (25, "questions.3.when.values", "empty")),
    (W, "least: 1", "least: 3", (27, "questions.3.least", "not-a-range")),
    (W, "  least: 1\n  most: 2\n", "  least: 3\n", (27, "questions.3.least", "out-of-range")),
    (W, "of: taken", "of: better", (44, "questions.6.of", "not-a-pick")),
    (W, "of: taken", "of: response", (44, "questions.6.of", "not-a-pick")),
    (W, "min_words: 3", "min_words: 1001", (46, "questions.6.min_words", "out-of-range")),
    (W, "id: taken", "id: better", (33, "questions.4.id", "duplicate-key")),
    (W, "kind: rank", "kind: rank\n  each: response",
     (39, "questions.5.each", "not-for-kind")),
    (W, "name: my-own", "name: &x my-own", (1, "", "alias")),
]  # fmt: skip


@pytest.mark.parametrize(("base", "old", "new", "expected"), FAULTS)
def test_a_fault_names_line_field_and_reason(
    base: str, old: str, new: str, expected: tuple[int, str, str]
) -> None:
    assert base.count(old)
    found = told(base.replace(old, new, 1))
    if expected[1].endswith((".id", ".en")):
        assert expected in found  # what referred to the name, or the language, is lost as well
    else:
        assert found == [expected]


@pytest.mark.parametrize(
    ("responses", "field", "code"),
    [
        ("[1, 1]", "questions.4.kind", "needs-responses"),
        ("[0, 0]", "questions.2.each", "needs-responses"),
        ("[2, 3]", "questions.1.mirror", "no-mirror"),
    ],
)
def test_questions_have_to_fit_the_responses(responses: str, field: str, code: str) -> None:
    assert (field, code) in {one[1:] for one in told(WHOLE.replace("[2, 2]", responses))}


def test_what_is_asked_about_responses_is_not_due_where_there_may_be_none() -> None:
    mine = LEAST.replace("[1, 1]", "[0, 1]").replace("  ask", "  each: response\n  ask")
    assert told(mine) == [(3, "questions", "nothing-required")]


def test_a_text_can_work_on_the_only_response() -> None:
    text = "- id: better\n  kind: text\n  ask: Improve it.\n  of: response\n"
    assert isinstance(read_scheme((LEAST + text).encode()), dict)


def test_two_faults_are_told_at_once_in_the_order_of_lines() -> None:
    source = WHOLE.replace("links: 1", "links: 11").replace("kind: rank", "kind: order")
    assert told(source) == [
        (38, "questions.5.kind", "not-an-option"),
        (47, "questions.6.links", "out-of-range"),
    ]


def test_question_and_meanings_fit_a_card() -> None:
    says = "".join(f"    {n}: {{en: {'m' * 60}, ar: ل}}\n" for n in range(1, 10))
    found = told(WHOLE.replace("    10: {en: very", f"{says}    10: {{en: very"))
    assert found == [(16, "questions.2.ask", "question-too-long")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Fault(0, "", "empty")),
        (b"- a", Fault(1, "", "wrong-type", {"expected": "object", "found": "list"})),
        (b" " * 65_537, Fault(0, "", "too-large", {"limit": 65_536, "size": 65_537})),
    ],
)
def test_a_file_that_is_no_scheme(data: bytes, expected: Fault) -> None:
    assert read_scheme(data) == [expected]
    assert not is_scheme_file(data)


def test_a_scheme_file_is_known_by_its_questions() -> None:
    assert is_scheme_file(LEAST.encode())
    assert not is_scheme_file(b"course: x\nquestions: []")
    assert not is_scheme_file(b"\xff")


VALID = [yaml.safe_load(file_of(name)) for name in NAMES] + [yaml.safe_load(WHOLE)]
ODD: list[Any] = [
    None, True, -1, 0, 10**9, 0.5, "", "x", "en", "choice", "taken", [], {}, [[]], ["x", 1],
    {"en": "x"}, [{"value": 1}], {"question": "x", "values": [0]},
]  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if not isinstance(value, dict | list):
        return found
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        found += places(one, (*path, key))
    return found


@given(st.data())
@QUICK
def test_a_file_with_something_odd_in_it_is_taken_or_every_fault_has_a_line(data: Any) -> None:
    body = deepcopy(data.draw(st.sampled_from(VALID)))
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(places(body)))
        owner = body
        for step in way:
            owner = owner[step]
        act = data.draw(st.sampled_from(["drop", "put", "add"]))
        if act == "drop":
            del owner[last]
        elif act == "put" or isinstance(owner, list):
            owner[last] = deepcopy(data.draw(st.sampled_from(ODD)))
        else:
            owner[data.draw(st.sampled_from(["kind", "when", "from", "odd", "says"]))] = deepcopy(
                data.draw(st.sampled_from(ODD))
            )
    written = yaml.safe_dump(body, allow_unicode=True, sort_keys=False).encode()
    found = read_scheme(written, taken=())
    if isinstance(found, dict):
        scheme_from(found)
    else:
        lines = written.count(b"\n") + 1
        assert found
        assert all(0 < fault.line <= lines and fault.code for fault in found), found
