"""Everything else that ends: steps, answers, questions, proposals, the journal, messages."""

from storage.retaining.phase import Phase

# ruff: noqa: S608 - nothing but our own words
_IT = "id IN :which"
# What the audit looks for as long as the thing is there goes with the thing.
_TOLD_WITH_IT = (
    "'statement', 'payout_sent', 'payout_paid', 'payout_failed', 'step', 'step_effective', "
    "'step_withdrawn', 'step_expired', 'access_returned', 'appeal_decided'"
)
_OF_STEP = " UNION ALL ".join(
    f"SELECT '{kind}:' || s.id FROM steps s WHERE s.id IN :which"
    for kind in (
        "step", "step-withdrawn", "step_effective", "step_withdrawn", "step_expired",
        "access_returned",
    )
)  # fmt: skip
_OF_APPEAL = " UNION ALL ".join(
    f"SELECT 'appeal:' || a.id || ':' || '{state}' FROM appeals a WHERE a.step_id IN :which"
    for state in ("upheld", "overturned")
)

# A step on which a later one builds stays as long as that one; a deactivation that is in effect
# stays as long as the account.
STEPS = Phase(
    table="steps",
    old="t.state IN ('withdrawn', 'expired') AND t.ended_at < :cut "
    "AND t.id NOT IN (SELECT n.follows FROM steps n WHERE n.follows IS NOT NULL) "
    "AND NOT EXISTS (SELECT 1 FROM appeals a WHERE a.step_id = t.id "
    "AND (a.decided_at IS NULL OR a.decided_at >= :cut))",
    parts=(
        ("notices", f"key IN ({_OF_STEP} UNION ALL {_OF_APPEAL})"),
        ("appeals", "step_id IN :which"),
        ("step_evidence", "step_id IN :which"),
        ("steps", _IT),
    ),
)
# Which tasks somebody was given stays, so that nobody is given one twice; the answer does not.
_ANSWERED = (
    "(CAST(t.answer AS TEXT) <> '{}' OR CAST(t.written AS TEXT) <> '{}') "
    "AND EXISTS (SELECT 1 FROM jobs j WHERE j.id = t.job_id AND j.state <> 'active' "
    "AND coalesce(j.submitted_at, j.due_at) < :cut) "
    "AND NOT EXISTS (SELECT 1 FROM lines l WHERE l.assignment_id = t.id "
    "AND l.kind IN ('rating', 'flag')"
)
ANSWERS = Phase(
    table="assignments",
    old=f"{_ANSWERED})",
    old_at_once=f"{_ANSWERED} AND (l.accept_by >= :cut OR l.state NOT IN "
    "('paid', 'rejected', 'reversed')))",
    blank="answer = '{}', written = '{}'",
    parts=(("assignments", _IT),),
)
QUESTIONS = Phase(
    table="questions",
    old="t.closed_at < :cut",
    parts=(("question_words", "question_id IN :which"), ("questions", _IT)),
)
PROPOSALS = Phase(
    table="proposals",
    old="t.state <> 'open' AND t.decided_at < :cut "
    "AND t.id NOT IN (SELECT d.proposal_id FROM step_drafts d WHERE d.proposal_id IS NOT NULL)",
    parts=(("proposals", _IT),),
)
LINKS = Phase(table="role_links", old="t.expires_at < :cut", parts=(("role_links", _IT),))
JOURNAL = Phase(
    table="journal",
    old="t.at < :cut AND t.subject NOT LIKE 'run:%' "
    "AND NOT EXISTS (SELECT 1 FROM statements s WHERE t.subject LIKE 'statement:%' "
    "AND s.number = substr(t.subject, 11)) "
    "AND NOT EXISTS (SELECT 1 FROM payouts p WHERE t.subject LIKE 'payout:%' "
    "AND p.number = substr(t.subject, 8))",
    parts=(("journal", _IT),),
    most=2000,
    # What answers an entry is newer, and must not go before it.
    oldest_first=True,
)
NOTICES = Phase(
    table="notices",
    old="t.created_at < :cut AND t.state NOT IN ('queued', 'sending') "
    f"AND t.kind NOT IN ({_TOLD_WITH_IT})",
    parts=(("notices", _IT),),
    most=2000,
)
RECIPIENTS = Phase(
    table="broadcast_recipients",
    old="t.settled_at < :cut",
    parts=(("broadcast_recipients", _IT),),
    most=2000,
)
BROADCASTS = Phase(
    table="broadcasts",
    old="t.ended_at < :cut "
    "AND NOT EXISTS (SELECT 1 FROM broadcast_recipients r WHERE r.broadcast_id = t.id)",
    old_at_once="t.ended_at < :cut",
    parts=(("broadcasts", _IT),),
)
# The newest stays: it says from where on Telegram is to be asked.
UPDATES = Phase(
    table="inbox",
    key="update_id",
    old="t.state <> 'new' AND t.received_at < :cut "
    "AND t.update_id < (SELECT max(i.update_id) FROM inbox i)",
    parts=(("inbox", "update_id IN :which"),),
    most=2000,
)
