"""The buttons of training, exams and guidelines, for who takes them and who answers for them."""

from handlers.contractor import courses
from handlers.coordinator import courses as desk
from handlers.route import Button

BUTTONS = (
    Button("xo", courses.own, arrived=False),
    Button("xc", courses.card, "nt"),
    Button("xs", courses.start, "nt"),
    Button("xq", courses.go_on, "t"),
    Button("xa", courses.choose, "tnn"),
    Button("xt", courses.tick, "tnnn"),
    Button("xd", courses.settle, "tn"),
    Button("xn", courses.turn, "tn"),
    Button("xi", courses.answers, "tn"),
    Button("xp", courses.on_to_project, "t"),
    Button("xr", courses.show_guide, "tn"),
    Button("xg", courses.read, "tn"),
    Button("xk", courses.check, "tnnn"),
    Button("xw", courses.check_again, "t"),
    Button("xl", desk.listing, "n", arrived=False),
    Button("xv", desk.results, "n", arrived=False),
    Button("xu", desk.set_state, "nt", arrived=False),
    Button("xj", desk.question, "nn", arrived=False),
    Button("xy", desk.ask_withdraw, "nn", arrived=False),
    Button("xz", desk.withdraw, "nnn", arrived=False),
    Button("xb", desk.spent, "n", arrived=False),
    Button("xm", desk.lift, "nt", arrived=False),
    Button("xh", desk.staged, "t", arrived=False),
    Button("xe", desk.staged_question, "tn", arrived=False),
    Button("xf", desk.publish, "t", arrived=False),
)
