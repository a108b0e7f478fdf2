"""What an audit must find, and what the database must refuse, in SQL for both engines."""

# ruff: noqa: S608 - nothing but our own words

_A_LINE = "(SELECT min(id) FROM lines WHERE state = '{}')"
_IN_RUN = _A_LINE.format("in run")
_RATED = "(SELECT min(id) FROM lines WHERE state = 'in run' AND kind = 'rating')"
_PAID = "(SELECT min(id) FROM payouts WHERE state = 'paid')"
_SENT = "(SELECT min(id) FROM payouts WHERE state = 'sent')"
_CARRIED = "(SELECT min(person_id) FROM notices WHERE kind = 'pay_carried')"
_STATED = "(SELECT min(id) FROM statements)"


def copied(table: str, which: str, **new: str) -> str:
    """Write a row once more, with other values for some columns."""
    columns = {
        "entries": "id key movement currency at",
        "statements": "id number run_id person_id currency gross_minor deductions_minor net_minor "
        "made_at expected_at dispute_by",
        "lines": "id number person_id project_id job_id assignment_id kind state client "
        "offered_minor pay_minor currency reason because submitted_at accept_by confirm_by "
        "accepted_at confirmed_at client_at statement_id corrects by_id drawn blind",
    }[table].split()
    values = ", ".join(new.get(name, name) for name in columns)
    return f"INSERT INTO {table} SELECT {values} FROM {table} WHERE id = {which}"


# For each promise what is done to the tables, laid bare, so that it does not hold.
PLANTS: dict[str, list[str]] = {
    "entries_balance": ["UPDATE postings SET minor = minor + 1 WHERE id = 1"],
    "entries_have_two_legs": ["DELETE FROM postings WHERE id = 1"],
    "entries_are_there_once": [copied("entries", "1", id="999")],
    "postings_belong_to_an_entry": ["UPDATE postings SET currency = 'EUR' WHERE id = 1"],
    "entries_are_named_by_their_movement": ["UPDATE entries SET movement = 'paid' WHERE id = 1"],
    "openings_are_of_projects_and_the_bank": [
        (
            "INSERT INTO entries SELECT 999, 'opening:2030-01-01:USD', 'opening', 'USD', 1 "
            "FROM entries WHERE id = 1"
        ),
        (
            "INSERT INTO postings SELECT 999, 'opening:2030-01-01:USD', 'payable', 1, 'USD', 5 "
            "FROM postings WHERE id = 1"
        ),
    ],
    "money_moves_with_its_line_or_payout": [
        "DELETE FROM postings WHERE entry_key = 'line:1:confirmed'",
        "DELETE FROM entries WHERE key = 'line:1:confirmed'",
    ],
    "no_other_money_moves": [
        "UPDATE lines SET state = 'submitted' WHERE id = " + _A_LINE.format("accepted")
    ],
    "earned_is_what_waits_for_clients": [
        "UPDATE lines SET pay_minor = pay_minor - 1 WHERE id = " + _A_LINE.format("accepted")
    ],
    "payable_is_what_waits_for_the_run": [
        "UPDATE lines SET pay_minor = pay_minor - 1 WHERE id = " + _A_LINE.format("confirmed")
    ],
    "lines_in_a_run_are_being_paid": [f"UPDATE lines SET state = 'paid' WHERE id = {_IN_RUN}"],
    "payouts_are_what_is_on_its_way": [f"UPDATE payouts SET minor = 1 WHERE id = {_SENT}"],
    "the_bank_has_paid_the_paid": [f"UPDATE payouts SET state = 'due' WHERE id = {_PAID}"],
    "projects_owe_their_lines": [f"UPDATE lines SET project_id = 2 WHERE id = {_RATED}"],
    "no_line_is_above_its_offer": [
        f"UPDATE lines SET pay_minor = offered_minor + 1 WHERE id = {_IN_RUN}"
    ],
    "no_line_lacks_its_next_date": ["UPDATE lines SET confirm_by = NULL"],
    "lines_say_when_they_moved": [f"UPDATE lines SET accepted_at = NULL WHERE id = {_IN_RUN}"],
    "less_pay_has_its_reason": ["UPDATE lines SET reason = NULL WHERE reason = 'facts'"],
    "what_was_rejected_earns_nothing": ["UPDATE lines SET pay_minor = 1 WHERE state = 'rejected'"],
    "each_rating_has_its_line": [f"DELETE FROM lines WHERE id = {_RATED}"],
    "each_flag_has_its_line": ["DELETE FROM lines WHERE kind = 'flag'"],
    "lines_are_as_promised_at_the_claim": ["UPDATE lines SET offered_minor = 41 WHERE id = 1"],
    "lines_stand_as_their_ratings": ["UPDATE ratings SET state = 'submitted' WHERE id = 1"],
    "corrections_pay_what_was_withheld": [
        "UPDATE lines SET offered_minor = 41, pay_minor = 41 WHERE kind = 'correction'"
    ],
    "lines_are_corrected_once": [
        copied("lines", "(SELECT id FROM lines WHERE kind = 'correction')", id="999")
    ],
    "what_was_reversed_was_waived": [
        "UPDATE lines SET state = 'reversed' WHERE state = 'rejected'"
    ],
    "statements_are_the_sum_of_their_lines": [
        f"UPDATE statements SET gross_minor = 1, net_minor = 1 WHERE id = {_STATED}"
    ],
    "statements_hold_lines_of_their_person": [
        f"UPDATE statements SET person_id = person_id + 1 WHERE id = {_STATED}"
    ],
    "statements_hold_lines_of_their_period": [
        f"UPDATE lines SET confirmed_at = confirmed_at + 864000000000 WHERE id = {_IN_RUN}"
    ],
    "statements_keep_the_lines_they_were_made_with": [
        f"UPDATE lines SET statement_id = {_STATED} WHERE id = {_IN_RUN}"
    ],
    "statements_are_there_once": [copied("statements", _STATED, id="999", number="'TWICE'")],
    "each_statement_is_paid_by_one_payout": [
        "UPDATE payouts SET state = 'due' WHERE state = 'failed'"
    ],
    "payouts_pay_their_statement": [f"UPDATE payouts SET minor = 1 WHERE id = {_SENT}"],
    "payouts_say_when_they_moved": [f"UPDATE payouts SET sent_at = NULL WHERE id = {_SENT}"],
    "lines_are_paid_with_their_payout": [f"UPDATE lines SET state = 'paid' WHERE id = {_IN_RUN}"],
    "no_run_is_missing": ["DELETE FROM pay_runs WHERE id = 2"],
    "each_statement_is_told": ["DELETE FROM notices WHERE kind = 'statement'"],
    "each_change_of_a_payout_is_told": ["DELETE FROM notices WHERE kind = 'payout_failed'"],
    "each_change_of_a_payout_is_journalled": ["DELETE FROM journal WHERE act = 'payout-sent'"],
    "nobody_is_told_to_wait_for_what_is_paid": [
        f"UPDATE statements SET person_id = {_CARRIED} WHERE id = {_STATED}"
    ],
    "nothing_is_open_for_deletion": ["UPDATE retention SET open = true"],
    "completed_runs_are_journalled": ["DELETE FROM journal WHERE act = 'run-completed'"],
}
BARE = (
    "pay_runs",
    "entries",
    "postings",
    "lines",
    "statements",
    "payouts",
    "notices",
    "journal",
    "ratings",
)

