"""A local stand-in for Telegram."""

from sandbox.callbacks import Answer
from sandbox.chats import Button, Chat, Message
from sandbox.clock import SandboxClock
from sandbox.faults import Faults
from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.refusal import Call, Refusal
from sandbox.sandbox import Sandbox

__all__ = [
    "Answer",
    "Button",
    "Call",
    "Chat",
    "Faults",
    "Limits",
    "Message",
    "Person",
    "Refusal",
    "Sandbox",
    "SandboxClock",
]
