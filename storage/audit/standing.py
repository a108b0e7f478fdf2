"""What is true of steps, appeals and standing: each a query for the things that break it."""

# ruff: noqa: S608 - nothing but our own words

from bot.domain.steps import REASONS

_EGREGIOUS = ", ".join(f"'{code}'" for code, one in sorted(REASONS.items()) if one.egregious)
_LIVE = "s.state IN ('scheduled', 'effective')"
_TOLD = f"{_LIVE} AND s.told_at IS NOT NULL"
_ENDS = "s.kind IN ('deactivation', 'closing')"
_DAY = 86_400_000_000
# What is older may have been deleted, as the hall's retention says.
_KEPT = "coalesce((SELECT cut_off FROM retention), 0)"
_STEPS = "SELECT s.number AS it FROM steps s"
_OF_PERSON = "SELECT p.id AS it FROM people p"


def steps_are_decided_by_others() -> str:
    """Each step has a person who decided it, in a role, and not about that very person."""
    return f"""
    {_STEPS} LEFT JOIN people d ON d.id = s.decided_by
     WHERE d.id IS NULL OR s.decided_by = s.person_id OR s.role = ''
    """


def steps_rest_on_evidence() -> str:
    """Each step but the closing of a region says on what it rests."""
    return f"""
    {_STEPS} LEFT JOIN step_evidence e ON e.step_id = s.id
     WHERE s.kind <> 'closing' AND e.id IS NULL
    """


def each_step_is_told() -> str:
    """Whoever has a chat with the bot is owed one notice of each step."""
    return f"""
    {_STEPS} JOIN people p ON p.id = s.person_id
      LEFT JOIN notices n ON n.key = 'step:' || s.id
     WHERE p.telegram_id IS NOT NULL AND n.id IS NULL AND s.decided_at >= {_KEPT}
    """


def nothing_counts_before_it_was_told() -> str:
    """What has an effect has a notice that arrived, or was objected to by whoever had it."""
    return f"""
    {_STEPS} JOIN people p ON p.id = s.person_id
      LEFT JOIN notices n ON n.key = 'step:' || s.id
      LEFT JOIN appeals a ON a.step_id = s.id AND a.opened_at = s.told_at
     WHERE s.state = 'effective' AND s.told_at IS NULL
        OR a.id IS NULL AND s.told_at IS NOT NULL AND n.state <> 'sent'
        OR s.told_at >= {_KEPT} AND p.telegram_id IS NOT NULL AND n.id IS NULL
    """


def told_steps_have_their_dates() -> str:
    """Whatever stands and was told says what happens when."""
    return f"""
    {_STEPS} WHERE {_TOLD} AND (
        s.kind IN ('warning', 'second warning', 'suspension') AND s.counts_until IS NULL
        OR s.kind IN ('suspension', 'hold') AND s.access_returns IS NULL
        OR s.kind IN ('suspension', 'hold', 'block') AND s.access_stops IS NULL
        OR {_ENDS} AND (s.access_stops IS NULL OR s.ends_at IS NULL))
    """


def no_date_is_earlier_than_was_said() -> str:
    """The end leaves the days of grace, and a suspension takes no more days than it names."""
    return f"""
    {_STEPS} WHERE {_TOLD} AND (
        {_ENDS} AND s.ends_at < s.told_at + s.grace_days * {_DAY}
        OR {_ENDS} AND s.access_stops < s.ends_at AND s.reason NOT IN ({_EGREGIOUS})
        OR s.kind = 'suspension' AND s.access_returns > s.told_at + s.days * {_DAY})
    """


def no_rung_is_skipped() -> str:
    """A rung follows the one below it, which was told before; an egregious ending need not."""
    return f"""
    {_STEPS} LEFT JOIN steps b ON b.id = s.follows AND b.person_id = s.person_id
       AND b.told_at <= s.decided_at
     WHERE s.kind IN ('second warning', 'suspension', 'deactivation')
       AND NOT (s.kind = 'deactivation' AND s.reason IN ({_EGREGIOUS}))
       AND (b.id IS NULL OR b.kind <> CASE s.kind WHEN 'second warning' THEN 'warning'
            WHEN 'suspension' THEN 'second warning' ELSE 'suspension' END)
    """


def whoever_is_out_was_put_out_by_a_step() -> str:
    """Nobody is deactivated, or about to be, without a step that says so."""
    return f"""
    {_OF_PERSON} LEFT JOIN steps s ON s.person_id = p.id AND {_ENDS} AND {_TOLD}
       AND s.state = CASE p.standing WHEN 'deactivated' THEN 'effective' ELSE 'scheduled' END
     WHERE p.standing IN ('deactivating', 'deactivated') AND s.id IS NULL
    """


def a_step_that_ends_it_shows_in_the_standing() -> str:
    """Whoever has been told of an end stands as its step does."""
    return f"""
    {_STEPS} JOIN people p ON p.id = s.person_id WHERE {_ENDS} AND {_TOLD}
       AND p.standing <> CASE s.state WHEN 'effective' THEN 'deactivated' ELSE 'deactivating' END
    """


def whoever_is_out_waits_for_no_job() -> str:
    """Nobody whose access has stopped is on the out-of-work list."""
    return f"""
    {_OF_PERSON} JOIN waiting w ON w.person_id = p.id
     WHERE p.standing IN ('suspended', 'deactivating', 'deactivated')
    """


