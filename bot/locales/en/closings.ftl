# Closing a region, for admins; and what people are told who came after it.

closings-head = <b>Closing a region</b>
    The hall ends its work in a country: everybody who lives there by their time zone gets a notice of their own. Nobody's access stops earlier than 14 days after that notice has arrived; everything owed is paid.
closings-none = No region was ever closed.
closing-line = 🌍 <b>{ $country }</b> · { $number } · { $date } · { $state }
closing-state-announcing = being announced
closing-state-announced = announced
closing-state-withdrawing = being withdrawn
closing-state-withdrawn = withdrawn
closing-countries = <b>Which country?</b> People are counted by their time zones.
closing-ask-words = <b>{ $country }.</b> Why does the hall stop there? Write what people will read: a sentence or two, to them, without names.
closing-plan = 🌍 <b>Close { $country }?</b>
closing-plan-people = { $count ->
    [0] Nobody there would get a notice now.
    [one] { $count } person gets a notice.
   *[other] { $count } people get a notice.
 }
closing-plan-leaving = { $count ->
    [one] { $count } person is in the notice period of another deactivation, and keeps that one.
   *[other] { $count } people are in the notice period of another deactivation, and keep that one.
 }
closing-plan-jobs = { $count ->
    [one] { $count } open job can be finished within the notice period.
   *[other] { $count } open jobs can be finished within the notice period.
 }
closing-plan-owed = Owed there: { $money }
closing-plan-pending = Waiting for a review or a client: { $money }
closing-plan-last = Last pay: with the run of { $date } at the latest.
closing-plan-undated = ⛔ { $count ->
    [one] { $count } line waits for a word whose date has passed. The clock settles it within minutes; until then nothing can be closed.
   *[other] { $count } lines wait for a word whose date has passed. The clock settles them within minutes; until then nothing can be closed.
 }
closing-plan-grace = Access stops { $days } days after each notice has arrived. Who arrives or moves there later can claim nothing.
closing-plan-words = What people read:
closing-example-none = Nobody lives there now, so there is no notice to show.
closing-card = 🌍 <b>{ $country }</b> · { $number }
    Decided { $date }: { $state }. Access stops { $days } days after each notice has arrived.
closing-card-told = Notices: { $told } of { $count } have arrived.
closing-card-over = { $count ->
    [one] For { $count } person work has ended.
   *[other] For { $count } people work has ended.
 }
closing-card-back = { $count ->
    [one] { $count } notice was taken back.
   *[other] { $count } notices were taken back.
 }
closing-card-waits = Not everybody's notice is queued yet, or some pay has no date at this moment. The clock goes on by itself.
closing-ask-why = Why is the closing of { $country } withdrawn? Write what people will read whom a notice has reached. Every notice is taken back, and access returns.
closing-announced = 🌍 The closing of { $country } is announced: { $count ->
    [one] { $count } notice is
   *[other] { $count } notices are
 } on the way.
button-closings = 🌍 Close a region
button-closing-country = { $country } · { $count }
button-closing-new = Choose a country
button-closing-grace = { $mark } { $days } days
button-closing-example = See the notice
button-closing-confirm = Close { $country }
button-closing-withdraw = Withdraw it
button-closing = { $country } · { $number }
toast-region-closed = Decided. Everybody there is being told.
refused-region-closed = The hall has ended its work in the country of your time zone. What you earned is paid. If you live elsewhere, set your zone under /settings.
refused-closing-undated = { $count ->
    [one] { $count } line there waits for a word whose date has passed.
   *[other] { $count } lines there wait for a word whose date has passed.
 } The clock settles that within minutes. Please try again then.
refused-closing-there = That country is closed already, by { $number }.
refused-closing-over = That closing was withdrawn already.
why-region-closed = the hall has ended its work in the country of your time zone. If you live elsewhere, set your zone under /settings.
