# What can be wrong in a file about pay, behind "line N, field:".
fault-ambiguous-amount = could mean two amounts; write 1234 or 1234.00 for a thousand and more, 1.23 for less
fault-amount-differs = is not the amount of the payout
fault-bad-number = is no number of ours (8 letters and digits)
fault-currency-differs = is not the currency of the payout
fault-damaged-cell = holds what a spreadsheet leaves where something broke
fault-duplicate-number = this number stands in the file already
fault-formula-cell = begins as a formula does
fault-no-such-payout = is no payout of ours
fault-reason-without-failure = gives a reason, but the payout did not fail
fault-reason-without-refusal = stands there although the line is confirmed
fault-state-contradicts = contradicts how the payout stands with us
