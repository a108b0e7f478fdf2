"""Every "no" that a person can meet says what to do next."""

import re

from bot.texts import FOLDER, Texts
from handlers.ways_on import LEFT_OPEN
from tests.locale_files import Found, entries

_STEP = re.compile(
    r"/[a-z]+|(?:^|[.;:,] +|and |please )"
    r"(?:please|tap|choose|add|write|submit|give|take|drop|send|"
    r"check|make|open|ask|name|grant|undo|have|read|look|use|answer|register|withdraw|wait|pass|"
    r"tick|cancel|say|decide|close|mark|import|publish|correct|set|leave|begin|try|go|finish|hand|"
    r"shorten|accept|be paid)\b",
    re.IGNORECASE,
)
# What staff is told at a desk that shows all there is to do; the sentence is the whole of it.
AT_THE_DESK = {
    "amount-other-currency", "amount-too-much", "arbiter-of-project", "batch-empty",
    "bot-not-in-chat", "closing-over", "closing-there", "course-of-another",
    "course-own-tries", "evidence-nothing", "evidence-unknown", "fix-same", "floor-met",
    "gift-negative", "gift-self", "hold-egregious", "import-empty", "line-no-client",
    "line-not-delivered", "line-refusal-held", "method-too-long", "no-format", "only-sample",
    "own-refusal", "own-standing", "payout-due", "payout-failed", "payout-file-empty",
    "payout-paid", "payout-sent", "person-erased", "place-topic-closed", "price-same",
    "project-same",
    "question-answered", "question-own", "refusals-decided", "returned-twice",
    "review-time-over", "reviewed-already", "role-held", "role-standing", "scheme-full",
    "scheme-order", "scheme-unfinished", "shared-id", "step-early", "step-future",
    "step-incomplete",
    "step-old-facts", "step-same-facts", "step-skips", "step-untold", "terms-drawn",
    "task-left-out", "terms-held", "too-few-links",
}  # fmt: skip


def _named() -> set[str]:
    """The reasons whose words name a step."""
    return {
        entry.key.removeprefix("refused-")
        for entry in entries(FOLDER / "en")
        if _STEP.search(" ".join(Found(entry.pattern).words).replace("\n", " "))
    }


def test_every_no_names_a_next_step_or_gets_one() -> None:
    every = {
        entry.key.removeprefix("refused-")
        for entry in entries(FOLDER / "en")
        if entry.key.startswith("refused-") and entry.key != "refused-next"
    }
    assert sorted(every - _named() - LEFT_OPEN - AT_THE_DESK) == []
    assert sorted((LEFT_OPEN | AT_THE_DESK) - every) == []


def test_what_is_added_fits_the_toast_behind_the_longest_of_them() -> None:
    texts = Texts.load()
    for language in texts.languages:
        added = len(texts.say(language, "refused-next", said=""))
        for reason in LEFT_OPEN:
            key = f"refused-{reason}"
            (entry,) = [one for one in entries(FOLDER / language) if one.key == key]
            words = sum(map(len, Found(entry.pattern).words))
            assert words + added <= 200, (language, reason)
