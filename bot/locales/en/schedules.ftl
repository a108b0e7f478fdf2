# Calls that go out later, once or again and again; and privately.

call-draft-waves = 📨 Also privately, to a few people at a time, best placed first.
call-draft-no-waves = In groups only, to nobody privately.
call-draft-now = 🕒 Goes out as soon as you post it.
call-draft-when = 🕒 Goes out { $when }
button-privately-on = 📨 Also privately: yes
button-privately-off = 📨 Also privately: no
button-when = 🕒 When
button-plan-call = 🕒 Plan the call
button-post-privately = 📨 Send privately
toast-call-planned = The call is planned.
call-below = ⤵️ This call stands further below.

call-when-head = <b>When does the call for { $project } go out?</b>
call-when-zone = Your time zone: { $zone }. The plan keeps it, also when clocks are put forward or back.
call-hours-head = <b>{ $days }, at what time?</b>
call-hours-write = For other times go back and write the time.
call-when-ask =
    <b>Write when the call goes out</b>, in { $zone } time:
    • <code>18:45</code>: the next time it is 18:45
    • <code>{ $day } 09:30</code>: on that day
    • <code>30 9 * * 1-5</code>: again and again, as in cron: minute, hour, day of the month, month, day of the week
button-at-once = Now
button-today = Today
button-tomorrow = Tomorrow
button-every-day = 🔁 Every day
button-workdays = 🔁 Monday to Friday
button-each-week = 🔁 { $day }
button-write-when = ✏️ Write the time

# When, in words.

planned-once = once: { $time }, { $zone }
planned-days = { $days } at { $time }, { $zone }
planned-cron = by the pattern <code>{ $cron }</code>, { $zone }
planned-every-day = every day
planned-workdays = Monday to Friday
planned-next = Next: { $times }

# The plans.

planned-head = 🕒 <b>Planned calls</b>
planned-none = No call is planned. Prepare one, and choose when it goes out.
planned-line = 🕒 <b>{ $project }</b> · { $number }
planned-all = Jobs: all that are open then
planned-some = Jobs: { $limit } each time
planned-renews = If a call of the project stands there already, it comes below again with as many jobs. It is not doubled.
planned-by = In the name of { $name }
planned-paused = ⏸ Paused. Nothing goes out.
planned-ended = ⚫️ Ended.
planned-end-sure = <b>End the plan { $number } for { $project }?</b> Nothing goes out by it any more. A call that stands goes on.
button-plans = 🕒 Planned calls: { $count }
button-all-plans = 🕒 Planned calls
button-plan = Open the plan
button-plan-now = 📣 Post it now as well
button-plan-pause = ⏸ Pause
button-plan-resume = ▶️ Go on
button-plan-end = End the plan
button-plan-call-stands = 📣 The call that stands

# One that did not go out.

planned-skipped = ⚠️ <b>The planned call for { $project } did not go out</b> ({ $time }).
planned-why = { $why }
planned-then = It is tried again: { $time }. You hear of it only if the reason is another one.
planned-skipped-ended = The plan has ended with that.
planned-skipped-paused = The plan is paused. Whoever goes on with it answers for it.

refused-schedule-past = That time has passed. Choose a later one: [When].
refused-schedule-never = Such a day never comes. Look at the day and the month again.
refused-schedule-too-often = Two calls would be less than an hour apart, which is too much for a group. Write another pattern.
refused-schedule-words = I do not understand this as a time. Write 18:45, or a day with it such as 2030-02-01 09:30.
refused-schedule-cron = I cannot read this pattern. Write five parts: minute, hour, day of the month, month, day of the week. For example: 30 9 * * 1-5
refused-schedule-overlap = Plan { $number } posts this project in the same place at the same time: { $at }. Choose another time or place, or end that plan under /call.
refused-schedule-ended = This plan has ended. /call begins another one.
refused-schedule-no-place = The bot cannot post in any of the places of the plan. /groups shows why.
refused-schedule-missed = The hall was not running at that time, and it is more than an hour ago. /call posts it now.
refused-call-drawing = The draw of call { $number } is still open. Wait a minute, then try again.
refused-call-stands = Call { $number } of the project stands there already. Close it under /call, then the draw can be opened.
refused-place-other-projects = { $title } is for other projects. Choose another group, or add { $project } to it under /groups.
refused-place-other-languages = { $title } is for other languages: { $languages }. Choose another group, or add a language to it under /groups.

# What a group is for.

group-head = <b>{ $title }</b>
group-cannot = ⚠️ { $why }
group-may = The bot may:
group-right = { $mark } { $what }
group-may-post = post calls
group-may-pin = pin the card of a call
group-may-invite = invite people
group-may-remove = remove people who lost access
group-languages = 🗣 For calls in: <b>{ $languages }</b>
group-languages-all = 🗣 For calls in all languages
group-projects = 📁 For calls of: <b>{ $projects }</b>
group-projects-all = 📁 For calls of all projects
group-meaning = /call offers this group first for what it is for, and nothing else is posted in it.
group-languages-ask = <b>For calls in which languages is { $title }?</b> Without a check mark, for all. A project without a language can be posted everywhere.
group-projects-ask = <b>For calls of which projects is { $title }?</b> Without a check mark, for all.
group-projects-none = You coordinate no project that it could be for.
group-no-pin = 📌 The card of a call should be pinned in <b>{ $title }</b>, and I may not pin there. Give me the right to pin messages: I pin it then by myself. Everything else works.
groups-narrowed = for some languages or projects only
button-group-uses = { $title }: what for
button-group-languages = 🗣 Languages
button-group-projects = 📁 Projects
meant-other-projects = it is for other projects. Change that under /groups.
meant-other-languages = it is for other languages. Change that under /groups.
refused-group-not-in-it = You are not in { $title }. Please join it first; then register it, or change what it is for.

journal-act-call-renewed = Call posted again
journal-act-schedule-made = Call planned
journal-act-schedule-paused = Plan of a call paused
journal-act-schedule-resumed = Plan of a call taken up again
journal-act-schedule-ended = Plan of a call ended
journal-act-schedule-skipped = Planned call did not go out
journal-act-chat-meant = Group made for some languages or projects
journal-thing-schedule = plan { $which }
