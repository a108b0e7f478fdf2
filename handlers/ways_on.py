"""No screen is a dead end: one without a button gets the way on that fits it, in one place."""

from dataclasses import replace
from typing import Any

from handlers.context import Words
from handlers.messages.screen import Screen, button

Way = tuple[str, str, tuple[str | int, ...]]

_WORK: Way = ("button-my-work", "w", ())
_PAY: Way = ("button-my-pay", "eb", ())
_SUPPORT: Way = ("button-questions", "ua", ())
_PROJECTS: Way = ("button-to-projects", "pl", (0,))
_BATCHES: Way = ("button-batches", "bl", ("-", 0))
_PAYRUN: Way = ("button-payruns", "i", ())
_HEALTH: Way = ("button-to-health", "hz", ())
_REVIEWS: Way = ("button-review-all", "rv", ())
_GROUPS: Way = ("button-groups", "gl", (0,))

# Where it leads from a screen that has no button of its own; to one's work from all others.
WAYS: dict[str, Way] = {
    **dict.fromkeys(("statement_pdf", "statement_csv", "earned_chart", "payout_methods"), _PAY),
    **dict.fromkeys(("verify", "verify_how", "delete"), _SUPPORT),
    **dict.fromkeys(
        ("project_faults", "course_faults", "import_hint", "import_dropped", "import_which",
         "import_faults",
         "file_unknown", "file_unfetched", "file_too_large", "export", "export_card"),
        _PROJECTS,
    ),
    **dict.fromkeys(
        ("batch_file", "batch_task", "answers", "answers_applied", "answers_dropped"), _BATCHES
    ),
    **dict.fromkeys(
        ("payout_file", "payout_report_faults", "payout_report_dropped",
         "payout_disowned_admin"),
        _PAYRUN,
    ),
    **dict.fromkeys(("audit_found", "aside"), _HEALTH),
    **dict.fromkeys(("review_guidelines", "evidence"), _REVIEWS),
    **dict.fromkeys(("groups", "call_draft"), _GROUPS),
}  # fmt: skip

# Screens that may end a way, and why.
ENDS: dict[str, str] = {
    "job_part": "a part of a task; its card stands below",
    "evidence_part": "a part of evidence; its card stands below",
    "guide_part": "a part of guidelines; the last one has the button",
    "job_copy": "one's own words as they were sent; the card stands below",
    "job_guidelines_file": "the whole of guidelines, above the card that asks",
    "gate_passed": "what comes next stands below it",
    "closing_example": "a preview; what decides about it stands above",
    "deciding_notice": "a preview; what decides about it stands above",
    "use_private": "said in a group",
    "slower": "nothing is read for some seconds",
}


# A "no" that names no next step by itself: /help has those of this person.
LEFT_OPEN = frozenset({
    "application-accepted", "application-declined", "standing-applicant",
    "standing-applicant-until", "not-client", "not-coordinator", "not-admin", "not-reviewer",
    "not-arbiter", "not-yours", "no-person", "no-line", "no-call", "call-closed", "no-call-open",
    "undo-over", "job-submitted", "job-settled", "job-given-back", "job-expired", "job-released",
    "extended-once", "slots-gone", "paused", "project-paused", "project-closed", "edit-unused",
    "batch-no-rest", "done-already", "country", "skill", "course-suspended", "course-held",
    "course-wait",
    "course-later", "dispute-nothing", "dispute-over", "dispute-time-over", "own-gold",
    "decided-upheld", "decided-overturned",
    "step-withdrawn", "step-over", "own-work", "own-verdict", "role-link-gone", "role-gone",
    "my-data-coming", "waive-nothing", "erase-review", "erase-payout", "erase-disputes",
    "erase-appeals", "method-no-key", "batch-delivered", "batch-not-delivered",
    "batch-nothing-waits", "line-client-confirmed", "line-client-refused", "line-silent",
    "last-language", "return-fixed-time", "returned-now", "question-passed", "draw-over",
})  # fmt: skip


def leading_on(words: Words, kind: str, args: dict[str, Any], screen: Screen) -> Screen:
    """The screen, with a way on where a person in private would have none."""
    if screen.rows or screen.keyboard is not None or kind in ENDS or "person_id" not in args:
        return screen
    label, verb, more = WAYS.get(kind, _WORK)
    return replace(screen, rows=((button(words(label), verb, *more),),))
