"""What is true of runs, statements and payouts: each a query for the things that break it."""


def statements_are_the_sum_of_their_lines() -> str:
    """A statement comes to what its lines come to, less deductions, and never below zero."""
    return """
    SELECT s.number AS it FROM statements s LEFT JOIN lines l ON l.statement_id = s.id
     GROUP BY s.id, s.number, s.gross_minor, s.deductions_minor, s.net_minor
    HAVING s.gross_minor <> coalesce(sum(l.pay_minor), 0)
        OR s.net_minor <> s.gross_minor - s.deductions_minor OR s.net_minor < 0
    """


def statements_hold_lines_of_their_person() -> str:
    """A line on a statement is of the statement's person and currency."""
    return """
    SELECT l.number AS it FROM lines l JOIN statements s ON s.id = l.statement_id
     WHERE l.person_id <> s.person_id OR l.currency <> s.currency
    """


def statements_hold_lines_of_their_period() -> str:
    """A line on a statement was confirmed before the period's end."""
    return """
    SELECT l.number AS it FROM lines l JOIN statements s ON s.id = l.statement_id
      JOIN pay_runs r ON r.id = s.run_id WHERE l.confirmed_at >= r.period_end
    """


def statements_keep_the_lines_they_were_made_with() -> str:
    """No line leaves its statement for another one."""
    return """
    SELECT s.number AS it FROM statements s
      LEFT JOIN journal j ON j.subject = 'statement:' || s.number AND j.act = 'statement-made'
      LEFT JOIN (SELECT statement_id, count(*) AS held FROM lines
                  WHERE statement_id IS NOT NULL GROUP BY statement_id) h
        ON h.statement_id = s.id
     WHERE j.id IS NULL OR CAST(j.after ->> 'lines' AS INTEGER) <> coalesce(h.held, 0)
    """


def statements_are_there_once() -> str:
    """A run makes one statement for a person and a currency."""
    return """
    SELECT min(number) AS it FROM statements GROUP BY run_id, person_id, currency
    HAVING count(*) > 1
    """


def each_statement_is_paid_by_one_payout() -> str:
    """A statement has exactly one payout that has not failed."""
    return """
    SELECT s.number AS it FROM statements s
      LEFT JOIN payouts p ON p.statement_id = s.id AND p.state <> 'failed'
     GROUP BY s.id, s.number HAVING count(p.id) <> 1
    """


def payouts_pay_their_statement() -> str:
    """A payout is to the statement's person, in its currency, and for all of it."""
    return """
    SELECT p.number AS it FROM payouts p LEFT JOIN statements s ON s.id = p.statement_id
     WHERE s.id IS NULL OR p.minor <> s.net_minor OR p.currency <> s.currency
        OR p.person_id <> s.person_id
    """


def payouts_say_when_they_moved() -> str:
    """The times of a payout are those of the states that it has been in."""
    return """
    SELECT number AS it FROM payouts
     WHERE (state = 'sent' AND sent_at IS NULL) OR (state = 'due' AND sent_at IS NOT NULL)
        OR (state IN ('paid', 'failed')) <> (settled_at IS NOT NULL)
    """


def lines_are_paid_with_their_payout() -> str:
    """The lines of a statement are paid when its payout is, and in the run until then."""
    return """
    SELECT l.number AS it FROM lines l
      JOIN payouts p ON p.statement_id = l.statement_id AND p.state <> 'failed'
     WHERE (p.state = 'paid') <> (l.state = 'paid')
    """


def no_run_is_missing() -> str:
    """Between the first run of a zone and the last no time is left out."""
    return """
    SELECT number AS it FROM (
        SELECT number, period_start,
               lag(period_end) OVER (PARTITION BY zone ORDER BY period_end) AS before
          FROM pay_runs
    ) AS runs WHERE period_start > before
    """


def each_statement_is_told() -> str:
    """Whoever can be written to is owed the notice of each statement."""
    return """
    SELECT s.number AS it FROM statements s JOIN people p ON p.id = s.person_id
      LEFT JOIN notices n ON n.key = 'statement:' || s.id
     WHERE p.telegram_id IS NOT NULL AND n.id IS NULL
    """


def each_change_of_a_payout_is_told() -> str:
    """Whoever can be written to is owed a notice for each state of a payout."""
    return f"""
    SELECT c.number AS it FROM ({_CHANGES}) AS c JOIN people p ON p.id = c.person_id
      LEFT JOIN notices n ON n.key = 'payout:' || c.id || ':' || c.state
     WHERE p.telegram_id IS NOT NULL AND n.id IS NULL
    """  # noqa: S608 - nothing but our own words


def each_change_of_a_payout_is_journalled() -> str:
    """The journal knows of each state of a payout."""
    return f"""
    SELECT c.number AS it FROM ({_CHANGES}) AS c
      LEFT JOIN journal j ON j.subject = 'payout:' || c.number AND j.act = 'payout-' || c.state
     WHERE j.id IS NULL
    """  # noqa: S608 - nothing but our own words


def nobody_is_told_to_wait_for_what_is_paid() -> str:
    """What a run carries over is on no statement of that run."""
    return """
    SELECT s.number AS it FROM statements s JOIN notices n
        ON n.key = 'run:' || s.run_id || ':carried:' || s.person_id || ':' || s.currency
    """


def completed_runs_are_journalled() -> str:
    """The journal knows when a run was completed."""
    return """
    SELECT r.number AS it FROM pay_runs r
      LEFT JOIN journal j ON j.subject = 'run:' || r.number AND j.act = 'run-completed'
     WHERE (r.state = 'completed') <> (r.completed_at IS NOT NULL)
        OR (r.state = 'completed') <> (j.id IS NOT NULL)
    """


_CHANGES = """
SELECT id, number, person_id, 'sent' AS state FROM payouts WHERE sent_at IS NOT NULL
UNION ALL
SELECT id, number, person_id, state FROM payouts WHERE state IN ('paid', 'failed')
"""

OF_PAYOUTS = (
    statements_are_the_sum_of_their_lines,
    statements_hold_lines_of_their_person,
    statements_hold_lines_of_their_period,
    statements_keep_the_lines_they_were_made_with,
    statements_are_there_once,
    each_statement_is_paid_by_one_payout,
    payouts_pay_their_statement,
    payouts_say_when_they_moved,
    lines_are_paid_with_their_payout,
    no_run_is_missing,
    each_statement_is_told,
    each_change_of_a_payout_is_told,
    each_change_of_a_payout_is_journalled,
    nobody_is_told_to_wait_for_what_is_paid,
    completed_runs_are_journalled,
)
