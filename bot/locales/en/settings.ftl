# /settings: language, work languages, time zone, quiet hours.

settings-head = <b>Settings</b>
settings-language = 🌐 Language: { $language }
settings-work-languages = ✍️ Work languages: { $languages }
settings-zone = 🕓 Time zone: { $zone }
settings-quiet = 🌙 Quiet hours: { $from } to { $to }. What can wait, waits.
settings-quiet-none = 🌙 Quiet hours: none.
settings-country = 🏠 Country: { $country }
settings-skills = 🎓 Skills: { $skills }
settings-evening = 🔔 Evening message: at 19:00, what you earned.
settings-evening-none = 🔕 Evening message: none.
button-evening-on = Evening message
button-evening-off = No evening message
settings-data = We keep your Telegram id and name, these settings, and what you claimed, rated and earned. Exports name you by a pseudonym only.
button-set-language = Language
button-set-work-languages = Work languages
button-set-zone = Time zone
button-set-quiet = Quiet hours
settings-work-ask = <b>In which languages do you work?</b> Tap to add or drop one.
settings-quiet-ask = <b>When should nothing disturb you that can wait?</b>
button-quiet = { $from } to { $to }
button-quiet-none = No quiet hours
button-mark = { $mark } { $name }
