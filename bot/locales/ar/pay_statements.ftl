# A statement of pay as a message, and the list of them.

pay-statements-head = <b>كشوفك</b> ({ $count })، الأحدث أولًا
pay-statements-none = لا كشف بعد. يأتي الأول مع أول دورة دفع يُدفع لك فيها.
pay-statement-line = { $date } · <b>{ $money }</b> · { $state } · { $number }
button-pay-statement-of = { $date }: { $money }
pay-statement-head = 🧾 <b>كشف الأجر { $number }</b>
pay-statement-net = يُدفع لك <b>{ $money }</b>.
pay-statement-gross = الإجمالي { $gross }، الخصومات { $deductions }
pay-statement-period = الفترة: { $start } إلى { $end }
pay-statement-zone = توقيت الفترة: { $zone }
pay-statement-payout = الدفعة { $number }: <b>{ $state }</b>
pay-statement-expected = متوقعة حتى: { $date }
pay-statement-paid = دُفعت في: { $date }
pay-statement-method = تُدفع إلى: { $method }
pay-statement-reference = المرجع: { $reference }
pay-statement-project = { $project }: <b>{ $money }</b> ({ $count ->
    [zero] لا بنود
    [one] بند واحد
    [two] بندان
    [few] { $count } بنود
    [many] { $count } بندًا
   *[other] { $count } بند
 })
pay-statement-other = مكافآت وما يشبهها
pay-statement-more = … كل البنود وعددها { $count } في ملفي PDF و CSV.
pay-statement-dispute = هل من خطأ؟ اعترض حتى { $date }.
pay-statement-contact = للأسئلة: { $contact }
pay-statement-item = { $nth }. { $what }: <b>{ $money }</b>
pay-statement-pieces = { $count } × { $rate } = { $money }
pay-statement-file = كشف الأجر { $number }، { $money }
pay-contact-none = منسّقك أو أحد مشرفي القاعة
pay-chart = 📊 ما كسبته في الأسابيع الأربعة الماضية: <b>{ $money }</b>، دُفع منها { $paid }.
pay-file-not-made = ⚠️ تعذّر إنشاء هذا الملف الآن. الكشف في الرسالة وفي ملف CSV يحوي الأرقام كلها. حاول لاحقًا، وأخبر مشرفًا إن بقي الحال كذلك.
