# Courses for who answers for them: the file, results, broken questions.

course-file-faults = ❌ <b>{ $name } is no course yet.</b> Nothing was changed. Mend these and drop it again:
course-desk-head = <b>{ $title }</b> · { $key } · { $kind }
course-desk-version = Version { $version }
course-desk-suspended = ⏸ Suspended: nobody can begin it; what runs goes on.
course-desk-used = Asked by: { $projects }
course-desk-unused = No project asks for it yet. Write { $key } in a project file.
course-desk-pool = Drawn at random from { $count ->
    [one] { $count } question
   *[other] { $count } questions
 }, others at each try.
course-desk-tries = { $tries } tries; between two of them: { $wait }.
course-desk-tries-at-once = { $tries } tries; each can follow the one before at once.
course-desk-again = When they are used up, again after { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
course-desk-pay = 💰 { $money } the first time; each time after that: { $later }.
course-desk-nothing = nothing
course-desk-languages = Languages: { $languages }
course-desk-then = <b>After the answer:</b>
course-staged-hint = Nothing is published yet. Look at each question as contractors will see it.
button-see-questions = See each question
button-publish-course = Publish the course
course-desk-done = { $done } completed, { $running } running.
course-desk-counts = { $passed } passed, { $failed } not passed, { $running } running.
course-desk-rate = { $percent } % of { $count ->
    [one] { $count } try
   *[other] { $count } tries
 } passed.
course-desk-questions = <b>Questions, right answers in this version:</b>
course-record = { $nth }. { $percent } % right, asked { $asked ->
    [one] once
   *[other] { $asked } times
 }
course-record-none = { $nth }. not asked yet
course-record-suspect = ⚠️ { $nth }. { $percent } % right, asked { $asked ->
    [one] once
   *[other] { $asked } times
 }. { $missed } of { $good } good takers miss it: is it broken?
course-record-withdrawn = { $nth }. withdrawn, right for everybody
button-suspend-course = Suspend
button-spent-tries = No tries left: { $count }
button-withdraw-question = Withdraw the question
course-withdraw-ask = <b>Withdraw question { $nth }?</b> It counts as right for everybody who got it, in each version that has it. Failed tries are graded again, and who passes by that is told. It cannot be taken back; publish a new version with a better question.
button-withdraw-surely = Yes, withdraw it
course-spent-head = <b>No tries left</b>, by pseudonym. A button gives all tries again; the person is told.
course-spent-none = Nobody is without tries.
course-spent-line = { $name }: { $right } of { $questions } right in the last try
button-lift = Tries again: { $name }
courses-head = <b>Training and exams</b>
courses-none = There are none yet.
courses-hint = Drop a course file (YAML) here to publish one, or a new version.
courses-line = 🟢 <b>{ $title }</b> · { $key } · { $kind } · version { $version }
courses-line-suspended = ⏸ <b>{ $title }</b> · { $key } · { $kind } · version { $version }
button-courses = Training and exams

# What can be wrong in a course, behind "line N, field:".
fault-all-options-right = has only right options; one at least has to be wrong
fault-for-exams-only = is for exams only
fault-more-than-there-are = asks for more questions than there are
fault-no-right-option = has no right option; write one as "right: text"
fault-one-right-option = has several right options; a check takes one
fault-same-option = says what another option says
fault-same-question = asks what another question asks
fault-too-few-to-choose = has one option only; two at least are due
fault-too-long-together = is too long, with all that is shown above the question

refused-course-suspended = This course is being mended and cannot be begun now.
refused-course-held = You hold this already; there is nothing to do.
refused-course-wait = The next try can begin from { $until }.
refused-course-later = Your tries are used up. You can begin again from { $until }.
refused-course-over = Your tries are used up. /support reaches a person who can help.
refused-course-too-long = Question { $nth } does not fit one message. Shorten the texts above it.
refused-check-too-long = Question { $nth } of the check does not fit one message. Shorten the texts above it.
refused-course-asked-first = Something else is asked first. /work shows it.
refused-course-tick-first = Choose at least one option first.
refused-course-unfinished = This try was left for 24 hours and has ended. /work shows what is next.
refused-course-of-another = Only who made this course, coordinators of the whole hall and admins can change it.
refused-course-kind-fixed = A training stays a training, and an exam an exam. Take another name for the course.
refused-course-own-tries = Your own tries are given again by somebody else.
refused-no-exam = There is no exam { $key }. Drop its course file first.
refused-no-training = There is no training { $key }. Drop its course file first.
why-course-suspended = its training or exam is being mended. No date is known.
why-course-wait = its exam can be tried again from { $until }.
why-course-later = its exam can be tried again from { $until }.
why-course-over = your tries at its exam are used up. Ask under /support.
