# /work: the job at hand, what can be claimed, the list, and why when nothing is there.

work-head = <b>Your work</b>
work-job = ▶️ Job { $number } · { $project } · due { $due }
work-late = ⌛ Job { $number } · { $project } ran out of time. { $count ->
    [one] { $count } finished rating
   *[other] { $count } finished ratings
 } can still be handed in.
work-opening = 🟢 <b>{ $project }</b>: { $places ->
    [one] { $places } job open
   *[other] { $places } jobs open
 }. Up to { $tasks } tasks, about { $time } ({ $basis }), { $money } a task, { $hourly } an hour.
work-basis-estimate = coordinator's estimate
work-basis-measured = measured, n = { $n }
work-none = Nothing to claim right now. Why:
work-reason = • { $project }: { $reason }
work-no-projects = • No project is open. No date is known; sign the out-of-work list and you are next.
work-not-now = Nothing for now: { $reason }
work-drawn = 🎲 A draw gives them out: tap below to put up your hand.
work-draw = 🎲 Your hand is up in a draw that ends at { $until }.
work-listed = 🕓 You are number { $place } on the out-of-work list until { $until }.
work-sign-hint = Sign the out-of-work list below for as long as you are free. Work is offered in the order of the list.
work-earned = 💰 { $stages }
work-earned-accepted = { $money } yours, not paid yet
work-earned-submitted = { $money } in review
button-open-job = Continue { $number }
button-hand-in-late = Hand in { $number }
button-hand-project = 🎲 Draw: { $project }
button-claim-project = Claim: { $project }
button-sign-on = List { $hours } h
button-sign-off = Leave the list
button-refresh = Refresh
toast-signed-on = You are number { $place } on the list until { $until }.
toast-signed-off = You are off the list.
toast-refreshed = Up to date
toast-claimed = The job is yours. It follows below.

# Reasons for nothing, as they stand in the list.
why-all-taken = all tasks are with other people. No date known for more.
why-no-call-open = no call is open. The next one is posted in your work group; no date known.
why-seen-all = you have seen all its tasks.
why-language = it needs { $languages }, in which you do not work. /settings changes that.
why-open-jobs-cap = you have { $cap ->
    [one] { $cap } job
   *[other] { $cap } jobs
 } open, which is the most at once. Submit one first.
why-paused = you are paused until { $until }.
why-project-paused = it is paused. No date known.
why-project-closed = it is finished.
why-standing-applicant = your application has not been decided yet.
why-standing-suspended = you are suspended.
why-standing-deactivating = your deactivation is in its notice period.
why-standing-deactivated = you are deactivated.
