# The notice of a step: what happens, why, what can be done about it; then the details.

step-head-warning = ⚠️ <b>Warning</b> · { $number }
step-head-second-warning = ⚠️ <b>Second warning</b> · { $number }
step-head-suspension = ⛔ <b>Suspension</b> · { $number }
step-head-deactivation = 🛑 <b>Deactivation</b> · { $number }
step-head-hold = ⛔ <b>Access on hold</b> · { $number }
step-head-block = 🚫 <b>Blocked from a project</b> · { $number }
step-head-closing = 🌍 <b>Work in your country ends</b> · { $number }

step-means-warning = <b>You can go on working as before.</b> This warning counts until { $until }. If nothing more happens, it is over then.
step-means-suspension = <b>You cannot claim jobs until { $returns }.</b> Then you can again, without doing anything. Jobs that you hold can be finished, and are paid. This counts until { $until }.
step-means-deactivation = <b>You can finish your open jobs until { $stops }, but claim no new ones.</b> Then your access to work ends for good.
step-means-deactivation-at-once = <b>Your access to work has ended.</b> What you had rated is handed in, and paid like any other work.
step-means-hold = <b>You cannot work for now, while a person looks into this.</b> What you had rated is handed in. Your access returns by itself on { $returns }, unless a person decides otherwise before.
step-means-hold-leaving = <b>You cannot work for now, while a person looks into this.</b> What you had rated is handed in. This ends by itself on { $returns }, unless a person decides otherwise before. The end of your work here, of which you were told, stays as it is.
step-means-block = <b>You cannot claim jobs of { $project } any more.</b> All other projects stay open to you. Jobs that you hold can be finished, and are paid.
step-means-closing = <b>You can finish your open jobs until { $stops }, but claim no new ones.</b> The hall ends its work in your country. This says nothing about your work.

step-why = <b>Why:</b> { $reason } (<code>{ $code }</code>)
step-was-withdrawn = ✅ <b>Taken back { $date }.</b> It counts for nothing any more.
step-was-expired = ✔️ <b>Over since { $date }.</b>

step-appeal = ⚖️ <b>Is this wrong? One tap on “Appeal” is enough</b>, until { $by }. { $who } decides, never the one who decided this, within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }. { $silence } Appealing changes nothing else for you.
step-appeal-who-admin = Another admin
step-appeal-who-arbiter = An arbiter, who is no admin,
step-appeal-who-both = Another admin or an arbiter
step-appeal-who-none = Another person
step-appeal-silence = If nobody does, it is decided for you.
step-appeal-silence-egregious = If nobody does, another person is asked every day until somebody has answered.
step-appeal-stops = While your appeal is open, this does not take effect.
step-appeal-over = ⚖️ It could be appealed until { $by }.
step-appealed-open = ⚖️ <b>You have appealed.</b> You get an answer by { $by }.
step-appealed-late = ⚖️ <b>You have appealed.</b> The answer was due by { $by }; another person is asked every day until it is there.
step-appealed-upheld = ⚖️ You have appealed; the answer was that this stands.
step-appealed-overturned = ⚖️ You have appealed, and you were right.

step-dates = 📅 <b>Dates</b>, in the time of { $zone }
step-date-decided = Decided: { $date }, by a person ({ $role }), not by a program
step-date-stops = Access to work ends: { $date }
step-date-stops-new = New claims end: { $date }
step-date-returns = Access returns: { $date }
step-date-ends = Our working relationship ends: { $date }

step-money = 💰 <b>Your money</b>
step-money-owed = Owed to you: { $money }. Paid with the pay run of { $date }.
step-money-owed-ends = Owed to you: { $money }. Paid with the pay run of { $date }, however little it is.
step-money-none = Nothing is owed to you at this moment.
step-money-pending = Waiting for a review or a client: { $money }. Decided by { $date } at the latest, then paid with the next pay run.
step-money-stays = What you earned stays yours, whatever becomes of this.

