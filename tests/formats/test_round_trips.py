"""What goes out in a format of others comes back by our own import, and nothing is lost unsaid."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.tasks import Response, Turn
from bot.formats.crowd_file import read_crowd
from bot.formats.reading import Item, read
from bot.formats.votes import TaskVotes
from bot.formats.writing import writers
from tests.formats.voted import ANSWERS, ASKED, TALK, THREE, said, task, vote, written

FIVE = ("helpfulness", "correctness", "coherence", "complexity", "verbosity")
PAIRED = ("trl-preference", "helpsteer2-preference", "helpsteer3-preference", "arena-33k",
          "arena-140k", "label-studio")  # fmt: skip
OF_ONE_VOTE = PAIRED[1:]


def back(
    form: str, tasks: list[TaskVotes], *, of: str = "pairwise", responses: tuple[int, int] = (2, 2)
) -> list[Item]:
    """The tasks that our import makes of our export."""
    talks = any(one.prompt == TALK for one in tasks)
    body, _ = written(form, tasks, of=of, as_messages=talks and writers[form].uniform)
    reading = read(f"x.{writers[form].extension}", body, responses=responses)
    assert (reading.format, reading.faults) == (form, [])
    return reading.items


def preference(item: Item) -> Any:
    (one,) = item.predictions
    return one["values"]["preference"]


@pytest.mark.parametrize("prompt", [ASKED, TALK], ids=["single", "conversation"])
@pytest.mark.parametrize("form", PAIRED)
def test_prompt_and_answers_come_back(form: str, prompt: tuple[Turn, ...]) -> None:
    (item,) = back(form, [task(-2, prompt=prompt)])
    assert item.prompt == prompt
    assert [one.text for one in item.responses] == [one.text for one in ANSWERS]
    assert (preference(item) < 0, item.gold) == (True, None)


@pytest.mark.parametrize("value", [-3, -1, 0, 2, "both_bad"])
@pytest.mark.parametrize("form", OF_ONE_VOTE)
def test_who_won_comes_back(form: str, value: int | str) -> None:
    (item,) = back(form, [task(value)])
    found = preference(item)
    if form.startswith("arena") and isinstance(value, int):
        value = (value > 0) - (value < 0)  # an arena knows no strength
    assert (type(found), found) == (type(value), value)


def test_the_better_one_of_a_pair_for_training_comes_back_first() -> None:
    (item,) = back("trl-preference", [task(2)])
    assert [one.text for one in item.responses] == [one.text for one in reversed(ANSWERS)]
    assert preference(item) == -1


@pytest.mark.parametrize("form", ["arena-33k", "arena-140k", "helpsteer3-preference"])
@pytest.mark.parametrize("language", ["en", "ar", None])
def test_languages_come_back(form: str, language: str | None) -> None:
    (item,) = back(form, [replace(task(-1), language=language)])
    assert item.language == language


@pytest.mark.parametrize("form", ["arena-33k", "arena-140k"])
def test_models_come_back_and_unknown_ones_stay_unknown(form: str) -> None:
    named = task(-1)
    bare = replace(named, responses=tuple(replace(one, model=None) for one in ANSWERS))
    assert [one.model for one in back(form, [named])[0].responses] == ["m1", "m2"]
    assert [one.model for one in back(form, [bare])[0].responses] == [None, None]


def test_scores_come_back() -> None:
    scores = {name: {"a": 3, "b": number} for number, name in enumerate(FIVE)}
    (item,) = back("helpsteer2", [said(scores)], of="attributes-helpsteer")
    assert [one.text for one in item.responses] == [one.text for one in ANSWERS]
    values = {f"{name}:{place}": scores[name][key] for name in FIVE
              for place, key in ((1, "a"), (2, "b"))}  # fmt: skip
    (prediction,) = item.predictions
    assert prediction["values"] == values
    (listed,) = back("label-studio", [said(scores)], of="attributes-helpsteer")
    assert listed.predictions[0]["values"] == values


def test_every_vote_comes_back_from_label_studio_under_the_tasks_own_id() -> None:
    (item,) = back("label-studio", [task(-3, 1, 0, "both_bad")])
    assert item.id == "x"
    assert [one["values"] for one in item.predictions] == [
        {"preference": -3}, {"preference": 1}, {"preference": 0}, {"preference": "both_bad"},
    ]  # fmt: skip


def test_a_ranking_comes_back_from_label_studio() -> None:
    order = ["b", "a", "c"]
    (item,) = back("label-studio", [said({"order": order}, responses=THREE)], of="ranking",
                   responses=(3, 3))  # fmt: skip
    assert [one.id for one in item.responses] == ["a", "b", "c"]
    assert item.predictions == [{"model": "label-studio", "values": {"order": order}}]


def test_what_has_no_place_is_named_by_the_import() -> None:
    body, _ = written("label-studio", [task(-3)])
    assert read("x.json", body).left_out == ("result.text",)
    body, _ = written("helpsteer3-preference", [task(-3)])
    assert read("x.jsonl", body).left_out == ("individual_preference",)


HOSTILE = (
    "=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)", "\tx", "a,=b", "line\r\nline\n\nline",
    "a\u2028b\u2029c\x85d", "\u202eright", "محمد العربي", "😀", '"quoted", \'twice\'', "]]>&<b>",
    "</extra_id_1>", "n" * 31_960,
)  # fmt: skip


@pytest.mark.parametrize("form", PAIRED)
def test_hostile_texts_come_back_as_they_were(form: str) -> None:
    tasks = [
        replace(task(-1), external_id=f"t{number}", prompt=(Turn("user", text),),
                responses=(Response("a", f"A {text}"), Response("b", text)))
        for number, text in enumerate(HOSTILE)
    ]  # fmt: skip
    found = back(form, tasks)
    assert [one.prompt[0].text for one in found] == list(HOSTILE)
    assert [one.responses[1].text for one in found] == list(HOSTILE)


# Neither halves of characters nor NUL get in.
KNOWN = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.text(KNOWN, min_size=1).filter(str.strip)


@given(TEXTS, TEXTS, TEXTS, st.sampled_from([-3, 1, 0, "both_bad"]))
@settings(derandomize=True, deadline=None, max_examples=40)
def test_any_texts_come_back(prompt: str, first: str, second: str, value: Any) -> None:
    if first == second:
        second += "."
    one = replace(task(value), prompt=(Turn("user", prompt),),
                  responses=(Response("a", first), Response("b", second)))  # fmt: skip
    for form in OF_ONE_VOTE:
        (item,) = back(form, [one])
        assert item.prompt[0].text == prompt
        assert [each.text for each in item.responses] == [first, second]


def test_tables_come_back_without_what_keeps_spreadsheets_from_calculating(
    tmp_path: Path,
) -> None:
    named = [replace(task(-2, "both_bad"), external_id=name) for name in HOSTILE[:6]]
    body, _ = written("crowd-kit", named)
    for line in body.decode().splitlines()[1:]:
        assert line[0] not in "=+-@\t"
    assert b",-2\r\n" in body
    path = tmp_path / "x.csv"
    path.write_bytes(body)
    crowd = read_crowd(path)
    assert crowd.faults == []
    assert list(crowd.items) == [name.strip() for name in HOSTILE[:6]]
    assert list(crowd.label_names) == ["-2", "both_bad"]


def test_pairs_of_hostile_models_come_back(tmp_path: Path) -> None:
    models = ("=1+1", "محمد\nالعربي")
    answers = tuple(replace(one, model=name) for one, name in zip(ANSWERS, models, strict=True))
    one = replace(task(1), responses=answers, votes=(vote({"preference": 1}),))
    body, _ = written("crowd-kit-pairwise", [one])
    path = tmp_path / "x.csv"
    path.write_bytes(body)
    crowd = read_crowd(path)
    assert (crowd.faults, list(crowd.items), list(crowd.labels)) == ([], list(models), [2])
