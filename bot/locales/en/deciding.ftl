# Deciding about standing, for admins; /appeals, for admins and arbiters.

command-appeals = Appeals that wait for a decision

# The card of a person.

person-paused = ⏸ Paused, until the person comes back.
person-paused-until = ⏸ Paused until { $until }.
person-standing = <b>Standing: { $standing }</b>
person-step-counts = • { $kind } { $number } since { $since }, counts until { $date }
person-step-returns = • { $kind } { $number } since { $since }, access returns { $date }
person-step-stops = • { $kind } { $number } since { $since }, access stops { $date }
person-step-ends = • { $kind } { $number } since { $since }, relationship ends { $date }
person-step-since = • { $kind } { $number } since { $since }
person-step-untold = • { $kind } { $number }: decided, but not delivered yet, so nothing has changed
person-jobs = <b>Work</b>
    Jobs: { $done } handed in, { $open } open, { $expired } ran out of time, { $back } given back
person-last = Last active { $when }
person-verdicts = <b>Quality</b>
    Ratings: { $accepted } accepted, { $reduced } paid less, { $rejected } rejected, { $waiting } not judged yet
person-tiers = Tiers: { $tiers }
person-tiers-none = Tiers: none yet
person-gold = Known answers: { $right } of { $count } right
person-gold-none = Known answers: none so far
person-project = { $project }: agreement with others { $alpha }
person-project-seconds = { $mine } a rating (project { $all })
person-bias = chose what was shown first { $chosen } of { $of ->
    [one] { $of } time
   *[other] { $of } times
 } (95 %: { $low } to { $high } %; chance is 50)
person-biased = ⚠️ chose what was shown first { $chosen } of { $of ->
    [one] { $of } time
   *[other] { $of } times
 } (95 %: { $low } to { $high } %; chance is 50)
person-money = <b>Money</b>
person-history = <b>History</b>
button-decisions = Decisions …
button-step-history = Steps and appeals ({ $count })
button-person-journal = Journal
button-person = The person

# Where a step stands.

step-is-scheduled = told, not in effect yet
step-is-effective = in effect
step-is-withdrawn = withdrawn
step-is-expired = over
step-is-untold = not delivered yet
step-line = • { $date }: <b>{ $kind }</b> { $number }, { $reason } ({ $state })
step-line-appeal-open = , appealed
step-line-appeal-upheld = , appealed: stands
step-line-appeal-overturned = , appealed: overturned

# Published reasons, short enough for a button.

button-reason-expired-jobs = Expired jobs
button-reason-careless-work = Careless work
button-reason-low-accuracy = Low accuracy
button-reason-too-fast = Too fast
button-reason-copied-answers = Copied answers
button-reason-conduct = Conduct
button-reason-second-account = Second account
button-reason-fraud = Fraud
button-reason-account-shared = Account shared
button-reason-data-leaked = Data leaked
button-reason-threats = Threats
button-reason-legal-order = Legal order
button-reason-region-closed = Region closed

# What can be decided.

decisions-head = <b>What can be decided</b>

    The ladder goes one step at a time. Each step needs evidence and your words; the person gets them with the rule, can appeal with one tap, and nothing counts before that notice has arrived.
decisions-warning = ⚠️ <b>Warning</b>: takes no work away.
decisions-second-warning = ⚠️ <b>Second warning</b>: takes no work away.
decisions-suspension = ⛔ <b>Suspension</b>: no new claims for some days; open jobs can be finished.
decisions-deactivation = 🛑 <b>Deactivation</b>: work ends { $grace } days after the notice.
decisions-hold = ⛔ <b>Hold</b>: access stops with the notice, for { $hours } hours at most, while you look into something egregious.
decisions-egregious = 🛑 <b>Deactivation at once</b>: only for an egregious reason of the published list.
decisions-block = 🚫 <b>Block from a project</b>: no claims there; everything else stays.
decisions-no = Not now: { $why }
button-decide-warning = ⚠️ Warn
button-decide-second-warning = ⚠️ Warn a second time
button-decide-suspension = ⛔ Suspend
button-decide-deactivation = 🛑 Deactivate
button-decide-egregious = 🛑 Deactivate at once
button-decide-hold = ⛔ Hold
button-decide-block = 🚫 Block from a project

# A decision in preparation.

deciding-head = ⚖️ <b>{ $kind }</b> for { $name }, in preparation
deciding-ask-kind = 👉 <b>What is to be decided?</b>
deciding-ask-project = 👉 <b>From which project?</b>
deciding-ask-reason = 👉 <b>Why?</b> These are the published reasons, with the sentence that the person reads.
deciding-reason = <b>{ $name }</b>: { $reason }
deciding-ask-evidence = 👉 <b>What does it rest on?</b> Tick what speaks for it.
deciding-evidence = { $nth }. { $fact } · { $what } · { $number } · { $date }
deciding-evidence-no = ↳ cannot be used: { $why }
deciding-no-evidence = Nothing in this person's work speaks for a step: no job ran out of time, and nothing was paid less or refused.
deciding-write-evidence = You can also write, as a message, the number of a job or line, or what happened in a sentence; where that was not today, begin with the day, as in { $day }.
evidence-no-step-disputed = it is disputed, or the contractor was right
evidence-no-step-handed-in = it was handed in late, so nothing is missing
evidence-no-step-same-facts = a step rests on it already
evidence-no-step-old-facts = it is older than the last notice
evidence-no-step-overturned = an appeal about it was decided for the contractor
button-go-on = Go on with { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
 }
