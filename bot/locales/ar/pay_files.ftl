# What can be wrong in a file about pay, behind "line N, field:".
fault-ambiguous-amount = يحتمل مبلغين؛ اكتب 1234 أو 1234.00 لما هو ألف فأكثر، و1.23 لما هو أقل
fault-amount-differs = ليس مبلغ الدفعة
fault-bad-number = ليس من أرقامنا (8 أحرف وأرقام)
fault-currency-differs = ليست عملة الدفعة
fault-damaged-cell = فيه ما يتركه برنامج الجداول عند حدوث خلل
fault-duplicate-number = هذا الرقم مذكور في الملف من قبل
fault-formula-cell = يبدأ كما تبدأ الصيغ الحسابية
fault-no-such-payout = ليست دفعة من دفعاتنا
fault-reason-without-failure = ذُكر سبب مع أن الدفعة لم تفشل
fault-reason-without-refusal = مذكور مع أن البند مؤكَّد
fault-state-contradicts = يخالف ما عليه الدفعة عندنا