step-evidence = 🔎 <b>What it rests on</b>: a tap on the number below opens it.
step-evidence-line = { $nth }. { $fact }, { $date }
step-evidence-numbered = { $nth }. { $fact } (<code>{ $number }</code>), { $date }
step-evidence-event = { $nth }. { $fact }, { $date }: { $words }
step-evidence-more = The others are behind the numbers below.
step-fact-expired = A job whose time ran out
step-fact-rejected = A rating that was rejected
step-fact-reduced = A rating that was paid less
step-fact-refused-by-client = A rating that the client refused
step-fact-event = What a person saw
step-fact-event-at = What a person saw
step-fact-account = Another account
step-fact-shared-payout = Another account with the same payout method
step-fact-second-account = Another account that looks like yours
step-fact-other = Something that was seen

step-rule = 📖 <b>The rule</b> (<code>{ $code }</code>, version { $version })
step-data = 🗂 Everything that we hold about you: /settings, “My data”. Questions: /support, or { $contact }.
step-data-only = 🗂 Everything that we hold about you: /settings, “My data”. Questions: /support.

button-appeal = ⚖️ Appeal
button-my-appeal = ⚖️ My appeal
button-my-standing = My standing
button-step-evidence = 🔎 { $nth }

# The published reasons, each as one plain sentence.

step-reason-expired-jobs = Jobs that you had claimed ran out of time with nothing handed in.
step-reason-careless-work = Ratings of yours were not done with care.
step-reason-low-accuracy = Too many of your answers were wrong where the right answer is known.
step-reason-too-fast = Ratings came in faster than the tasks can be read.
step-reason-copied-answers = Written answers were copied instead of being your own.
step-reason-conduct = People here were treated without respect.
step-reason-second-account = More than one account was used by the same person.
step-reason-fraud = Pay was obtained, or tried to be obtained, by deceit.
step-reason-account-shared = Somebody else worked under your account, or the account was sold or lent.
step-reason-data-leaked = Tasks or data of other people were passed on.
step-reason-threats = Somebody was threatened with harm.
step-reason-legal-order = A law, a court or an authority forbids us to go on working with you.
step-reason-region-closed = The hall ends its work in your country.

# The rules, word for word as published. A changed rule is a new text with the next version; the
# old one stays, since notices cite it.

rule-expired-jobs-1 = A job that you claim is handed in or given back before its time is over. Giving back, declining and skipping cost nothing and never count. What counts is a job whose time ran out with nothing handed in. Nobody's job is ended while they are at it.
rule-careless-work-1 = Each task is read to its end and answered by the guidelines of the project. What counts is work that a reviewer or a client refused or paid less, with a reason in words. What you disputed does not count while the dispute is open, nor when it is decided for you.
rule-low-accuracy-1 = Some tasks have an answer that is known beforehand. What counts is that your answers stay below what the project asks for, over enough such tasks to be sure. An answer that you disputed does not count while the dispute is open; when the known answer turns out wrong, it never counts.
rule-too-fast-1 = A task takes the time that reading it takes. What counts is handing in ratings again and again in less time than that. Working fast with care does not count, nor do few hours, long breaks or work at night.
rule-copied-answers-1 = What you write is your own. What counts is one written text handed in for several tasks that it does not answer, or a text taken from somebody else. What a program guesses about whether a machine wrote a text is never evidence.
rule-conduct-1 = In work groups, questions and answers we treat each other with respect. What counts is insulting, harassing or degrading people, and flooding groups with messages that others have to read. Criticism, complaints, disputes and appeals never count.
rule-second-account-1 = Each person works under one account. What counts is that one person claims work under several. People who share a home, a phone or a bank account are not one person: say so in an appeal, and it ends this.
rule-fraud-1 = Obtaining pay by deceit ends the work at once: invented work, a false identity, manipulated reviews, acting together to be paid for nothing. It has to be shown by evidence of the deed. Mistakes and poor work are no fraud.
rule-account-shared-1 = The work under an account is done by the person to whom it belongs. Selling, buying, lending or renting an account ends the work at once. Somebody who reads the screen to you, or types for you, does not share your account.
rule-data-leaked-1 = Tasks, guidelines and what is known of other people stay in the hall. Publishing them or passing them on ends the work at once. What concerns you is yours: your pay, your standing, these notices and your own data may be shown to anybody.
rule-threats-1 = Threatening a person with violence or other harm, here or because of the work here, ends the work at once. Announcing an appeal, a complaint, a lawsuit or a report to the press or an authority is no threat.
rule-legal-order-1 = Where a law, a court or an authority forbids us to go on working with somebody, the work ends at once. The order is named, as far as the law lets us.
rule-region-closed-1 = Work in a country ends only with a notice to everybody there, at least 14 days before. Open jobs can be finished until then, and everything that is owed is paid. It says nothing about anybody's work, and stays in nobody's record.

