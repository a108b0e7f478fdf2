# How a project gets on.

button-chart = Chart
button-to-project = To the project
progress-head = 📊 <b>{ $project }</b>
progress-done = <b>{ $done }</b> of { $slots } ratings in
progress-work = { $work } in work, { $open } still open
progress-due = { $jobs ->
    [one] { $jobs } open job, due { $when }
   *[other] { $jobs } open jobs, the next one due { $when }
 }
progress-review = { $count ->
    [one] { $count } waits
   *[other] { $count } wait
 } for a review
progress-tasks = { $decided } of { $tasks } tasks decided, { $pulled } pulled
progress-pace = Pace: <b>{ $pace }</b> ratings a day ({ $days ->
    [one] the last whole day
   *[other] the last { $days } whole days
 }, n = { $ratings }); { $today } today so far
progress-pace-none = Pace: no whole day is over yet; { $today ->
    [one] { $today } rating
   *[other] { $today } ratings
 } today
progress-no-tasks = There are no tasks yet.
progress-all-in = No rating is missing any more.
progress-stands-still = The project takes no claims now, so no end can be told.
progress-too-little = When it ends: not enough yet. That takes { $days } whole days and { $ratings } ratings, of the last { $most } days.
progress-end = When it ends: <b>{ $first } to { $last }</b>, in 8 of 10 cases, at this pace ({ $days } days, n = { $ratings }; { $left } left)
progress-end-day = When it ends: <b>{ $day }</b>, in 8 of 10 cases, at this pace ({ $days } days, n = { $ratings }; { $left } left)
progress-end-open = When it ends: not before <b>{ $first }</b>; the days differ too much for a last one ({ $days } days, n = { $ratings }; { $left } left)
chart-progress-title = Ratings per day, { $since } to { $until }
chart-progress-done = { $done } of { $total } in ({ $percent } %)
chart-progress-per-day = Per day; today is lighter, it is not over
chart-progress-nothing = No rating in these days
project-pause-jobs = { $jobs ->
    [0] No job is open.
    [one] The one open job goes on and is paid.
   *[other] The { $jobs } open jobs go on and are paid.
 }
project-pause-held = { $held ->
    [one] The one held place lapses
   *[other] The { $held } held places lapse
 } unless you open again by { $until }.
project-pause-calls = { $calls ->
    [0] No call stands.
    [one] The call that stands gives nothing out until you open again.
   *[other] The { $calls } calls that stand give nothing out until you open again.
 } Planned calls are skipped meanwhile.
