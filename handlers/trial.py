"""Trying whether Telegram answers to the token."""

from dataclasses import dataclass

from telegram.error import InvalidToken, NetworkError, TelegramError

from handlers.client import make_bot

TELEGRAM = "https://api.telegram.org"


@dataclass(frozen=True, slots=True)
class Introduction:
    """What came of asking Telegram who the bot is."""

    well: bool
    text: str


async def introduce(token: str, api_url: str) -> Introduction:
    """Ask Telegram who the bot is; never raises."""
    bot = make_bot(token, api_url, None)
    try:
        await bot.initialize()
        reads_all = bool(bot.bot.can_read_all_group_messages)
        group = "reads all group messages" if reads_all else "sees commands and taps in groups"
        return Introduction(well=True, text=f"Telegram: @{bot.username} ({bot.id}), {group}")
    except InvalidToken:
        told = "Telegram: refuses the token; get a new one from @BotFather"
        if api_url != TELEGRAM:
            told += f", or correct HIRINGHALL_API_URL if {api_url} is no Bot API server"
        return Introduction(well=False, text=told)
    except NetworkError as error:
        return Introduction(
            well=False,
            text=f"Telegram: {api_url} cannot be reached ({error.message}); check the network",
        )
    except TelegramError as error:
        return Introduction(well=False, text=f"Telegram: {error.message}")
    finally:
        await bot.shutdown()
