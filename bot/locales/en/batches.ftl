# Batches: deliver, confirm, refuse. A client never reads of names or money here.

refused-not-client = That is for clients and coordinators.
refused-no-batch = There is no batch { $number }. /batches lists yours.
refused-no-line = There is no rating { $number } in a batch of yours.
refused-batch-delivered = Batch { $number } was delivered already.
refused-batch-not-delivered = Batch { $number } has not been delivered yet.
refused-batch-empty = No rating of this batch is in yet; there is nothing to deliver.
refused-batch-nothing-waits = Nothing of this batch waits for an answer any more.
refused-line-no-client = No client is asked about this rating.
refused-line-not-delivered = This rating was rejected here, and is not part of the batch any more.
refused-line-client-confirmed = This rating is confirmed already, and that stays.
refused-line-client-refused = This rating is refused already.
refused-line-silent = The time to answer was over on { $until }: this rating counts as confirmed for good.
refused-line-refusal-held = A refusal of this rating waits for an admin already.
refused-refusal-words = Please write what is wrong in { $least } to { $most } characters.
refused-refusals-decided = That was decided already. Nothing is held any more.
refused-file-faults = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
 } in the file; nothing was applied. Mend it, and drop it again.

command-batches = Batches: what was delivered, confirmed, refused
button-batches = Batches
button-open-batch = Open the batch
button-deliver = Deliver
button-confirm-all = Confirm all { $count }
button-batch-lines = All ratings
button-batch-file = File to fill in
button-batch-export = Data
button-confirm-one = Confirm
button-refuse = Refuse
button-whole-task = Whole task
button-held = { $count } held: decide
button-approve = Approve
button-dismiss = Dismiss
button-approve-all = Approve all { $count }
button-dismiss-all = Dismiss all { $count }
button-apply = Apply
toast-delivered = Delivered. The data follow below.
toast-confirmed = { $count ->
    [one] Confirmed
   *[other] { $count } ratings confirmed
 }
toast-refused = Refused
toast-refusal-held = Noted. So many are refused that an admin decides first.
toast-decided = { $count ->
    [one] Decided
   *[other] { $count } refusals decided
 }

batches-head = <b>Batches</b>
batches-none = No batch yet. One is made with each import of tasks.
batches-line = <b>{ $number }</b> · { $project }
batch-line-open = 📝 not delivered yet; { $done } of { $all } ratings in
batch-line-waiting = ⏳ { $count ->
    [one] { $count } rating waits
   *[other] { $count } ratings wait
 } for an answer until { $date }
batch-line-delivered = 📦 delivered
batch-line-contested = ❌ { $refused } refused, { $held } held
batch-line-confirmed = ✅ confirmed

batch-head = <b>Batch { $number }</b> · { $project }
batch-is-open = 📝 Not delivered yet.
batch-is-delivered = 📦 Delivered on { $date }.
batch-is-confirmed = ✅ Confirmed on { $date }.
batch-is-contested = ❌ Delivered on { $date }; ratings are refused.
batch-tasks = { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 }, { $ratings ->
    [one] { $ratings } rating
   *[other] { $ratings } ratings
 } in
batch-not-accepted = { $count ->
    [one] { $count } of them is not reviewed yet; its review goes on.
   *[other] { $count } of them are not reviewed yet; their review goes on.
 }
batch-missing = Still missing: { $count }, being worked on: { $work }
batch-no-client = No client is asked about these ratings.
batch-count-confirmed = ✅ { $count } confirmed
batch-count-silent = ☑️ { $count } confirmed by silence
batch-count-refused = ❌ { $count } refused
batch-count-held = ✋ { $count } refused, held until an admin decides
batch-count-waiting = ⏳ { $count } to answer until { $dates }
batch-silence = What is not answered by its date counts as confirmed for good.
batch-dates = { $last } (the first on { $first })

deliver-ask = <b>Deliver batch { $number } of { $project }?</b>
deliver-ratings = { $count ->
    [one] { $count } rating goes
   *[other] { $count } ratings go
 } to the client.
deliver-missing = { $count ->
    [one] { $count } rating is
   *[other] { $count } ratings are
 } still missing. They are delivered as they come in; the client sees them in this batch.
deliver-dates = The client can answer until { $dates }.
deliver-past = { $count ->
    [one] { $count } rating is past its date and counts
   *[other] { $count } ratings are past their date and count
 } as confirmed already.
deliver-means = From then on a rejected rating opens no place again. You get the data as a file; clients are told.

confirm-ask = <b>Confirm { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
 } of batch { $number }?</b> That is for good.
confirm-held = { $count ->
    [one] { $count } refusal that is held stays
   *[other] { $count } refusals that are held stay
 } out of it.
confirm-behalf = You answer on the client's behalf; that is on record.

batch-lines-head = <b>Batch { $number }</b> · { $project }: { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
 }
batch-lines-marks = ⏳ waits · ✅ confirmed · ☑️ by silence · ❌ refused · ✋ held
batch-line-head = <b>Task { $task }</b>, rating { $number } of batch { $batch }
batch-line-answer = Answer: <b>{ $answer }</b>
batch-said-waiting = ⏳ Waits for an answer until { $until }; none counts as confirmed.
batch-said-confirmed = ✅ Confirmed.
batch-said-silent = ☑️ Confirmed by silence on { $until }.
batch-said-refused = ❌ Refused.
batch-said-refusal-held = ✋ Refused, held until an admin decides, at the latest on { $until }. [Confirm] takes it back.
batch-file-caption = All ratings of batch { $number }. Write <code>confirmed</code> or <code>refused</code> under “decision”; a refusal needs reason and evidence. Leave a row empty to say nothing of it. Then drop the file here: you see what it comes to before it counts.

