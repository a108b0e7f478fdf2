"""Trying whether Telegram answers to the token, and whether its calls come through."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from telegram import WebhookInfo
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.domain.findings import Finding
from handlers.client import HallBot, make_bot

TELEGRAM = "https://api.telegram.org"
# What went wrong longer ago is no news.
_RECENT = timedelta(hours=1)


async def introduce(
    token: str, api_url: str, *, webhook_url: str | None, now: datetime
) -> list[Finding]:
    """Ask Telegram who the bot is and where it brings updates; never raises."""
    bot = make_bot(token, api_url, None)
    try:
        return await _introduced(bot, webhook_url, now)
    except InvalidToken:
        told = "Telegram: refuses the token; get a new one from @BotFather"
        if api_url != TELEGRAM:
            told += f", or correct HIRINGHALL_API_URL if {api_url} is no Bot API server"
        return [Finding(well=False, text=told)]
    except NetworkError as error:
        told = f"Telegram: {api_url} cannot be reached ({error.message}); check the network"
        return [Finding(well=False, text=told)]
    except TelegramError as error:
        return [Finding(well=False, text=f"Telegram: {error.message}")]
    finally:
        await bot.shutdown()


async def _introduced(bot: HallBot, webhook_url: str | None, now: datetime) -> list[Finding]:
    await bot.initialize()
    reads_all = bool(bot.bot.can_read_all_group_messages)
    group = "reads all group messages" if reads_all else "sees commands and taps in groups"
    who = Finding(well=True, text=f"Telegram: @{bot.username} ({bot.id}), {group}")
    return [who, *_webhook(await bot.get_webhook_info(), webhook_url, now)]


def _webhook(told: WebhookInfo, ours: str | None, now: datetime) -> list[Finding]:
    """Where Telegram brings updates, beside where they should go."""
    waiting = f"{told.pending_update_count} updates wait at Telegram"
    if not told.url:
        how = (
            "not set at Telegram, the next start does that" if ours else "none, we ask for updates"
        )
        return [Finding(well=True, text=f"webhook: {how}; {waiting}")]
    if told.url != ours:
        # Not the whole address: its path may be the secret of another program.
        where = urlsplit(told.url).hostname
        what = f"webhook: Telegram calls another address, at {where}; the next start changes that"
        return [Finding(well=False, text=f"{what}, unless another program uses this bot")]
    found = [Finding(well=True, text=f"webhook: Telegram calls {told.url}; {waiting}")]
    when = told.last_error_date
    if when is not None and now - when < _RECENT:
        minutes = int((now - when).total_seconds() // 60)
        what = f"webhook: a call failed {minutes} min ago ({told.last_error_message})"
        found.append(Finding(well=False, text=f"{what}; see that the proxy and the bot run"))
    return found
