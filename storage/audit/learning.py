"""What is true of training and exams: each a query for the things that break it."""

_SITTINGS = "SELECT s.number AS it FROM sittings s"


def training_lines_come_from_one_sitting() -> str:
    """What was earned by a course belongs to one sitting of that person, in its amount."""
    return """
    SELECT l.number AS it FROM lines l
      LEFT JOIN sittings s ON s.line = l.number AND s.person_id = l.person_id
            AND s.pay_minor = l.offered_minor AND s.currency = l.currency
     WHERE l.kind = 'training'
     GROUP BY l.number HAVING count(s.id) <> 1
    """


def finished_sittings_are_paid() -> str:
    """Whoever answered every question is owed what the course promised at its start."""
    return f"""
    {_SITTINGS} WHERE s.state IN ('done', 'failed') AND s.pay_minor IS NOT NULL AND s.line IS NULL
    """


def what_is_held_was_earned() -> str:
    """A qualification comes from a sitting of that person and course that was completed."""
    return """
    SELECT q.id AS it FROM qualifications q
      LEFT JOIN sittings s ON s.id = q.sitting_id AND s.person_id = q.person_id
            AND s.course_id = q.course_id AND s.state IN ('done', 'passed')
     WHERE s.id IS NULL
    """


OF_LEARNING = (
    training_lines_come_from_one_sitting, finished_sittings_are_paid, what_is_held_was_earned,
)  # fmt: skip