deciding-ask-days = 👉 <b>For how many days?</b> Access returns by itself then.
button-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
deciding-ask-words = 👉 <b>Write what happened and why it matters</b>, as a message of { $least } characters or more. The person reads it word for word.
deciding-reads = A new message takes the place of your words. <b>{ $name } will read, in their own language:</b>
deciding-above = A new message takes the place of your words. <b>What { $name } will read stands above, in their own language.</b>
deciding-then-warning = Takes no work away. Counts for { $warning } days.
deciding-then-second-warning = Takes no work away. Counts for { $warning } days.
deciding-then-suspension = No new claims for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }; open jobs can be finished. Counts for { $warning } days.
deciding-then-deactivation = No new claims from the notice on; open jobs can be finished for { $grace } days, then work ends.
deciding-then-egregious = Access to work stops with the notice; what was rated goes in and is paid. The relationship ends { $grace } days later.
deciding-then-hold = Access to work stops with the notice, and returns by itself { $hours } hours from now unless somebody decides.
deciding-then-block = No new claims in that project; everything else stays.
deciding-then-all = It begins when the notice arrives. The person can appeal for { $appeal } days; somebody other than you answers within { $reply }.
deciding-then-away = ⚠️ This person cannot be written to now. Nothing happens before the notice was read; until then the person cannot claim.
button-confirm-step = Confirm and tell the person
button-change-reason = Change the reason
button-change-evidence = Change the evidence
button-change-words = Change the words
button-change-days = Change the days
button-drop-step = Drop it
toast-step-decided = Decided. The person is told.
toast-step-dropped = Dropped. Nothing was decided.

# One step.

step-card-head = ⚖️ <b>A step</b> for { $name }
step-decided-by = Decided by { $name }, { $date }
step-told = Delivered { $date }
step-sending = 📨 The notice is on its way; nothing has changed before it arrives
step-untold = ⚠️ Not delivered yet, so nothing has changed
step-card-words = What the person was told:
step-card-will-read = What the person will read:
step-card-ended = Withdrawn with these words:
step-card-other = The other account, which is told to nobody else: { $name }
step-card-earlier = <b>Before it</b>
step-history-head = <b>Steps and appeals of { $name }</b>
step-history-none = None.
button-open-step = { $kind } { $number }
button-see-appeal = The appeal
button-withdraw = Withdraw it
step-untold-told = ⚠️ <b>{ $kind } { $number } for { $name } could not be delivered.</b> Nothing has changed for the person: its time begins when the notice was read. Until then the person cannot claim. Talk to them in another way if you can.
step-untold-failed = ⚠️ <b>{ $kind } { $number } for { $name } could not be sent as it is.</b> Nothing has changed for the person, who can go on working. Please withdraw it and decide it anew; if that fails too, tell who runs the bot.

# Words that are shown once more before they count.

wording-ask = 👉 <b>Write why</b>, as a message of 10 characters or more. The person reads it word for word.
wording-withdrawal = ↩️ <b>Withdraw { $kind } { $number } of { $name }</b>
wording-upheld = ⚖️ <b>{ $kind } { $number } of { $name } stands</b>
wording-overturned = ⚖️ <b>{ $kind } { $number } of { $name } is overturned</b>
wording-then-withdrawal = It counts for nothing any more, and what it took returns at once.
wording-then-upheld = The step stays. What the appeal had stopped takes effect, a day from now at the earliest.
wording-then-overturned = The step counts for nothing any more, and what it took returns at once.
wording-reads = <b>{ $name } will read:</b>
button-wording-withdrawal = Withdraw it
button-wording-upheld = Let it stand
button-wording-overturned = Overturn it
toast-step-withdrawn = Withdrawn. The person is told.
toast-appeal-upheld = Decided: the step stands. The person is told.
toast-appeal-overturned = Decided: the step is overturned. The person is told.

# Appeals.

