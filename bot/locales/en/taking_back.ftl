# Taking back a published file, and pulled tasks.

button-take-back = Take it back
button-take-back-yes = Take it back whole
button-pull-rest = { $count ->
    [one] Pull the one that is left
   *[other] Pull the { $count } that are left
 }
take-back-ask = <b>{ $project }: take back batch { $number }?</b>
take-back-whole = Nobody was given any of it yet. { $count ->
    [one] Its task goes
   *[other] Its { $count } tasks go
 }, open calls count fewer jobs, and the same ids can be published again.
take-back-not = <b>{ $project }: batch { $number } cannot be taken back whole.</b>
take-back-given = { $given } of { $tasks ->
    [one] { $tasks } task was
   *[other] { $tasks } tasks were
 } given to people: { $rated ->
    [one] { $rated } rating is
   *[other] { $rated } ratings are
 } in, { $work } in work. Those stay, and are paid.
take-back-rest = { $count ->
    [one] { $count } task still misses
   *[other] { $count } tasks still miss
 } { $missing ->
    [one] { $missing } rating
   *[other] { $missing } ratings
 }. You can pull what is left: nobody else is given it.
take-back-no-rest = No rating is missing any more, so there is nothing left to pull.
taken-back = ✅ <b>Batch { $number } is taken back.</b> Mend { $file } and drop it again for { $project } when you like.
rest-pulled = ✅ <b>{ $count ->
    [one] { $count } task
   *[other] { $count } tasks
 } of batch { $number } pulled.</b> What is in work goes on and is paid. Each pulled task can be put back.
batch-is-withdrawn = ↩️ Taken back before anybody was given any of it.
batch-line-withdrawn = ↩️ taken back
refused-batch-withdrawn = Batch { $number } was taken back; publish its file again if need be.
refused-batch-given = { $given ->
    [one] { $given } task of batch { $number } was given
   *[other] { $given } tasks of batch { $number } were given
 } to somebody meanwhile. Look again: you can pull what is left.
refused-batch-loading = Batch { $number } is still being brought in. Try again in a minute.
refused-batch-no-rest = Batch { $number } misses no ratings any more.

button-pulled = Pulled tasks
pulled-none = No task of { $project } is pulled.
pulled-head = <b>Pulled tasks of { $project }</b>: { $count }. { $waiting ->
    [0] Nothing to decide.
   *[other] { $waiting } to decide (❓): put back, or left out for good.
 }
pulled-line = { $mark } <b>{ $task }</b>: { $why }
pulled-by-hand = pulled by a coordinator
pulled-skips = { $count ->
    [one] { $count } skip
   *[other] { $count } skips
 } ({ $reasons })
pulled-flags = { $count ->
    [one] { $count } flag
   *[other] { $count } flags
 } ({ $reasons })
pulled-reason = { $reason } { $count }
pulled-task-head = <b>Pulled: { $task }</b> · { $project }
pulled-missing = { $count ->
    [one] { $count } rating is
   *[other] { $count } ratings are
 } missing.
pulled-left-out = It stays out: a coordinator decided so.
pulled-file = { $task }, the whole text
button-put-back = Put it back
button-leave-out = Leave it out
button-pulled-file = The whole text
toast-put-back = It goes out again.
toast-left-out = It stays out.
refused-task-not-pulled = This task is not pulled any more. Look at the list again.
refused-task-left-out = It was decided already that this task stays out.

journal-act-batch-withdrawn = Published file taken back
journal-act-batch-rest-pulled = Rest of a published file pulled
journal-act-task-put-back = Pulled task put back
journal-act-task-left-out = Pulled task left out
