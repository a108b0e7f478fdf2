# The card of a call, and calling.

call-head = 📣 <b>{ $project }</b>
call-left = 🟢 <b>{ $left ->
    [one] { $left } job open
   *[other] { $left } jobs open
 }</b>
call-filled = ⚪️ <b>All jobs are taken.</b> A job that is given back reopens this call; /work in the private chat signs you on the out-of-work list.
call-closed = ⚫️ <b>This call is closed.</b> Thank you.
call-size = { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 } a job, about { $time } ({ $basis })
call-pay = { $money } a task, { $job } a job, { $hourly } an hour
call-review = Accepted by a reviewer, or by itself { $days ->
    [0] at once
    [one] after { $days } day
   *[other] after { $days } days
 }
call-warning = ⚠️ { $warning }
button-claim = Claim a job
button-hand = Put me in the draw
call-draw = 🎲 <b>A draw: put up your hand until { $until } UTC.</b> Speed does not count. Who was on the out-of-work list before goes first; lots decide about the rest. The answer comes in the private chat.
toast-listed = No job is left. You are number { $place } on the out-of-work list until { $until }.
toast-hand = 🎲 You are in the draw. It ends at { $until }; then the answer comes in our private chat.
toast-hand-again = 🎲 You are in the draw already. It ends at { $until }; then the answer comes in our private chat.

# After a draw.

draw-won = 🎲 <b>You were drawn for { $project }.</b> Your job { $number } is below; it is due { $due }.
draw-held = 🎲 <b>You were drawn for { $project }.</b> A place is held for you until { $until }: answer the questions here, and the job is yours.
draw-missed = 🎲 The draw for { $project } is over: all jobs went to others. You are number { $place } on the out-of-work list until { $until }; in the next draw who is on it goes first.
draw-refused = 🎲 The draw for { $project } is over, and you got no job: { $why }

# Preparing a call.

call-which = <b>Which project?</b>
call-no-projects = No project is open. Make one: drop its YAML file here; then import tasks and publish.
call-no-groups = No work group takes a call now. Add the bot to a group or channel, then register it under /groups.
call-no-more-places = This call stands in every place that takes one.
call-draft-head = 📣 <b>A call for { $project }</b>
call-draft-all = Jobs: all that are open, { $open } now
call-draft-some = Jobs: at most { $limit }, of { $open } open now
call-draft-first = Who taps first gets a job.
call-draft-draw = 🎲 A draw: hands are collected for { $seconds } s; then the out-of-work list goes first, and lots decide about the rest.
call-more-head = 📣 <b>More places for { $project }</b>, call { $number }
call-where = <b>Where?</b> Check one or more places.
call-where-topics = <b>Where?</b> Check one or more places. A topic is listed once the bot has seen something written in it.
call-hindered = ⚠️ { $place }: { $why }
call-hindered-more = ⚠️ and { $count } more, see /groups
button-open-calls = 📋 Open calls: { $count }
button-all-places = All
button-no-place = None
button-all-jobs = All jobs
button-some-jobs = { $count ->
    [one] { $count } job
   *[other] { $count } jobs
 }
button-first-come = First come
button-draw = 🎲 Draw
button-post-call = 📣 { $count ->
    [one] Post in { $count } place
   *[other] Post in { $count } places
 }
toast-call-posted = The call goes out.

# The calls that stand.

calls-head = <b>Open calls</b>
calls-none = No call is open.
calls-line = 📣 <b>{ $project }</b> · { $number } · { $state }
calls-left = { $left ->
    [one] { $left } job open
   *[other] { $left } jobs open
 }
calls-filled = all jobs are taken
calls-drawing = a draw, hands are collected
calls-closed = closed
calls-place = { $mark } { $place }
calls-place-why = { $mark } { $place }: { $why }
calls-waiting = on its way
calls-failed = not sent, something went wrong
calls-more-places = { $count ->
    [one] and { $count } more place
   *[other] and { $count } more places
 }
button-new-call = 📣 New call
button-more-places = Post in another group
button-close-call = Close the call
button-all-calls = All open calls
call-close-sure = <b>Close call { $number } for { $project }?</b> Nobody can claim from it any more, and it cannot be opened again. Jobs that were claimed go on.
