"""What is true of lines: each promise a query for the things that break it."""

_OWED = "('accepted', 'confirmed', 'in run', 'paid')"
_LATEST = """
  FROM lines l JOIN ratings r ON r.assignment_id = l.assignment_id
   AND r.version = (SELECT max(v.version) FROM ratings v WHERE v.assignment_id = l.assignment_id)
 WHERE l.kind = 'rating'
"""


def no_line_is_above_its_offer() -> str:
    """A line comes to what was promised or to less, and never to less than nothing."""
    return "SELECT number AS it FROM lines WHERE pay_minor < 0 OR pay_minor > offered_minor"


def no_line_lacks_its_next_date() -> str:
    """What is not paid yet says until when it waits at the longest."""
    return """
    SELECT l.number AS it FROM lines l LEFT JOIN statements s ON s.id = l.statement_id
     WHERE (l.state = 'submitted' AND l.accept_by IS NULL)
        OR (l.state = 'accepted' AND l.confirm_by IS NULL)
        OR (l.state = 'in run' AND s.expected_at IS NULL)
    """


def lines_say_when_they_moved() -> str:
    """The times of a line are those of the states that it has been in."""
    return f"""
    SELECT number AS it FROM lines
     WHERE (accepted_at IS NOT NULL) <> (state IN {_OWED})
        OR (confirmed_at IS NOT NULL) <> (state IN ('confirmed', 'in run', 'paid'))
        OR (statement_id IS NOT NULL) <> (state IN ('in run', 'paid'))
    """  # noqa: S608 - nothing but our own words


def less_pay_has_its_reason() -> str:
    """What was rejected or reduced says why."""
    return f"""
    SELECT number AS it FROM lines WHERE reason IS NULL
       AND (state = 'rejected' OR (state IN {_OWED} AND pay_minor < offered_minor))
    """  # noqa: S608 - nothing but our own words


def what_was_rejected_earns_nothing() -> str:
    """A rejected line has no pay, and one that is owed has some."""
    return f"""
    SELECT number AS it FROM lines
     WHERE (state = 'rejected' AND pay_minor <> 0) OR (state IN {_OWED} AND pay_minor = 0)
        OR (state = 'submitted' AND pay_minor <> offered_minor)
    """  # noqa: S608 - nothing but our own words


def each_rating_has_its_line() -> str:
    """Nothing that was handed in is without a line, and none has two."""
    return """
    SELECT r.number AS it FROM ratings r LEFT JOIN lines l
        ON l.assignment_id = r.assignment_id AND l.kind = 'rating'
     GROUP BY r.id, r.number HAVING count(l.id) <> 1
    """


def each_flag_has_its_line() -> str:
    """A flag that was handed in under terms that pay for it has a line, unless it is too old."""
    return """
    SELECT CAST(a.id AS TEXT) AS it FROM assignments a JOIN jobs j ON j.id = a.job_id
      LEFT JOIN lines l ON l.assignment_id = a.id AND l.kind = 'flag'
     WHERE a.state = 'flagged' AND j.state IN ('submitted', 'settled') AND l.id IS NULL
       AND coalesce(j.terms -> 'pay_terms' ->> 'flag_percent', '0') <> '0'
       AND j.submitted_at >= (SELECT cut_off FROM retention)
    """


def lines_are_as_promised_at_the_claim() -> str:
    """A line is for the person, the project and the price of its job."""
    return """
    SELECT l.number AS it FROM lines l JOIN jobs j ON j.id = l.job_id
     WHERE l.person_id <> j.person_id OR coalesce(l.project_id, j.project_id) <> j.project_id
    UNION
    SELECT l.number AS it FROM lines l JOIN ratings r ON r.assignment_id = l.assignment_id
     WHERE l.kind = 'rating' AND r.version = 1
       AND (l.offered_minor <> r.pay_minor OR l.currency <> r.currency)
    """


def lines_stand_as_their_ratings() -> str:
    """A line waits as long as the newest version of its rating has no verdict."""
    return f"""
    SELECT l.number AS it {_LATEST}
       AND (r.state IN ('submitted', 'returned')) <> (l.state = 'submitted')
    """


def corrections_pay_what_was_withheld() -> str:
    """A correction is for the same person, in the same money, and no more than was kept back."""
    return """
    SELECT c.number AS it FROM lines c LEFT JOIN lines l ON l.id = c.corrects
     WHERE (c.kind = 'correction') <> (c.corrects IS NOT NULL)
        OR (c.corrects IS NOT NULL AND (l.id IS NULL OR l.person_id <> c.person_id
            OR l.currency <> c.currency OR l.pay_minor + c.offered_minor > l.offered_minor))
    """


def lines_are_corrected_once() -> str:
    """No line has two corrections."""
    return """
    SELECT CAST(corrects AS TEXT) AS it FROM lines WHERE corrects IS NOT NULL
     GROUP BY corrects HAVING count(*) > 1
    """


def what_was_reversed_was_waived() -> str:
    """Nothing that was owed is taken back but what its person expressly did without."""
    return """
    SELECT l.number AS it FROM lines l
      LEFT JOIN journal j ON j.subject = 'person:' || l.person_id AND j.act = 'waived'
                         AND j.actor_id = l.person_id
     WHERE l.state = 'reversed'
       AND (l.reason IS NULL OR l.reason <> 'waived' OR l.pay_minor = 0 OR j.id IS NULL)
    """


OF_LINES = (
    no_line_is_above_its_offer,
    no_line_lacks_its_next_date,
    lines_say_when_they_moved,
    less_pay_has_its_reason,
    what_was_rejected_earns_nothing,
    each_rating_has_its_line,
    each_flag_has_its_line,
    lines_are_as_promised_at_the_claim,
    lines_stand_as_their_ratings,
    corrections_pay_what_was_withheld,
    lines_are_corrected_once,
    what_was_reversed_was_waived,
)
