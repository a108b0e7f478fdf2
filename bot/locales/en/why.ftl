# Why there is nothing: dates and reasons that `/work` knows, the most of a day, a streak of skips.

work-why-more = … and { $count ->
    [one] { $count } more project
   *[other] { $count } more projects
 }, below.
work-quiet = 🌙 Your quiet hours last until { $until }. Until then calls come to you only while you are on the list.
why-head = <b>Why there is nothing else</b>
why-none = Every project that is open has something for you. /work shows it.
button-why = Why nothing else ({ $count })
why-all-done = nothing is left to do in it. No date known for more.
why-all-with-others = all tasks are with other people. The next of them is due { $until }; what is not done by then comes back.
why-places-held = every place is held for somebody. The first is free again { $until } if it is not taken.
why-call-scheduled = its next call is { $until }.
why-seen-elsewhere = what is open in it was rated from another account that is paid to the same place as yours. Ask under /support if that is wrong.
why-jobs-a-day = you have had { $cap ->
    [one] the one job
   *[other] the { $cap } jobs
 } that one person gets in a day. More from { $until }.
why-project-jobs-a-day = you have had { $cap ->
    [one] the one job
   *[other] the { $cap } jobs
 } of it that one person gets in a day. More from { $until }.
why-earnings-a-day = you have earned { $most } or more today, the most that one person earns in a day. More from { $until }.
why-paused-skips-until = you skipped many tasks in a row, so you are paused until { $until }. It ends by itself.

refused-all-done = Nothing is left to do in this. /work shows other work.
refused-all-with-others = All tasks are with other people until { $until }. /work signs you on the out-of-work list.
refused-places-held = Every place is held for somebody until { $until }. /work signs you on the out-of-work list.
refused-call-scheduled = The next call is { $until }. /work shows other work.
refused-jobs-a-day = You have had { $cap ->
    [one] the one job
   *[other] the { $cap } jobs
 } that one person gets in a day. Come back { $until }: /work
refused-project-jobs-a-day = You have had { $cap ->
    [one] the one job
   *[other] the { $cap } jobs
 } of this project that one person gets in a day. The next { $until }; /work shows other work.
refused-earnings-a-day = You have earned { $most } or more today, the most that one person earns in a day. Come back { $until }: /work
refused-seen-elsewhere = What is open in { $project } was rated from another account that is paid to the same place as yours. Ask under /support if that is wrong.
refused-paused-skips-until = You skipped many tasks in a row, so you are paused until { $until }. It ends by itself; /support takes objections.

how-held-back = ⏳ <b>What a program holds back</b>, for everybody alike and only for a while:
    • Who leaves out { $skips } tasks in a row gets no new job for { $minutes } minutes. Tasks that many people leave out do not count; nothing else follows.
    • One person has at most { $open } jobs open. A hall or a project can set a most for a day; midnight by your own clock begins the next.
    • A task is never given to two accounts that are paid to the same place, or that were found to be one person's.
skips-paused = ⏸ <b>A pause until { $until }</b>
    You left out { $count ->
    [one] { $count } task
   *[other] { $count } tasks
 } in a row, so you are offered no new jobs until then. Open jobs stay yours, and what you earned too. The pause ends by itself and counts for nothing else.
    If the tasks were at fault, or you see it otherwise, write to us.
data-field-skip-streak = Tasks left out in a row
