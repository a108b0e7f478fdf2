"""What is said about broadcasts, and the broadcasts themselves."""

from bot.domain.broadcasts import BROADCAST
from handlers.messages import broadcast_choices, broadcast_reports, broadcast_tiers, broadcasts

SCREENS = {
    BROADCAST: broadcasts.sent,
    "broadcasts": broadcasts.desk,
    "broadcast_draft": broadcasts.draft,
    "broadcast_versions": broadcasts.versions,
    "broadcast_ask": broadcasts.ask,
    "broadcast_count": broadcasts.ask_count,
    "broadcast_example": broadcasts.example,
    "broadcast_segment": broadcast_choices.segment,
    "broadcast_choose": broadcast_choices.choose,
    "broadcast_tier": broadcast_tiers.choose,
    "broadcast_ask_tier": broadcast_tiers.ask,
    "broadcast_when": broadcast_choices.when,
    "broadcast_ask_ids": broadcast_choices.ask_ids,
    "broadcast_ask_time": broadcast_choices.ask_time,
    "broadcast_card": broadcast_reports.card,
    "broadcast_report": broadcast_reports.report,
    "broadcast_table": broadcast_reports.table,
}
