"""What a person wrote in a message, with its formatting as Markdown."""

from telegram import Message, MessageEntity

# Telegram takes the signs around formatted text out of it; they belong to what was written.
_AROUND = {"bold": "**", "italic": "_", "strikethrough": "~~", "code": "`"}


def source_of(message: Message) -> str:
    """The text as it was meant: code in fences, links and emphasis as Markdown writes them."""
    text = message.text or ""
    units = text.encode("utf-16-le")
    marks = sorted(
        (mark for entity in message.entities for mark in _marks(entity, units)), reverse=True
    )
    for place, _, mark in marks:
        units = units[: 2 * place] + mark.encode("utf-16-le") + units[2 * place :]
    return units.decode("utf-16-le")


def _marks(entity: MessageEntity, units: bytes) -> list[tuple[int, int, str]]:
    """What goes in before and behind the entity; of two at one place the longer one is outside."""
    start, end = entity.offset, entity.offset + entity.length
    opening, closing = _signs(entity, units[2 * start : 2 * end].decode("utf-16-le"))
    if not opening:
        return []
    # At one place all ends come before all beginnings; the inner end first, the outer start first.
    return [(start, -entity.length, opening), (end, -(10**6) + entity.length, closing)]


def _signs(entity: MessageEntity, inside: str) -> tuple[str, str]:
    if entity.type == "pre":
        last = "" if inside.endswith("\n") else "\n"
        return f"```{entity.language or ''}\n", f"{last}```"
    if entity.type == "text_link" and entity.url:
        return "[", f"]({entity.url})"
    around = _AROUND.get(entity.type, "")
    return around, around