def whoever_is_out_holds_no_job() -> str:
    """When the clock is done with an end, no work is left in the person's hands."""
    return f"""
    {_STEPS} JOIN jobs j ON j.person_id = s.person_id AND j.state = 'active'
     WHERE {_ENDS} AND s.state = 'effective' AND s.due_at IS NULL
       AND j.submits_at IS NULL AND j.review_id IS NULL
    """


def the_clock_looks_at_what_has_a_date() -> str:
    """No date passes unseen: what is to end or begin is due, unless an open appeal stops it."""
    return f"""
    {_STEPS} LEFT JOIN appeals a ON a.step_id = s.id AND a.state = 'open'
     WHERE {_TOLD} AND s.due_at IS NULL AND a.id IS NULL
       AND (s.state = 'scheduled'
            OR s.kind IN ('warning', 'second warning', 'suspension', 'hold'))
    """


def appeals_are_of_the_person_of_their_step() -> str:
    """An appeal knows whose step it is about and who decided that."""
    return """
    SELECT a.number AS it FROM appeals a JOIN steps s ON s.id = a.step_id
     WHERE a.person_id <> s.person_id OR a.step_by <> s.decided_by
    """


def appeals_are_decided_by_somebody_else() -> str:
    """Neither who decided the step nor who appealed answers; silence only ever overturns."""
    return f"""
    SELECT a.number AS it FROM appeals a JOIN steps s ON s.id = a.step_id
     WHERE a.decided_by = a.step_by OR a.decided_by = a.person_id
        OR a.state <> 'open' AND a.decided_by IS NULL
           AND (a.state = 'upheld' OR a.role IS NULL AND s.reason IN ({_EGREGIOUS}))
        OR a.decided_by IS NOT NULL AND (a.answer IS NULL OR a.role IS NULL)
           AND EXISTS (SELECT 1 FROM people p
                        WHERE p.id = a.person_id AND p.telegram_id IS NOT NULL)
    """


def what_was_overturned_is_withdrawn() -> str:
    """An appeal that was won takes its step away."""
    return """
    SELECT a.number AS it FROM appeals a JOIN steps s ON s.id = a.step_id
     WHERE a.state = 'overturned' AND s.state <> 'withdrawn'
    """


def each_answer_to_an_appeal_is_told() -> str:
    """Whoever appealed and has a chat is owed the answer, or word that the step is gone."""
    return f"""
    SELECT a.number AS it FROM appeals a JOIN people p ON p.id = a.person_id
      LEFT JOIN notices n
        ON n.key IN ('appeal:' || a.id || ':' || a.state, 'step-withdrawn:' || a.step_id)
     WHERE a.state <> 'open' AND p.telegram_id IS NOT NULL AND n.id IS NULL
       AND a.decided_at >= {_KEPT}
    """


def nothing_takes_effect_while_it_is_appealed() -> str:
    """In the journal no step takes effect between its appeal and the answer to that."""
    return """
    SELECT e.before ->> 'step' AS it FROM journal e
      JOIN journal a ON a.act = 'appealed' AND a.subject = e.subject AND a.id < e.id
       AND a.after ->> 'step' = e.before ->> 'step'
      LEFT JOIN journal d ON d.act = 'appeal-decided' AND d.subject = a.subject
       AND d.after ->> 'appeal' = a.after ->> 'appeal' AND d.id < e.id
     WHERE e.act = 'step-effective' AND d.id IS NULL
    """


def nothing_takes_effect_before_its_date() -> str:
    """In the journal no step takes effect before the moment that it names."""
    return """
    SELECT s.number AS it FROM journal e
      JOIN steps s ON s.number = e.before ->> 'step'
     WHERE e.act = 'step-effective' AND s.state = 'effective' AND e.at < s.access_stops
    """


def each_effect_is_told() -> str:
    """Whoever has a chat with the bot is owed a notice of whatever the clock did to a step."""
    return f"""
    {_STEPS} JOIN journal e ON e.before ->> 'step' = s.number
       AND e.act IN ('step-effective', 'access-returned', 'step-expired')
      JOIN people p ON p.id = s.person_id
      LEFT JOIN notices n ON n.key = replace(e.act, '-', '_') || ':' || s.id
     WHERE p.telegram_id IS NOT NULL AND n.id IS NULL AND e.at >= {_KEPT}
    """


OF_STANDING = (
    steps_are_decided_by_others,
    steps_rest_on_evidence,
    each_step_is_told,
    nothing_counts_before_it_was_told,
    told_steps_have_their_dates,
    no_date_is_earlier_than_was_said,
    no_rung_is_skipped,
    whoever_is_out_was_put_out_by_a_step,
    a_step_that_ends_it_shows_in_the_standing,
    whoever_is_out_waits_for_no_job,
    whoever_is_out_holds_no_job,
    the_clock_looks_at_what_has_a_date,
    appeals_are_of_the_person_of_their_step,
    appeals_are_decided_by_somebody_else,
    what_was_overturned_is_withdrawn,
    each_answer_to_an_appeal_is_told,
    nothing_takes_effect_while_it_is_appealed,
    nothing_takes_effect_before_its_date,
    each_effect_is_told,
)
