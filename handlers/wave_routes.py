"""The buttons of private calls."""

from handlers.contractor import private_calls
from handlers.route import Button

BUTTONS = (
    Button("ofc", private_calls.claim, "t"),
    Button("ofd", private_calls.decline, "t"),
    Button("ofr", private_calls.because, "tt"),
    Button("ofs", private_calls.stop),
    Button("oft", private_calls.choose, "n"),
)
