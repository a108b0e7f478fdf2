# What can be wrong in a file about pay, behind "line N, field:".
fault-ambiguous-amount = could mean two amounts; write 1234 or 1234.00 for a thousand and more, 1.23 for less
