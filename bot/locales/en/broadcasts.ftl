# Broadcasts: one message to many, for who sends it; and the line below each of them.

command-broadcast = Write to many people at once
broadcasts-head = <b>Broadcasts</b>
    One message to many people: those of your projects, or for admins everybody in the hall.
broadcasts-none = Nothing was sent yet.
broadcasts-line = 📣 <b>{ $number }</b> · { $whose } · { $date } · { $count ->
    [one] { $count } person
   *[other] { $count } people
 } · { $state }
broadcast-hall = the hall
broadcast-state-waiting = goes out in a minute
broadcast-state-sending = on its way
broadcast-state-stopping = being stopped
broadcast-state-stopped = stopped
broadcast-state-done = done
broadcast-draft = 📣 <b>Broadcast { $number }</b>, not sent yet
broadcast-says = <b>Message</b>
broadcast-says-nothing = Nothing yet. Tap <b>Write</b>, then send the message here as people will get it.
broadcast-for-all = For all
broadcast-body-text = { $version }: { $text }
broadcast-body-photo = { $version }: 🖼 { $text }
broadcast-body-file = { $version }: 📎 { $text }
broadcast-to = <b>To</b>
broadcast-to-hall = everybody in the hall who has not turned such messages off
broadcast-to-project = people who worked on { $project } or may work there
broadcast-to-worked = people who worked on { $project }
broadcast-to-tier = whose tier in { $skill } is { $least } or more
broadcast-to-languages = who work in: { $names }
broadcast-to-countries = who live in: { $names }
broadcast-to-idle = who have had no job for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
broadcast-to-groups = who are in: { $names }
broadcast-to-people = and were named: { $count }
broadcast-reach = { $count ->
    [0] <b>Nobody</b> fits that now.
    [one] <b>{ $count } person</b> gets it as things stand.
   *[other] <b>{ $count } people</b> get it as things stand.
 }
broadcast-by-language = By language: { $told }
broadcast-needs-project = Choose one of your projects first: tap <b>To whom</b>.
broadcast-at-once = <b>When:</b> as soon as you have confirmed it. In quiet hours it waits for the person's morning.
broadcast-at = <b>When:</b> { $at } by the clock of each person. In quiet hours it waits for the person's morning.
broadcast-versions = <b>Languages.</b> Who reads none of those that you write here gets the message for all. A photo or file of that message goes along with every language that brings none of its own.
broadcast-ask = <b>Send me the message</b> as people will get it: text, a photo or a file. Bold, links and the like stay as they are. An album or a video cannot be sent.
broadcast-ask-version = <b>Send me the message in { $language }.</b> People who read the hall in { $language } get it in place of the one for all.
broadcast-whom = <b>To whom?</b> Only people who fit all of it get the message.
broadcast-choose-skill = <b>A tier in which skill?</b> Behind each stands how many people have one.
broadcast-choose-tier = <b>Which tier in { $skill } at least?</b> Who has none yet does not get the message.
broadcast-ask-tier = <b>Which tier in { $skill } at least?</b> Write a number, 1 to 100.
broadcast-only-worked = Only who had a job there
broadcast-choose-project = <b>Which project?</b> Who worked there, and who may work there: in good standing, working in one of its languages, and with what else it asks for, as far as that is known.
broadcast-choose-language = <b>Which languages of work?</b> One of them is enough.
broadcast-choose-country = <b>Which countries?</b> What people stated, else their time zone. One of them is enough.
broadcast-choose-idle = <b>No new job for how long?</b>
broadcast-choose-group = <b>Which work groups?</b> People of whom the bot knows that they are there. One of them is enough.
broadcast-choose-none = There is nothing to choose from.
broadcast-days = { $days } days
broadcast-when = <b>When?</b> A time means the clock of each person: 09:00 is morning for everybody. It goes out silently, and waits through quiet hours.
broadcast-ask-ids = <b>Which people?</b> Write their Telegram ids or the hall's short names, parted by spaces; at most 500.
broadcast-ask-time = <b>When?</b> Write the day and the time by each person's own clock, such as <code>{ $example }</code>.
broadcast-ask-count = { $count ->
    [one] <b>It goes to { $count } person.</b>
   *[other] <b>It goes to { $count } people.</b>
 } To confirm, type that number. Afterwards you have 60 seconds to take it back.
broadcast-card = 📣 <b>Broadcast { $number }</b>
    { $whose } · { $count ->
    [one] { $count } person
   *[other] { $count } people
 } · by { $sender }
broadcast-waits = It begins at { $time }. Until then nobody gets it.
broadcast-planned = Planned. The first get it { $time } by your clock.
broadcast-far = { $count } of { $of }
broadcast-left = about { $time } to go
broadcast-rest-waits = The others wait for their time, or for the end of their quiet hours.
broadcast-stopping = Stopped. Nothing goes out any more; the report follows.
broadcast-over-done = Everybody has been tried.
broadcast-over-stopped = It was stopped.
broadcast-fate-sent = ✅ Sent: { $count }
broadcast-fate-blocked = 🚫 Have blocked the bot: { $count }
broadcast-fate-unstarted = 💤 Never began the chat: { $count }
broadcast-fate-deleted = 👻 Account deleted: { $count }
broadcast-fate-failed = ⚠️ Failed: { $count }
broadcast-fate-uncertain = ❓ Not known, and not sent twice: { $count }
broadcast-fate-late = ⌛ Too late, not sent: { $count }
broadcast-fate-left-out = ➖ Left out, no longer concerned: { $count }
broadcast-fate-stopped = ⏹ Not sent, stopped before: { $count }
broadcast-report = 📣 <b>Broadcast { $number }: the report</b>
broadcast-table = Broadcast { $number }: what became of it for each of { $count ->
    [one] { $count } person
   *[other] { $count } people
 }.
