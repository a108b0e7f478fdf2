why-experts-only = what is left of it is for experts, because earlier ratings did not agree.
refused-experts-only = What is left of { $project } is for experts, because earlier ratings did not agree. /work shows other work.

unsure-none = Every answer of { $project } is sure, or waits for more ratings.
unsure-head = <b>Unsure tasks of { $project }</b>: { $count }
unsure-marks = ❓ all ratings are in, and only you can decide. 🎓 an expert is asked; you can decide as well.
unsure-task = <b>Unsure: { $task }</b> · { $project }
unsure-shares = { $count ->
    [one] { $count } rating is
   *[other] { $count } ratings are
 } in, and no answer is sure enough:
unsure-share = { $answer }: { $share } %
unsure-expert = 🎓 An expert is asked as well. If you decide, nobody is asked any more.
unsure-ask = <b>{ $ask }</b>
unsure-effect = Your tap is the answer of the task. The ratings stay as they are; nobody's pay hangs on it.
toast-answer-decided = The task has its answer.
refused-answer-settled = This task waits for no answer any more. Look at the list again.
journal-act-answer-decided = Answer decided by a coordinator
button-unsure-count = Unsure tasks ({ $count })
project-overlap = overlap { $overlap }
project-overlap-range = { $overlap } to { $most } ratings a task, until { $target } % sure
project-answers = Answers: { $sure } sure, { $more } wait for more ratings, { $expert } for an expert, { $coordinator } for you
draft-overlap = { $overlap } people rate each task
draft-overlap-range = { $overlap } people rate each task, up to { $most } while its answer is less than { $target } % sure
desk-unsure = <b>{ $name }</b>: { $count ->
    [one] a task on which people did not agree
   *[other] { $count } tasks on which people did not agree
 }, to decide
desk-more-unsure = Tasks to decide in { $count } more projects
button-desk-unsure = Unsure tasks
