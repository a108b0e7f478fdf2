"""The data card: what the file is, what it is made of, who made it, and what it lacks."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms
from bot.formats.card_words import asked, paid, people
from bot.formats.datacard import About, card
from bot.formats.outgoing.fields import fields_of
from bot.formats.survey import survey
from bot.formats.votes import Counts
from bot.formats.writing import fitting, writers
from tests.formats.voted import (
    ANSWERS,
    ASKED,
    AT,
    TALK,
    THREE,
    WHEN,
    rows,
    said,
    scheme,
    task,
    vote,
    written,
)

FIVE = ("helpfulness", "correctness", "coherence", "complexity", "verbosity")


def test_the_data_card_tells_what_the_file_is_and_lacks() -> None:
    late = vote({"preference": 0}, 7, "submitted")
    tied = replace(task(0), votes=(
        replace(late, tier=81, submitted_at=WHEN + timedelta(days=2), fix={"preference": 0}),
    ))  # fmt: skip
    tasks = [task(-1, -2, 1), replace(tied, adjudicated=("preference", 0)), task(),
             task(1, gold=True)]  # fmt: skip
    _, counts = written("trl-preference", tasks)
    about = About(
        "Which *one*\nis better?", scheme(), overlap_wanted=3,
        agreement=("preference (ordinal): undefined: all-equal",), gold=(3, 4),
        countries={"DE": 3, "MT": 1}, languages={"de": 4}, filters=("verdict: accepted",),
        parts=2, pay=paid(Money(40, "USD"), PayTerms()),
    )  # fmt: skip
    text = card(
        about,
        form=writers["trl-preference"],
        surveyed=survey(tasks, scheme()),
        counts=counts,
        made_at=AT,
    )
    assert text.startswith("# Which \\*one\\* is better?: trl-preference\n")
    for line in (
        "Made 2026-01-02 03:04 UTC. Scheme: pairwise.",
        "- Tasks: 3; ratings: 4; raters: 4",
        "- Handed in: 2026-03-01 10:30 UTC to 2026-03-03 10:30 UTC",
        "- Languages of the tasks: en: 3",
        "- Raters come from: 2 countries; DE: 3; 1 with fewer than 3 each",
        "- Raters work in: 1 language; de: 4",
        "- Tiers of the raters on that day: 80 and more: 1, none yet: 3",
        "- Overlap wanted: 3; reached by 1 of 3 tasks",
        "- Overlap found: 1 with 0 ratings, 1 with 1 rating, 1 with 3 ratings",
        "- Guideline versions: version 2: 4",
        "- Verdicts: accepted: 3, submitted: 1",
        "- Filters: verdict: accepted",
        "- Krippendorff's alpha, preference (ordinal): undefined: all-equal",
        "- Gold accuracy: 0.700 (smoothed; 3 right of 4)",
        "- What most of the ratings of a task say: a tie: 1, a winner: 1, unrated: 1",
        "- Adjudicated: 1 of 3 tasks (33.3 %)",
        "- Put right by a reviewer: 1 of 4 ratings (25.0 %)",
        "- In 2 files, each with some of the tasks.",
        "| rows | 1 |",
        "| ties | 1 |",
        "| unrated | 1 |",
        "| gold tasks | 1 |",
        "| `chosen` | string or messages | the better answer |",
        "- The strength of a preference.",
        ("- 0.40 USD for a rating, on that day; each job keeps the terms that it was claimed "
         "under."),
        "- Of one rating alone: 1 of 3 tasks (33.3 %).",
        "- What is only submitted can still be returned, rejected or put right.",
        "- Not stated. Whoever owns the data fills this in before passing it on.",
    ):  # fmt: skip
        assert line in text.splitlines()
    assert "MT" not in text


def test_the_data_card_of_nothing_says_so() -> None:
    text = card(
        About("p", scheme(), overlap_wanted=1), form=replace(writers["raw"], loses=()),
        surveyed=survey([], scheme()), counts=Counts(), made_at=AT,
    )  # fmt: skip
    for line in (
        "- Overlap found: no tasks", "- Verdicts: none", "- Nothing.",
        "- Raters come from: unknown countries", "- Adjudicated: 0 of 0 tasks",
        "- Krippendorff's alpha, not measured yet", "- Not told in this export.",
        "- Gold accuracy: no answers to gold tasks yet",
    ):  # fmt: skip
        assert line in text.splitlines()
    assert "single" not in text


def test_the_questions_stand_as_they_were_asked_with_what_could_be_answered() -> None:
    assert next(iter(asked(scheme()))) == (
        "- preference: Which answer is better? (-3, -2, -1, 0, both\\_bad, 1, 2, 3)"
    )
    (ranked, *_) = asked(scheme("ranking"))
    assert ranked.endswith("(all answers, the best first)")
    assert any(" of each answer: " in line for line in asked(scheme("attributes-helpsteer")))


def test_a_ranking_has_an_answer_where_most_agree_on_all_of_it() -> None:
    orders = [{"order": ["a", "b", "c"]}, {"order": ["b", "a", "c"]}]
    tasks = [said(*orders, responses=THREE), said(orders[0], responses=THREE)]
    assert survey(tasks, scheme("ranking")).answers == {"undecided": 1, "an answer": 1}
    assert not survey([said({"ideal": "So."}, responses=())], scheme("ideal")).answers


def test_nobody_is_told_where_a_few_live() -> None:
    assert people({"DE": 1, "FR": 2}, "country", "countries") == (
        "2 countries; 2 with fewer than 3 each"
    )


def is_of(value: Any, kind: str) -> bool:
    if kind == "messages":
        return isinstance(value, list) and all(set(one) == {"role", "content"} for one in value)
    kinds: dict[str, tuple[type, ...]] = {
        "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,),
        "object": (dict,), "list": (list,), "null": (type(None),),
    }  # fmt: skip
    wanted = kinds[kind]
    return isinstance(value, wanted) and (kind == "boolean" or not isinstance(value, bool))


@pytest.mark.parametrize("form", list(writers))
def test_the_fields_of_the_card_are_those_of_the_rows(form: str) -> None:
    scores = {name: {"a": 3, "b": 1} for name in FIVE}
    tasks = {
        "pairwise": [task(-2, -1, 3), task(1, prompt=TALK), task(0), task("both_bad")],
        "ranking": [said({"order": ["b", "a", "c"]}, responses=THREE)],
        "attributes-helpsteer": [said(scores)],
        "thumbs": [said({"rejected": "no"}, responses=ANSWERS[:1])],
        "ideal": [said({"ideal": "So."}, prompt=ASKED, responses=())],
    }
    fields = {one.name: one.kinds for one in fields_of(form)}
    seen = 0
    for name, made in tasks.items():
        if form not in fitting(scheme(name)):
            continue
        for row in rows(form, *made, of=name, as_messages=name == "pairwise"):
            seen += 1
            assert list(row) == list(fields)
            for field, value in row.items():
                assert any(is_of(value, kind) for kind in fields[field]), (field, value)
    assert seen
