"""The buttons of questions that take more than one tap, for who rates and for who reviews."""

from handlers.contractor import jobs
from handlers.coordinator import reviews
from handlers.route import Button

BUTTONS = (
    Button("od", jobs.done, "tnn"),
    Button("or", jobs.start_over, "tnn"),
    Button("oq", jobs.ask, "tnn"),
    Button("oa", jobs.copy_answer, "tn"),
    Button("rq", reviews.done, "tn", arrived=False),
    Button("rs", reviews.start_over, "tn", arrived=False),
)
