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
step-means-hold = <b>You cannot work for now, while a person looks into this.</b> What you had rated is handed in. Your access returns by itself at { $returns }, unless a person decides otherwise before.
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
step-appeal-stops = Until then nothing of this takes effect that has not yet.
step-appeal-over = ⚖️ It could be appealed until { $by }.
step-appealed-open = ⚖️ <b>You have appealed.</b> You get an answer by { $by }.
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
