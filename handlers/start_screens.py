"""What is said about the terms of the hall and about a person's work profile."""

from handlers.messages import consents, profile

SCREENS = {
    "start_declined": consents.stayed_out,
    "terms_card": consents.card,
    "terms_declined": consents.declined,
    "profile": profile.card,
    "profile_level": profile.level,
    "profile_skills": profile.skills,
    "profile_country": profile.country,
    "profile_country_ask": profile.country_name_ask,
    "profile_countries": profile.countries_found,
}