# /standing: one status, why and since when, and what comes next.

stands-applicant = 🕓 <b>Your application has not been decided yet.</b>
stands-good = ✅ <b>You are in good standing.</b> Nothing speaks against you.
stands-good-blocked = ✅ <b>You are in good standing.</b> Only a project is closed to you.
stands-warned = ⚠️ <b>You have been warned.</b> You can work as before.
stands-warned-after = ⚠️ <b>You can work as before.</b> Your suspension is over, and still counts.
stands-suspended = ⛔ <b>You are suspended</b>, and cannot claim jobs. What you hold can be finished.
stands-held = ⛔ <b>Your access is on hold</b> while a person looks into something.
stands-deactivating = 🛑 <b>Your work here is about to end.</b> Finish what you hold; new jobs cannot be claimed.
stands-deactivated = 🛑 <b>You are deactivated.</b> /pay, /standing, /settings and /support stay open to you.
stands-since = Since { $date }.
stands-why = Why: { $reason }
stands-coming-over = 📅 Next: { $date }. If nothing more happens, it is over then.
stands-coming-returns = 📅 Next: { $date }. Then you can claim again, without doing anything.
stands-coming-lapses = 📅 Next: { $date }. Your access returns then, unless a person decides otherwise before.
stands-coming-stops = 📅 Next: { $date }. Your access to work ends then.
stands-coming-ends = 📅 Next: { $date }. Our working relationship ends then.
stands-coming-answered = 📅 Next: { $date }. Your appeal is answered by then, and nothing changes before.
stands-coming-resumes = 📅 Next: { $date }. Your pause ends then.
stands-coming-unknown = 📅 Next: no date known. Nothing is under way that would change this.
stands-coming-asked = 📅 Next: no date known. An appeal of yours waits for its answer.
stands-paused-own = 🌙 You have paused.
stands-paused-inactive = 🌙 You are paused, since you were away for long. It counts for nothing against you; /work brings you back.
stands-paused-skips = 🌙 You are paused for a while after many skips in a row.
stands-paused-until = Until { $date }.
stands-blocked = 🚫 You cannot claim jobs of { $project }, since { $date }.
stands-appealed = ⚖️ Your appeal { $number } is answered by { $date }.
stands-appealed-late = ⚖️ Your appeal { $number } should have been answered by { $date }. Another person is asked every day until somebody has.
stands-quality = ⭐ Tiers: { $tiers } (of 100)
stands-tier = { $skill } { $tier }
stands-quality-none = ⭐ No tier yet: it comes with { $least } ratings.
stands-history-head = <b>Everything that was decided about your standing</b>
stands-history-none = Nothing was ever decided against you.
stands-history-line = { $kind } (<code>{ $number }</code>), { $date }: { $state }
stands-history-appeal = ⚖️ Appeal { $number }: { $state }
step-state-scheduled = takes effect { $date }
step-state-effective = holds
step-state-effective-until = holds until { $date }
step-state-withdrawn = taken back { $date }
step-state-expired = over since { $date }
appeal-state-open = open, answered by { $date }
appeal-state-upheld = answered: the step stands
appeal-state-overturned = answered: you were right
step-kind-warning = Warning
step-kind-second-warning = Second warning
step-kind-suspension = Suspension
step-kind-deactivation = Deactivation
step-kind-hold = Access on hold
step-kind-block = Block from a project
step-kind-closing = End of work in your country
button-step = { $kind } { $number }
button-open-appeal = ⚖️ My appeal { $number }
button-history = Everything so far
button-how-decided = How decisions are made
command-standing = Where you stand, and why

# An appeal, as the one who made it sees it.

