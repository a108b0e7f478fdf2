"""What is said about the hall's terms, a person's work profile, and calls that come privately."""

from handlers.messages import consents, private_calls, profile, why

SCREENS = {
    "start_declined": consents.stayed_out,
    "why": why.screen,
    "terms_card": consents.card,
    "terms_declined": consents.declined,
    "profile": profile.card,
    "profile_level": profile.level,
    "profile_skills": profile.skills,
    "profile_country": profile.country,
    "profile_country_ask": profile.country_name_ask,
    "profile_countries": profile.countries_found,
    "private_call": private_calls.screen,
}
