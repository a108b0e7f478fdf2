"""A scheme in the making: what each tap and message makes of it, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import scheme_drafts as drafts
from bot.domain import scheme_parts as parts
from bot.domain.refusal import Refused
from bot.domain.scheme_body import scheme_from
from bot.domain.scheme_drafts import Part, Shows
from bot.domain.scheme_parts import Turn
from bot.domain.schemes import form_of

Draft = dict[str, Any]

COMPARED = [[{"value": -1, "label": {"en": "A"}}, {"value": 1, "label": {"en": "B"}}]]


def add(draft: Draft, part: Part, text: str, options: str = "") -> Draft:
    made, question = drafts.with_question(draft, part, text, "en", COMPARED)
    return drafts.with_options(made, question, options, "en") if options else made


def two() -> Draft:
    """Two questions about two answers, the second only after one answer to the first."""
    draft = add(drafts.begun(Shows.two), Part.choice, "Safe?", "Yes\nNo")
    draft = parts.hung(add(draft, Part.text, "Why not?"), "why_not", 0)
    return parts.narrowed(draft, "why_not", 1)


def ids(draft: Draft) -> list[str]:
    return [one["id"] for one in draft["questions"]]


@pytest.mark.parametrize("shows", Shows)
def test_what_is_shown_is_known_again_from_the_scheme(shows: Shows) -> None:
    draft = drafts.begun(shows)
    draft = add(draft, Part.choice, "Good?", "Yes\nNo")
    body = drafts.whole(draft, "mine")
    assert "shows" not in body
    assert drafts.taken_up(body)["shows"] == shows


def test_what_can_be_asked_depends_on_what_is_shown() -> None:
    offered = {shows: set(drafts.parts_for(drafts.begun(shows))) for shows in Shows}
    always = {Part.choice, Part.scale, Part.many, Part.text}
    assert offered[Shows.one] == offered[Shows.none] == offered[Shows.talk] == always
    assert offered[Shows.several] == always | {Part.pick, Part.rank}
    assert offered[Shows.two] == set(Part)
    with pytest.raises(Refused, match="stale-button"):
        add(drafts.begun(Shows.one), Part.rank, "Order?")


def test_a_comparison_changes_its_sign_with_the_order() -> None:
    scheme = scheme_from(drafts.whole(add(drafts.begun(Shows.two), Part.compare, "Which?"), "x"))
    assert scheme.questions[0].mirror
    assert [one.value for one in scheme.questions[0].options] == [-1, 1]
    assert not scheme_from(drafts.whole(two(), "x")).questions[0].mirror


def test_ids_come_from_words_and_are_never_twice_the_same() -> None:
    draft = drafts.begun(Shows.none)
    for text in ("Is it safe?", "Is it safe", "أهي آمنة؟", "2 of them?", "Reason", "a" * 50,
                 "What is unsafe about the whole answer?"):  # fmt: skip
        draft = add(draft, Part.text, text)
    assert ids(draft) == [
        "is_it_safe", "is_it_safe_1", "question_1", "question_2", "reason_1", "a" * 32,
        "what_is_unsafe_about_the_whole",
    ]  # fmt: skip


def test_options_are_one_a_line_and_short_ones_stand_beside_one_another() -> None:
    draft = add(drafts.begun(Shows.one), Part.choice, "Good?", " Yes \n\nNo\nنعم")
    rows = drafts.question_of(draft, "good")["rows"]
    values = [[one["value"] for one in row] for row in rows]
    assert values == [["yes", "no", "answer_1"]]
    longer = drafts.with_options(draft, "good", "Yes, and it helps\nNo", "ar")
    rows = drafts.question_of(longer, "good")["rows"]
    assert [len(row) for row in rows] == [1, 1]
    assert rows[0][0]["label"] == {"en": "Yes, and it helps", "ar": "Yes, and it helps"}
    four = drafts.with_options(draft, "good", "a\nb\nc\nd", "en")
    assert [len(row) for row in drafts.question_of(four, "good")["rows"]] == [2, 2]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("One", "scheme-options-count"),
        ("\n".join(map(str, range(21))), "scheme-options-count"),
        ("Yes\nYes", "scheme-option-twice"),
        (f"Yes\n{'n' * 38}", "scheme-option-long"),
    ],
)
def test_options_that_no_card_could_show_are_refused(text: str, reason: str) -> None:
    draft = add(drafts.begun(Shows.one), Part.many, "Which?")
    with pytest.raises(Refused, match=reason):
        drafts.with_options(draft, "which", text, "en")


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (lambda d: drafts.worded(d, "safe", " \n ", "en"), "scheme-empty"),
        (lambda d: drafts.worded(d, "safe", "w" * 301, "en"), "scheme-long"),
        (lambda d: drafts.worded(d, "gone", "Words", "en"), "stale-button"),
        (lambda d: drafts.with_options(d, "why_not", "a\nb", "en"), "stale-button"),
        (lambda d: drafts.scaled(d, "safe", 0, 4), "stale-button"),
        (lambda d: drafts.moved_up(d, "why_not"), "scheme-order"),
        (lambda d: parts.hung(d, "safe", 0), "stale-button"),
        (lambda d: parts.hung(d, "why_not", 7), "stale-button"),
        (lambda d: parts.narrowed(d, "safe", 0), "stale-button"),
        (lambda d: parts.narrowed(d, "why_not", 2), "stale-button"),
        (lambda d: parts.turned(d, "safe", Turn.long), "stale-button"),
        (lambda _: drafts.name_of("أمان"), "scheme-name"),
        (lambda _: drafts.name_of("x"), "scheme-name"),
        (lambda _: drafts.title("t" * 61, "en"), "scheme-long"),
    ],
)
def test_what_makes_no_sense_is_refused(act: Callable[[Draft], Any], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        act(two())


def test_a_scheme_has_an_end() -> None:
    draft = drafts.begun(Shows.none)
    for nth in range(drafts.MOST_QUESTIONS):
        draft = add(draft, Part.text, f"Question {nth}")
    with pytest.raises(Refused, match="scheme-full"):
        add(draft, Part.text, "One more")


def test_what_hangs_on_a_question_is_asked_always_once_it_is_gone_or_has_other_answers() -> None:
    assert drafts.question_of(two(), "why_not")["when"] == {"question": "safe", "values": ["no"]}
    for after in (
        drafts.removed(two(), "safe"),
        drafts.with_options(two(), "safe", "Maybe\nNever", "en"),
        parts.turned(two(), "safe", Turn.each),
        parts.unhung(two(), "why_not"),
    ):
        assert "when" not in drafts.question_of(after, "why_not")
    scale = add(drafts.begun(Shows.one), Part.scale, "How good?")
    scale = parts.hung(add(scale, Part.text, "Why?"), "why", 0)
    assert [value for value, _ in parts.values_of(scale["questions"][0])] == [0, 1, 2, 3, 4]
    other = drafts.scaled(scale, "how_good", 1, 7)
    assert "when" not in drafts.question_of(other, "why")
    assert scheme_from(drafts.whole(other, "x")).questions[0].options[-1].value == 7


def test_a_tap_on_a_chosen_answer_takes_it_back() -> None:
    both = parts.narrowed(two(), "why_not", 0)
    assert drafts.question_of(both, "why_not")["when"]["values"] == ["yes", "no"]
    none = parts.narrowed(parts.narrowed(both, "why_not", 0), "why_not", 1)
    assert drafts.question_of(none, "why_not")["when"]["values"] == []


def test_a_question_moves_up_but_not_above_what_it_depends_on() -> None:
    draft = add(two(), Part.text, "Anything else?")
    moved = drafts.moved_up(draft, "anything_else")
    assert ids(moved) == ["safe", "anything_else", "why_not"]
    assert ids(drafts.moved_up(moved, "safe")) == ids(moved)
    assert drafts.moved_up(moved, "safe") == moved
    picked = add(add(drafts.begun(Shows.two), Part.pick, "Best?"), Part.text, "Better")
    picked = parts.turned(picked, "better", Turn.works)
    with pytest.raises(Refused, match="scheme-order"):
        drafts.moved_up(picked, "better")
    assert "of" not in drafts.removed(picked, "best")["questions"][0]


def test_one_tap_changes_one_thing_and_the_next_ones_change_it_back() -> None:
    for shows, part in ((Shows.two, Part.text), (Shows.one, Part.text), (Shows.talk, Part.many)):
        draft = add(drafts.begun(shows), part, "Say", "a\nb" if part is Part.many else "")
        question = draft["questions"][0]
        for turn in parts.turns_for(draft, question):
            once = parts.turned(draft, "say", turn)
            assert once != draft, turn
            back = once
            for _ in range(len(parts.WORDS) - 1 if turn is Turn.words else 1):
                back = parts.turned(back, "say", turn)
            assert back == draft, turn


def test_a_text_works_on_the_only_answer_or_on_the_picked_one() -> None:
    alone = add(drafts.begun(Shows.one), Part.text, "Better")
    assert parts.worked_on(alone, alone["questions"][0]) == "response"
    two_texts = add(drafts.begun(Shows.two), Part.text, "Better")
    assert parts.worked_on(two_texts, two_texts["questions"][0]) is None
    after = add(add(drafts.begun(Shows.two), Part.pick, "Best?"), Part.text, "Better")
    after = add(after, Part.text, "More")
    assert parts.worked_on(after, after["questions"][2]) == "best"


def test_each_answer_or_reply_is_asked_about() -> None:
    talk = add(drafts.begun(Shows.talk), Part.choice, "Good?", "Yes\nNo")
    assert [one.id for one in form_of(scheme_from(drafts.whole(talk, "x")), 0, 2).questions] == [
        "good:0", "good:1",
    ]  # fmt: skip
    several = add(drafts.begun(Shows.several), Part.scale, "How good?")
    several = parts.turned(several, "how_good", Turn.each)
    assert len(form_of(scheme_from(drafts.whole(several, "x")), 3).questions) == 3
    assert Turn.each not in parts.turns_for(
        add(several, Part.rank, "Order"), {"id": "order", "kind": "rank"}
    )


def test_labels_are_in_all_languages_of_the_first_question() -> None:
    draft, _ = drafts.with_question(drafts.begun(Shows.none), Part.text, "Write", "ar")
    draft = add(draft, Part.text, "And why")
    body = drafts.whole(draft, "mine", ["th"])
    assert body["questions"][1]["ask"] == {"en": "And why", "ar": "And why", "th": "And why"}
    assert drafts.title("  Our   own ", "ar") == {"title": {"en": "Our own", "ar": "Our own"}}


def test_a_name_is_made_of_words_in_latin_letters() -> None:
    assert drafts.name_of("Politeness  Check (2)") == "politeness-check-2"
    assert drafts.name_of(drafts.EXAMPLE)


@given(st.lists(st.sampled_from(list(Part)), max_size=6), st.sampled_from(list(Shows)), st.data())
def test_whatever_is_tapped_the_scheme_can_be_asked(
    chosen: list[Part], shows: Shows, data: st.DataObject
) -> None:
    draft = drafts.begun(shows)
    for nth, part in enumerate(one for one in chosen if one in drafts.parts_for(draft)):
        draft = add(draft, part, f"Question {nth}")
        question = draft["questions"][-1]
        if drafts.needs_options(question):
            draft = drafts.with_options(draft, question["id"], "Yes\nNo", "en")
        turns = data.draw(st.lists(st.sampled_from(parts.turns_for(draft, question))))
        for turn in turns:
            draft = parts.turned(draft, question["id"], turn)
        earlier = parts.hangs_on(draft, question["id"])
        if earlier:
            place = ids(draft).index(data.draw(st.sampled_from(earlier))["id"])
            draft = parts.narrowed(parts.hung(draft, question["id"], place), question["id"], 0)
    scheme = scheme_from(drafts.whole(draft, "mine"))
    form = form_of(scheme, scheme.responses[1], 2)
    assert len({one.id for one in form.questions}) == len(form.questions)
    assert len(form.questions) >= len(draft["questions"])