appeal-head = ⚖️ <b>Your appeal { $number }</b> · { $kind } <code>{ $step }</code>
appeal-open = It is open. Somebody other than who decided answers it by <b>{ $date }</b>. { $silence }
appeal-open-late = It is open, and should have been answered by <b>{ $date }</b>. Another person is asked every day until somebody has.
appeal-stops = Until then the step does not take effect. Nothing else changes for you by appealing.
appeal-stays = Nothing else changes for you by appealing.
appeal-ask-words = 👉 <b>Say what is wrong, as a message</b>, if you like. It works without words, too.
appeal-words = Your words:
appeal-answered-overturned = <b>You were right.</b> It is taken back since { $date }, and counts for nothing any more. Answered by a person ({ $role }):
appeal-answered-upheld = <b>It stands.</b> Answered { $date } by a person ({ $role }), another one than who decided it:
appeal-unanswered = <b>Decided for you</b>, since nobody answered by { $date }. The step is taken back, and counts for nothing any more.
appeal-access-now = Your access to work is back at once.
appeal-roles = A role that ended with your access, such as reviewer or coordinator, does not come back by itself: an admin can give it to you again. Ask under /support.
appeal-words-late = Your message came after the answer, so it is not part of the appeal. Anything else: /support.
appeal-stops-at = Your access to work ends { $date }.
appeal-ends-at = Our working relationship ends { $date }.
appeal-returns-at = You can claim again { $date }.
appeal-counts-until = It counts until { $date }.
appeal-upheld-more = Questions: /support. Everything that we hold about you: /settings.
toast-appealed = Your appeal is in. Somebody else decides.
button-see-notice = The notice
button-without-words = No words

# A job whose time ran out, and what a person saw, as evidence.

evidence-job-head = ⌛ <b>A job whose time ran out</b> · { $project } · <code>{ $number }</code>
evidence-job-claimed = Claimed { $date }
evidence-job-due = Due { $date }, by the time that you were given
evidence-job-extended = Due { $date }, with the time that was added
evidence-job-last = Your last tap in it: { $date }
evidence-job-done = Finished: { $done } of { $size ->
    [one] { $size } task
   *[other] { $size } tasks
 }; handed in: none
evidence-job-late = { $done } of { $size ->
    [one] { $size } task
   *[other] { $size } tasks
 } were handed in.
evidence-seen-head = 🔎 <b>{ $fact }</b>, { $date }
evidence-seen-account = We do not say whose account it is; that is owed to the other person. If you share a home, a phone or a bank account with somebody, say so in an appeal.

# What else is told about a step.

step-told-effective = 🛑 <b>Your access to work has ended</b>, as you were told: { $kind } { $number }. What you had rated is handed in; open jobs went back.
step-told-effective-ends = Our working relationship ends { $date }.
step-told-money = What is owed to you is paid as always: /pay. Also open to you: /standing, /settings, /support.
step-told-appeal = ⚖️ You can still appeal, until { $by }.
step-told-withdrawn = ✅ <b>{ $kind } { $number } was taken back.</b> It counts for nothing any more. Why, in the words of who took it back:
step-told-expired = ✔️ <b>{ $kind } { $number } is over.</b> It counts for nothing any more.
step-told-returned = ✅ <b>You can claim jobs again.</b> Your suspension { $number } has ended. It counts on the ladder until { $until }.
step-told-returned-still = ✔️ Your suspension { $number } has ended. You cannot claim jobs yet, for another reason:
step-told-lapsed = ✅ <b>You can claim jobs again.</b> The hold { $number } is over; nothing follows from it.
step-told-lapsed-still = ✔️ The hold { $number } is over. You cannot claim jobs, for another reason:
step-released = ↩️ Job <code>{ $number }</code> of { $project } went back to the queue, since your access to work has ended. No finished rating was in it, and nothing follows from it.

# How decisions are made: what is automated, and with what weight.

how-head = <b>How decisions are made here</b>
how-people = 👤 <b>People decide about people.</b> Every warning, suspension, hold, block and deactivation is decided by a person whose name is on record, and every appeal by another person. No program decides about your standing.
how-ladder = 🪜 <b>Step by step.</b> Warning, second warning, suspension of { $suspension } days at most, deactivation { $grace } days after you were told. No step is skipped, and each needs new facts: at least { $between } days and { $ratings } ratings lie between two. What is { $warning } days old is over. Only fraud, a sold or lent account, leaked data, threats and a legal order skip the steps; for these a person may stop access for { $hold } hours while looking into it. You can appeal each step for { $appeal } days, with one tap; you are answered within { $reply } days.
how-program = ⚙️ <b>What a program does by itself</b>, always at a time that you were told before:
    • A job whose time is over goes back, never while you are at it. You are reminded at 50 % and 90 % of the time.
    • What no reviewer judged by its date is accepted. A client's silence is a yes.
    • A dispute that nobody answered in { $dispute } days, or an appeal in { $reply } days, is decided for you.
    • Warnings, suspensions and holds end at their dates.
    • After { $first } and { $second } days without a sign of you come reminders, after { $pause } days a pause. One tap ends it; it never counts against you.
