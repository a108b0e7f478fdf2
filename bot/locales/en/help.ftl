# /help: what one can do now, and what everybody can count on.

help-unknown = There is no command { $command }. This is what there is.
help-now = <b>Next for you</b>
help-next-start = • Answer the first questions; then you can claim.
help-next-job = • Job { $number } is open until { $due }.
help-next-late = • Job { $number } ran out of time; { $count ->
    [one] { $count } finished rating
   *[other] { $count } finished ratings
 } can still be handed in.
help-next-method = • You earn money, and we do not know yet where to send it.
help-next-review = • { $count ->
    [one] { $count } rating or dispute waits
   *[other] { $count } ratings and disputes wait
 } for your verdict.
help-next-call = • Post a call where tasks are open.
help-next-batches = • See which batches wait for your answer.
help-next-standing = • You cannot claim now. See why, until when, and how to appeal.
help-next-course = • <b>{ $project }</b> begins with a training or an exam: it stands under /work.
help-next-claim = • <b>{ $project }</b> has a job for you, { $money } a task: it stands under /work.
help-next-listed = • You are number { $place } on the out-of-work list. A job that fits comes to you.
help-next-list = • Nothing fits you right now. Sign the out-of-work list, and a job that fits comes to you; /work says why.
help-promises = <b>What you can count on</b>
    • <b>Pay.</b> What a task pays, and when, is shown before you claim and does not change after. What was paid is never taken back: /pay
    • <b>Objecting.</b> Every verdict and every decision about you has a button to object, and somebody else decides: /standing
    • <b>Asking.</b> A person answers within { $days ->
        [one] { $days } day
       *[other] { $days } days
     }: /support
button-go-on-start = Go on
button-help-call = Post a call
button-to-projects = Projects
button-to-health = Health
refused-next = { $said } /help shows what you can do now.
