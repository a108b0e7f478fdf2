"""The command and the buttons of the desk."""

from handlers.coordinator import desk
from handlers.route import Button, Command

COMMANDS = (Command("desk", desk.command, arrived=False),)

BUTTONS = (
    Button("dk", desk.look, "n", arrived=False),
    Button("dkg", desk.open_one, "ttn", arrived=False),
    Button("dks", desk.switch, "n"),
)
