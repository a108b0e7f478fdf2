"""Which version of a rating counts, and whether what a reviewer put in its place still holds.

For statements that read votes: the answers of tasks, the nightly figures, tiers and exports.
"""

from sqlalchemy import and_, select

from storage.schema import assignments, disputes, ratings, reviews, second_reviews
from storage.schema.columns import word

_newer = ratings.alias("newer")
# What was handed in again takes the place of what was handed in before.
LATEST = ~(
    select(_newer.c.id)
    .where(_newer.c.assignment_id == ratings.c.assignment_id, _newer.c.version > ratings.c.version)
    .exists()
)
_DISPUTED_AWAY = (
    select(disputes.c.id)
    .where(disputes.c.review_id == reviews.c.id, disputes.c.state == word("overturned"))
    .exists()
)
_RIGHTED = (
    select(second_reviews.c.id)
    .where(
        second_reviews.c.review_id == reviews.c.id, second_reviews.c.state == word("overturned")
    )
    .exists()
)
# A verdict that neither a dispute nor the look at a second verdict has overturned.
VERDICT_HOLDS = and_(~_DISPUTED_AWAY, ~_RIGHTED)
# The reviewer's answer that stands in the place of a rating. The index is by the assignment.
CORRECTION = and_(
    reviews.c.assignment_id == assignments.c.id, reviews.c.rating_id == ratings.c.id,
    reviews.c.fix.is_not(None), VERDICT_HOLDS,
)  # fmt: skip
