# Training, exams and guidelines: as who takes them reads it.

course-kind-training = Training
course-kind-exam = Exam
course-head = { $kind ->
    [exam] 🎓
   *[training] 📘
 } <b>{ $title }</b>
course-for = Comes before jobs of { $project }
course-size = { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
 }, about { $time }.
course-training-how = You cannot fail it: the explanation comes right after each answer.
course-exam-how = You pass with { $needed } of { $questions } right ({ $percent } %).
course-exam-each = The explanation comes right after each answer.
course-exam-end = The explanations come when all questions are answered.
course-tries = Try { $nth } of { $tries }. Between two tries: { $wait }.
course-tries-at-once = Try { $nth } of { $tries }. The next one can follow at once.
course-pay = 💰 { $money } for answering every question, passed or not.
course-pay-training = 💰 { $money } when it is completed.
course-unpaid = Unpaid.
course-valid = What you gain is valid for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
course-resume = You can stop at any time; your answers are kept.
course-unfinished = A try that is left for 24 hours ends. { $counts ->
    [yes] It counts, since you have left tries before.
   *[no] With fewer than half of the answers it does not count.
 }
course-running = It is begun: question { $position } of { $questions }.
course-held = ✅ You hold it.
course-held-until = ✅ You hold it until { $date }.
course-no-held = There is nothing to do now.
course-no-suspended = It is being mended, and cannot be begun now. No date is known; nothing of yours is lost.
course-no-wait = Next try from { $until }. { $left ->
    [one] { $left } try is left.
   *[other] { $left } tries are left.
 }
course-no-later = Your tries are used up. You can begin again from { $until }.
course-no-over = Your tries are used up. Ask under /support if you think that a question was wrong, or want another chance.
button-begin-training = Begin the training
button-begin-exam = Begin the exam
button-go-on-course = Go on
button-open-training = Start training: { $title }
button-open-exam = Start exam: { $title }
button-continue-course = Continue: { $title }
button-ask-hall = Ask the hall

sitting-head = <b>{ $title }</b> · question { $position } of { $questions }
sitting-about = <b>{ $ask }</b>
sitting-option = { $nth }. { $option }
sitting-several = Several are right. Choose all of them, then Done.
sitting-right = ✅ <b>Right.</b>
sitting-wrong = ❌ <b>Not right.</b>
sitting-withdrawn = This question was withdrawn: it counts as right for everybody.
sitting-unanswered = You did not answer this one.
sitting-option-right = ✅ { $option }
sitting-option-missed = ✅ { $option } (not chosen)
sitting-option-wrong = ❌ { $option }
sitting-option-other = ▫️ { $option }
button-tick = { $mark } { $nth }
button-ticked-done = Done
button-next-question = Next question
button-see-answers = See each answer
button-to-result = Result

sitting-done = ✅ <b>{ $title }</b> is completed.
sitting-passed = ✅ <b>{ $title }: passed.</b> { $right } of { $questions } right, { $needed } needed.
sitting-failed = <b>{ $title }: not passed.</b> { $right } of { $questions } right, { $needed } needed.
sitting-again = You can try again at once: that is try { $nth } of { $tries }.
sitting-lapsed = <b>{ $title }</b>: the try was left for 24 hours and has ended. It counts: { $answered } of { $questions } answered, { $right } right, { $needed } needed. It is paid only when every question is answered.
sitting-dropped = <b>{ $title }</b>: the try was left for 24 hours and has ended. It does not count, because fewer than half of the questions were answered.
sitting-pay = 💰 { $money } is yours, line { $line }. It comes with the next pay run.
sitting-valid = Valid until { $date }.
sitting-regraded = ✅ <b>{ $title }: passed after all.</b> A question turned out to be wrong and was withdrawn. { $right } of { $questions } right, { $needed } needed.
tries-granted = <b>{ $title }</b>: you have all your tries again.
button-on-to-project = On to { $project }
button-try-again = Try again

own-courses-head = 🎓 <b>Training and exams</b>
own-courses-none = Nothing yet. Projects that ask for a training or an exam say so under /work.
own-held = ✅ <b>{ $title }</b>: held since { $date }.
own-held-until = ✅ <b>{ $title }</b>: held until { $date }.
own-expired = ⌛ <b>{ $title }</b>: held until { $date }, expired.
own-running = ▶️ <b>{ $title }</b>: begun.
own-open = ▫️ <b>{ $title }</b>: not done yet.
own-tries = { $used ->
    [one] { $used } try
   *[other] { $used } tries
 } so far.
button-own-courses = Training and exams
qualification-ends = ⏳ <b>{ $title }</b> is valid until { $date }. Renew it before then, and nothing changes for you.
qualification-expired = ⌛ <b>{ $title }</b> has expired on { $date }, as was said when you gained it. Jobs that ask for it cannot be claimed until you renew it; open jobs go on. If you think that this is wrong, ask the hall: a person answers.
button-renew = Renew

work-sitting = ▶️ { $title } · question { $position } of { $questions }
work-before-training = First: training <b>{ $title }</b>, about { $time }, { $pay }.
work-before-exam = First: exam <b>{ $title }</b>, about { $time }, { $pay }, try { $nth } of { $tries }.
work-before-running = Begun: <b>{ $title }</b>.
work-course-unpaid = unpaid
toast-answered-already = That was answered already.

guide-head = 📖 <b>Guidelines</b> · { $project } · version { $version }
guide-changed = They have changed since your last job here. Please read them before the next one.
guide-check = { $count ->
    [one] One short question follows.
   *[other] { $count } short questions follow.
 } You cannot fail: a wrong answer is explained, and you try again.
guide-parts = They are long: tap below, and they follow in full.
guide-file = The whole guidelines as a file.
guide-question = <b>Guidelines of { $project }</b> · question { $position } of { $questions }
guide-wrong = Not quite. { $why }
guide-through = ✅ Thank you, that is all.
button-read = I have read them
button-show-guide = Show the guidelines
button-again = Try again

# What the card of a call says is asked before the first job.
asked-first = Once, before the first job: { $what }
asked-training = { $count ->
    [one] a training
   *[other] { $count } trainings
 }
asked-exam = { $count ->
    [one] an exam
   *[other] { $count } exams
 }
asked-check = a short check of the guidelines
