"""What the audit must find in a hall with standing: for each promise what breaks it."""

# ruff: noqa: S608 - nothing but our own words

_STEP = "(SELECT min(id) FROM steps WHERE {})"
_ENDED = _STEP.format("kind = 'deactivation' AND state = 'effective'")
_WARNED = _STEP.format("kind = 'warning' AND state = 'effective'")
_FOUGHT = "(SELECT step_id FROM appeals WHERE state = 'open')"
_OPEN = "(SELECT min(id) FROM appeals WHERE state = 'open')"
_OUT = f"(SELECT person_id FROM steps WHERE id = {_ENDED})"
_HOUR = 3_600_000_000

# For each promise what is done to the tables, laid bare, so that it does not hold.
PLANTS: dict[str, list[str]] = {
    "steps_are_decided_by_others": [
        f"UPDATE steps SET decided_by = person_id WHERE id = {_WARNED}"
    ],
    "steps_rest_on_evidence": [f"DELETE FROM step_evidence WHERE step_id = {_WARNED}"],
    "each_step_is_told": ["DELETE FROM notices WHERE kind = 'step' AND state = 'undeliverable'"],
    "nothing_counts_before_it_was_told": [
        "UPDATE steps SET state = 'effective' WHERE told_at IS NULL"
    ],
    "told_steps_have_their_dates": [f"UPDATE steps SET ends_at = NULL WHERE id = {_FOUGHT}"],
    "no_date_is_earlier_than_was_said": [
        f"UPDATE steps SET ends_at = told_at + grace_days * 24 * {_HOUR} - 1 WHERE id = {_ENDED}"
    ],
    "no_rung_is_skipped": [
        (
            "UPDATE steps SET follows = (SELECT b.follows FROM steps b WHERE b.id = steps.follows)"
            f" WHERE id = {_ENDED}"
        )
    ],
    "whoever_is_out_was_put_out_by_a_step": [
        f"UPDATE steps SET state = 'withdrawn' WHERE id = {_ENDED}"
    ],
    "a_step_that_ends_it_shows_in_the_standing": [
        f"UPDATE people SET standing = 'warned' WHERE id = {_OUT}"
    ],
    "whoever_is_out_waits_for_no_job": [
        f"INSERT INTO waiting (id, person_id, since, until) SELECT 1, {_OUT}, 1, 2"
    ],
    "whoever_is_out_holds_no_job": [
        f"UPDATE jobs SET person_id = {_OUT}, state = 'active', submits_at = NULL"
    ],
    "the_clock_looks_at_what_has_a_date": [f"UPDATE steps SET due_at = NULL WHERE id = {_WARNED}"],
    "appeals_are_of_the_person_of_their_step": [
        f"UPDATE appeals SET step_by = step_by + 1 WHERE id = {_OPEN}"
    ],
    "appeals_are_decided_by_somebody_else": [
        "UPDATE appeals SET decided_by = step_by WHERE state = 'upheld'"
    ],
    "what_was_overturned_is_withdrawn": [
        "UPDATE steps SET state = 'effective' WHERE state = 'withdrawn'"
    ],
    "each_answer_to_an_appeal_is_told": ["DELETE FROM notices WHERE kind = 'appeal_decided'"],
    "nothing_takes_effect_while_it_is_appealed": [
        (
            "INSERT INTO journal (id, at, act, subject, before)"
            " SELECT 99999, at, 'step-effective', subject, after FROM journal"
            " WHERE id = (SELECT min(id) FROM journal WHERE act = 'appealed')"
        )
    ],
    "nothing_takes_effect_before_its_date": [
        f"UPDATE steps SET access_stops = access_stops + {_HOUR} WHERE id = {_ENDED}"
    ],
    "each_effect_is_told": ["DELETE FROM notices WHERE kind = 'step_effective'"],
}
BARE = (
    "people", "waiting", "steps", "step_evidence", "appeals", "notices", "jobs", "journal",
)  # fmt: skip
