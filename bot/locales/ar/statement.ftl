# A statement on paper (PDF). Everything is short: columns are narrow.

printed-title = كشف الأجر
printed-number = رقم { $number }
printed-net = الصافي
printed-state = الدفعة
printed-state-due = لم تُرسل بعد
printed-state-sent = أُرسلت
printed-state-paid = دُفعت
printed-state-failed = فشلت
printed-expected = متوقعة في
printed-period = الفترة
printed-from = من { $moment }
printed-to = إلى { $moment }
printed-zone = المنطقة الزمنية لكل التواريخ
printed-made = صدر في
printed-payout = رقم الدفعة
printed-method = تُدفع إلى
printed-method-none = لا توجد طريقة دفع بعد
printed-reference = مرجع الدفع
printed-reference-none = يأتي مع الدفع
printed-dispute = الاعتراض حتى
printed-contact = للأسئلة

# The table: one line for each piece of work, then the sums.

printed-date = التاريخ
printed-work = العمل
printed-rate = السعر
printed-quantity = العدد
printed-effect = الجودة
printed-client = العميل
printed-pay = الأجر، { $currency }
printed-job = الحزمة { $job }
printed-line = بند { $line }
printed-kind-rating = تقييم
printed-kind-flag = مهمة مُبلَّغ عنها
printed-kind-bonus = مكافأة
printed-kind-top-up = تكملة
printed-kind-adjustment = تسوية
printed-kind-correction = تصحيح
printed-kind-training = تدريب
printed-client-not-asked = غير مطلوب
printed-client-waiting = بالانتظار
printed-client-confirmed = أكّد
printed-client-silent = لم يرد، يُعدّ موافقة
printed-client-refused = رفض، على حسابنا
printed-reason = السبب: { $reason }
printed-makes-up = تعويض عن البند { $number }
printed-corrects = تصحيح للكشف { $number }
printed-gross = الإجمالي
printed-deductions = الخصومات
printed-sum = الصافي، { $currency }
printed-verify = للتأكد من أن هذا الكشف صادر منا، أرسل { $command } إلى البوت في المحادثة الخاصة.
printed-page = صفحة { $page } من { $pages }

# The chart of what was earned, a picture.

chart-title = الأرباح اليومية، من { $since } إلى { $until }
chart-paid = دُفع: { $sum }
chart-waiting = بالانتظار: { $sum }
chart-nothing = لا أرباح في هذه الأيام
printed-translated = تُرجم ببرنامج. عند أي اختلاف، يُعتمد النص الإنجليزي في الصفحات التالية.
