"""The buttons of terms and of the work profile, and what takes the name of a country."""

from handlers.contractor import consents, profile, work
from handlers.route import Button

TOPICS = {profile.COUNTRY: profile.country_written}

BUTTONS = (
    Button("wy", work.why, "n"),
    Button("k", consents.first, arrived=False),
    Button("yz", consents.stay_out, arrived=False),
    Button("yi", consents.again, arrived=False),
    Button("yt", consents.card),
    Button("yk", consents.agree, "nt"),
    Button("yn", consents.decline, "t"),
    Button("ya", profile.reply, "ttt"),
    Button("yd", profile.switch_evening, "n"),
    Button("yq", profile.go_on, "t"),
    Button("yp", profile.card),
    Button("yl", profile.level, "t"),
    Button("yr", profile.set_level, "tt"),
    Button("ys", profile.skills),
    Button("yx", profile.toggle_skill, "t"),
    Button("yu", profile.country),
    Button("yv", profile.set_country, "t"),
    Button("yw", profile.write_country, "t"),
)
