# /detectors: what is looked for, who would be found now, what waits for a decision.

command-detectors = ما وجدته الكواشف، وتجربة بلا أثر
detectors-head = <b>الكواشف</b>
    تنظر مرة كل يوم وتقترح فقط. القرار لإنسان؛ لا يحدث شيء من تلقاء نفسه.
detectors-line = ← { $count ->
    [0] لا أحد الآن.
    [one] <b>شخص واحد</b> الآن.
    [two] <b>شخصان</b> الآن.
    [few] <b>{ $count } أشخاص</b> الآن.
    [many] <b>{ $count } شخصًا</b> الآن.
   *[other] <b>{ $count } شخص</b> الآن.
 }
detector-expiry-streak = <b>انقضى الوقت</b>: آخر الأعمال المتتالية، وعددها { $threshold }، دون تسليم أي شيء.
detector-shared-payout = <b>وسيلة الدفع نفسها</b> لدى حساب كان هنا من قبل.
detector-second-account = <b>يشبه حسابًا موقوفًا</b>: أُنشئ بعد تعليق الحساب الآخر أو إنهائه، بالاسم والمنطقة الزمنية نفسيهما. والاسم الذي تحمله حسابات جديدة أكثر من { $threshold } لا يدل على شيء.
detectors-never = ساعات العمل والاعتذار والتخطي والإرجاع والأحكام المعترَض عليها لا تُحسب أبدًا. وما بُتّ فيه أو صُرف النظر عنه لا يُعاد.
detectors-waiting = { $count ->
    [0] ✅ لا شيء ينتظر قرارًا.
   *[other] 🔎 اقتراحات تنتظر قرارًا: { $count }
 }
detected = 🔎 حالات جديدة وجدتها الكواشف: { $count }. لم يحدث لأحد شيء؛ هي تنتظر أن ينظر فيها إنسان.
detectors-trial-head = <b>تجربة بلا أثر</b>: { $count ->
    [0] لن يُقترح أحد الآن.
   *[other] من سيُقترحون الآن: { $count }.
 } لم يُكتب شيء.
detectors-found = <b>{ $name }</b> · { $number } · { $detector }
proposals-head = <b>الاقتراحات</b>: { $count }، الأقدم أولًا
proposals-none = لا اقتراح ينتظر قرارًا.
proposals-line = • { $name } · { $number } · { $detector } · { $date }
proposal-head = 🔎 <b>{ $name }</b> · { $number }
    { $detector }. وُجد في { $date }.
proposal-standing = الوضع: { $standing }
proposal-why = ما الذي وُجد:
proposal-job = { $nth }. العمل <code>{ $number }</code>: انقضى وقته { $date } دون تسليم شيء
proposal-account = { $nth }. حساب { $name } · { $number }، منذ { $date }
proposal-line = { $nth }. <code>{ $number }</code>، { $date }
proposal-hint = «اتخاذ قرار» يبدأ قرارًا بهذه الأدلة، وتؤكده أنت في النهاية. «صرف النظر» ينحّيه: لا تُعاد الوقائع نفسها، ولا يصل الشخصَ شيء.
detector-name-expiry-streak = أعمال انقضى وقتها
detector-name-shared-payout = وسيلة الدفع نفسها
detector-name-second-account = يشبه حسابًا موقوفًا
button-detectors = 🔎 الكواشف
button-detectors-trial = تجربة بلا أثر
button-proposals = الاقتراحات ({ $count })
button-proposal = { $name } · { $number }
button-proposal-decide = اتخاذ قرار
button-proposal-dismiss = صرف النظر
button-proposal-person = الشخص
toast-dismissed = صُرف النظر عنه. لا تُعاد الوقائع نفسها.

# كواشف تنظر في التقييمات.
detector-gold-accuracy = <b>أخطاء في الأجوبة المعروفة</b>: الصحيح أقل من { $percent }٪ من أجوبة معروفة عددها { $threshold } على الأقل في 30 يومًا.
detector-impossible-speed = <b>أسرع من القراءة</b>: { $threshold } على الأقل من آخر 20 تقييمًا أخذت وقتًا أقل من قراءة مهمتها بسرعة 60 حرفًا في الثانية.
detector-one-option = <b>الخيار نفسه دائمًا</b>: { $threshold } على الأقل من آخر 20 تقييمًا، وأجوبة تلك المهام مختلفة.
detector-copied-answers = <b>نصوص منسوخة</b>: { $threshold } على الأقل من التقييمات في 30 يومًا فيها نص من 40 حرفًا أو أكثر سُلّم من قبل، من الشخص نفسه لمهمة أخرى أو من غيره.
detector-name-gold-accuracy = أخطاء في الأجوبة المعروفة
detector-name-impossible-speed = أسرع من القراءة
detector-name-one-option = الخيار نفسه دائمًا
detector-name-copied-answers = نصوص منسوخة
step-fact-gold-missed = جواب معروف لم يُصَب
step-fact-too-fast = تقييم أسرع مما تُقرأ مهمته
step-fact-same-option = تقييم بالخيار نفسه كأكثر غيره
step-fact-copied = تقييم فيه نص كان موجودًا من قبل
