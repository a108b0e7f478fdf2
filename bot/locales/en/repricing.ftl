# Another price for a task.

button-reprice = Reprice
button-reprice-yes = Set { $money } a task
reprice-ask = <b>Another price for { $project }</b>

    Now: { $money } a task, { $hourly } an hour ({ $basis }).

    Write the new price for one task, such as <code>0.45</code>. You see what it means before anything changes.
reprice-head = <b>New price for { $project }</b>
reprice-change = { $old } → <b>{ $new }</b> a task
    { $before } → <b>{ $after }</b> an hour ({ $basis })
reprice-below = ⚠️ That is less than { $floor } an hour, below which you get an alert.
reprice-new-claims = It holds for new claims only. Whoever has a job keeps its terms. The cards of open calls show it within seconds.
reprice-done = ✅ <b>{ $project }</b> pays { $money } a task from now on (version { $version }).
refused-price-range = A price is above nothing, and not as much as that. Write it as in 0.45.
refused-price-same = That is the price already.
refused-price-meanwhile = Somebody changed the project meanwhile; a task pays { $price } now. Nothing was changed; begin again if need be.

# Amounts that a person wrote.

refused-wrong-amount-empty = Write an amount, as in 12.50.
refused-wrong-amount-bad-amount = That is no amount. Write digits only, as in 12.50.
refused-wrong-amount-unknown-currency = That is no currency of ISO 4217. Write it as in { $example }.
refused-amount-no-currency = Write the currency too, as in { $example }.
refused-amount-other-currency = Here amounts are in { $currency }; nothing is converted.
refused-wrong-amount-ambiguous-amount = That could mean two amounts. Write 1234 for a thousand and more, 1.23 for less.
refused-wrong-amount-out-of-range = That is below zero, or more than any pay. Write an amount above zero.
refused-wrong-amount-too-exact = This currency has { $digits ->
    [0] no decimals
    [one] { $digits } decimal
   *[other] { $digits } decimals
 }; write no more of them.
refused-amount-zero = Write an amount above zero.