appeals-head = ⚖️ <b>Appeals that wait: { $count }</b>
appeals-head-decided = ⚖️ <b>Appeals that were decided: { $count }</b>
appeals-none = ⚖️ No appeal waits.
appeals-none-decided = ⚖️ No appeal was decided yet.
appeals-line = <b>{ $name }</b>: { $kind }, appeal { $number }
appeal-until-silence = ⏳ To be answered until { $date }; after that it is decided for the contractor.
appeal-until-egregious = ⏳ To be answered until { $date }. The reason is egregious: silence decides nothing, you are asked every day.
appeal-late = 🔴 Overdue since { $date }. It waits for a person.
appeal-not-mine = { $name } decided the step, so somebody else answers.
appeal-was-upheld-person = ✔️ The step stands: { $name }, { $date }
appeal-was-overturned-person = ↩️ Overturned: { $name }, { $date }
appeal-was-overturned-clock = ↩️ Overturned { $date }: nobody had answered in time.
button-appeal-of = { $name } · { $number }
button-appeals-open = Waiting ({ $count })
button-appeals-decided = Decided ({ $count })
button-all-appeals = All appeals
appeal-card-head = ⚖️ <b>Appeal { $number }</b> of { $name }
appeal-says = 💬 <b>{ $name } says:</b>
appeal-no-words = Nothing. An appeal needs no words.
appeal-answer = The answer was:
button-overturn-step = Overturn it
button-uphold-step = The step stands
appeal-due-new = ⚖️ <b>{ $name } appeals</b> against: { $kind }. Appeal { $number }.
appeal-due-again = ⏰ <b>The appeal of { $name } still waits</b>: { $kind }. Appeal { $number }.
appeal-due-late = 🔴 <b>The appeal of { $name } is overdue</b>: { $kind }. Appeal { $number }. Its reason is egregious, so only a person can decide it; you are asked every day until somebody has.
help-arbiter = <b>As an arbiter</b>
    /appeals shows who objects to a decision about standing, until when you answer, and what it rests on. You say whether it stands, in words.

# Every "no" of the ladder.

refused-step-there = A step that stands already rules this out. /people shows it; withdraw that one first.
refused-step-evidence = A step needs evidence. Tick something, or write what happened.
refused-step-future = That lies in the future. Nobody is judged for what has not happened.
refused-step-disputed = Some of the evidence is disputed, or the contractor was right. Take it out, or wait for the decision.
refused-step-handed-in = Some of the jobs were handed in late, so nothing is missing any more. Take them out.
refused-step-appealed = An appeal of this person is open. Only an egregious reason allows a step before it is answered: /appeals
refused-step-no-decider = { $silent ->
    [0] Nobody else could decide an appeal. Name another admin or an arbiter first, under /roles.
    [one] Nobody else can decide an appeal yet: one more has the role, but has to press Start in the chat with me first.
   *[other] Nobody else can decide an appeal yet: { $silent } more have the role, but have to press Start in the chat with me first.
 }
refused-step-days = Choose 1 to { $most } days.
refused-hold-egregious = Only an egregious reason of the published list allows a hold.
refused-hold-renewed = There was a hold in the last { $days } days. Another one would be a suspension that nobody decided; take a step, or leave it.
refused-step-skips = The ladder goes step by step. The next one would be: { $next ->
    [warning] a warning
    [suspension] a suspension
    [deactivation] a deactivation
   *[other] a second warning
 }.
refused-step-untold = The notice of the step before has not arrived yet; the ladder goes on from its arrival.
refused-step-old-facts = Some of the evidence is older than the last notice. What counts is what happened after it.
refused-step-early = Too early. The next step needs { $needed } ratings since the last notice ({ $done } so far), and cannot come before { $until }.
refused-step-same-facts = A step rests on some of this evidence already. Nobody is judged twice for the same.
refused-step-overturned = An appeal about some of this evidence was decided for the contractor. Take it out; what else happened can be named.
refused-step-words = Write { $least } to { $most } characters of plain text, so that the person understands.
refused-step-incomplete = Something is still missing: what, why, on what evidence, in which words.
refused-step-notice-lacks = The notice would lack: { $what }. So it cannot be sent. Please tell who runs the bot.
step-part-reason = a published reason
step-part-rule = the text of the rule
step-part-words = the words
step-part-evidence = the evidence
step-part-decision = who decided, and in which role
step-part-access = when access stops
step-part-return = when access returns
step-part-end = when the relationship ends
step-part-project = the project
step-part-appeal = how to appeal, and until when
step-part-deciders = who could decide an appeal
step-part-pay = when all pay is decided
refused-step-over = That step is over already; it counts for nothing.
refused-own-standing = That is about yourself. Somebody else has to decide it.
refused-step-admin = An admin does not climb the ladder. Take the role away first, under /roles.
refused-person-erased = This person's data were erased. There is nobody left to decide about.
refused-evidence-unknown = { $number } is no job or line of this person.
refused-evidence-nothing = { $number } speaks for no step: only jobs that ran out of time, and work that was paid less or refused.
refused-evidence-most = { $most } pieces are the most. Take one out first.
refused-proposal-gone = That was decided or has passed meanwhile. /detectors shows what is left.

steps-unsent-head = ⚠️ <b>Decided, but the notice could not be made</b>: { $count }. Nothing has changed for these people.
steps-unsent-none = Every notice of a step could be made.
steps-unsent-line = • { $kind } { $number } for { $name }
button-steps-unsent = ⚠️ Not sent ({ $count })
button-renew-step = 🔁 Withdraw and prepare anew
button-renew-one = 🔁 { $number } anew