broadcast-note-project = 📣 To people of { $project }
broadcast-note-hall = 📣 To people of the hall. /settings turns such messages off.
settings-news = Messages to everybody in the hall: on
settings-news-none = Messages to everybody in the hall: off
button-news-on = 📣 Hall messages on
button-news-off = 📣 Hall messages off
button-broadcasts = 📣 Broadcasts
button-broadcast = 📣 { $number }
button-broadcast-new = ✏️ New broadcast
button-broadcast-go-on = ✏️ Go on with the draft
button-broadcast-write = ✏️ Write
button-broadcast-versions = 🌐 Languages
button-broadcast-version = ✏️ { $language }
button-broadcast-drop = 🗑 { $language }
button-broadcast-whom = 👥 To whom
button-broadcast-when = 🕘 When
button-broadcast-see = 👁 See it
button-broadcast-test = 📨 Send it to me
button-broadcast-confirm = { $count ->
    [one] Send to { $count } person …
   *[other] Send to { $count } people …
 }
button-broadcast-discard = 🗑 Discard
button-broadcast-project = Project
button-broadcast-language = Language
button-broadcast-country = Country
button-broadcast-idle = Without work
button-broadcast-group = Work group
button-broadcast-tier = Tier
button-broadcast-least = { $least } or more
button-broadcast-tier-other = Another tier
button-broadcast-any-tier = Whatever the tier
button-broadcast-people = Name people
button-broadcast-all-ids = No named people
button-broadcast-at-once = At once
button-broadcast-at = Another time
button-broadcast-undo = ↩️ Take it back
button-broadcast-stop = ⏹ Stop
button-broadcast-table = 📄 Table (CSV)
toast-broadcast-test = It comes below, as you would get it.
toast-broadcast-discarded = Discarded.
toast-broadcast-undone = Taken back. Nobody got it.
toast-broadcast-stopped = Stopped.
refused-broadcast-project = Choose one of your projects first, under “To whom”. Only admins write to the whole hall.
refused-broadcast-empty = First write the message for all: tap “Write”, then send it here.
refused-broadcast-kind = That cannot be sent to many. Send a text, one photo or one file.
refused-broadcast-long = { $wording } is too long by { $count ->
    [one] { $count } sign
   *[other] { $count } signs
 }, with the line below it. Shorten it and send it again under “Write” or “Languages”.
refused-broadcast-caption = { $wording } is too long by { $count ->
    [one] { $count } sign
   *[other] { $count } signs
 } for a text below a photo or file: 1,024 is the most. Shorten it, or send it without one.
refused-broadcast-marks = { $wording } has more than { $count } pieces of formatting, which Telegram does not take. Take some out and send it again.
refused-broadcast-nobody = Nobody fits that, so nothing would be sent. Choose others under “To whom”.
refused-broadcast-count = That is not the number. Tap “Cancel”, or type { $count } to send it to { $count ->
    [one] { $count } person
   *[other] { $count } people
 }.
refused-broadcast-changed = Meanwhile { $count ->
    [one] { $count } person fits
   *[other] { $count } people fit
 }. Nothing was sent; look at it again with /broadcast.
refused-broadcast-altered = The draft was changed after I had asked for the number. Nothing was sent; look at it again with /broadcast.
refused-broadcast-time = That is no time I can read. Write the day and the time like 2030-01-15 09:00.
refused-broadcast-past = That time has passed, or is about to, in { $zone_name }, where some of them live. Choose a later one.
refused-broadcast-far = That is too far away: { $days } days ahead is the most. Choose a nearer day.
refused-broadcast-tier = That is no tier. Write a whole number, 1 to { $most }.
refused-broadcast-ids = Not known here ({ $count }): { $ids }. Nothing was changed; write the list again.
refused-broadcast-ids-many = At most { $most } people can be named. Write a shorter list.
refused-broadcast-gone = That broadcast is not there any more. /broadcast shows what is.
refused-broadcast-begun = It has begun, so it cannot be taken back. Tap “Stop” to end it now.
refused-broadcast-over = It is over already. /broadcast shows what became of it.
journal-act-set-hall-news = Messages to everybody in the hall switched
journal-act-broadcast-confirmed = Broadcast confirmed
journal-act-broadcast-undone = Broadcast taken back
journal-act-broadcast-begun = Broadcast begun
journal-act-broadcast-stopped = Broadcast stopped
journal-act-broadcast-ended = Broadcast over
journal-thing-broadcast = broadcast { $which }
data-kind-broadcasts = Messages to many that were for you
data-field-hall-news = Messages to everybody in the hall
data-word-blocked = bot blocked
data-word-deleted = account deleted
data-word-late = too late, not sent
data-word-left-out = left out
data-word-stopped = stopped before
data-word-unstarted = chat never begun
