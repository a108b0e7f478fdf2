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
call-languages = Languages: { $languages }
call-review = Accepted by a reviewer, or by itself { $days ->
    [0] at once
    [one] after { $days } day
   *[other] after { $days } days
 }
call-warning = ⚠️ { $warning }
button-claim = Claim a job
call-where = <b>Post a call for { $project } in:</b>
call-no-groups = No work group is registered yet. Add the bot to a group, then register it under /groups.
call-which = <b>Which project?</b>
call-no-projects = No project is open. Make one: drop its YAML file here; then import tasks and publish.
call-posted = 📣 Call { $number } goes out.
button-all-groups = In all groups
toast-listed = No job is left. You are number { $place } on the out-of-work list until { $until }.
