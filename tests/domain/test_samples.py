"""A sample card: taps and messages do what they do in a job."""

from typing import Any

import pytest

from bot.domain import samples
from bot.domain.answering import MORE_FOLLOWS
from bot.domain.refusal import Refused
from bot.domain.samples import SUMMARY, TASK, Sample

ASK = {"en": "?"}
YES_NO = [[{"value": "yes", "label": {"en": "Yes"}}, {"value": "no", "label": {"en": "No"}}]]
SAFE = {"id": "safe", "kind": "choice", "ask": ASK, "rows": YES_NO}
WHY = {
    "id": "why", "kind": "text", "ask": ASK, "min_words": 2,
    "when": {"question": "safe", "values": ["no"]},
}  # fmt: skip
BACK = ("schemes", {"page": 0})


def sample(*questions: dict[str, Any], responses: tuple[int, int] = (2, 2)) -> Sample:
    body = {"name": "mine", "responses": list(responses), "questions": list(questions)}
    return samples.begun(body, "en", BACK)


def test_an_answer_leads_on_to_the_next_question_and_to_the_summary() -> None:
    first = sample(SAFE, WHY)
    assert first.awaits is None
    done = samples.tapped(first, 0, 0)
    assert (done.position, done.values) == (SUMMARY, {"safe": "yes"})
    assert done.awaits is None
    asks = samples.tapped(first, 0, 1)
    assert asks.position == TASK
    assert asks.awaits is not None
    assert asks.awaits.id == "why"


def test_a_message_is_taken_once_it_is_long_enough() -> None:
    asks = samples.tapped(sample(SAFE, WHY), 0, 1)
    short = samples.written(asks, 1, "Burns")
    assert (short.position, short.asked, short.values) == (TASK, 1, {"safe": "no"})
    more = samples.written(short, 2, "badly")
    assert more.values["why"] == "Burns\n\nbadly"
    whole = samples.written(short, 2, "It burns")
    assert (whole.position, whole.values["why"]) == (SUMMARY, "It burns")
    with pytest.raises(Refused, match="stale-button"):
        samples.written(whole, 3, "More")


def test_a_message_as_long_as_a_message_can_be_waits_for_the_rest() -> None:
    asks = samples.tapped(sample(SAFE, WHY), 0, 1)
    full = "word " * (MORE_FOLLOWS // 5)
    first = samples.written(asks, 1, full)
    assert (first.position, first.asked, "why" in first.values) == (TASK, 1, False)
    rest = samples.written(first, 2, "and the last words")
    assert rest.values["why"] == f"{full}\n\nand the last words"


def test_the_same_answer_again_leads_to_the_question_behind_it() -> None:
    asks = samples.tapped(sample(SAFE, WHY), 0, 1)
    done = samples.written(asks, 1, "It burns")
    again = samples.tapped(samples.positioned(done, TASK), 0, 1)
    assert (again.position, again.asked, again.values) == (TASK, 1, done.values)


def test_a_long_text_ends_with_done_and_can_be_begun_anew() -> None:
    long = {"id": "text", "kind": "text", "ask": ASK, "long": True}
    first = samples.written(sample(long, responses=(0, 0)), 1, "One")
    second = samples.written(first, 2, "Two")
    assert second.position == TASK
    done = samples.closed(second, 0)
    assert (done.position, done.values) == (SUMMARY, {"text": "One\n\nTwo"})
    again = samples.restarted(done, 0)
    assert (again.position, again.values, again.written) == (TASK, {}, {})


def test_several_options_wait_for_done() -> None:
    many = {**SAFE, "kind": "many"}
    chosen = samples.tapped(sample(many), 0, 0)
    assert (chosen.position, chosen.partial) == (TASK, {"safe": ["yes"]})
    assert samples.closed(chosen, 0).values == {"safe": ["yes"]}


def test_the_summary_leads_back_to_any_question() -> None:
    done = samples.tapped(sample(SAFE), 0, 0)
    back = samples.positioned(done, TASK)
    assert back.position == TASK
    assert samples.turned_to(back, 0).asked == 0
    with pytest.raises(Refused, match="stale-button"):
        samples.positioned(done, 3)
    with pytest.raises(Refused, match="stale-button"):
        samples.turned_to(back, 1)
    with pytest.raises(Refused, match="stale-button"):
        samples.turned_to(samples.tapped(sample(SAFE, WHY), 0, 0), 1)


@pytest.mark.parametrize(
    ("responses", "shown"), [((0, 0), 0), ((1, 1), 1), ((2, 2), 2), ((2, 5), 3), ((4, 5), 4)]
)
def test_as_many_responses_are_shown_as_the_scheme_takes(
    responses: tuple[int, int], shown: int
) -> None:
    assert sample(SAFE, responses=responses).responses == shown


def test_the_shape_of_a_task_goes_before() -> None:
    body = {"name": "mine", "responses": [2, 5], "questions": [{**SAFE, "each": "response"}]}
    made = samples.begun(body, "en", BACK, shown=(5, 0), project_id=1, task_id=2)
    assert len(made.form.questions) == 5
    talk = samples.begun(
        {"name": "t", "responses": [0, 0], "questions": [{**SAFE, "each": "turn"}]}, "en", BACK
    )
    assert (talk.turns, len(talk.form.questions)) == (samples.TURNS, samples.TURNS)


def test_nothing_to_ask_is_no_sample() -> None:
    with pytest.raises(Refused, match="scheme-no-questions"):
        sample({"id": "rank", "kind": "rank", "ask": ASK}, responses=(1, 1))


def test_what_is_stored_is_the_same_sample() -> None:
    asks = samples.written(samples.tapped(sample(SAFE, WHY), 0, 1), 1, "Burns")
    assert Sample.from_json(asks.body, asks.state()) == asks
