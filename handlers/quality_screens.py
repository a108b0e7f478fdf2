"""The screens of what is measured of a person's work, and of tiers that change."""

from handlers.messages import quality, standing_how, tier_news

SCREENS = {
    "quality": quality.screen,
    "quality_less": quality.less,
    "quality_missed": quality.missed,
    "quality_formula": quality.formula,
    "standing_how_measured": standing_how.measured,
    "tier_lowered": tier_news.lowered,
    "tier_raised": tier_news.raised,
}
