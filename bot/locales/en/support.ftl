# /support: questions to the hall, for who asks and for who answers.

command-support = Ask the hall, read its answers
support-head = <b>Support</b>
support-how = Ask the hall anything. A person answers, within { $days ->
    [one] { $days } day
   *[other] { $days } days
}. Asking or complaining never changes your work, pay or standing.
support-none = You have no question open.
support-owned = <b>For you to answer</b>
support-line-open = <b>{ $number }</b> · answer by { $date }
support-line-late = <b>{ $number }</b> · late, was due { $date }
support-line-answered = <b>{ $number }</b> · answered
support-line-closed = <b>{ $number }</b> · closed
button-question-ask = Ask a question
button-question-see = { $number } · { $words }
button-question-open = Open { $number }
button-question-answer-it = ✏️ { $number } · { $words }
button-questions = Support
button-questions-all = All that wait for an answer

question-ask = <b>What is your question?</b> Write it here, up to 1,000 characters; you can add more messages. A person answers within { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
question-ask-more = <b>Question { $number }</b>: write what you want to add, up to 1,000 characters.
question-head = <b>Question { $number }</b>
question-open = ⏳ { $owner } answers by { $date }.
question-late = ⏰ The answer was due { $date } and has not come; we are sorry. { $owner } has the question now, and the admins know. It stays open until you get an answer.
question-nobody = ⏳ Nobody of the hall can take it right now. It stays open, and goes to the next person who can.
question-answered = ✅ Answered. Did it help?
question-closed = Closed.
question-you = You
question-hall = The hall
question-said = <b>{ $name }</b> · { $at }
question-next-words = Whatever you write next is added to this question.
button-question-enough = That is all
button-question-more = Add words
button-question-close = Close it
button-question-helped = That helps: close
button-question-on = Ask on
toast-question-closed = The question is closed

question-why-asked = 💬 <b>A question for you to answer</b>
question-why-more = 💬 <b>More words to a question of yours</b>
question-why-passed = 💬 <b>A question was passed on to you</b>
question-why-reminder = ⏰ <b>This question still waits for your answer</b>
question-why-late = ⏰ <b>This question is late and yours now</b>
question-from = Question { $number } from <b>{ $name }</b>
question-desk-open = ⏳ To be answered by { $date }.
question-desk-late = ⏰ It was due { $date }. Please answer now, or pass it on.
question-desk-answered = ✅ Answered. The person can close it or ask on.
question-desk-closed = Closed by the person who asked.
button-question-answer = Answer
button-question-add = Add to the answer
button-question-pass = Pass on
question-write-answer = <b>Write the answer.</b> Your next message, up to 1,000 characters, goes to the person at once.
question-pass-to = <b>Who is to answer question { $number }?</b> The time to answer stays the same.
question-pass-nobody = Nobody else can take question { $number }: it needs an admin or a coordinator of the hall, and never the one who asked.
toast-question-passed = Passed on
question-overdue = ⏰ Question { $number } was due { $date } and has no answer. { $owner } has it now.
questions-head = <b>Questions that wait for an answer</b>
questions-none = None. All are answered.
questions-line = <b>{ $number }</b> · from { $name } · { $owner } answers by { $date }
questions-late = ⏰ <b>{ $number }</b> · from { $name } · { $owner } has it · was due { $date }
questions-nobody = nobody

refused-question-empty = Please write your words as text.
refused-question-most = You have { $most } questions open, which is the most at once. Add to one of them, or close one: /support
refused-question-closed = Question { $number } is closed. Ask a new one under /support.
refused-question-answered = Question { $number } is answered; nothing is left to pass on.
refused-question-passed = Question { $number } is somebody else's to answer now.
refused-question-own = Your own question is answered by somebody else.
refused-question-no-owner = That person cannot answer questions for the hall. Choose another one.
refused-question-unknown = There is no such question of yours. /support shows them.

# What a question is about.

question-topic = <b>What is it about?</b>
button-topic-pay = Pay
button-topic-task = A task
button-topic-account = My account
button-topic-other = Something else
question-about = About: { $topic }
question-about-job = About: { $topic } · job { $number }
question-ask-job = Job { $number } is open now; who answers sees that.
