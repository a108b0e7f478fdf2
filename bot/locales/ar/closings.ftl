# Closing a region, for admins; and what people are told who came after it.

closings-head = <b>إغلاق منطقة</b>
    تنهي القاعة عملها في بلد: يصل كلَّ من يعيش فيه بحسب منطقته الزمنية إشعارٌ خاص به. لا يتوقف وصول أحد قبل مضي 14 يومًا على وصول إشعاره، ويُدفع كل مستحَق.
closings-none = لم تُغلق أي منطقة قط.
closing-line = 🌍 <b>{ $country }</b> · { $number } · { $date } · { $state }
closing-state-announcing = يجري الإعلان
closing-state-announced = أُعلن
closing-state-withdrawing = يجري سحبه
closing-state-withdrawn = سُحب
closing-countries = <b>أي بلد؟</b> يُحصى الناس بحسب مناطقهم الزمنية.
closing-ask-words = <b>{ $country }.</b> لماذا تتوقف القاعة هناك؟ اكتب ما سيقرؤه الناس: جملة أو جملتان موجهتان إليهم، بلا أسماء.
closing-plan = 🌍 <b>إغلاق { $country }؟</b>
closing-plan-people = { $count ->
    [0] لا أحد هناك ليصله إشعار الآن.
   *[other] من يصلهم إشعار: { $count }.
 }
closing-plan-leaving = في مهلة إنهاء آخر، ويبقى لهم ذلك: { $count }.
closing-plan-jobs = أعمال مفتوحة يمكن إتمامها خلال المهلة: { $count }.
closing-plan-owed = المستحق هناك: { $money }
closing-plan-pending = ينتظر مراجعة أو عميلًا: { $money }
closing-plan-last = آخر دفعة: مع دورة الدفع في { $date } على الأكثر.
closing-plan-undated = ⛔ بنود تنتظر كلمة فات موعدها: { $count }. تسوّيها الساعة خلال دقائق؛ وحتى ذلك الحين لا يمكن الإغلاق.
closing-plan-grace = يتوقف الوصول بعد { $days } يومًا من وصول كل إشعار. ومن يأتي أو ينتقل إلى هناك لاحقًا لا يستلم شيئًا.
closing-plan-words = ما يقرؤه الناس:
closing-example-none = لا أحد يعيش هناك الآن، فلا إشعار يُعرض.
closing-card = 🌍 <b>{ $country }</b> · { $number }
    تقرر في { $date }: { $state }. يتوقف الوصول بعد { $days } يومًا من وصول كل إشعار.
closing-card-told = الإشعارات: وصل { $told } من { $count }.
closing-card-over = من انتهى عملهم: { $count }.
closing-card-back = إشعارات سُحبت: { $count }.
closing-card-waits = لم تُدرج إشعارات الجميع بعد، أو أن بعض الأجر بلا موعد في هذه اللحظة. تمضي الساعة من تلقاء نفسها.
closing-ask-why = لماذا يُسحب إغلاق { $country }؟ اكتب ما سيقرؤه من وصله إشعار. يُسحب كل إشعار ويعود الوصول.
closing-announced = 🌍 أُعلن إغلاق { $country }. إشعارات في الطريق: { $count }.
button-closings = 🌍 إغلاق منطقة
button-closing-country = { $country } · { $count }
button-closing-new = اختيار بلد
button-closing-grace = { $mark } { $days } يومًا
button-closing-example = عرض الإشعار
button-closing-confirm = إغلاق { $country }
button-closing-withdraw = سحبه
button-closing = { $country } · { $number }
toast-region-closed = تقرر. يجري إخبار كل من هناك.
refused-region-closed = أنهت القاعة عملها في بلد منطقتك الزمنية. ما كسبته يُدفع. إن كنت تعيش في مكان آخر فعيّن منطقتك في /settings.
refused-closing-undated = بنود هناك تنتظر كلمة فات موعدها: { $count }. تسوّي الساعة ذلك خلال دقائق. أعد المحاولة بعدها.
refused-closing-there = هذا البلد مغلق من قبل، برقم { $number }.
refused-closing-over = سُحب هذا الإغلاق من قبل.
why-region-closed = أنهت القاعة عملها في بلد منطقتك الزمنية. إن كنت تعيش في مكان آخر فعيّن منطقتك في /settings.
