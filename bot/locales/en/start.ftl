# Arriving: consent, language, time zone.

start-consent = 👋 <b>Welcome to the hiring hall.</b>
    You rate answers of language models here, in this chat, and are paid for each rating by published rules.

    • Before you claim a job you see what it pays, how long it takes and when it is accepted.
    • We store your Telegram id and name, what you set and what you rate. Clients see ratings under a pseudonym. /settings shows and changes what we know of you.
    • Nobody is ever asked here for money, passwords or codes.
start-draw = 🎲 You are in the draw, which ends at { $until }. Three taps, and you are ready.
start-held = A place is held for you until { $until }. Three taps and you start.
button-consent = I agree
start-language = <b>Which language do you read best?</b>
    You can add work languages later under /settings.
start-zone = <b>What time is it where you live?</b>
    Due times and quiet hours follow your clock.
start-zone-city = <b>Which of these is your time zone?</b>
button-other-time = Another time
start-done = ✅ <b>You are in.</b> Your language is { $language }, your time zone { $zone }. Nothing disturbs you from { $from } to { $to } that can wait. /settings changes all this.
button-language = { $mark } { $name }
