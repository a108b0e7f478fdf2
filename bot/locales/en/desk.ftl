# /desk: everything that waits for who runs the hall, by due time, one button each.

command-desk = What waits for you, by due time
desk-head = <b>Your desk</b>: { $count ->
    [one] one thing waits
   *[other] { $count } things wait
 }
desk-late = 🔴 Overdue: { $count }
desk-today = 🟡 Due today: { $count }
desk-nth = <b>{ $nth }.</b>
desk-most = (at least that many)
desk-due = , by { $date }
desk-due-first = , the first by { $date }
desk-due-late = , due since { $date }
desk-due-late-first = , the first due since { $date }
desk-morning = Comes once a day while something waits; off under /settings.
desk-none = <b>Your desk</b>
    ✅ Nothing waits for you.
desk-next = What comes next:
desk-next-job = • { $date }: a job of <b>{ $name }</b> is due
desk-next-client = • { $date }: silence of the client of <b>{ $name }</b> confirms
desk-next-run = • { $date }: pay run
desk-next-none = No date is known yet. What comes up stands here.
desk-appeals = { $count ->
    [one] An appeal
   *[other] { $count } appeals
 } to decide
desk-disputes = <b>{ $name }</b>: { $count ->
    [one] a dispute
   *[other] { $count } disputes
 } to decide
desk-questions = { $count ->
    [one] A question
   *[other] { $count } questions
 } for you to answer
desk-late-questions = { $count ->
    [one] A question
   *[other] { $count } questions
 } that others have not answered
desk-reviews = <b>{ $name }</b>: { $count ->
    [one] a rating
   *[other] { $count } ratings
 } to review
desk-held = <b>{ $name }</b>: { $count ->
    [one] a client’s refusal
   *[other] { $count } refusals by the client
 } to approve or dismiss
desk-applicants = { $count ->
    [one] An applicant
   *[other] { $count } applicants
 } to approve
desk-pay-trouble = Pay run { $number }: { $count ->
    [one] the part of one person
   *[other] the parts of { $count } people
 } failed; tried again each hour
desk-pay-file = Pay run { $number }: { $count ->
    [one] a payout
   *[other] { $count } payouts
 } in no file yet
desk-pay-mark = Pay run { $number }: { $count ->
    [one] a payout
   *[other] { $count } payouts
 } to mark as sent
desk-pay-sent = Pay run { $number }: { $count ->
    [one] a sent payout
   *[other] { $count } sent payouts
 } to mark as paid
desk-pay-method = Pay run { $number }: { $count ->
    [one] one person has
   *[other] { $count } people have
 } not said where to be paid
desk-unsent = { $count ->
    [one] A decision whose notice
   *[other] { $count } decisions whose notices
 } could not be sent
desk-proposals = { $count ->
    [one] A proposal
   *[other] { $count } proposals
 } of detectors to decide
desk-deliver = <b>{ $name }</b>: { $count ->
    [one] a finished batch
   *[other] { $count } finished batches
 } to deliver to the client
desk-floor = <b>{ $name }</b>: { $count ->
    [one] one person
   *[other] { $count } people
 } below the hourly floor last week
desk-places = { $count ->
    [one] A work group
   *[other] { $count } work groups
 } in which nothing can be posted
desk-pulled = <b>{ $name }</b>: { $count ->
    [one] a pulled task
   *[other] { $count } pulled tasks
 } to put back or leave out
desk-uncalled = <b>{ $name }</b>: { $count ->
    [one] one open job
   *[other] { $count } open jobs
 } and no call
desk-few = <b>{ $name }</b>: { $count ->
    [one] only one job is
   *[other] only { $count } jobs are
 } left in the call
desk-empty = <b>{ $name }</b>: a project without tasks yet
desk-decision = A decision about standing that you began
desk-file = The file <b>{ $name }</b>, neither published nor dropped
desk-call = <b>{ $name }</b>: a call that you prepared and did not post
desk-plan = <b>{ $name }</b>: a planned call that did not go out
desk-broadcast = A broadcast that you began
desk-project = A project that you began
desk-scheme = A rating scheme that you began
desk-more-disputes = Disputes to decide in { $count } more projects
desk-more-reviews = Ratings to review in { $count } more projects
desk-more-deliver = Finished batches to deliver in { $count } more projects
desk-more-floor = People below the hourly floor in { $count } more projects
desk-more-pulled = Pulled tasks in { $count } more projects
desk-more-plan = Planned calls that did not go out in { $count } more projects
desk-more-uncalled = Open jobs and no call in { $count } more projects
desk-more-few = Few jobs left in { $count } more projects
desk-more-empty = No tasks yet in { $count } more projects
button-desk = { $nth }. { $act }
button-desk-appeals = Appeal
button-desk-disputes = Dispute
button-desk-questions = Answer
button-desk-late-questions = Question
button-desk-reviews = Review
button-desk-held = Refusals
button-desk-applicants = Applicants
button-desk-pay-trouble = Pay run
button-desk-pay-file = Make the file
button-desk-pay-mark = Mark as sent
button-desk-pay-sent = Mark as paid
button-desk-pay-method = Pay run
button-desk-unsent = Notices
button-desk-proposals = Proposals
button-desk-deliver = Deliver
button-desk-floor = Hourly floor
button-desk-places = Groups
button-desk-pulled = Pulled tasks
button-desk-uncalled = Call
button-desk-few = Project
button-desk-empty = Project
button-desk-decision = Go on
button-desk-file = File
button-desk-call = Go on
button-desk-plan = Planned call
button-desk-broadcast = Go on
button-desk-project = Go on
button-desk-scheme = Go on
help-next-desk = • See everything that waits for you, by due time.
button-your-desk = 🗂 Your desk
settings-desk = ☀️ Morning message: at 09:00, what waits at your desk.
settings-desk-none = ☀️ Morning message: none.
button-desk-on = Morning message
button-desk-off = No morning message
toast-desk-on = Each morning you are told what waits for you, when something does.
toast-desk-off = No more morning messages. /desk shows at any time what waits.
journal-act-set-desk-digest = Morning message switched