batch-told = 📦 <b>Batch { $number } of { $project } is delivered:</b> { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
 }.
batch-reminder = ⏰ <b>Batch { $number } of { $project } waits for your answer.</b>

refuse-why = <b>Why do you refuse it?</b>
refuse-write = { $reason }: <b>what is wrong?</b> Write it in one message, { $least } to { $most } characters. Who did the work reads it.
refuse-ask = <b>Refuse this rating?</b>
refuse-again = To change the words, just write them again.
refusal-evidence = Evidence: “{ $words }”
refusal-reason-wrong-answer = Wrong answer
refusal-reason-guidelines = Against the guidelines
refusal-reason-language = Wrong or poor language
refusal-reason-careless = Careless
refusal-reason-copied = Copied
refusal-reason-other = Something else
refusal-is-held = ✋ Held until an admin decides.
refusal-is-applied = ❌ On record; the pay stayed as it was.
refusal-is-dismissed = Dismissed.
refusal-is-lapsed = Lapsed: the time to answer was over before it was decided on.

held-head = ✋ <b>{ $count ->
    [one] { $count } refusal is
   *[other] { $count } refusals are
 } held</b> · batch { $number } of { $project }
held-why = More than { $percent } % of its { $lines } ratings, or more than { $most }, are refused. Nothing happens until an admin decides.
held-cost = To approve them costs the hall { $money }: contractors are paid all the same.
held-line = <b>{ $task }</b> · { $reason }: “{ $words }”
held-none = Nothing of batch { $number } is held.
approve-ask = <b>Approve { $count ->
    [one] { $count } refusal?
   *[other] { $count } refusals?
 }</b> The client has refused the ratings then; the hall still pays { $money } for them.
dismiss-ask = <b>Dismiss { $count ->
    [one] { $count } refusal?
   *[other] { $count } refusals?
 }</b> The ratings wait for the client again, until their date.
decided-applied = ❌ { $count ->
    [one] { $count } refusal of batch { $number } was
   *[other] { $count } refusals of batch { $number } were
 } approved.
decided-dismissed = { $count ->
    [one] { $count } refusal of batch { $number } was
   *[other] { $count } refusals of batch { $number } were
 } dismissed: the hall stands by the work. It can still be answered until its date.
decided-lapsed = { $count ->
    [one] { $count } refusal of batch { $number } has
   *[other] { $count } refusals of batch { $number } have
 } lapsed: the time to answer was over before anybody decided. The ratings count as confirmed.

client-confirmed = ✅ The client of { $project } confirmed { $count ->
    [one] { $count } of your ratings.
   *[other] { $count } of your ratings.
 }
client-refused-head = ❌ <b>The client of { $project } refused { $count ->
    [one] { $count } of your ratings.
   *[other] { $count } of your ratings.
 }</b>
client-refused-by = Line <code>{ $number }</code>, reason <code>{ $code }</code>. Refused by the client, { $when }.
client-refused-approved = Line <code>{ $number }</code>, reason <code>{ $code }</code>. Refused by the client, put on record by an admin, { $when }.
client-refused-pay = What was accepted is paid all the same; the hall bears it. What is not reviewed yet is decided by a reviewer, not by the client.

answers-head = <b>{ $file }</b>: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }
answers-faults = ❌ Nothing can be applied before this is mended:
answers-confirm = ✅ { $count } to confirm
answers-refuse = ❌ { $count } to refuse
answers-same = { $count } as it stands already
answers-late = { $count ->
    [one] { $count } row is
   *[other] { $count } rows are
 } left out:
answers-nothing = Nothing in it changes anything.
answers-applied = ✅ Applied: { $confirmed } confirmed, { $refused } refused.
answers-held = ✋ { $count } of the refused are held until an admin decides, because they are so many.
answers-dropped = Nothing was applied.
fault-unknown-line = is no rating of a batch that was delivered to you

button-see-rating = Rating { $task }
button-dispute-of = Dispute { $task }
button-refusal-right = The client is right
button-refusal-wrong = The contractor is right
evidence-refused = ❌ <b>The client refused it:</b> { $reason }
refusal-effect-upheld = <b>The client's word stands.</b> Nothing changes in money.
refusal-effect-overturned = <b>The contractor is right.</b> The refusal counts for nothing against them; nothing changes in money.
refusal-outcome-upheld = <b>The client's word stands.</b> Your pay stays as it was. The reason:
refusal-outcome-overturned = <b>You were right.</b> The refusal counts for nothing against you; your pay was whole all along. The reason:
refusal-outcome-unanswered = <b>Decided for you:</b> nobody decided in time. The refusal counts for nothing against you; your pay was whole all along.
button-all-refusals = All { $count }
button-dispute-refusal = Dispute the refusal
client-refusals = ❌ <b>Clients refused { $count ->
    [one] { $count } of your ratings.
   *[other] { $count } of your ratings.
 }</b>
refuse-written = ✏️ Your words are below.
help-client = <b>For clients</b>
    /batches shows what was delivered to you. Confirm it as a whole or rating by rating, or refuse a rating with a reason and words; a file does it for many at once. What you do not answer by its date counts as confirmed for good.
