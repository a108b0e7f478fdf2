"""Money that was settled long ago: whole statements, and lines that came to nothing.

A statement goes with all that it is made of, or not at all, so that what is kept adds up.
"""

from bot.domain.ledger import Movement
from storage.retaining.phase import Phase

# The colon stands apart from its word, or the word would be taken for a parameter.
# ruff: noqa: S608 - nothing but our own words
_MOVED = " UNION ALL ".join(f"SELECT ':' || '{one}' AS what" for one in Movement)
_KEYS_OF_LINE = ", ".join(f"'line:' || l.id || ':' || '{one}'" for one in Movement)

# Why a line stays: it is evidence, or something about it is open or newer than the cut-off.
_STAYS = f"""
       l.accept_by >= :cut
    OR l.number IN (SELECT e.number FROM step_evidence e WHERE e.number IS NOT NULL)
    OR EXISTS (SELECT 1 FROM disputes d WHERE d.line_id = l.id
                  AND (d.decided_at IS NULL OR d.decided_at >= :cut))
    OR EXISTS (SELECT 1 FROM second_reviews s WHERE s.line_id = l.id
                  AND (s.state IN ('waiting', 'doubted') OR s.give_by >= :cut
                       OR s.given_at >= :cut OR s.decided_at >= :cut))
    OR EXISTS (SELECT 1 FROM refusals f WHERE f.line_id = l.id
                  AND (f.state = 'held' OR f.at >= :cut))
    OR EXISTS (SELECT 1 FROM ratings r WHERE r.assignment_id = l.assignment_id
                  AND r.submitted_at >= :cut)
    OR EXISTS (SELECT 1 FROM reviews v WHERE v.assignment_id = l.assignment_id AND v.at >= :cut)
    OR EXISTS (SELECT 1 FROM entries m WHERE m.key IN ({_KEYS_OF_LINE}) AND m.at >= :cut)
"""
_CORRECTED = """
    OR EXISTS (SELECT 1 FROM lines c WHERE c.corrects = l.id
                  AND (c.statement_id IS NULL OR l.statement_id IS NULL
                       OR c.statement_id <> l.statement_id))
"""
_CORRECTED_LATELY = """
    OR EXISTS (SELECT 1 FROM lines c WHERE c.corrects = l.id AND (c.accept_by >= :cut
                  OR c.state NOT IN ('paid', 'rejected', 'reversed')))
"""


def _old_statement(stays: str) -> str:
    return f"""
    t.made_at < :cut
    AND EXISTS (SELECT 1 FROM payouts p WHERE p.statement_id = t.id AND p.state = 'paid')
    AND NOT EXISTS (SELECT 1 FROM payouts p WHERE p.statement_id = t.id
                       AND (p.settled_at IS NULL OR p.settled_at >= :cut))
    AND NOT EXISTS (SELECT 1 FROM lines l WHERE l.statement_id = t.id AND ({stays}))
    """


def _old_line(stays: str) -> str:
    return f"""
    t.statement_id IS NULL AND t.state IN ('rejected', 'reversed')
    AND NOT EXISTS (SELECT 1 FROM lines l WHERE l.id = t.id AND ({stays}))
    """


def _with_lines(its: str) -> tuple[tuple[str, str], ...]:
    """The lines for which that holds (of `l`), after what hangs on them."""
    rated = "SELECT l.assignment_id FROM lines l WHERE l.kind IN ('rating', 'flag')"
    return (
        ("review_drafts", f"line_id IN (SELECT l.id FROM lines l WHERE {its})"),
        ("disputes", f"line_id IN (SELECT l.id FROM lines l WHERE {its})"),
        ("refusals", f"line_id IN (SELECT l.id FROM lines l WHERE {its})"),
        ("second_reviews", f"line_id IN (SELECT l.id FROM lines l WHERE {its})"),
        ("reviews", f"assignment_id IN ({rated} AND {its})"),
        ("gold_scores", f"assignment_id IN ({rated} AND {its})"),
        ("ratings", f"assignment_id IN ({rated} AND {its})"),
        ("lines", f"id IN (SELECT l.id FROM lines l WHERE {its})"),
    )


def _entries_of(its: str) -> str:
    return f"SELECT 'line:' || l.id || m.what FROM lines l CROSS JOIN ({_MOVED}) AS m WHERE {its}"


_ON_THEM, _THEM = "l.statement_id IN :which", "l.id IN :which"
_CHANGES = (
    "SELECT ':' || 'sent' AS what UNION ALL SELECT ':' || 'paid' UNION ALL SELECT ':' || 'failed'"
)
STATEMENTS = Phase(
    table="statements",
    old=_old_statement(_STAYS + _CORRECTED),
    old_at_once=_old_statement(_STAYS + _CORRECTED_LATELY),
    keys=f"{_entries_of(_ON_THEM)} UNION ALL SELECT 'payout:' || p.id || m.what "
    f"FROM payouts p CROSS JOIN ({_MOVED}) AS m WHERE p.statement_id IN :which",
    parts=(
        (
            "notices",
            (
                "key IN (SELECT 'statement:' || s.id FROM statements s WHERE s.id IN :which "
                "UNION ALL SELECT 'payout:' || p.id || m.what FROM payouts p "
                f"CROSS JOIN ({_CHANGES}) AS m WHERE p.statement_id IN :which)"
            ),
        ),
        (
            "journal",
            (
                "at < :cut AND subject IN ("
                "SELECT 'statement:' || s.number FROM statements s WHERE s.id IN :which UNION ALL "
                "SELECT 'payout:' || p.number FROM payouts p WHERE p.statement_id IN :which)"
            ),
        ),
        *_with_lines(_ON_THEM),
        ("payouts", "statement_id IN :which"),
        ("statements", "id IN :which"),
    ),
    most=200,
)
UNPAID = Phase(
    table="lines",
    old=_old_line(_STAYS + _CORRECTED),
    old_at_once=_old_line(_STAYS + _CORRECTED_LATELY),
    keys=_entries_of(_THEM),
    parts=_with_lines(_THEM),
)