_LEG = "INSERT INTO postings (entry_key, account, owner_id, currency, minor) VALUES "
_ENTRY = "INSERT INTO entries (key, movement, currency, at) VALUES "
_IN, _X = "('x:paid', 'bank', 0, 'USD', 5)", "('x:paid', 'paid', 'USD', 1)"
_SECOND = (
    "INSERT INTO lines (number, person_id, kind, state, client, offered_minor, pay_minor, "
    "currency, submitted_at, accept_by, corrects) SELECT 'TWICE', person_id, kind, 'submitted', "
    "client, 1, 1, currency, 1, 1, corrects FROM lines WHERE corrects IS NOT NULL"
)
A_REVIEW = (
    "INSERT INTO reviews (number, assignment_id, reviewer_id, verdict, percent, at) "
    "VALUES ('REVIEWED', 1, 1, 'accepted', 100, 1)"
)
REFUSED = [
    "UPDATE entries SET at = 1",
    "DELETE FROM entries",
    "UPDATE postings SET minor = minor + 1",
    "DELETE FROM postings WHERE id = 1",
    "UPDATE statements SET made_at = 1",
    "DELETE FROM statements",
    "UPDATE reviews SET words = ''",
    "DELETE FROM reviews",
    "DELETE FROM lines WHERE statement_id IS NULL",
    "UPDATE lines SET offered_minor = offered_minor + 1",
    "UPDATE lines SET pay_minor = offered_minor + 1",
    "UPDATE lines SET pay_minor = -1",
    "UPDATE lines SET confirm_by = NULL",
    "DELETE FROM payouts",
    "UPDATE payouts SET minor = minor + 1",
    # A second live payout of the statement; a second correction of the line.
    "UPDATE payouts SET state = 'due' WHERE state = 'failed'",
    _SECOND,
    # An entry without legs, with one, out of balance, in two currencies; more legs, or the same
    # key again.
    f"{_ENTRY} {_X}",
    f"{_LEG} {_IN}; {_ENTRY} {_X}",
    f"{_LEG} {_IN}, ('x:paid', 'payout', 1, 'USD', -4); {_ENTRY} {_X}",
    f"{_LEG} {_IN}, ('x:paid', 'payout', 1, 'EUR', -5); {_ENTRY} {_X}",
    f"{_LEG} ('line:1:accepted', 'bank', 0, 'USD', 5), ('line:1:accepted', 'bank', 0, 'USD', -5)",
    f"{_ENTRY} ('line:1:accepted', 'accepted', 'USD', 1)",
    f"{_LEG} {_IN}, ('x:paid', 'payout', 1, 'USD', -5)",
    f"{_LEG} ('x:paid', 'bank', 0, 'USD', 0)",
]
# What one engine alone knows of.
REFUSED_BY = {
    "sqlite": [
        "INSERT OR REPLACE INTO entries SELECT id, key, movement, currency, 1 FROM entries",
        "REPLACE INTO journal SELECT id, at, 7, act, subject, before, after FROM journal",
        "REPLACE INTO payouts SELECT * FROM payouts",
    ],
    "postgres": [
        "TRUNCATE entries, postings",
        "TRUNCATE journal",
        "TRUNCATE ratings, lines CASCADE",
        "TRUNCATE statements CASCADE",
    ],
}