how-measured-head = <b>What a program looks at, and what for</b>
button-how-measured = What a program looks at
how-order = 🎲 <b>Who gets work.</b> From a call: whoever taps first. In a draw: the out-of-work list in its order, all others by lot. Which tasks: those that lack most ratings, then the more urgent, then the older. Nothing else weighs: not your standing while you may claim, nor your speed, nor how much you work.
how-detectors = 🔎 <b>What a program may point out</b> to an admin, with weight zero until a person has looked: the last { $jobs } jobs all ran out of time with nothing handed in; two accounts are paid to the same place; an account looks like that of somebody who was suspended or deactivated; fewer than { $percent } % of at least { $answers } known answers in 30 days are right; { $fast } of the last 20 ratings took less time than reading the task; { $option } of the last 20 have the same option, while the answers differ; { $copies } ratings in 30 days have a text that was handed in before.
how-never = 🕊 <b>What never counts against you:</b> when and how much you work; declining, skipping, giving back, pausing; questions, complaints, disputes, appeals; what is still in dispute; what a program guesses about who wrote a text. No such program is used.
how-later = ⭐ <b>What a program measures</b>: right answers to tasks whose answer is known, what reviewers decided, and your agreement with others on the same tasks. Every night they make your tier in each skill, from 0 to 100, by a published formula. A tier decides how many of your ratings are reviewed, how many known answers are among your tasks, and which work is open to you; it takes neither money nor standing. The figures, each thing that counted against you, and the formula stand under My quality.

rights-notice = 📜 <b>Your rights here, once a year</b>
    • Nobody is warned, suspended or removed by a program or without a reason: you get a notice with the rule, the evidence and who decided. A deactivation takes effect { $grace } days later, except for fraud and the like.
    • You can appeal for { $appeal } days with one tap. Another person answers within { $reply } days, or it is decided for you.
    • What you earned stays yours and is paid: /pay.
    • Your data, all of it, in your language; correcting and erasing it: /settings.
    • Asking, complaining and appealing change nothing else: /support, /standing.
    • We never ask for money, passwords or codes. Any notice can be checked with /verify.

# Every "no" about one's own standing, with what to do; and as a reason for nothing under /work.

refused-step-unread = Something was decided about your standing that you have not seen yet. Open the private chat with me and send /start: it follows at once.
refused-step-withdrawn = This was taken back already, and counts for nothing. There is nothing to appeal.
refused-project-blocked = You cannot claim jobs of this project (notice { $number }); all others stay open. /standing says why, and how to appeal.
refused-appeal-over = This could be appealed for { $days } days, and that time is over. You can still ask: /support
refused-not-arbiter = Appeals are decided by admins and arbiters.
refused-paused-own = You have paused. /settings ends it with one tap, at any time.
refused-paused-inactive = You were away for long, so you are paused. Send /work, and it is over.
refused-paused-skips = You are paused for a while after many skips in a row. /standing says more.
refused-standing-suspended-until = You are suspended until { $until }, and can claim again then. /standing says why, and how to appeal.
refused-standing-deactivating-until = Your work here ends { $until }. Open jobs can be finished until then; new ones cannot be claimed. /standing says why, and how to appeal.
why-step-unread = there is a notice about your standing that you have not seen. Send /start.
why-project-blocked = you are blocked from it (notice { $number }). /standing says why.
why-paused-own = you have paused. /settings ends it.
why-paused-inactive = you are paused, since you were away for long. One tap ends it.
why-paused-skips = you are paused for a while after many skips in a row.
why-standing-suspended-until = you are suspended until { $until }.
why-standing-deactivating-until = your work here ends { $until }.
