"""The buttons of questions that take more than one tap, for who rates and for who reviews."""

from handlers.contractor import answers
from handlers.coordinator import doubts, reviewing, reviews
from handlers.route import Button

BUTTONS = (
    Button("ot", answers.tick, "tnnnn"),
    Button("oe", answers.ticked, "tnn"),
    Button("od", answers.done, "tnn"),
    Button("or", answers.start_over, "tnn"),
    Button("oq", answers.ask, "tnn"),
    Button("oa", answers.copy_answer, "tn"),
    Button("rdu", doubts.stands, "t", arrived=False),
    Button("rdo", doubts.falls, "t", arrived=False),
    Button("rmy", reviewing.own, arrived=False),
    Button("rmt", reviewing.take, "t", arrived=False),
    Button("rwl", reviews.left, "t", arrived=False),
    Button("rq", reviews.done, "tn", arrived=False),
    Button("rs", reviews.start_over, "tn", arrived=False),
)
