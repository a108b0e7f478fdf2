# What can be wrong in a file about pay, behind "line N, field:".
fault-ambiguous-amount = يحتمل مبلغين؛ اكتب 1234 أو 1234.00 لما هو ألف فأكثر، و1.23 لما هو أقل
